namespace Rahdari.Casework.Interviews;

/// <summary>Where a referral stands.</summary>
public enum CaseReferralStage
{
    /// <summary>Nothing was referred: nothing points to trafficking, or the interview was not held.</summary>
    NotReferred,

    /// <summary>The circle has not answered.</summary>
    Waiting,

    /// <summary>A case was opened.</summary>
    TakenUp,

    /// <summary>The head of the circle set it aside.</summary>
    SetAside,
}

/// <summary>What an interview at the border led to, as the circle reads it.</summary>
/// <param name="Id">A UUID of the interviewer.</param>
/// <param name="Number">Port, year and a running number.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="At">When the interview ended; UTC.</param>
/// <param name="By">The interviewer.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Interview">What is known.</param>
public sealed record CaseReferral(Guid Id, string Number, int Version, DateTimeOffset At, string By, CaseReferralStage Stage, InterviewEnded Interview)
{
    /// <summary>The case, once one was opened.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Why it was set aside, or null.</summary>
    public string? SetAsideWhy { get; init; }

    /// <summary>The last review of whether the person may be sent back; null while there is none.</summary>
    public RemovalReviewed? Review { get; init; }

    /// <summary>True once the organisation took the person in.</summary>
    public bool IsTakenIn { get; init; }

    /// <summary>The referral after one more of its events. Pure.</summary>
    public static CaseReferral After(CaseReferral? before, CaseReferralEvent told) => told.Fact switch
    {
        InterviewEnded ended when before is null =>
            new CaseReferral(told.ReferralId, told.ReferralNumber ?? "", 1, told.At, told.By, ended.Circle is null ? CaseReferralStage.NotReferred : CaseReferralStage.Waiting, ended),
        _ when before is null => throw new InvalidOperationException("A referral begins with its interview."),
        TakenUp taken => before with { Version = told.Number, Stage = CaseReferralStage.TakenUp, CaseId = taken.CaseId },
        SetAside aside => before with { Version = told.Number, Stage = CaseReferralStage.SetAside, SetAsideWhy = aside.Why },
        RemovalReviewed reviewed => before with { Version = told.Number, Review = reviewed },
        TakenIn => before with { Version = told.Number, IsTakenIn = true },
        _ => before with { Version = told.Number },
    };
}
