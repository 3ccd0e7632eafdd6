namespace Rahdari.Border.Encounters;

/// <summary>Where an encounter stands; says nothing of the traveller, so that a page may ask every second.</summary>
/// <param name="State">The state.</param>
/// <param name="OpenHits">Hits that nobody has resolved.</param>
/// <param name="Revision">How often something of the document was added since it was opened.</param>
public sealed record EncounterStanding(EncounterState State, int OpenHits, int Revision);

/// <summary>How much waits for the second line; says nothing of the travellers.</summary>
/// <param name="Encounters">Encounters that wait.</param>
/// <param name="OpenHits">Their hits that nobody has resolved.</param>
/// <param name="Latest">The one that began last, or null.</param>
public sealed record WaitingStanding(int Encounters, int OpenHits, Guid? Latest);
