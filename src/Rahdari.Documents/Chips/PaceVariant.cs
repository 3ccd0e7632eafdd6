namespace Rahdari.Documents.Chips;

/// <summary>A variant of PACE (Doc 9303-11 §9.2.1). Immutable.</summary>
/// <param name="Oid">What announces it.</param>
/// <param name="Mapping">How the nonce is mapped.</param>
/// <param name="IsCurve">On points; otherwise on numbers.</param>
/// <param name="Cipher">The cipher of nonce and session.</param>
internal sealed record PaceVariant(string Oid, PaceMapping Mapping, bool IsCurve, ChipCipher Cipher)
{
    private const string Pace = "0.4.0.127.0.7.2.2.4";

    /// <summary>All of them, what protects most first: the original proven, then by the cipher, points before numbers.</summary>
    public static IReadOnlyList<PaceVariant> All { get; } =
    [
        .. Of(6, PaceMapping.ChipAuthentication, true).Where(v => v.Cipher != ChipCipher.TripleDes),
        .. Of(2, PaceMapping.Generic, true).Concat(Of(4, PaceMapping.Integrated, true)).Concat(Of(1, PaceMapping.Generic, false)).Concat(Of(3, PaceMapping.Integrated, false))
            .OrderByDescending(v => v.Cipher.KeySize).ThenBy(v => v.Cipher == ChipCipher.TripleDes),
    ];

    /// <summary>For people: <c>PACE-ECDH-GM AES-128</c>.</summary>
    public string Name => $"PACE-{(IsCurve ? "ECDH" : "DH")}-{Mapping switch { PaceMapping.Generic => "GM", PaceMapping.Integrated => "IM", _ => "CAM" }} {Cipher.Name}";

    /// <summary>The variant of an identifier; null where there is none.</summary>
    public static PaceVariant? Find(string oid) => All.FirstOrDefault(variant => variant.Oid == oid);

    private static IEnumerable<PaceVariant> Of(int number, PaceMapping mapping, bool curve) =>
        new[] { ChipCipher.TripleDes, ChipCipher.Aes128, ChipCipher.Aes192, ChipCipher.Aes256 }
            .Select((cipher, i) => new PaceVariant($"{Pace}.{number}.{i + 1}", mapping, curve, cipher)).Reverse();
}
