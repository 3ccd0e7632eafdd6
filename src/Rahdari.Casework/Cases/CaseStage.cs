namespace Rahdari.Casework.Cases;

/// <summary>Where a case lies.</summary>
public enum CaseStage
{
    /// <summary>A report or referral is looked into; nothing is registered yet.</summary>
    Enquiry,

    /// <summary>A first information report is registered and investigated.</summary>
    Investigation,

    /// <summary>The report of the investigation (challan) is before a court.</summary>
    Court,

    /// <summary>The charge is framed: the trial is on.</summary>
    Trial,

    /// <summary>The court has decided on every accused who was before it.</summary>
    Decided,

    /// <summary>An appeal is pending.</summary>
    Appeal,

    /// <summary>Ended, with a reason.</summary>
    Closed,
}
