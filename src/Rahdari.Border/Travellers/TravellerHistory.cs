using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;

namespace Rahdari.Border.Travellers;

/// <summary>All that the site knows of the person that a traveller is, by any document.</summary>
/// <param name="Summary">In short.</param>
/// <param name="Documents">Every document presented, latest first.</param>
/// <param name="Crossings">Crossings and refusals, newest first; at most the newest 500.</param>
/// <param name="OpenStay">The open stay, or null.</param>
/// <param name="Stays">Those crossings as stays, newest first.</param>
/// <param name="Links">
/// Links of the person: those that stand, that wait, and that were rejected or undone; oldest first, at most 100. For an officer only those within the person.
/// </param>
public sealed record TravellerHistory(
    TravellerSummary Summary, IReadOnlyList<TravellerDocument> Documents, IReadOnlyList<Crossing> Crossings, Stay? OpenStay, IReadOnlyList<RecordedStay> Stays,
    IReadOnlyList<TravellerLink> Links)
{
    /// <summary>The corrections of those crossings, each crossing's first first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What is known of crossings at other ports; null where the site asks nobody, or was not asked for it.</summary>
    public NationalHistory? National { get; init; }
}
