namespace Rahdari.Casework.Cases;

/// <summary>What a case can be connected with, beside people.</summary>
public enum LeadKind
{
#pragma warning disable CS1591 // The names say it.
    Telephone,
    Address,
    Sponsor,
    Employer,
    Agency,
    Route,
    Vehicle,
    Account,
    Document,
#pragma warning restore CS1591
}
