namespace Rahdari.Documents.AdvanceInformation;

/// <summary>As what a person travels (NAD 3035).</summary>
public enum AdvanceRole
{
    /// <summary>FL.</summary>
    Passenger,

    /// <summary>FM.</summary>
    Crew,

    /// <summary>DDU.</summary>
    TransitPassenger,

    /// <summary>DDT.</summary>
    TransitCrew,

    /// <summary>A code that is not known here.</summary>
    Other,
}
