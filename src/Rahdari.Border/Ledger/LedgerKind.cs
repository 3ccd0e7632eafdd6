namespace Rahdari.Border.Ledger;

/// <summary>The kinds of facts in a ledger.</summary>
public static class LedgerKind
{
    /// <summary>A <see cref="Crossings.Crossing"/>.</summary>
    public const string Crossing = "crossing";

    /// <summary>A <see cref="Crossings.Corrections.Correction"/>.</summary>
    public const string Correction = "correction";

    /// <summary>A batch of a legacy system's crossings: an <see cref="Crossings.Imports.ImportFact"/>.</summary>
    public const string Import = "import";

    /// <summary>An <see cref="AuditRecord"/>.</summary>
    public const string Audit = "audit";

    /// <summary>That a traveller resembled a listed person: a <see cref="Screening.HitFact"/>.</summary>
    public const string Hit = "hit";

    /// <summary>That a traveller is not a listed person: a <see cref="Screening.Vetting.VettedFact"/>.</summary>
    public const string Vetted = "vetted";

    /// <summary>Who is to be alerted for what: a <see cref="Screening.Policy.PolicyFact"/>.</summary>
    public const string Policy = "policy";

    /// <summary>A <see cref="Permissions.Permission"/>.</summary>
    public const string Permission = "permission";

    /// <summary>A <see cref="Permissions.StayExtension"/>.</summary>
    public const string StayExtension = "stay-extension";

    /// <summary>The rules of entry: a <see cref="Permissions.EntryRulesFact"/>.</summary>
    public const string EntryRules = "entry-rules";

    /// <summary>That somebody may not leave: an <see cref="ExitControl.ExitOrderFact"/>.</summary>
    public const string ExitOrder = "exit-order";

    /// <summary>That a minor or a worker may leave: an <see cref="ExitControl.ExitPaperFact"/>.</summary>
    public const string ExitPaper = "exit-paper";

    /// <summary>That two travellers are taken for one person, may be one, or are not: a <see cref="Travellers.Links.TravellerLink"/>'s change.</summary>
    public const string Link = "link";

    /// <summary>How long records are kept: a <see cref="Border.Retention.RetentionFact"/>.</summary>
    public const string Retention = "retention";

    /// <summary>That somebody's records are not purged: a <see cref="Border.Retention.HoldFact"/>.</summary>
    public const string Hold = "hold";

    /// <summary>The indicators: an <see cref="Border.Indicators.IndicatorSetFact"/>.</summary>
    public const string Indicators = "indicators";

    /// <summary>What was told and observed of a journey when its encounter was decided: a <see cref="Border.Indicators.JourneyFact"/>.</summary>
    public const string Journey = "journey";

    /// <summary>That an indicator showed in the record: an <see cref="Border.Indicators.IndicationFact"/>.</summary>
    public const string Indication = "indication";

    /// <summary>That payloads were erased: a <see cref="Border.Retention.PurgeFact"/>. No table repeats it.</summary>
    public const string Purge = "purge";
}
