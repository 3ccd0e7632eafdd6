namespace Rahdari.Documents.Lds;

/// <summary>How a picture on a chip is encoded (ISO/IEC 19794-5 §5.8).</summary>
public enum ImageKind
{
    /// <summary>None that is allowed.</summary>
    Unknown,

    /// <summary>JPEG (ISO/IEC 10918).</summary>
    Jpeg,

    /// <summary>JPEG 2000 (ISO/IEC 15444), a file or a bare code stream.</summary>
    Jpeg2000,
}
