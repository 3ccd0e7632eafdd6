namespace Rahdari.Border.Screening.Vetting;

/// <summary>Why a vetted decision no longer keeps an entry from alerting.</summary>
public enum VettingChange
{
    /// <summary>The list says something else of the entry, or left it out in between.</summary>
    Entry,

    /// <summary>The name in the document.</summary>
    Name,

    /// <summary>The date of birth in the document.</summary>
    DateOfBirth,

    /// <summary>The nationality in the document.</summary>
    Nationality,

    /// <summary>The sex in the document.</summary>
    Sex,

    /// <summary>The personal number in the document.</summary>
    PersonalNumber,

    /// <summary>A supervisor withdrew the decision.</summary>
    Withdrawn,

    /// <summary>The decision's last day is over.</summary>
    Ended,

    /// <summary>A supervisor has confirmed at another time that the traveller is the entry.</summary>
    Confirmed,
}
