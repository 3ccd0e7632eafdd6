using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Math;

namespace Rahdari.Documents.Chips.Simulated;

/// <summary>What a simulated chip is opened with and proves itself by. Immutable; made anew for every chip.</summary>
public sealed class ChipKeys
{
    private const string PublicKey = "0.4.0.127.0.7.2.2.1.";

    private ChipKeys(PaceVariant? pace, int groupNumber, AgreementKey? chipKey, ChipCipher? chipCipher, RSA? rsa, ECDsa? ecdsa) =>
        (Pace, GroupNumber, ChipKey, ChipCipher, Rsa, Ecdsa) = (pace, groupNumber, chipKey, chipCipher, rsa, ecdsa);

    /// <summary>The variants of PACE that a chip can be given, by name: <c>PACE-ECDH-GM AES-128</c>.</summary>
    public static IReadOnlyList<string> PaceVariants { get; } = [.. PaceVariant.All.Select(variant => variant.Name)];

    /// <summary>EF.CardAccess: what the chip announces of PACE; empty where it knows basic access control alone.</summary>
    public ReadOnlyMemory<byte> CardAccess => Pace is null ? default : Infos(PaceInfo);

    /// <summary>The content of EF.DG14, and of EF.CardSecurity: what EF.CardAccess says, and the chip's public key; empty where there is neither.</summary>
    public ReadOnlyMemory<byte> SecurityInfos => Pace is null && ChipKey is null && Ecdsa is null ? default : Infos(ChipInfos);

    /// <summary>The content of EF.DG15: the key of active authentication; empty where it has none.</summary>
    public ReadOnlyMemory<byte> ActiveAuthenticationKey => Rsa?.ExportSubjectPublicKeyInfo() ?? Ecdsa?.ExportSubjectPublicKeyInfo();

    /// <summary>True where PACE itself proves the chip, so that EF.CardSecurity is needed.</summary>
    public bool NeedsCardSecurity => Pace?.Mapping == PaceMapping.ChipAuthentication;

    internal PaceVariant? Pace { get; }

    internal int GroupNumber { get; }

    internal AgreementGroup Group => AgreementGroup.OfNumber(GroupNumber)!;

    internal AgreementKey? ChipKey { get; }

    internal ChipCipher? ChipCipher { get; }

    internal RSA? Rsa { get; }

    internal ECDsa? Ecdsa { get; }

    /// <summary>Keys for a chip.</summary>
    /// <param name="pace">The variant of PACE, by name; null for basic access control alone.</param>
    /// <param name="group">The number of the standardised group (Doc 9303-11 §9.5.1); one that fits the variant where null.</param>
    /// <param name="proof">By what the chip can prove itself.</param>
    /// <param name="onCurve">Active authentication: with points rather than RSA.</param>
    /// <exception cref="ArgumentException">There is no such variant, or the group is none or of another kind.</exception>
    public static ChipKeys Create(string? pace = null, int? group = null, ChipProof proof = ChipProof.None, bool onCurve = false)
    {
        var variant = pace is null ? null : PaceVariant.All.FirstOrDefault(v => v.Name == pace) ?? throw new ArgumentException($"There is no {pace}.", nameof(pace));
        var number = group ?? (variant?.IsCurve == false ? 2 : 13);
        if (AgreementGroup.OfNumber(number) is not { } chosen || (variant is not null && chosen.IsCurve != variant.IsCurve))
            throw new ArgumentException("The group is of another kind, or none.", nameof(group));
        var hasKey = proof is ChipProof.ChipAuthentication or ChipProof.PaceChipAuthentication || variant?.Mapping == PaceMapping.ChipAuthentication;
        return new ChipKeys(
            variant,
            number,
            hasKey ? AgreementKey.Of(chosen, chosen.Generator, chosen.NewPrivateKey()) : null,
            proof == ChipProof.ChipAuthentication ? variant?.Cipher ?? ChipCipher.TripleDes : null,
            proof == ChipProof.ActiveAuthentication && !onCurve ? RSA.Create(2048) : null,
            proof == ChipProof.ActiveAuthentication && onCurve ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null);
    }

    /// <summary>A copy's: the same public keys, and private ones that are not theirs.</summary>
    internal ChipKeys Cloned() => new(
        Pace,
        GroupNumber,
        ChipKey is { } key ? new AgreementKey(key.Private.Add(BigInteger.One), key.Public) : null,
        ChipCipher,
        Rsa is null ? null : RSA.Create(Rsa.KeySize),
        Ecdsa is null ? null : ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>New keys of the same kinds: those of another chip.</summary>
    internal ChipKeys Renewed() => new(
        Pace,
        GroupNumber,
        ChipKey is null ? null : AgreementKey.Of(Group, Group.Generator, Group.NewPrivateKey()),
        ChipCipher,
        Rsa is null ? null : RSA.Create(Rsa.KeySize),
        Ecdsa is null ? null : ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private static byte[] Infos(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
            write(writer);
        return writer.Encode();
    }

    private void PaceInfo(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Pace!.Oid);
            writer.WriteInteger(2);
            writer.WriteInteger(GroupNumber);
        }
    }

    private void ChipInfos(AsnWriter writer)
    {
        if (Pace is not null)
            PaceInfo(writer);
        if (ChipKey is { } key)
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(PublicKey + (Group.IsCurve ? "2" : "1"));
                using (writer.PushSequence())
                {
                    using (writer.PushSequence())
                    {
                        // The standardised parameters by their number (TR-03110-3 §A.2.1.1).
                        writer.WriteObjectIdentifier("0.4.0.127.0.7.1.2");
                        writer.WriteInteger(GroupNumber);
                    }
                    writer.WriteBitString(Group.IsCurve ? key.Public : Integer(key.Public));
                }
            }
        }
        if (ChipCipher is { } cipher)
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(ChipAuthenticationKey.OidOf(Group.IsCurve, cipher));
                writer.WriteInteger(1);
            }
        }
        if (Ecdsa is not null)
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("2.23.136.1.1.5");
                writer.WriteInteger(1);
                writer.WriteObjectIdentifier("0.4.0.127.0.7.1.1.4.1.3");
            }
        }
    }

    private static byte[] Integer(byte[] number)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteIntegerUnsigned(number);
        return writer.Encode();
    }
}
