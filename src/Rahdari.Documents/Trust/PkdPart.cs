namespace Rahdari.Documents.Trust;

/// <summary>A part of ICAO's Public Key Directory.</summary>
public enum PkdPart
{
    /// <summary>What conforms to Doc 9303 (<c>dc=data</c>).</summary>
    Conforming,

    /// <summary>What does not in some point, and is in use all the same (<c>dc=nc-data</c>).</summary>
    NonConforming,
}
