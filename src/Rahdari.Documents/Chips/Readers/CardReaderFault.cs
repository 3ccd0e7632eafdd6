namespace Rahdari.Documents.Chips.Readers;

/// <summary>Why no reader can be used.</summary>
public enum CardReaderFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The library <c>libpcsclite.so.1</c> is not installed.</summary>
    LibraryMissing,

    /// <summary>The service <c>pcscd</c> does not run, or this user may not use it.</summary>
    ServiceMissing,

    /// <summary>No reader is plugged in.</summary>
    NoReader,

    /// <summary>The service answers with another fault.</summary>
    Other,
}
