namespace Rahdari.Records;

/// <summary>Instants as they are stored: UTC, whole milliseconds.</summary>
internal static class Instants
{
    public static DateTimeOffset Now(TimeProvider clock) => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
