namespace Rahdari.Documents.Inspection;

/// <summary>What happened to a reported document.</summary>
public enum ReportKind
{
    /// <summary>The holder lost it.</summary>
    Lost,

    /// <summary>It was stolen from the holder.</summary>
    Stolen,

    /// <summary>It was stolen before it was issued.</summary>
    StolenBlank,

    /// <summary>The State cancelled it.</summary>
    Revoked,
}
