namespace Rahdari.Documents.Chips;

/// <summary>A key by which a chip proves that it is the original (Doc 9303-11 §6.2, §9.2.5, §9.2.6). Immutable.</summary>
/// <param name="Oid">The variant's identifier.</param>
/// <param name="Cipher">The cipher of the session that follows.</param>
/// <param name="Group">The group.</param>
/// <param name="Public">The chip's public key.</param>
/// <param name="KeyNumber">Which of several keys; null where there is one.</param>
internal sealed record ChipAuthenticationKey(string Oid, ChipCipher Cipher, AgreementGroup Group, byte[] Public, int? KeyNumber)
{
    private const string Prefix = "0.4.0.127.0.7.2.2.3.";

    private static readonly ChipCipher[] Ciphers = [ChipCipher.TripleDes, ChipCipher.Aes128, ChipCipher.Aes192, ChipCipher.Aes256];

    /// <summary>The key of a ChipAuthenticationPublicKeyInfo with the variant announced for it; triple DES where none is.</summary>
    public static ChipAuthenticationKey? Read(SecurityInfo info, IEnumerable<SecurityInfo> variants)
    {
        if (SecurityInfos.KeyOf(info.Required) is not { } key)
            return null;
        var number = info.Number(second: true);
        var kind = key.Group.IsCurve ? "2" : "1";
        var found = variants.Where(v => v.Oid.StartsWith($"{Prefix}{kind}.", StringComparison.Ordinal) && (v.Number(second: true) is not { } of || number is null || of == number))
            .Select(v => (v.Oid, Cipher: Array.FindIndex(Ciphers, c => v.Oid == OidOf(kind, c)))).Where(v => v.Cipher >= 0).OrderByDescending(v => v.Cipher).FirstOrDefault();
        var cipher = found.Oid is null ? ChipCipher.TripleDes : Ciphers[found.Cipher];
        return new ChipAuthenticationKey(OidOf(kind, cipher), cipher, key.Group, key.Key, number);
    }

    /// <summary>The identifier of a variant.</summary>
    public static string OidOf(bool curve, ChipCipher cipher) => OidOf(curve ? "2" : "1", cipher);

    private static string OidOf(string kind, ChipCipher cipher) => $"{Prefix}{kind}.{Array.IndexOf(Ciphers, cipher) + 1}";
}
