namespace Rahdari.Training.Scoring;

/// <summary>In what way a decision was not right.</summary>
public enum MissKind
{
    /// <summary>A document that is forged, altered or no longer good was let through.</summary>
    MissedForgery,

    /// <summary>A listed person was let through, or sent away unheard.</summary>
    MissedMatch,

    /// <summary>A sign was not noted, or who shows signs was not spoken with.</summary>
    MissedIndicator,

    /// <summary>Who shows signs was referred, but not to be spoken with apart from whoever travels along.</summary>
    NoInterview,

    /// <summary>Somebody clean was refused.</summary>
    FalseAlarm,

    /// <summary>Somebody clean was sent to the second line.</summary>
    NeedlessReferral,

    /// <summary>A sign was noted that did not show.</summary>
    UnfoundedRemark,

    /// <summary>The decision took longer than the lesson's limit.</summary>
    TooSlow,
}
