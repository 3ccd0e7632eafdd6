namespace Rahdari.Border.Sites;

/// <summary>
/// Numbers that go on rising across a restore: minutes since the beginning of 2026, and always above the last one known. A counter would begin again with the backup, and whoever saw a higher number would
/// refuse what comes.
/// </summary>
public static class RisingNumber
{
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The number that follows.</summary>
    /// <param name="last">The last one known.</param>
    /// <param name="now">UTC.</param>
    public static long After(long last, DateTimeOffset now) => Math.Max(last + 1, (long)(now - First).TotalMinutes);
}
