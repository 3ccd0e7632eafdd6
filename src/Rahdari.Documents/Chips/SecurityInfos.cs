using System.Formats.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace Rahdari.Documents.Chips;

/// <summary>The protocols that a chip announces (Doc 9303-11 §9.2). Immutable.</summary>
internal sealed class SecurityInfos
{
    private const string ChipAuthenticationPrefix = "0.4.0.127.0.7.2.2.3.";
    private const string PublicKeyPrefix = "0.4.0.127.0.7.2.2.1.";
    private const string ActiveAuthentication = "2.23.136.1.1.5";
    private const int MostInfos = 64;

    private readonly List<SecurityInfo> infos = [];

    private SecurityInfos()
    {
    }

    /// <summary>None.</summary>
    public static SecurityInfos Empty { get; } = new();

    /// <summary>All of them, the unknown ones too.</summary>
    public IReadOnlyList<SecurityInfo> All => infos;

    /// <summary>The variants of PACE in standardised groups that are known here, the best first (§9.2.1).</summary>
    public IEnumerable<(PaceVariant Variant, AgreementGroup Group, int Number)> Pace =>
        from variant in PaceVariant.All
        from info in infos
        where info.Oid == variant.Oid && info.Number(second: true) is { } number && AgreementGroup.OfNumber(number)?.IsCurve == variant.IsCurve
        select (variant, AgreementGroup.OfNumber(info.Number(second: true)!.Value)!, info.Number(second: true)!.Value);

    /// <summary>The variants of chip authentication with their keys (§9.2.5, §9.2.6).</summary>
    public IEnumerable<ChipAuthenticationKey> ChipAuthenticationKeys =>
        from info in infos
        where info.Oid.StartsWith(PublicKeyPrefix, StringComparison.Ordinal)
        let key = ChipAuthenticationKey.Read(info, infos.Where(i => i.Oid.StartsWith(ChipAuthenticationPrefix, StringComparison.Ordinal)))
        where key is not null
        select key;

    /// <summary>The algorithm of active authentication with points (§9.2.4): an object identifier.</summary>
    public string? ActiveAuthenticationAlgorithm => infos.FirstOrDefault(info => info.Oid == ActiveAuthentication)?.SecondOid;

    /// <summary>Reads a SET of SecurityInfo; null where the bytes are none.</summary>
    public static SecurityInfos? Read(ReadOnlyMemory<byte> encoded)
    {
        var read = new SecurityInfos();
        try
        {
            var set = new AsnReader(encoded, AsnEncodingRules.BER).ReadSetOf(skipSortOrderValidation: true);
            while (set.HasData && read.infos.Count < MostInfos)
            {
                var info = set.ReadSequence();
                var oid = info.ReadObjectIdentifier();
                read.infos.Add(new SecurityInfo(oid, info.ReadEncodedValue(), info.HasData ? info.ReadEncodedValue() : default));
            }
            return read;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>The group of a SubjectPublicKeyInfo, and the key; null where it is of no kind known here.</summary>
    internal static (AgreementGroup Group, byte[] Key)? KeyOf(ReadOnlyMemory<byte> subjectPublicKeyInfo)
    {
        try
        {
            var key = new AsnReader(subjectPublicKeyInfo, AsnEncodingRules.BER).ReadSequence();
            var algorithm = key.ReadSequence();
            var oid = algorithm.ReadObjectIdentifier();
            var parameters = algorithm.ReadEncodedValue();
            var bits = key.ReadBitString(out _);
            var group = oid switch
            {
                "1.2.840.10045.2.1" => Curve(parameters),
                "1.2.840.113549.1.3.1" or "1.2.840.10046.2.1" => Prime(oid, parameters),
                _ when oid == PublicKeyPrefix + "2" || oid == "0.4.0.127.0.7.1.2" => Standardised(parameters),
                _ => null,
            };
            if (group is null)
                return null;
            var element = group.IsCurve ? bits : new AsnReader(bits, AsnEncodingRules.BER).ReadIntegerBytes();
            if (!group.IsCurve && element.Span[0] == 0)
                element = element[1..];
            return group.Contains(element.Span) ? (group, element.ToArray()) : null;
        }
        catch (Exception e) when (e is AsnContentException or ArgumentException or ArithmeticException or InvalidCastException or IndexOutOfRangeException or IOException)
        {
            return null;
        }
    }

    private static AgreementGroup? Standardised(ReadOnlyMemory<byte> parameters) =>
        new AsnReader(parameters, AsnEncodingRules.BER).TryReadInt32(out var number) ? AgreementGroup.OfNumber(number) : null;

    private static CurveGroup? Curve(ReadOnlyMemory<byte> parameters)
    {
        var reader = new AsnReader(parameters, AsnEncodingRules.BER);
        if (reader.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier))
            return ECNamedCurveTable.GetByOid(new(reader.ReadObjectIdentifier())) is { } named ? new CurveGroup(named) : null;
        // A chip's own curve: bounded, for arithmetic on it takes time.
        return parameters.Length < 1024 && X9ECParameters.GetInstance(parameters.ToArray()) is { } described && described.Curve.FieldSize is >= 160 and <= 640 ? new CurveGroup(described) : null;
    }

    private static PrimeGroup? Prime(string oid, ReadOnlyMemory<byte> parameters)
    {
        if (parameters.Length > 4096)
            return null;
        if (oid == "1.2.840.113549.1.3.1")
        {
            var common = DHParameter.GetInstance(parameters.ToArray());
            return new PrimeGroup(new DHParameters(common.P, common.G, null, common.L?.IntValue ?? 0));
        }
        var domain = DHDomain(parameters);
        return new PrimeGroup(new DHParameters(domain.P, domain.G, domain.Q));
    }

    /// <summary>DomainParameters of ANSI X9.42: p, g, q, more.</summary>
    private static (BigInteger P, BigInteger G, BigInteger Q) DHDomain(ReadOnlyMemory<byte> parameters)
    {
        var domain = new AsnReader(parameters, AsnEncodingRules.BER).ReadSequence();
        return (Next(), Next(), Next());

        BigInteger Next() => new(domain.ReadIntegerBytes().ToArray());
    }
}
