namespace Rahdari.Border.Ledger;

/// <summary>The kinds of facts in a ledger.</summary>
public static class LedgerKind
{
    /// <summary>A <see cref="Crossings.Crossing"/>.</summary>
    public const string Crossing = "crossing";

    /// <summary>An <see cref="Audit.AuditRecord"/>.</summary>
    public const string Audit = "audit";

    /// <summary>That a traveller resembled a listed person: a <see cref="Screening.HitFact"/>.</summary>
    public const string Hit = "hit";

    /// <summary>That a traveller is not a listed person: a <see cref="Screening.Vetting.VettedFact"/>.</summary>
    public const string Vetted = "vetted";

    /// <summary>Who is to be alerted for what: a <see cref="Screening.Policy.PolicyFact"/>.</summary>
    public const string Policy = "policy";

    /// <summary>That somebody may not leave: an <see cref="ExitControl.ExitOrderFact"/>.</summary>
    public const string ExitOrder = "exit-order";

    /// <summary>That a minor or a worker may leave: an <see cref="ExitControl.ExitPaperFact"/>.</summary>
    public const string ExitPaper = "exit-paper";
}
