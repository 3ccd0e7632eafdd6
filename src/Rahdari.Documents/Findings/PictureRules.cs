namespace Rahdari.Documents.Findings;

/// <summary>What can differ between the zone presented and the one on a picture of the page.</summary>
public static class PictureRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule OfAnother = new("PICTURE_OF_ANOTHER_DOCUMENT", Severity.Serious, "logic: the zone stands on the page", "picture", "zone");
    public static readonly FindingRule ZoneDiffers = new("PICTURE_ZONE_DIFFERS", Severity.Serious, "logic: the zone stands on the page", "line", "column", "picture", "zone");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [OfAnother, ZoneDiffers];
}
