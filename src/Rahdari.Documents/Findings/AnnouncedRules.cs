namespace Rahdari.Documents.Findings;

/// <summary>What a carrier announced of the holder against the zone of the document presented.</summary>
public static class AnnouncedRules
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule NameDiffers = new("ANNOUNCED_NAME_DIFFERS", Severity.Serious, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
    public static readonly FindingRule NameParts = new("ANNOUNCED_NAME_PARTS_DIFFER", Severity.Information, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
    public static readonly FindingRule BirthDiffers = new("ANNOUNCED_DATE_OF_BIRTH_DIFFERS", Severity.Warning, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
    public static readonly FindingRule SexDiffers = new("ANNOUNCED_SEX_DIFFERS", Severity.Warning, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
    public static readonly FindingRule NationalityDiffers = new("ANNOUNCED_NATIONALITY_DIFFERS", Severity.Warning, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
    public static readonly FindingRule StateDiffers = new("ANNOUNCED_ISSUING_STATE_DIFFERS", Severity.Warning, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
    public static readonly FindingRule ExpiryDiffers = new("ANNOUNCED_DATE_OF_EXPIRY_DIFFERS", Severity.Warning, "WCO/IATA/ICAO API guidelines: the data are those of the document", "announced", "zone");
#pragma warning restore CS1591

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } = [NameDiffers, NameParts, BirthDiffers, SexDiffers, NationalityDiffers, StateDiffers, ExpiryDiffers];
}
