namespace Rahdari.Casework.Interviews;

/// <summary>What the interviewer thinks after the interview; it decides nothing about anybody.</summary>
public enum InterviewOutcome
{
    /// <summary>Nothing points to trafficking.</summary>
    NoIndication,

    /// <summary>The person may have been trafficked, or may be on the way to it.</summary>
    PossibleVictim,

    /// <summary>The person may have trafficked others.</summary>
    PossibleTrafficker,

    /// <summary>Both: whoever was made to do it is a victim first.</summary>
    Both,
}

/// <summary>How the interview went.</summary>
public enum InterviewCourse
{
    /// <summary>It was held.</summary>
    Held,

    /// <summary>The person did not want to talk.</summary>
    Refused,

    /// <summary>The person, or the interviewer for their sake, stopped it.</summary>
    Stopped,

    /// <summary>It was not held.</summary>
    NotHeld,
}

/// <summary>What cannot wait, whatever the person says or agrees to.</summary>
public enum UrgentNeed
{
#pragma warning disable CS1591 // The names are those of the field.
    MedicalCare,
    Safety,
    FoodAndRest,
    ChildProtection,
    PsychologicalCare,
    LegalAid,
    Consulate,
#pragma warning restore CS1591
}
