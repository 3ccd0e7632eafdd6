namespace Rahdari.Casework.Consultations;

/// <summary>What the system measures by itself. Counts are rounded as every published count is; sums and medians of fewer than five cases are not told.</summary>
public enum StrategyIndicator
{
    /// <summary>Cases with a first information report.</summary>
    CasesRegistered,

    /// <summary>Of those, with somebody arrested.</summary>
    CasesWithArrest,

    /// <summary>Of those registered, sent to a court.</summary>
    CasesInCourt,

    /// <summary>Of those registered, with somebody convicted.</summary>
    CasesWithConviction,

    /// <summary>Of those registered, in which compensation was ordered.</summary>
    CasesCompensationOrdered,

    /// <summary>Of those registered, in which all that was ordered is paid.</summary>
    CasesCompensationPaid,

    /// <summary>People arrested.</summary>
    PeopleArrested,

    /// <summary>People convicted.</summary>
    PeopleConvicted,

    /// <summary>Victims known to registered cases.</summary>
    VictimsKnown,

    /// <summary>Of those, who received all the compensation ordered for them.</summary>
    VictimsCompensated,

    /// <summary>Compensation ordered, rupees, to the nearest 100,000.</summary>
    CompensationOrdered,

    /// <summary>Compensation paid, rupees, to the nearest 100,000.</summary>
    CompensationPaid,

    /// <summary>Days in investigation, the median of cases that left it, to the nearest five.</summary>
    InvestigationDays,

    /// <summary>Days before the court frames a charge, the median, to the nearest five.</summary>
    CourtDays,

    /// <summary>Days in trial, the median, to the nearest five.</summary>
    TrialDays,

    /// <summary>Victims with a file at an organisation that helps them; of the whole country.</summary>
    VictimsAssisted,

    /// <summary>Beds in shelters that are in use today; of the whole country, and of nobody.</summary>
    ShelterBeds,

    /// <summary>Contributions received.</summary>
    ContributionsReceived,

    /// <summary>Of the accepted, the share in hundredths that was answered or on which a published recommendation rests, to the nearest five.</summary>
    ContributionsAnswered,
}
