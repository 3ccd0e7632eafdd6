namespace Rahdari.Documents.Specimens;

/// <summary>In what way a specimen passport lies.</summary>
public enum SpecimenLie
{
    /// <summary>In none.</summary>
    None,

    /// <summary>The portrait on the chip was exchanged after it was signed.</summary>
    GroupAltered,

    /// <summary>Signed by somebody who calls himself the State's signer.</summary>
    WrongSigner,

    /// <summary>The signer's certificate has run out.</summary>
    SignerExpired,

    /// <summary>The State revoked the signer.</summary>
    SignerRevoked,

    /// <summary>The date of birth printed on the page is another than the chip's.</summary>
    ZoneDiffers,

    /// <summary>The portrait on the chip cannot be found.</summary>
    FaceMissing,

    /// <summary>The security object is another passport's.</summary>
    SecurityObjectStale,

    /// <summary>The chip is a copy: it has all the files and not the private key.</summary>
    ChipCloned,
}
