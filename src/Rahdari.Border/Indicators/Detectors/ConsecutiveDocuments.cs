using System.Globalization;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Adults who cross on one day by one conveyance, not said to be together and of no name in common, whose documents were issued one after another.</summary>
internal static class ConsecutiveDocuments
{
    public static Indication? Detect(Scene scene, DetectorTerms terms)
    {
        // Families apply together, and a family of four adults is rare.
        if (scene.Now.IsMinor || scene.Now.Conveyance is null || Ordinal(scene.Now.Number) is not { } ordinal)
            return null;
        var since = scene.Now.Day.AddDays(-terms.Days!.Value);
        Passage[] group = [.. scene.NearNumbers
            .Where(other => !other.IsMinor && other.Person != scene.Now.Person && other.Series == scene.Now.Series && other.Day >= since && other.Direction == scene.Now.Direction && other.Conveyance == scene.Now.Conveyance)
            .Where(other => Ordinal(other.Number) is { } number && number.Prefix == ordinal.Prefix && Math.Abs(number.Value - ordinal.Value) <= terms.Span)
            .Where(other => !other.SharesName(scene.Now) && !Company.IsTold(scene.Now, other))
            .DistinctBy(other => other.Person)];
        if (group.Length + 1 < terms.Count)
            return null;
        return new Indication(
            $"documents {scene.Now.Series} {ordinal.Prefix} {scene.Now.Conveyance}",
            BorderRule.SawConsecutiveDocuments.Broken(null, ("travellers", $"{group.Length + 1}"), ("span", $"{terms.Span}"), ("days", $"{terms.Days}"), ("count", $"{terms.Count}")),
            group);
    }

    /// <summary>The numbers that lie near one, in its form.</summary>
    public static IReadOnlyList<string> About(string number, int span)
    {
        if (Ordinal(number) is not { } ordinal)
            return [];
        var digits = number.Length - ordinal.Prefix.Length;
        return [.. Enumerable.Range(-span, (2 * span) + 1).Where(step => step != 0 && ordinal.Value + step >= 0)
            .Select(step => ordinal.Prefix + (ordinal.Value + step).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')).Where(near => near.Length == number.Length)];
    }

    /// <summary>What counts up: the digits at the end.</summary>
    private static (string Prefix, long Value)? Ordinal(string number)
    {
        const int mostDigits = 15;
        var digits = number.Reverse().TakeWhile(char.IsAsciiDigit).Take(mostDigits).Count();
        return digits < 4 ? null : (number[..^digits], long.Parse(number.AsSpan(number.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
