namespace Rahdari.Border.Encounters;

/// <summary>How the interview with a traveller stands, as far as the border must know: not what was said, nor what they are thought to be.</summary>
public enum InterviewStanding
{
    /// <summary>There was none.</summary>
    None,

    /// <summary>Somebody speaks with them.</summary>
    UnderWay,

    /// <summary>It ended, and nothing follows from it for the border.</summary>
    Ended,

    /// <summary>It ended with a referral: nobody is sent back before that was reviewed.</summary>
    Held,

    /// <summary>It ended with a referral, and whoever leads the circle reviewed whether they may be sent back, and agreed.</summary>
    Agreed,
}
