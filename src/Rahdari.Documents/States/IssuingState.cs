namespace Rahdari.Documents.States;

/// <summary>A code that stands for a State, an organization or a status in a travel document.</summary>
/// <param name="Code">As a machine readable zone carries it: <c>PAK</c>, <c>D</c>.</param>
/// <param name="Iso3166Alpha3">The country's code, or null where the code stands for no country.</param>
/// <param name="Name">The name in English.</param>
/// <param name="Issues">False for a code that only stands in a holder's nationality: a stateless person, a refugee.</param>
public sealed record IssuingState(string Code, string? Iso3166Alpha3, string Name, bool Issues)
{
    /// <summary>Whether an organization issues under the code, and no State.</summary>
    public bool IsOrganization { get; init; }
}
