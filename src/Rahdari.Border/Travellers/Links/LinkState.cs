namespace Rahdari.Border.Travellers.Links;

/// <summary>Whether two travellers are taken for one person.</summary>
public enum LinkState
{
    /// <summary>They are: the evidence is strong and nothing contradicts it.</summary>
    Automatic,

    /// <summary>They may be: a supervisor must look.</summary>
    Proposed,

    /// <summary>They are: a supervisor said so.</summary>
    Confirmed,

    /// <summary>They are not: a supervisor said so of what was proposed.</summary>
    Rejected,

    /// <summary>They are not: a supervisor took back that they were.</summary>
    Undone,
}
