using Rahdari.Documents.Chips;
using Rahdari.Documents.Chips.Simulated;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Specimens;
using Rahdari.Documents.Tests.Lds;

namespace Rahdari.Documents.Tests.Chips;

/// <summary>For every code of the opening and reading of a chip an input that raises it.</summary>
internal static class ReadingCases
{
    private static readonly ChipPassword Zone = ChipPassword.OfZone(Issued.Fields);

    public static IReadOnlyDictionary<string, Func<IEnumerable<Finding>>> All { get; } = new Dictionary<string, Func<IEnumerable<Finding>>>
    {
        ["CHIP_ACCESS_REFUSED"] = () => Read(Chip(), ChipPassword.OfZone(Issued.Fields with { DocumentNumber = "SPC000043" })),
        ["CHIP_PACE_FAILED"] = () => Read(new InterruptedChip(Chip(ChipKeys.Create("PACE-ECDH-GM AES-128")), "0022C1A4", "6A80")),
        ["CHIP_PACE_UNKNOWN"] = () => Read(Chip(file: (ElementaryFile.CardAccess, ScriptedChip.Hex("31143012060A04007F00070202040902020102 02010D")))),
        ["CHIP_WITHOUT_ACCESS_CONTROL"] = () => Read(new SimulatedChip(Issued.Genuine, Zone, ChipKeys.Create()) { HasAccessControl = false }),
        ["CHIP_APPLICATION_ABSENT"] = () => Read(new InterruptedChip(Chip(), "00A4040C", "6A82")),
        ["CHIP_MESSAGING_BROKEN"] = () => Read(new InterruptedChip(Chip(), "0CB00000", "99029000 8E080000000000000000 9000")),
        ["CHIP_REMOVED"] = () => Read(new SimulatedChip(Issued.Genuine, Zone, ChipKeys.Create()) { RemovedAt = 9 }),
        ["CHIP_FILE_REFUSED"] = () => Read(Issued.State.Issue(Issued.Passport, SpecimenLie.FaceMissing).Chip()),
        ["CHIP_FILE_LENGTH"] = () => Read(Chip(file: (ElementaryFile.DataGroup(11), ScriptedChip.Hex("6B82FFFF 5F10")))),
        ["CHIP_ACCESS_DOWNGRADED"] = () => Read(Downgraded()),
        ["CHIP_ORIGINALITY_NOT_PROVEN"] = () => Read(Chip()),
        ["CHIP_AUTHENTICATION_FAILED"] = () => Read(Cloned(ChipProof.ChipAuthentication)),
        ["CHIP_ACTIVE_AUTHENTICATION_FAILED"] = () => Read(Cloned(ChipProof.ActiveAuthentication)),
        ["CHIP_KEY_UNREADABLE"] = () => Read(Unreadable()),
        ["CHIP_CARD_SECURITY_UNTRUSTED"] = () => Issued.Inspect(Issued.With(ElementaryFile.CardSecurity, [0x30, 0x00])),
    };

    public static IReadOnlyList<Finding> Read(IChipTransport chip, ChipPassword? password = null) => ChipReader.ReadAsync(chip, password ?? Zone).GetAwaiter().GetResult().Findings;

    private static SimulatedChip Chip(ChipKeys? keys = null, (ElementaryFile File, byte[] Bytes)? file = null)
    {
        var files = Issued.Genuine.ToDictionary();
        if (file is { } other)
            files[other.File] = other.Bytes;
        return new SimulatedChip(files, Zone, keys ?? ChipKeys.Create());
    }

    private static SimulatedChip Cloned(ChipProof proof) => Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create(proof: proof) }, SpecimenLie.ChipCloned).Chip();

    /// <summary>A copy that knows basic access control alone, of a chip that the State signed for PACE.</summary>
    private static SimulatedChip Downgraded() => new(Issued.State.Issue(Issued.Passport with { Keys = ChipKeys.Create("PACE-ECDH-GM AES-128") }).Files, Zone, ChipKeys.Create());

    /// <summary>A chip whose key of active authentication is none.</summary>
    private static SimulatedChip Unreadable()
    {
        var keys = ChipKeys.Create(proof: ChipProof.ActiveAuthentication);
        var files = Issued.State.Issue(Issued.Passport with { Keys = keys }).Files.ToDictionary();
        files[ElementaryFile.DataGroup(15)] = ScriptedChip.Hex("6F023000");
        return new SimulatedChip(files, Zone, keys);
    }
}
