namespace Rahdari.Casework.Funnels;

/// <summary>
/// What became of the cases that were registered: cases, people, charges and victims, each counted by itself and never added to or divided by another. A cohort is
/// followed: a conviction counts for the year in which its case was registered.
/// </summary>
/// <param name="AsOf">The day on which it was counted, in the country.</param>
/// <param name="Filter">Which cases.</param>
/// <param name="Cases">Cases.</param>
/// <param name="People">Accused people.</param>
/// <param name="Charges">Charges: one offence against one accused.</param>
/// <param name="Victims">Victims.</param>
/// <param name="Compensation">Rupees.</param>
/// <param name="Lying">Where the cases lie, and for how long.</param>
/// <param name="Durations">How long each stage took of those that left it.</param>
/// <param name="Unknown">What these figures cannot tell, as codes: their sentences are the console's.</param>
public sealed record Funnel(
    DateOnly AsOf,
    FunnelFilter Filter,
    CaseCounts Cases,
    PeopleCounts People,
    ChargeCounts Charges,
    VictimCounts Victims,
    CompensationSums Compensation,
    IReadOnlyList<LyingCases> Lying,
    IReadOnlyList<StageDuration> Durations,
    IReadOnlyList<FunnelUnknown> Unknown);

/// <summary>Cases.</summary>
/// <param name="Enquiries">Opened, and no first information report registered: not part of what follows.</param>
/// <param name="Registered">With a first information report.</param>
/// <param name="WithArrest">Of those, with at least one person arrested.</param>
/// <param name="InCourt">Of those registered, sent to a court (challan).</param>
/// <param name="Decided">Of those, with a verdict on at least one charge.</param>
/// <param name="WithConviction">Of those, in which somebody stands convicted.</param>
/// <param name="CompensationOrdered">Of those registered, in which a court ordered compensation.</param>
/// <param name="CompensationPaid">Of those, in which all that was ordered is paid.</param>
/// <param name="ClosedBeforeCourt">Of those registered, closed without ever reaching a court.</param>
public sealed record CaseCounts(
    int Enquiries, int Registered, int WithArrest, int InCourt, int Decided, int WithConviction, int CompensationOrdered, int CompensationPaid, int ClosedBeforeCourt);

/// <summary>People who are accused; one who is accused in two cases counts twice.</summary>
/// <param name="Accused">Named as suspects in a registered case.</param>
/// <param name="Arrested">Of those, arrested at least once.</param>
/// <param name="SentUp">Of those accused, sent to a court.</param>
/// <param name="Judged">Of those, with a verdict on at least one charge.</param>
/// <param name="Convicted">Of those, convicted of at least one charge.</param>
/// <param name="Absconding">Of those accused, who cannot be found now.</param>
public sealed record PeopleCounts(int Accused, int Arrested, int SentUp, int Judged, int Convicted, int Absconding);

/// <summary>Charges: one offence against one accused.</summary>
/// <param name="SentUp">Brought before a court.</param>
/// <param name="Framed">Of those, framed by the court.</param>
/// <param name="Convicted">Guilty.</param>
/// <param name="Acquitted">Not guilty.</param>
/// <param name="EndedOtherwise">Discharged, withdrawn or abated.</param>
/// <param name="Open">No verdict that stands.</param>
public sealed record ChargeCounts(int SentUp, int Framed, int Convicted, int Acquitted, int EndedOtherwise, int Open);

/// <summary>Victims that the cases know of.</summary>
/// <param name="Known">In registered cases.</param>
/// <param name="WithStatement">Of those, heard by a court (CrPC s. 164).</param>
/// <param name="PlacedInShelter">Of those, placed in a shelter by a court.</param>
/// <param name="CompensationOrdered">Of those, for whom compensation was ordered.</param>
/// <param name="CompensationPaid">Of those, who received all of it.</param>
public sealed record VictimCounts(int Known, int WithStatement, int PlacedInShelter, int CompensationOrdered, int CompensationPaid);

/// <summary>Compensation, rupees.</summary>
/// <param name="Ordered">By courts.</param>
/// <param name="Paid">To victims.</param>
public sealed record CompensationSums(decimal Ordered, decimal Paid);
