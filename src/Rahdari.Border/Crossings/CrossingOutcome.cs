namespace Rahdari.Border.Crossings;

/// <summary>How an encounter ended.</summary>
public enum CrossingOutcome
{
    /// <summary>Entered.</summary>
    Admitted,

    /// <summary>Left.</summary>
    Departed,

    /// <summary>Not let through, in or out.</summary>
    Refused,

    /// <summary>Corrected: it never took place.</summary>
    Annulled,
}
