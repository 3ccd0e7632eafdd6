namespace Rahdari.Documents.Chips;

/// <summary>How PACE turns a nonce into a generator (Doc 9303-11 §4.4.3.3).</summary>
public enum PaceMapping
{
    /// <summary>Generic: by another key agreement.</summary>
    Generic,

    /// <summary>Integrated: by a map into the group.</summary>
    Integrated,

    /// <summary>Chip authentication: generic, and the chip proves that it is the original.</summary>
    ChipAuthentication,
}
