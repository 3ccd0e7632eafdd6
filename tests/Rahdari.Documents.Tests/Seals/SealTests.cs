using CsCheck;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Specimens;

namespace Rahdari.Documents.Tests.Seals;

public class SealTests
{
    /// <summary>BSI TR-03137-1 v2.5, annex E: a residence permit, version 4.</summary>
    private const string ResidencePermit =
        "dc036abc6d32c8a727390f713411 45f4fb0602305cba135875976ec066d417b59e8c6abc133c133c133c133c3fef3a2938ee43f1593d1ae52dbb26751fe64b7c133c136b" +
        "0306d79519a65306ff40158cf5b0bb7fbda099e8e7c94abefc9677b2e71e9885f5cd9057a8bfcf930a6046bcf897650af8f9b0343c034d2f64ce081f95fbf3d01292d1f8165ece27d327";

    /// <summary>Annex D: a social insurance card, version 3.</summary>
    private const string InsuranceCard =
        "dc026abc6d32c8a519fc0f7134116d04fc0401083fee456d2de019a8020b50657273636877 6569c39f03054f7363617204134ac3a2636f62c3a96e6964696374757269757 3" +
        "ff40582ed05cb05049b4fe49744d5e70a1982f8b7afb1e90259ce47ba9907efcf59483f0a0b421ec760d6fd2284bbac37e136f1e3be6e14a6f6bc012110cff919d0f";

    /// <summary>Annex F: a visa of size B, version 4.</summary>
    private const string Visa =
        "dc036abc6d32c8a72cb10f7134b798155d01022cdd52134a74da1347c6fed95cb89f9fce133c133c133c133c203833734aaf47f0c32f1a1e20eb2625393afe310403a00000" +
        "050633be1fed20c6ff38d5573247608c9b64cae022c1c5249660e51ae316d600f974aac2129c3f093c35955314026304705cd24c1b8100711bd4411f068e8d93e8b7";

    [Fact]
    public void The_residence_permit_of_BSI_TR_03137_is_read()
    {
        var (seal, findings) = SealReader.Read(Bytes(ResidencePermit));
        Assert.Empty(findings);
        Assert.Equal((4, "D", "DETS", "27", "ResidencePermit"), (seal!.Version, seal.IssuingState, seal.Signer, seal.CertificateReference, seal.Document));
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 13)), (seal.IssuedOn, seal.SignedOn));
        // The guideline prints ARD here; its bytes say ATD.
        Assert.Equal("ATD<<RESIDORCE<<ROLAND<<<<<<<<<<<<<<6525845096USA7008038M2201018<<<<<<06", seal["Zone"]!.Text);
        Assert.Equal("UFO001979", seal["PassportNumber"]!.Text);
        Assert.Equal(64, seal.Signature.Length);
        Assert.Equal("RESIDORCE", SealInspection.Zone(seal, new DateOnly(2021, 1, 1))!.PrimaryIdentifier);
    }

    [Fact]
    public void The_insurance_card_of_BSI_TR_03137_is_read()
    {
        var (seal, findings) = SealReader.Read(Bytes(InsuranceCard));
        Assert.Empty(findings);
        Assert.Equal((3, "DETS", "27"), (seal!.Version, seal.Signer, seal.CertificateReference));
        Assert.Equal(["65170839J003", "Perschweiß", "Oscar", "Jâcobénidicturius"], seal.Features.Select(feature => feature.Text));
    }

    [Fact]
    public void The_visa_of_BSI_TR_03137_is_read()
    {
        var (seal, findings) = SealReader.Read(Bytes(Visa));
        Assert.Empty(findings);
        Assert.Equal("VCD<<DENT<<ARTHUR<PHILIP<<<<<<<<<<<<1234567XY7GBR5203116M2005250", seal!["ZoneB"]!.Text);
        Assert.Equal(("A00000", "47110815P"), (seal["DurationOfStay"]!.Text, seal["PassportNumber"]!.Text));
        var zone = SealInspection.Zone(seal, new DateOnly(2020, 2, 1))!;
        Assert.Equal((MrzFormat.MRVB, "DENT", "1234567XY"), (zone.Format, zone.PrimaryIdentifier, zone.DocumentNumber));
    }

    [Theory]
    [InlineData("BSI01", "62d719c9")] // TR-03137-1 §3.2.3
    [InlineData("UFO001979", "d79519a65306")]
    [InlineData("27", "2739")]
    [InlineData("1234567XY7", "203833734aaffe38")]
    public void Text_is_three_characters_in_two_bytes(string text, string bytes)
    {
        Assert.Equal(bytes, Convert.ToHexStringLower(C40.Encode(text)!));
        Assert.Equal(text, C40.Decode(Convert.FromHexString(bytes)));
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.String[Gen.Char[" 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"], 0, 80].Holds(5_000, text => Assert.Equal(text, C40.Decode(C40.Encode(text)!)));

    [Theory]
    [InlineData("ECDSA P-256 SHA-256")]
    [InlineData("ECDSA P-384 SHA-384")]
    [InlineData("ECDSA P-521 SHA-512")]
    [InlineData("ECDSA brainpoolP256r1 SHA-256")]
    public void A_seal_in_order_is_found_in_order_on_any_curve(string algorithm)
    {
        var test = new TestSeal(SpecimenAlgorithm.All.Single(kind => kind.Name == algorithm));
        var (seal, findings) = SealReader.Read(test.Visa());
        Assert.Empty(findings);
        Assert.Empty(SealVerifier.Verify(seal!, test.Anchors, TestSeal.Now));
        var zone = Specimens.Read(Specimens.MRVB).Fields!;
        Assert.Empty(SealInspection.Compare(seal!, zone, zone with { DocumentNumber = "XX0000000" }, Specimens.Day));
    }

    [Fact]
    public void No_bit_of_a_seal_can_be_changed_unseen()
    {
        var test = new TestSeal();
        var (good, anchors) = (test.Visa(), test.Anchors);
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var changed = good.ToArray();
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            var (seal, findings) = SealReader.Read(changed);
            Assert.True(seal is null ? findings.Count > 0 : SealVerifier.Verify(seal, anchors, TestSeal.Now).Any(finding => finding.Severity >= Severity.Serious), $"bit {bit}");
        }
    }

    [Fact]
    public void Each_field_in_which_the_zone_differs_from_the_seal_is_named()
    {
        var zone = Specimens.Read(Specimens.MRVB).Fields!;
        Assert.Empty(SealCases.Compare(zone));
        var findings = SealCases.Compare(zone with { PrimaryIdentifier = "ERIKSEN", Sex = Sex.Male });
        Assert.Equal([nameof(MrzFields.PrimaryIdentifier), nameof(MrzFields.Sex)], findings.Select(finding => finding.Field));
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var test = new TestSeal();
        var anchors = test.Anchors;
        byte[][] seeds = [test.Visa(), Bytes(ResidencePermit), Bytes(InsuranceCard)];
        var rules = FindingCatalogue.All.Select(rule => rule.Code).ToHashSet();
        Gen.OneOf(Gen.OneOf(seeds).SelectMany(Mutations.Of), Gen.Byte.Array[0, 80].Select(bytes => (byte[])[0xDC, 0x03, .. bytes])).Holds(20_000, bytes =>
        {
            var (seal, findings) = SealReader.Read(bytes);
            Assert.True(seal is not null || findings.Count > 0);
            Assert.All(findings, finding => Assert.Contains(finding.Code, rules));
            if (seal is not null)
            {
                _ = SealVerifier.Verify(seal, anchors, TestSeal.Now);
                _ = SealInspection.Compare(seal, Specimens.Read(Specimens.TD2).Fields!, null, Specimens.Day);
            }
        });
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
