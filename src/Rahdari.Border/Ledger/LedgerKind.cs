namespace Rahdari.Border.Ledger;

/// <summary>The kinds of facts in a ledger.</summary>
public static class LedgerKind
{
    /// <summary>A <see cref="Crossings.Crossing"/>.</summary>
    public const string Crossing = "crossing";

    /// <summary>An <see cref="Audit.AuditRecord"/>.</summary>
    public const string Audit = "audit";
}
