using System.Buffers.Text;
using System.Text;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;
using Rahdari.Imaging.Headers;

namespace Rahdari.Fuzz.Tests;

/// <summary>Every parser of what a stranger hands over.</summary>
internal static class FuzzTargets
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now.Date);
    private static readonly SpecimenState State = SpecimenState.Create(Now);
    private static readonly TrustAnchors Anchors = State.Anchors;
    private static readonly MrzFields Fields = MrzReader.Read("P<UTOSPECIMEN<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nSPC0000425UTO9005177F3501017<<<<<<<<<<<<<<04", Today).Fields!;
    private static readonly IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Files = Passport().Files;
    private static readonly byte[] Security = Files[ElementaryFile.Security].ToArray();

    /// <summary>BSI TR-03137-1 v2.5, annexes D, E and F.</summary>
    private static readonly string[] Seals =
    [
        "dc026abc6d32c8a519fc0f7134116d04fc0401083fee456d2de019a8020b506572736368776569c39f03054f7363617204134ac3a2636f62c3a96e69646963747572697573ff40582ed05cb05049b4fe49744d5e70a1982f8b7afb1e90259ce47ba9907efcf59483f0a0b421ec760d6fd2284bbac37e136f1e3be6e14a6f6bc012110cff919d0f",
        "dc036abc6d32c8a727390f71341145f4fb0602305cba135875976ec066d417b59e8c6abc133c133c133c133c3fef3a2938ee43f1593d1ae52dbb26751fe64b7c133c136b0306d79519a65306ff40158cf5b0bb7fbda099e8e7c94abefc9677b2e71e9885f5cd9057a8bfcf930a6046bcf897650af8f9b0343c034d2f64ce081f95fbf3d01292d1f8165ece27d327",
        "dc036abc6d32c8a72cb10f7134b798155d01022cdd52134a74da1347c6fed95cb89f9fce133c133c133c133c203833734aaf47f0c32f1a1e20eb2625393afe310403a00000050633be1fed20c6ff38d5573247608c9b64cae022c1c5249660e51ae316d600f974aac2129c3f093c35955314026304705cd24c1b8100711bd4411f068e8d93e8b7",
    ];

    private static readonly string JsonSeal =
        """{"data":{"hdr":{"t":"icao.vacc","v":1,"is":"UTO"},"msg":{"uvci":"U1","pid":{"n":"SPECIMEN  ANNA","dob":"1990-05-17","sex":"F","i":"SPC000042"},"ve":[{"vd":[{"seq":1}]}]}},"sig":{"alg":"ES256","cer":"CER","sigvl":"AAAA"}}"""
            .Replace("CER", Base64Url.EncodeToString(State.Authority.Signer(Now, Now.AddYears(1)).Certificate.Encoded.Span), StringComparison.Ordinal);

    private const string Passengers = """
        UNA:+.? '
        UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260301:0910+REF1++APIS'
        UNG+PAXLST+A+B+260301:0910+1+UN+D:02B'
        UNH+M1+PAXLST:D:02B:UN:IATA+ACC+01:F'
        BGM+745'
        TDT+20+UT123+++UT'
        LOC+125+DXB'
        DTM+189:2603011340:201'
        LOC+87+KHI'
        DTM+232:2603011640:201'
        NAD+FL+++SPECIMEN:ANNA:MARIA?'S+1 STREET+TOWN+REG+123+UTO'
        ATT+2++F'
        DTM+329:740812'
        MEA+CT++:2'
        FTX+BAG+++UT123456'
        LOC+22+KHI'
        NAT+2+UTO'
        RFF+AVF:SPC123'
        DOC+P:110:111+SPC000001'
        DTM+36:300415'
        LOC+91+UTO'
        CNT+42:1'
        UNT+22+M1'
        UNE+1+1'
        UNZ+1+REF1'
        """;

    private const string Bookings = """
        UNB+IATA:1+UTOAIR+RAHDARI+260301:0910+0910060001++PNRGOV'
        UNH+1+PNRGOV:11:1:IA+270210/0643/SQ/609'
        MSG+:22'
        ORG+UT:KHI+52519950'
        TVL+270210:1855:270210:2345+DXB+KHI+UT+609'
        EQN+2'
        SRC'
        RCI+UT:12DEFG'
        SSR+DOCS:HK::UT::::://///17JUN90/F//SPECIMEN/ANNA'
        DAT+700:241097:1005'
        TIF+SPECIMEN+ANNA:A:1'
        FTI+UT:2345:::ELIT'
        IFT+4:15:9+KHI DXB 6X'
        FOP+CC::11.00:VI:4541XXXXXXXX0001:1212'
        UNT+14+1'
        UNZ+1+0910060001'
        """;

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("MRZ", [.. Zones().Select(Encoding.Latin1.GetBytes)], Mrz),
        new("TLV", [.. Files.Values.Select(file => file[..Math.Min(file.Length, 400)].ToArray())], bytes => DataObject.TryRead(bytes, out _)),
        new("LDS", [.. Files.Where(file => file.Key != ElementaryFile.Security).Select(Tagged)], Lds),
        new("CMS of a passport", [Security], bytes => PassiveAuthentication.Verify(LdsReader.Read(new Dictionary<ElementaryFile, ReadOnlyMemory<byte>> { [ElementaryFile.Security] = bytes }, Today), Anchors, Now).Security is not null),
        new("CMS of a master list", [State.Authority.Publish(Now, State.Authority.Certificate)], bytes => MasterListReader.Read(bytes).List is not null),
        new("revocation list", [State.RevocationList.ToArray()], bytes => RevocationList.Read(bytes) is not null),
        new("directory", [Directory()], bytes => PkdDownloadReader.Read(bytes).Download is { Signers.Count: > 0 }),
        new("security infos of a chip", [.. new[] { Keys().CardAccess, Keys().SecurityInfos }.Select(infos => infos.ToArray())], bytes => SecurityInfos.Read(bytes) is not null),
        new("seal", [.. Seals.Select(Convert.FromHexString)], bytes => SealReader.Read(bytes).Seal is { } seal && SealInspection.Compare(seal, Fields, null, Today).Count >= 0),
        new("seal in JSON", [Encoding.UTF8.GetBytes(JsonSeal)], bytes => NcSealReader.Read(bytes).Seal is { } seal && NcSealVerifier.Verify(seal, Anchors, Now).Count + NcSealInspection.Compare(seal, Fields).Count >= 0),
        new("EDIFACT", [Encoding.Latin1.GetBytes(Passengers), Encoding.Latin1.GetBytes(Bookings)], bytes => AdvanceReader.Read(bytes, Today).Findings.Count == 0),
        new("image header", Pictures(), bytes => ImageHeaderReader.Read(bytes) is not null),
    ];

    private static IEnumerable<string> Zones() =>
    [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<",
        "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6",
        "AAA001D<<\nFACHE305142128097<<800126<<<<<\nMARCHAND<<FABIENNE<<<<<<<<<<<<",
    ];

    private static bool Mrz(byte[] bytes)
    {
        var reading = MrzReader.Read(Encoding.Latin1.GetString(bytes), Today);
        _ = MrzRepair.Propose(reading, Today);
        return reading.Fields is not null && reading.Findings.Count == 0;
    }

    private static SpecimenChip Passport() => State.Issue(new SpecimenPassport(Fields, Jpeg())
    {
        Holder = new HolderDetails { FullName = "SPECIMEN<<ANNA<MARIA", DateOfBirth = PartialDate.Of(1990, 5, 17), PersonalNumber = "1", Telephone = "0", PlaceOfBirth = "Utopia" },
        Issue = new IssueDetails { Authority = "Specimen Office", DateOfIssue = PartialDate.Of(2025, 1, 1) },
        Keys = Keys(),
    });

    private static ChipKeys Keys() => ChipKeys.Create("PACE-ECDH-GM AES-128", proof: ChipProof.ChipAuthentication);

    /// <summary>A file behind the short identifier that says which it is.</summary>
    private static byte[] Tagged(KeyValuePair<ElementaryFile, ReadOnlyMemory<byte>> file) => [file.Key.ShortId, .. file.Value[..Math.Min(file.Value.Length, 2000)].Span];

    private static bool Lds(byte[] bytes)
    {
        if (bytes.Length == 0 || Files.Keys.FirstOrDefault(file => file.ShortId == bytes[0]) is not { } file)
            return false;
        var data = LdsReader.Read(new Dictionary<ElementaryFile, ReadOnlyMemory<byte>> { [file] = bytes.AsMemory(1) }, Today);
        var evidence = new ChipEvidence(data, new PassiveAuthenticationResult(null, null, null, []));
        return DocumentInspector.Inspect(new DocumentEvidence(new MrzReading([], Fields, [])) { Chip = evidence }, Today).Count > 0 && data.Findings.Count == 0;
    }

    private static byte[] Directory()
    {
        var signer = State.Authority.Signer(Now, Now.AddYears(1)).Certificate.Encoded.Span;
        return Encoding.ASCII.GetBytes(
            $"version: 1\n\ndn: cn=1,o=dsc,c=UT,dc=data\npkdVersion: 1\nuserCertificate;binary:: {Convert.ToBase64String(signer).Insert(60, "\n ")}\n\n"
            + $"dn: cn=2,o=crl,c=UT,dc=data\ncertificateRevocationList;binary:: {Convert.ToBase64String(State.RevocationList.Span)}\n");
    }

    private static byte[] Jpeg() => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 200, 1, 44, 1, 1, 0x11, 0, 0xFF, 0xD9];

    private static byte[][] Pictures() =>
    [
        Jpeg(),
        [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 44, 0, 0, 0, 200, 8, 0, 0, 0, 0],
        [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 44, 1, 0, 0, 1, 1, 3, 0, 1, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0],
        [.. "BM"u8, 54, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 44, 1, 0, 0, 200, 0, 0, 0, 1, 0, 24, 0],
        [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 43, 1, 0, 199, 0, 0],
        [0, 0, 0, 12, .. "jP  \r\n\u0087\n"u8, 0, 0, 0, 20, .. "ftypjp2 "u8, 0, 0, 0, 0, .. "jp2 "u8, 0, 0, 0, 45, .. "jp2h"u8, 0, 0, 0, 22, .. "ihdr"u8, 0, 0, 0, 200, 0, 0, 1, 44, 0, 1, 7, 7, 0, 0],
        [0xFF, 0x4F, 0xFF, 0x51, 0, 41, 0, 0, 0, 0, 1, 44, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 44, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7, 1, 1],
    ];
}
