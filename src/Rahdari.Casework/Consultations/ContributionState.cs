namespace Rahdari.Casework.Consultations;

/// <summary>What became of a contribution.</summary>
public enum ContributionState
{
    /// <summary>Nobody has weighed it.</summary>
    Received,

    /// <summary>It is shown once the consultation is published.</summary>
    Accepted,

    /// <summary>It is not shown; the reason is kept.</summary>
    Rejected,

    /// <summary>Its contributor took it back: its words and who they were from are erased.</summary>
    Withdrawn,
}

/// <summary>How a contribution came.</summary>
public enum ContributionOrigin
{
    /// <summary>Entered by a strategy officer from a seminar or a letter.</summary>
    Seminar,

    /// <summary>Handed in by whoever wrote it, by the public form.</summary>
    PublicForm,
}
