namespace Rahdari.Documents.Chips;

/// <summary>By what a chip proved that it is the original and no copy (Doc 9303-11 §4.4.3.5, §6).</summary>
public enum ChipProof
{
    /// <summary>By nothing: it cannot, or did not.</summary>
    None,

    /// <summary>Active authentication: it signed a challenge.</summary>
    ActiveAuthentication,

    /// <summary>Chip authentication: it agreed on a session with its own key.</summary>
    ChipAuthentication,

    /// <summary>PACE with chip authentication mapping: it did so while it was opened.</summary>
    PaceChipAuthentication,
}
