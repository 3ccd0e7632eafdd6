using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Tests.Lds;

/// <summary>Specimen chips, and what is found of them.</summary>
internal static class Issued
{
    public static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Today = new(2026, 1, 31);

    /// <summary>What a file of this kind begins with, and a frame header of 75 by 100 pixels.</summary>
    public static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00,
        0xFF, 0xC0, 0x00, 0x0B, 0x08, 0x00, 0x64, 0x00, 0x4B, 0x01, 0x01, 0x11, 0x00, 0xFF, 0xD9,
    ];

    public static readonly MrzFields Fields = new()
    {
        Format = MrzFormat.TD3,
        DocumentCode = "P",
        IssuingState = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "ANNA",
        NameMayBeTruncated = false,
        DocumentNumber = "SPC000042",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(1990, 5, 17),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2035, 1, 1),
        OptionalData = ["SPC42"],
    };

    public static readonly SpecimenPassport Passport = new(Fields, Jpeg)
    {
        Holder = new HolderDetails
        {
            FullName = "SPECIMENA<<ANNA",
            OtherNames = ["Anna the Specimen", "انا"],
            PersonalNumber = "SPC42",
            DateOfBirth = PartialDate.Of(1990, 5, 17),
            PlaceOfBirth = "Specimen Town, Utopia",
            Telephone = "001",
        },
        Issue = new IssueDetails { Authority = "Specimen Office", DateOfIssue = PartialDate.Of(2026, 1, 26) },
    };

    public static readonly SpecimenState State = SpecimenState.Create(Now);

    public static IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Genuine { get; } = State.Issue(Passport).Files;

    /// <summary>Everything found of files under the State's own anchors, the zone being the chip's.</summary>
    public static IReadOnlyList<Finding> Inspect(IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> files, TrustAnchors? anchors = null, MrzFields? zone = null, VisualZone? page = null, DateTimeOffset? now = null)
    {
        var data = LdsReader.Read(files, Today);
        var passive = PassiveAuthentication.Verify(data, anchors ?? State.Anchors, now ?? Now);
        var evidence = new DocumentEvidence(new MrzReading([], zone ?? Fields, [])) { Chip = new ChipEvidence(data, passive), Page = page };
        return DocumentInspector.Inspect(evidence, Today);
    }

    public static IReadOnlyList<Finding> Inspect(SpecimenChip chip, TrustAnchors? anchors = null) =>
        Inspect(chip.Files, anchors, MrzReader.Read(string.Join('\n', chip.Zone), Today).Fields);

    /// <summary>The files with one of them replaced; taken away where null.</summary>
    public static Dictionary<ElementaryFile, ReadOnlyMemory<byte>> With(ElementaryFile file, byte[]? bytes)
    {
        var files = Genuine.ToDictionary();
        if (bytes is null)
            files.Remove(file);
        else
            files[file] = bytes;
        return files;
    }

    public static Dictionary<ElementaryFile, ReadOnlyMemory<byte>> With(int group, byte[]? bytes) => With(ElementaryFile.DataGroup(group), bytes);

    /// <summary>A chip of the State whose zone says this, the page being the usual one.</summary>
    public static IReadOnlyList<Finding> WithZone(Func<MrzFields, MrzFields> change) => Inspect(State.Issue(Passport with { Fields = change(Fields) }).Files);
}
