namespace Rahdari.Border.Ledger;

/// <summary>The kinds of facts in a ledger.</summary>
public static class LedgerKind
{
    /// <summary>A <see cref="Crossings.Crossing"/>.</summary>
    public const string Crossing = "crossing";

    /// <summary>A batch of a legacy system's crossings: an <see cref="Crossings.Imports.ImportFact"/>.</summary>
    public const string Import = "import";

    /// <summary>An <see cref="Audit.AuditRecord"/>.</summary>
    public const string Audit = "audit";

    /// <summary>That a traveller resembled a listed person: a <see cref="Screening.HitFact"/>.</summary>
    public const string Hit = "hit";

    /// <summary>That a traveller is not a listed person: a <see cref="Screening.Vetting.VettedFact"/>.</summary>
    public const string Vetted = "vetted";

    /// <summary>Who is to be alerted for what: a <see cref="Screening.Policy.PolicyFact"/>.</summary>
    public const string Policy = "policy";
}
