using System.Globalization;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>A day and time as a message tells it: of the place concerned, unless it names a zone.</summary>
/// <param name="Local">The time as written.</param>
/// <param name="Zone">The zone as written (<c>UTC</c>, <c>+0500</c>), or null where the time is the place's own.</param>
public readonly record struct AdvanceTime(DateTime Local, string? Zone)
{
    // UN/EDIFACT 2379: the pattern of each code, and the length of the zone after it. The guides' messages leave the code out
    // where it is 201 (times) or 101 (days).
    private static readonly (string Code, string Pattern, int Zone)[] Patterns =
    [
        ("101", "yyMMdd", 0), ("102", "yyyyMMdd", 0), ("201", "yyMMddHHmm", 0), ("202", "yyMMddHHmmss", 0), ("203", "yyyyMMddHHmm", 0),
        ("204", "yyyyMMddHHmmss", 0), ("205", "yyyyMMddHHmm", 5), ("301", "yyMMddHHmm", 3), ("302", "yyMMddHHmmss", 3),
        ("303", "yyyyMMddHHmm", 3), ("304", "yyyyMMddHHmmss", 3),
    ];

    /// <summary>The instant, or null where the zone is not told or known here.</summary>
    public DateTimeOffset? ToInstant() => Offset() is { } offset ? new DateTimeOffset(Local, offset).ToUniversalTime() : null;

    /// <summary>The day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Local);

    /// <summary>Reads a time by its code (UN/EDIFACT 2379); false where it is none.</summary>
    public static bool TryRead(string text, string code, out AdvanceTime time)
    {
        time = default;
        if (code.Length == 0)
            code = text.Length switch { 6 => "101", 8 => "102", 10 => "201", 12 => "203", _ => "" };
        foreach (var (name, pattern, zone) in Patterns)
        {
            if (name != code)
                continue;
            if (text.Length != pattern.Length + zone || !Digits(text.AsSpan(0, pattern.Length), pattern, out var local))
                return false;
            time = new AdvanceTime(local, zone == 0 ? null : text[pattern.Length..]);
            return true;
        }
        return false;
    }

    /// <summary>The code and text of a time: 201, or 205 or 303 with its zone.</summary>
    internal (string Text, string Code) Write() => Zone switch
    {
        null when Local.Year is >= 2000 and < 2100 => (Local.ToString("yyMMddHHmm", CultureInfo.InvariantCulture), "201"),
        null => (Local.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture), "203"),
        _ => (Local.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + Zone, Zone.Length == 3 ? "303" : "205"),
    };

    /// <summary>ISO 8601, the zone as written.</summary>
    public override string ToString() => Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + (Zone is null ? "" : $" {Zone}");

    private TimeSpan? Offset()
    {
        if (Zone is "UTC" or "GMT")
            return TimeSpan.Zero;
        if (Zone is not { Length: 5 } || Zone[0] is not ('+' or '-') || !int.TryParse(Zone.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var clock))
            return null;
        var minutes = (clock / 100 * 60) + (clock % 100);
        return minutes <= 14 * 60 ? TimeSpan.FromMinutes(Zone[0] == '-' ? -minutes : minutes) : null;
    }

    // A year of two digits is of this century: no flight of the last one is announced any more.
    private static bool Digits(ReadOnlySpan<char> text, string pattern, out DateTime time)
    {
        time = default;
        if (text.ContainsAnyExceptInRange('0', '9'))
            return false;
        var wide = pattern.StartsWith("yyyy", StringComparison.Ordinal);
        var year = wide ? Number(text[..4]) : 2000 + Number(text[..2]);
        text = text[(wide ? 4 : 2)..];
        var (month, day) = (Number(text[..2]), Number(text[2..4]));
        var (hour, minute, second) = (Part(text, 4), Part(text, 6), Part(text, 8));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        time = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
        return true;
    }

    private static int Part(ReadOnlySpan<char> text, int at) => text.Length > at ? Number(text.Slice(at, 2)) : 0;

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + digit - '0';
        return number;
    }
}
