namespace Rahdari.Border.Screening.Policy;

/// <summary>What somebody is screened for.</summary>
public enum ScreeningPurpose
{
    /// <summary>The holder of a document stands at a counter.</summary>
    Counter,

    /// <summary>A carrier has announced a traveller.</summary>
    Advance,

    /// <summary>Everybody in the country is screened again, for a list has changed.</summary>
    Rescreening,

    /// <summary>A user has typed a name.</summary>
    ByHand,
}
