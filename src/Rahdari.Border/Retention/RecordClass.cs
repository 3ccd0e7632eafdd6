namespace Rahdari.Border.Retention;

/// <summary>What is kept for a time of its own.</summary>
public enum RecordClass
{
    /// <summary>Crossings and refusals with their encounters, pictures and chips: from the end of the stay, or the refusal.</summary>
    Crossings,

    /// <summary>Encounters that were never decided, with their pictures and chips: from their opening.</summary>
    UndecidedEncounters,

    /// <summary>Hits: from their resolution. An open one goes only where its encounter was never decided.</summary>
    Hits,

    /// <summary>Vetted decisions: from their withdrawal or last day; one without an end that was not withdrawn is kept.</summary>
    VettedDecisions,

    /// <summary>Who was announced on a flight, and that a list came: from the arrival, and from the receipt.</summary>
    AdvanceInformation,

    /// <summary>Visas, permits and extensions of stays: from their revocation or last day.</summary>
    Permissions,

    /// <summary>Exit orders, consents and clearances: from their lifting, revocation or last day; one without an end is kept.</summary>
    ExitControl,

    /// <summary>Links between travellers: from their last change, and as long as both travellers are kept.</summary>
    Links,

    /// <summary>Audit records: from the deed. Those that verification needs are kept as long as what they prove.</summary>
    Audit,
}
