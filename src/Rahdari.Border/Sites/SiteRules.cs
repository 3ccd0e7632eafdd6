using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Sites;

/// <summary>What a site's settings must satisfy.</summary>
public static partial class SiteRules
{
    /// <summary>What the name of a training site begins with, and the port of one: ISO 3166-1 leaves XX to its users, so that no port bears it.</summary>
    public const string TrainingNode = "training-";

    private const string TrainingCountry = "XX";

    /// <summary>The first rule that the settings break, or null.</summary>
    public static Finding? Check(SiteSettings settings)
    {
        if (!IsNode(settings.Node))
            return Invalid("node", settings.Node);
        if (!IsPort(settings.Port))
            return Invalid("port", settings.Port);
        if (settings.Counters.Count == 0 || settings.Counters.Any(c => string.IsNullOrWhiteSpace(c) || c.Length > 32))
            return Invalid("counters", string.Join(", ", settings.Counters));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _))
            return Invalid("timeZone", settings.TimeZone);
        if (!State().IsMatch(settings.Country))
            return Invalid("country", settings.Country);
        if (settings.DefaultStayDays is < 1 or > 3660)
            return Invalid("defaultStayDays", $"{settings.DefaultStayDays}");
        if (settings.VettedDays is < 1 or > 3660)
            return Invalid("vettedDays", $"{settings.VettedDays}");
        if (settings.RescreeningHour is < 0 or > 23)
            return Invalid("rescreeningHour", $"{settings.RescreeningHour}");
        if (settings.IndicatorsHour is < 0 or > 23)
            return Invalid("indicatorsHour", $"{settings.IndicatorsHour}");
        if (settings.PurgeHour is < 0 or > 23)
            return Invalid("purgeHour", $"{settings.PurgeHour}");
        if (settings.AdvanceDays is < 0 or > 3660)
            return Invalid("advanceDays", $"{settings.AdvanceDays}");
        if (settings.AdvanceFolder is { } folder && !Path.IsPathFullyQualified(folder))
            return Invalid("advanceFolder", folder);
        if (!Enum.IsDefined(settings.Conveyance))
            return Invalid("conveyance", $"{settings.Conveyance}");
        if (settings.Readers.Keys.FirstOrDefault(counter => !settings.Counters.Contains(counter)) is { } unknown)
            return Invalid("readers", unknown);
        if (OfKind(settings) is { } ofKind)
            return ofKind;
        return settings.AgeOfMajority is < 1 or > 30 ? Invalid("ageOfMajority", $"{settings.AgeOfMajority}") : null;
    }

    /// <summary>A training site bears a name and a port that no site in service bears, and nothing is plugged into it or comes into it.</summary>
    private static Finding? OfKind(SiteSettings settings)
    {
        if (!Enum.IsDefined(settings.Kind))
            return Invalid("kind", $"{settings.Kind}");
        var isOfTraining = settings.Kind == SiteKind.Training;
        if (settings.Node.StartsWith(TrainingNode, StringComparison.Ordinal) != isOfTraining)
            return Invalid("node", settings.Node);
        if (!isOfTraining)
            return null;
        if (!settings.Port.StartsWith(TrainingCountry, StringComparison.Ordinal))
            return Invalid("port", settings.Port);
        if (settings.AdvanceFolder is { } folder)
            return Invalid("advanceFolder", folder);
        return settings.Readers.Count > 0 ? Invalid("readers", string.Join(", ", settings.Readers.Keys)) : null;
    }

    /// <summary>True where the text may be a node's name.</summary>
    public static bool IsNode(string text) => NodeName().IsMatch(text);

    /// <summary>True where the text has the form of a UN/LOCODE.</summary>
    public static bool IsPort(string text) => Port().IsMatch(text);

    private static Finding Invalid(string field, string value) => BorderRule.SiteSettingsInvalid.Broken(field, ("file", "site.json"), ("reason", $"{field}: '{value}'"));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,30}[a-z0-9]$")]
    private static partial Regex NodeName();

    [GeneratedRegex(@"^[A-Z]{2}[A-Z2-9]{3}\z")]
    internal static partial Regex Port();

    [GeneratedRegex("^[A-Z]{1,3}$")]
    private static partial Regex State();
}
