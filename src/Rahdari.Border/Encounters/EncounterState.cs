namespace Rahdari.Border.Encounters;

/// <summary>Where an encounter stands.</summary>
public enum EncounterState
{
    /// <summary>At the counter.</summary>
    Open,

    /// <summary>With the second line.</summary>
    Referred,

    /// <summary>Ended with a crossing or a refusal.</summary>
    Decided,

    /// <summary>Left: the traveller was presented again, or decided in another encounter.</summary>
    Superseded,
}
