namespace Rahdari.Documents.States;

/// <summary>What is wrong with an issuer.</summary>
public enum InventedIssuerKind
{
    /// <summary>A body that is no State and issues in its own name.</summary>
    Fantasy,

    /// <summary>The name of a State that no longer is or never was, sold to deceive.</summary>
    Camouflage,

    /// <summary>A territory whose documents few States accept.</summary>
    Unrecognised,
}
