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
}
