namespace Rahdari.Documents.Trust;

/// <summary>What came of verifying a signature.</summary>
public enum SignatureOutcome
{
    /// <summary>The key made it over these bytes.</summary>
    Valid,

    /// <summary>The key did not make it, or the bytes were changed.</summary>
    Invalid,

    /// <summary>The algorithm or its parameters are not known here: nothing can be said.</summary>
    Unsupported,
}
