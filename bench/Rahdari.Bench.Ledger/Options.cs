using System.Globalization;

namespace Rahdari.Bench.Ledger;

/// <summary>What is measured.</summary>
internal sealed record Options
{
    public int Crossings { get; private set; } = 500_000;

    public int Travellers { get; private set; } = 80_000;

    public int Seed { get; private set; } = 1;

    public int Counters { get; private set; } = 16;

    /// <summary>Travellers who are asked for.</summary>
    public int Asked { get; private set; } = 2000;

    /// <summary>Crossings that come after headquarters was backed up.</summary>
    public int Later { get; private set; } = 4000;

    /// <summary>True where the sites and headquarters' database stay, to be looked at.</summary>
    public bool Keep { get; private set; }

    /// <summary>False where the peer's table is left out, for it doubles the disk that <c>lay</c> needs.</summary>
    public bool Peer { get; private set; } = true;

    /// <summary>Where the site and the file are; what <c>load</c> makes there, <c>query</c> asks.</summary>
    public string Folder { get; private set; } = Path.Combine(Path.GetTempPath(), "rahdari-bench-ledger");

    /// <summary>A server on which a database may be made, or null for SQLite.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("RAHDARI_BENCH_POSTGRES") is { Length: > 0 } server ? server : null;

    public static Options Read(string[] args)
    {
        var options = new Options();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var number = int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
            _ = args[i] switch
            {
                "--crossings" => options.Crossings = number,
                "--travellers" => options.Travellers = number,
                "--seed" => options.Seed = number,
                "--asked" => options.Asked = number,
                "--later" => options.Later = number,
                "--counters" => options.Counters = number,
                "--keep" => (options.Keep = args[i + 1] == "yes") ? 1 : 0,
                "--peer" => (options.Peer = args[i + 1] != "no") ? 1 : 0,
                "--folder" => (options.Folder = args[i + 1]).Length,
                _ => throw new ArgumentException($"There is no option {args[i]}."),
            };
        }
        return options;
    }
}
