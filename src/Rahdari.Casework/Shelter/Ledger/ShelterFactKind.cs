namespace Rahdari.Casework.Shelter.Ledger;

/// <summary>What the payload of an entry of the victims' store's ledger is.</summary>
internal static class ShelterFactKind
{
    /// <summary>A <see cref="RowFact"/>.</summary>
    public const string Row = "shelter-row";

    /// <summary>An <see cref="AuditRecord"/>.</summary>
    public const string Audit = "audit";
}
