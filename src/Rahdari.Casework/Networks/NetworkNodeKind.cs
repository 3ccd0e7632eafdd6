namespace Rahdari.Casework.Networks;

/// <summary>What a node of a network stands for. There is none for victims.</summary>
public enum NetworkNodeKind
{
#pragma warning disable CS1591 // The names say it.
    Case,
    CaseElsewhere,
    Accused,
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
