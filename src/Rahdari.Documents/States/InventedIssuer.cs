namespace Rahdari.Documents.States;

/// <summary>An issuer whose documents do not prove nationality.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Code">The code in its zones, or empty.</param>
/// <param name="Name">The name on its pages.</param>
public sealed record InventedIssuer(InventedIssuerKind Kind, string Code, string Name);
