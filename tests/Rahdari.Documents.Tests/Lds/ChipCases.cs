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
    private static readonly TrustAnchors Anchors = Chips.State.Anchors;

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["CHIP_OF_ANOTHER_DOCUMENT"] = () => Chips.WithZone(f => f with { DocumentNumber = "SPC000043", PrimaryIdentifier = "OTHER" }),
        ["CHIP_NAME_DIFFERS"] = () => Chips.WithZone(f => f with { SecondaryIdentifier = "ANNE" }),
        ["CHIP_NUMBER_DIFFERS"] = () => Chips.WithZone(f => f with { DocumentNumber = "SPC000043" }),
        ["CHIP_DATE_OF_BIRTH_DIFFERS"] = () => Chips.WithZone(f => f with { DateOfBirth = PartialDate.Of(1991, 5, 17) }),
        ["CHIP_SEX_DIFFERS"] = () => Chips.WithZone(f => f with { Sex = Sex.Male }),
        ["CHIP_DATE_OF_EXPIRY_DIFFERS"] = () => Chips.WithZone(f => f with { DateOfExpiry = PartialDate.Of(2030, 1, 1) }),
        ["CHIP_NATIONALITY_DIFFERS"] = () => Chips.WithZone(f => f with { Nationality = "PAK" }),
        ["CHIP_ISSUING_STATE_DIFFERS"] = () => Chips.WithZone(f => f with { IssuingState = "PAK" }),
        ["CHIP_DOCUMENT_CODE_DIFFERS"] = () => Chips.WithZone(f => f with { DocumentCode = "PD" }),
        ["CHIP_OPTIONAL_DATA_DIFFERS"] = () => Chips.WithZone(f => f with { OptionalData = [""] }),
        ["CHIP_ZONE_ABSENT"] = () => Chips.Inspect(Signed(Chips.Passport, without: 1)),
        ["CHIP_ZONE_FAULTY"] = () => Chips.Inspect(Chips.With(1, Changed(LdsComposer.Zone(Chips.Fields)))),
        ["CHIP_FACE_ABSENT"] = () => Chips.Inspect(Signed(Chips.Passport, without: 2)),
        ["CHIP_FULL_NAME_DIFFERS"] = () => Chips.Inspect(With(h => h with { FullName = "OTHER<<PERSON" })),
        ["CHIP_FULL_DATE_OF_BIRTH_DIFFERS"] = () => Chips.Inspect(With(h => h with { DateOfBirth = PartialDate.Of(1990, 5, 18) })),
        ["CHIP_PERSONAL_NUMBER_DIFFERS"] = () => Chips.Inspect(With(h => h with { PersonalNumber = "SPC43" })),
        ["CHIP_DATE_OF_ISSUE_DIFFERS"] = () => Chips.Inspect(Chips.Genuine, page: new VisualZone { DateOfIssue = PartialDate.Of(2025, 12, 1) }),
        ["CHIP_ISSUED_AFTER_TODAY"] = () => Chips.Inspect(Issued(PartialDate.Of(2026, 2, 1))),
        ["CHIP_EXPIRES_BEFORE_ISSUE"] = () => Chips.Inspect(Issued(PartialDate.Of(2035, 1, 2))),

        ["LDS_FILE_UNREADABLE"] = () => Chips.Inspect(Chips.With(11, [0x6B, 0x05, 0x5F])),
        ["LDS_FILE_TAG"] = () => Chips.Inspect(Chips.With(11, LdsComposer.Zone(Chips.Fields))),
        ["LDS_FIELD_MISSING"] = () => Chips.Inspect(Chips.With(2, [0x75, 0x00])),
        ["LDS_IMAGE_KIND"] = () => Chips.Inspect(Chips.With(7, DataObject(0x67, DataObject(0x5F43, "GIF89a"u8)))),
        ["LDS_DATE_FORM"] = () => Chips.Inspect(Chips.With(12, DataObject(0x6C, DataObject(0x5F26, "20261301"u8)))),
        ["LDS_VERSION_UNKNOWN"] = () => Chips.Inspect(Chips.With(ElementaryFile.Common, LdsComposer.Common(new CommonData("0199", "040000", [1, 2, 11, 12])))),
        ["LDS_LIST_UNKNOWN_TAG"] = () => Chips.Inspect(Chips.With(ElementaryFile.Common, Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Chips.Genuine[ElementaryFile.Common].Span).Replace('\x6C', '\x7A')))),

        ["CHIP_SECURITY_OBJECT_ABSENT"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, null)),
        ["CHIP_SECURITY_OBJECT_UNREADABLE"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, [0x77, 0x02, 0x30, 0x00])),
        ["CHIP_SECURITY_OBJECT_VERSION"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Security(version: 7))),
        ["CHIP_LDS_VERSION_DIFFERS"] = () => Chips.Inspect(Chips.With(ElementaryFile.Common, LdsComposer.Common(new CommonData("0108", "040000", [1, 2, 11, 12])))),
        ["CHIP_DATA_GROUP_ALTERED"] = () => Chips.Inspect(Chips.With(2, LdsComposer.Face((byte[])[.. Chips.Jpeg, 0]))),
        ["CHIP_SECURITY_OBJECT_OF_OTHER_DATA"] = () => Chips.Inspect(Chips.State.Issue(Chips.Passport, SpecimenLie.SecurityObjectStale)),
        ["CHIP_DATA_GROUP_UNSIGNED"] = () => Chips.Inspect(Chips.With(7, DataObject(0x67, DataObject(0x5F43, Chips.Jpeg)))),
        ["CHIP_DATA_GROUP_ABSENT"] = () => Chips.Inspect(Chips.With(12, null)),
        ["CHIP_LIST_DIFFERS"] = () => Chips.Inspect(Chips.With(ElementaryFile.Common, LdsComposer.Common(new CommonData("0107", "040000", [1, 2])))),
        ["CHIP_SIGNED_DIGEST_WRONG"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Replaced("040000", "040001"))),
        ["CHIP_SIGNATURE_WRONG"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Changed(Chips.Genuine[ElementaryFile.Security].ToArray()))),
        ["CHIP_SIGNATURE_UNCHECKED"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, UnknownAlgorithm(last: true))),
        ["CHIP_SIGNER_ABSENT"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Security(withCertificate: false))),
        ["CHIP_SIGNER_UNKNOWN"] = () => Chips.Inspect(Chips.Genuine, new TrustAnchors([])),
        ["CHIP_SIGNER_FORGED"] = () => Chips.Inspect(Chips.State.Issue(Chips.Passport, SpecimenLie.WrongSigner)),
        ["CHIP_SIGNER_UNCHECKED"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, UnknownAlgorithm(last: false))),
        ["CHIP_SIGNER_NOT_VALID"] = () => Chips.Inspect(Chips.State.Issue(Chips.Passport, SpecimenLie.SignerExpired)),
        ["CHIP_SIGNED_OUTSIDE_KEY_USE"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Security(at: Chips.Now.AddYears(1)))),
        ["CHIP_SIGNER_REVOKED"] = () => Chips.Inspect(Chips.State.Issue(Chips.Passport, SpecimenLie.SignerRevoked)),
        ["CHIP_REVOCATION_LIST_STALE"] = () => Chips.Inspect(Chips.Genuine, now: Chips.Now.AddDays(100)),
        ["CHIP_REVOCATION_NOT_KNOWN"] = () => Chips.Inspect(Chips.Genuine, new TrustAnchors([Chips.State.Authority.Certificate])),
        ["CHIP_AUTHORITY_NOT_VALID"] = () => Chips.Inspect(Chips.Genuine, now: Chips.Now.AddYears(11)),
        ["CHIP_SIGNER_PURPOSE"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Security(purpose: X509KeyUsageFlags.KeyCertSign))),
        ["CHIP_SIGNER_DOCUMENT_TYPE"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Security(types: ["ID", "V"]))),
        ["CHIP_SIGNER_COUNTRY"] = () => Chips.Inspect(Chips.With(ElementaryFile.Security, Security(name: "CN=Signer,C=XX"))),
        ["CHIP_SIGNED_BY_OTHER_STATE"] = () => Chips.WithZone(f => f with { IssuingState = "PAK" }),
        ["CHIP_ALGORITHM_WEAK"] = () => Weak(),
    };

    /// <summary>A data object.</summary>
    public static byte[] DataObject(int tag, ReadOnlySpan<byte> value) => [.. tag > 0xFF ? [(byte)(tag >> 8), (byte)tag] : (byte[])[(byte)tag], (byte)value.Length, .. value];

    private static byte[] Changed(byte[] bytes)
    {
        bytes[^1] ^= 1;
        return bytes;
    }

    private static SpecimenChip With(Func<HolderDetails, HolderDetails> change) => Chips.State.Issue(Chips.Passport with { Holder = change(Chips.Passport.Holder!) });

    private static SpecimenChip Issued(PartialDate day) => Chips.State.Issue(Chips.Passport with { Issue = new IssueDetails { DateOfIssue = day } });

    /// <summary>The genuine groups signed anew.</summary>
    private static byte[] Security(
        int version = 1,
        bool withCertificate = true,
        DateTimeOffset? at = null,
        X509KeyUsageFlags purpose = X509KeyUsageFlags.DigitalSignature,
        IReadOnlyList<string>? types = null,
        string? name = null)
    {
        var signer = Chips.State.Authority.Signer(Chips.Now.AddDays(-30), Chips.Now.AddYears(10), documentTypes: types, name: name, purpose: purpose);
        return signer.SecurityObject(Groups(), "0107", at ?? Chips.Now.AddDays(-5), version: version, withCertificate: withCertificate);
    }

    private static Dictionary<int, byte[]> Groups() => Chips.Genuine.Where(f => f.Key.Group is not null).ToDictionary(f => f.Key.Group!.Value, f => f.Value.ToArray());

    /// <summary>A chip of the State that never had the group.</summary>
    private static Dictionary<ElementaryFile, ReadOnlyMemory<byte>> Signed(SpecimenPassport passport, int without)
    {
        var groups = Groups();
        groups.Remove(without);
        var files = groups.ToDictionary(g => ElementaryFile.DataGroup(g.Key), g => (ReadOnlyMemory<byte>)g.Value);
        files[ElementaryFile.Common] = LdsComposer.Common(new CommonData("0107", "040000", [.. groups.Keys]));
        files[ElementaryFile.Security] = Chips.State.Authority.Signer(Chips.Now.AddDays(-30), Chips.Now.AddYears(10)).SecurityObject(groups, "0107", passport.Issue is null ? null : Chips.Now.AddDays(-5));
        return files;
    }

    private static byte[] Replaced(string was, string now) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Chips.Genuine[ElementaryFile.Security].Span).Replace(was, now, StringComparison.Ordinal));

    /// <summary>Names an algorithm that does not exist: for the last signature, that on the data, or for all before it.</summary>
    private static byte[] UnknownAlgorithm(bool last)
    {
        var bytes = Chips.Genuine[ElementaryFile.Security].ToArray();
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
        var state = SpecimenState.Create(Chips.Now, SpecimenAlgorithm.All.First(a => a.Name.EndsWith("SHA-1", StringComparison.Ordinal)));
        return Chips.Inspect(state.Issue(Chips.Passport), state.Anchors);
    }
}
