namespace Rahdari.Bench.Screening.Peers;

/// <summary>Who runs beside.</summary>
internal static class AllPeers
{
    /// <summary>Names the environment variable that holds the connection of the run's own PostgreSQL.</summary>
    public const string Postgres = "RAHDARI_BENCH_POSTGRES";

    /// <summary>Those of the quality part.</summary>
    public static IEnumerable<Func<IPeer>> OfQuality()
    {
        if (Environment.GetEnvironmentVariable(Postgres) is { Length: > 0 } connection)
        {
            yield return () => new PostgresTrigrams(connection, bySound: false);
            yield return () => new PostgresTrigrams(connection, bySound: true);
        }
        yield return () => new LuceneFuzzy(rescored: false);
        yield return () => new LuceneFuzzy(rescored: true);
        yield return EveryName.TokenSortRatio;
        yield return EveryName.JaroWinkler;
    }

    /// <summary>Those that have an index, for a large list.</summary>
    public static IEnumerable<Func<IPeer>> OfSpeed()
    {
        if (Environment.GetEnvironmentVariable(Postgres) is { Length: > 0 } connection)
            yield return () => new PostgresTrigrams(connection, bySound: false);
        yield return () => new LuceneFuzzy(rescored: false);
    }
}
