namespace Rahdari.Casework.Htcds;

/// <summary>What the standard says of a field.</summary>
public enum HtcdsStatus
{
    /// <summary>In use; version 2.0 calls every field a draft.</summary>
    Draft,

    /// <summary>Superseded; still read and written.</summary>
    Deprecated,

    /// <summary>Of the form alone: when it was opened and finished, its version.</summary>
    Form,
}
