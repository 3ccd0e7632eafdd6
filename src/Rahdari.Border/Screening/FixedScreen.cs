using Rahdari.Border.Screening.Policy;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Screening;

/// <summary>The lists and the policy as they were at one moment: whoever holds it screens everybody alike. Immutable, so thread-safe.</summary>
internal sealed record FixedScreen(SearchedIndex Searched, ScreeningRules Rules)
{
    /// <summary>What of the lists and of the policy is screened by for a purpose: <c>un@3</c>, <c>policy#2</c>.</summary>
    public IReadOnlyList<string> Against(ScreeningPurpose purpose) => Rules.Against(Searched.Versions.Names, purpose);

    /// <summary>Screens the holder of a document, and looks for reports of it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="placeOfBirth">Where its chip says that the holder was born; null where not known.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="cancellation">Stops the search.</param>
    public Screened Screen(MrzFields document, string? placeOfBirth, ScreeningPurpose purpose, CancellationToken cancellation)
    {
        using var activity = BorderTelemetry.Activities.StartActivity("screen");
        return new Screened(
            Rules.Search(Searched.Index, Searched.Versions.Names, WatchlistScreen.Query(document, placeOfBirth), purpose, null, cancellation),
            Searched.Versions.Names,
            Against(purpose),
            Searched.Reported.Find(document.IssuingState, document.DocumentNumber, list => Rules.Of(list, purpose).IsScreened))
        {
            HasPersons = Searched.ListsOfPersons.Any(list => Rules.Of(list, purpose).IsScreened),
        };
    }
}
