using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Lds;

/// <summary>For every code of a chip's files an input that raises it.</summary>
internal static class ChipCases
{
    private static readonly TrustAnchors Anchors = Issued.State.Anchors;

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["CHIP_OF_ANOTHER_DOCUMENT"] = () => Issued.WithZone(f => f with { DocumentNumber = "SPC000043", PrimaryIdentifier = "OTHER" }),
        ["CHIP_NAME_DIFFERS"] = () => Issued.WithZone(f => f with { SecondaryIdentifier = "ANNE" }),
        ["CHIP_NUMBER_DIFFERS"] = () => Issued.WithZone(f => f with { DocumentNumber = "SPC000043" }),
        ["CHIP_DATE_OF_BIRTH_DIFFERS"] = () => Issued.WithZone(f => f with { DateOfBirth = PartialDate.Of(1991, 5, 17) }),
        ["CHIP_SEX_DIFFERS"] = () => Issued.WithZone(f => f with { Sex = Sex.Male }),
        ["CHIP_DATE_OF_EXPIRY_DIFFERS"] = () => Issued.WithZone(f => f with { DateOfExpiry = PartialDate.Of(2030, 1, 1) }),
        ["CHIP_NATIONALITY_DIFFERS"] = () => Issued.WithZone(f => f with { Nationality = "PAK" }),
        ["CHIP_ISSUING_STATE_DIFFERS"] = () => Issued.WithZone(f => f with { IssuingState = "PAK" }),
        ["CHIP_DOCUMENT_CODE_DIFFERS"] = () => Issued.WithZone(f => f with { DocumentCode = "PD" }),
        ["CHIP_OPTIONAL_DATA_DIFFERS"] = () => Issued.WithZone(f => f with { OptionalData = [""] }),
        ["CHIP_ZONE_ABSENT"] = () => Issued.Inspect(Signed(Issued.Passport, without: 1)),
        ["CHIP_ZONE_FAULTY"] = () => Issued.Inspect(Issued.With(1, Changed(LdsComposer.Zone(Issued.Fields)))),
        ["CHIP_FACE_ABSENT"] = () => Issued.Inspect(Signed(Issued.Passport, without: 2)),
        ["CHIP_FULL_NAME_DIFFERS"] = () => Issued.Inspect(With(h => h with { FullName = "OTHER<<PERSON" })),
        ["CHIP_FULL_DATE_OF_BIRTH_DIFFERS"] = () => Issued.Inspect(With(h => h with { DateOfBirth = PartialDate.Of(1990, 5, 18) })),
        ["CHIP_PERSONAL_NUMBER_DIFFERS"] = () => Issued.Inspect(With(h => h with { PersonalNumber = "SPC43" })),
        ["CHIP_DATE_OF_ISSUE_DIFFERS"] = () => Issued.Inspect(Issued.Genuine, page: new VisualZone { DateOfIssue = PartialDate.Of(2025, 12, 1) }),
        ["CHIP_ISSUED_AFTER_TODAY"] = () => Issued.Inspect(IssuedOn(PartialDate.Of(2026, 2, 1))),
        ["CHIP_EXPIRES_BEFORE_ISSUE"] = () => Issued.Inspect(IssuedOn(PartialDate.Of(2035, 1, 2))),

        ["LDS_FILE_UNREADABLE"] = () => Issued.Inspect(Issued.With(11, [0x6B, 0x05, 0x5F])),
        ["LDS_FILE_TAG"] = () => Issued.Inspect(Issued.With(11, LdsComposer.Zone(Issued.Fields))),
        ["LDS_FIELD_MISSING"] = () => Issued.Inspect(Issued.With(2, [0x75, 0x00])),
        ["LDS_IMAGE_KIND"] = () => Issued.Inspect(Issued.With(7, DataObject(0x67, DataObject(0x5F43, "GIF89a"u8)))),
        ["LDS_DATE_FORM"] = () => Issued.Inspect(Issued.With(12, DataObject(0x6C, DataObject(0x5F26, "20261301"u8)))),
        ["LDS_VERSION_UNKNOWN"] = () => Issued.Inspect(Issued.With(ElementaryFile.Common, LdsComposer.Common(new CommonData("0199", "040000", [1, 2, 11, 12])))),
        ["LDS_LIST_UNKNOWN_TAG"] = () => Issued.Inspect(Issued.With(ElementaryFile.Common, Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Issued.Genuine[ElementaryFile.Common].Span).Replace('\x6C', '\x7A')))),

        ["CHIP_SECURITY_OBJECT_ABSENT"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, null)),
        ["CHIP_SECURITY_OBJECT_UNREADABLE"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, [0x77, 0x02, 0x30, 0x00])),
        ["CHIP_SECURITY_OBJECT_VERSION"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Security(version: 7))),
        ["CHIP_LDS_VERSION_DIFFERS"] = () => Issued.Inspect(Issued.With(ElementaryFile.Common, LdsComposer.Common(new CommonData("0108", "040000", [1, 2, 11, 12])))),
        ["CHIP_DATA_GROUP_ALTERED"] = () => Issued.Inspect(Issued.With(2, LdsComposer.Face((byte[])[.. Issued.Jpeg, 0]))),
        ["CHIP_SECURITY_OBJECT_OF_OTHER_DATA"] = () => Issued.Inspect(Issued.State.Issue(Issued.Passport, SpecimenLie.SecurityObjectStale)),
        ["CHIP_DATA_GROUP_UNSIGNED"] = () => Issued.Inspect(Issued.With(7, DataObject(0x67, DataObject(0x5F43, Issued.Jpeg)))),
        ["CHIP_DATA_GROUP_ABSENT"] = () => Issued.Inspect(Issued.With(12, null)),
        ["CHIP_LIST_DIFFERS"] = () => Issued.Inspect(Issued.With(ElementaryFile.Common, LdsComposer.Common(new CommonData("0107", "040000", [1, 2])))),
        ["CHIP_SIGNED_DIGEST_WRONG"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Replaced("040000", "040001"))),
        ["CHIP_SIGNATURE_WRONG"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Changed(Issued.Genuine[ElementaryFile.Security].ToArray()))),
        ["CHIP_SIGNATURE_UNCHECKED"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, UnknownAlgorithm(last: true))),
        ["CHIP_SIGNER_ABSENT"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Security(withCertificate: false))),
        ["CHIP_SIGNER_UNKNOWN"] = () => Issued.Inspect(Issued.Genuine, new TrustAnchors([])),
        ["CHIP_SIGNER_FORGED"] = () => Issued.Inspect(Issued.State.Issue(Issued.Passport, SpecimenLie.WrongSigner)),
        ["CHIP_SIGNER_UNCHECKED"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, UnknownAlgorithm(last: false))),
        ["CHIP_SIGNER_NOT_VALID"] = () => Issued.Inspect(Issued.State.Issue(Issued.Passport, SpecimenLie.SignerExpired)),
        ["CHIP_SIGNED_OUTSIDE_KEY_USE"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Security(at: Issued.Now.AddYears(1)))),
        ["CHIP_SIGNER_REVOKED"] = () => Issued.Inspect(Issued.State.Issue(Issued.Passport, SpecimenLie.SignerRevoked)),
        ["CHIP_REVOCATION_LIST_STALE"] = () => Issued.Inspect(Issued.Genuine, now: Issued.Now.AddDays(100)),
        ["CHIP_REVOCATION_NOT_KNOWN"] = () => Issued.Inspect(Issued.Genuine, new TrustAnchors([Issued.State.Authority.Certificate])),
        ["CHIP_AUTHORITY_NOT_VALID"] = () => Issued.Inspect(Issued.Genuine, now: Issued.Now.AddYears(11)),
        ["CHIP_SIGNER_PURPOSE"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Security(purpose: X509KeyUsageFlags.KeyCertSign))),
        ["CHIP_SIGNER_DOCUMENT_TYPE"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Security(types: ["ID", "V"]))),
        ["CHIP_SIGNER_COUNTRY"] = () => Issued.Inspect(Issued.With(ElementaryFile.Security, Security(name: "CN=Signer,C=XX"))),
        ["CHIP_SIGNED_BY_OTHER_STATE"] = () => Issued.WithZone(f => f with { IssuingState = "PAK" }),
        ["CHIP_ALGORITHM_WEAK"] = () => Weak(),
    };

    /// <summary>A data object.</summary>
    public static byte[] DataObject(int tag, ReadOnlySpan<byte> value) => [.. tag > 0xFF ? [(byte)(tag >> 8), (byte)tag] : (byte[])[(byte)tag], (byte)value.Length, .. value];

    private static byte[] Changed(byte[] bytes)
    {
        bytes[^1] ^= 1;
        return bytes;
    }

    private static SpecimenChip With(Func<HolderDetails, HolderDetails> change) => Issued.State.Issue(Issued.Passport with { Holder = change(Issued.Passport.Holder!) });

    private static SpecimenChip IssuedOn(PartialDate day) => Issued.State.Issue(Issued.Passport with { Issue = new IssueDetails { DateOfIssue = day } });

    /// <summary>The genuine groups signed anew.</summary>
    private static byte[] Security(
        int version = 1,
        bool withCertificate = true,
        DateTimeOffset? at = null,
        X509KeyUsageFlags purpose = X509KeyUsageFlags.DigitalSignature,
        IReadOnlyList<string>? types = null,
        string? name = null)
    {
        var signer = Issued.State.Authority.Signer(Issued.Now.AddDays(-30), Issued.Now.AddYears(10), documentTypes: types, name: name, purpose: purpose);
        return signer.SecurityObject(Groups(), "0107", at ?? Issued.Now.AddDays(-5), version: version, withCertificate: withCertificate);
    }

    private static Dictionary<int, byte[]> Groups() => Issued.Genuine.Where(f => f.Key.Group is not null).ToDictionary(f => f.Key.Group!.Value, f => f.Value.ToArray());

    /// <summary>A chip of the State that never had the group.</summary>
    private static Dictionary<ElementaryFile, ReadOnlyMemory<byte>> Signed(SpecimenPassport passport, int without)
    {
        var groups = Groups();
        groups.Remove(without);
        var files = groups.ToDictionary(g => ElementaryFile.DataGroup(g.Key), g => (ReadOnlyMemory<byte>)g.Value);
        files[ElementaryFile.Common] = LdsComposer.Common(new CommonData("0107", "040000", [.. groups.Keys]));
        files[ElementaryFile.Security] = Issued.State.Authority.Signer(Issued.Now.AddDays(-30), Issued.Now.AddYears(10)).SecurityObject(groups, "0107", passport.Issue is null ? null : Issued.Now.AddDays(-5));
        return files;
    }

    private static byte[] Replaced(string was, string now) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Issued.Genuine[ElementaryFile.Security].Span).Replace(was, now, StringComparison.Ordinal));

    /// <summary>Names an algorithm that does not exist: for the last signature, that on the data, or for all before it.</summary>
    private static byte[] UnknownAlgorithm(bool last)
    {
        var bytes = Issued.Genuine[ElementaryFile.Security].ToArray();
        ReadOnlySpan<byte> known = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
        var end = bytes.AsSpan().LastIndexOf(known);
        for (var from = 0; bytes.AsSpan(from).IndexOf(known) is >= 0 and var at; from += at + 1)
        {
            if (from + at == end == last)
                bytes[from + at + 7] = 0x0F;
        }
        return bytes;
    }

    private static IReadOnlyList<Finding> Weak()
    {
        var state = SpecimenState.Create(Issued.Now, SpecimenAlgorithm.All.First(a => a.Name.EndsWith("SHA-1", StringComparison.Ordinal)));
        return Issued.Inspect(state.Issue(Issued.Passport), state.Anchors);
    }
}
