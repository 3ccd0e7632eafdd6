namespace Rahdari.Imaging.Headers;

/// <summary>The kinds of picture that are read.</summary>
public enum ImageKind
{
    /// <summary>ISO/IEC 10918-1.</summary>
    Jpeg,

    /// <summary>ISO/IEC 15948.</summary>
    Png,

    /// <summary>TIFF 6.0; the first picture of the file.</summary>
    Tiff,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>RFC 9649.</summary>
    WebP,

    /// <summary>ISO/IEC 15444-1, boxed or as a bare codestream.</summary>
    Jpeg2000,
}
