namespace Rahdari.Casework.Consultations;

/// <summary>Whether everybody sees a recommendation or an action.</summary>
public enum PublicationState
{
    /// <summary>Strategy officers alone.</summary>
    Draft,

    /// <summary>Everybody.</summary>
    Published,

    /// <summary>Nobody any more; the reason is kept.</summary>
    Withdrawn,
}
