using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CsCheck;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Seals;
using Rahdari.Documents.Specimens;

namespace Rahdari.Documents.Tests.Seals;

public class NcSealTests
{
    /// <summary>The worked example of ICAO's specification of VDS-NC: a proof of vaccination of Utopia.</summary>
    private const string WorkedExample = """
        {"data":{"hdr":{"t":"icao.vacc","v":1,"is":"UTO"},"msg":{"uvci":"U32870","pid":{"n":"Smith Bill","dob":"1990-01-02","sex":"M","i":"A1234567Z","ai":"L4567890Z"},"ve":[{"des":"XM68M6","nam":"Comirnaty","dis":"RA01.0","vd":[{"dvc":"2021-03-03","seq":1,"ctr":"UTO","adm":"RIVM","lot":"VC35679","dvn":"2021-03-24"},{"dvc":"2021-03-24","seq":2,"ctr":"UTO","adm":"RIVM","lot":"VC87540"}]}]}},"sig":{"alg":"ES256","cer":"MIIBeTCCAR2gAwIBAgIBaDAMBggqhkjOPQQDAgUAMB0xCzAJBgNVBAYTAlVUMQ4wDAYDVQQDDAVVVCBDQTAeFw0yMTA0MDcwNDMwMjZaFw0yNjEwMDcwNDMwMjZaMBoxCzAJBgNVBAYTAlVUMQswCQYDVQQDEwIwNjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABI5bRQ3-vabXhHAs2IPi-k9rP_TS2J8aq5fTtUG1iOwXdBxx2n6c38TJ2MzBWT5PHCKVlq5JOCyJ1nDlCPd1S2yjTzBNMBIGA1UdJQQLMAkGB2eBCAEBDgIwHwYDVR0jBBgwFoAUymyksnX8rywn0RH7nDq-Bs2QOqowFgYHZ4EIAQEGAgQLMAkCAQAxBBMCTlYwDAYIKoZIzj0EAwIFAANIADBFAiBVaaJVHvWLX756yAGt04C89ZEWGr-BsHDgaRb0EH3d9gIhAO2UNvLNhEoUWT1I_zj_cG5mh2U-lWCMBUQ3zSQqWUcs","sigvl":"cxfyi2vq2XJfZF7ksEkIZJtKbGrRE570UZc_rNAlpfRHD_Xjq57r2h-QLvd_tCQGitsZevFmB0iXzEFdeeZ4zA=="}}
        """;

    private const string Proof = """{"hdr":{"v":1,"t":"icao.vacc","is":"UTO"},"msg":{"pid":{"n":"ERIKSSON  ANNA MARIA","dob":"1974-08-12","sex":"F","i":"L898902C3"},"uvci":"U1"}}""";

    private static readonly DateTimeOffset Then = new(2021, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TestSeal Test = new();
    private static readonly MrzFields Passport = Specimens.Read(Specimens.TD3).Fields!;

    [Fact]
    public void The_worked_example_of_VDS_NC_is_read_and_its_signature_holds()
    {
        var (seal, findings) = Read(WorkedExample);
        Assert.Empty(findings);
        Assert.Equal(("icao.vacc", 1, "UTO", "06"), (seal!.Kind, seal.Version, seal.IssuingState, seal.Signer.CommonName));
        Assert.Equal(("Smith Bill", "2021-03-24", "2"), (seal.Message["pid.n"], seal.Message["ve.0.vd.1.dvc"], seal.Message["ve.0.vd.1.seq"]));
        // The signature holds; the authority of the example is not ours.
        Assert.Equal(["SEAL_SIGNER_NOT_CERTIFIED"], NcSealVerifier.Verify(seal, Test.Anchors, Then).Select(finding => finding.Code));
    }

    [Fact]
    public void A_word_changed_in_the_worked_example_breaks_its_signature()
    {
        var seal = Read(WorkedExample.Replace("Smith Bill", "Smith Will", StringComparison.Ordinal)).Seal!;
        Assert.Equal(["SEAL_SIGNATURE"], NcSealVerifier.Verify(seal, Test.Anchors, Then).Select(finding => finding.Code));
    }

    [Fact]
    public void Neither_the_order_of_the_parts_nor_blanks_are_signed()
    {
        var seal = Read(Encoding.UTF8.GetString(Sign(Test.Signer, Proof)).Replace("\"v\":1,\"t\":\"icao.vacc\"", " \"t\": \"icao.vacc\",\n \"v\": 1.0", StringComparison.Ordinal)).Seal!;
        Assert.Empty(NcSealVerifier.Verify(seal, Test.Anchors, TestSeal.Now));
    }

    [Fact]
    public void A_seal_of_the_holder_of_a_passport_differs_in_nothing() => Assert.Empty(Compare(Proof));

    [Theory]
    [InlineData("ANNA MARIA", "BERTHA", "Name")]
    [InlineData("1974", "1984", nameof(MrzFields.DateOfBirth))]
    [InlineData("\"F\"", "\"M\"", nameof(MrzFields.Sex))]
    [InlineData("L898902C3", "L898902C4", nameof(MrzFields.DocumentNumber))]
    public void Each_field_in_which_a_passport_differs_from_the_seal_is_named(string from, string to, string field) =>
        Assert.Equal([field], Compare(Proof.Replace(from, to, StringComparison.Ordinal)).Select(finding => finding.Field));

    [Fact]
    public void A_seal_of_a_State_that_its_signer_does_not_belong_to_is_told()
    {
        var seal = Read(Sign(Test.Signer, Proof.Replace("UTO", "PAK", StringComparison.Ordinal))).Seal!;
        Assert.Equal(["SEAL_SIGNER_OF_ANOTHER_STATE"], NcSealVerifier.Verify(seal, Test.Anchors, TestSeal.Now).Select(finding => finding.Code));
    }

    [Fact]
    public void A_part_that_stands_twice_is_refused() =>
        Assert.Equal("SEAL_JSON_INVALID", Assert.Single(Read(Sign(Test.Signer, Proof.Replace("\"uvci\":\"U1\"", "\"uvci\":\"U1\",\"uvci\":\"U2\"", StringComparison.Ordinal))).Findings).Code);

    /// <summary>RFC 8785 §3.2.3 and appendix B.</summary>
    [Theory]
    [InlineData("[0, -0, 333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]", "[0,0,333333333.3333333,1e+30,4.5,0.002,1e-27]")]
    [InlineData("[5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352830000, 1e21, 1e20, 0.000001, 0.0000001, -123.456]", "[5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000,1e+21,100000000000000000000,0.000001,1e-7,-123.456]")]
    [InlineData("""{"\u20ac": "Euro", "\r": "CR", "\ufb33": "Dalet", "1": "One", "\u0080": "Control", "\ud83d\ude00": "Smile", "\u00f6": "o"}""", "{\"\\r\":\"CR\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"o\",\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"Smile\",\"\ufb33\":\"Dalet\"}")]
    [InlineData("""["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", null, true, {}]""", "[\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\",null,true,{}]")]
    public void JSON_has_one_form_that_is_signed(string json, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Of(JsonDocument.Parse(json).RootElement)!));

    [Fact]
    public void Any_bytes_are_answered()
    {
        var anchors = Test.Anchors;
        byte[][] seeds = [Encoding.UTF8.GetBytes(WorkedExample), Sign(Test.Signer, Proof)];
        var rules = FindingCatalogue.All.Select(rule => rule.Code).ToHashSet();
        Gen.OneOf(seeds).SelectMany(Mutations.Of).Holds(10_000, bytes =>
        {
            _ = NcSealReader.IsSeal(bytes);
            var (seal, findings) = NcSealReader.Read(bytes);
            Assert.True(seal is not null || findings.Count > 0);
            Assert.All(findings, finding => Assert.Contains(finding.Code, rules));
            if (seal is not null)
            {
                _ = NcSealVerifier.Verify(seal, anchors, TestSeal.Now);
                _ = NcSealInspection.Compare(seal, Passport);
            }
        });
    }

    internal static byte[] Sign(SpecimenSigner signer, string data, string algorithm = "ES256")
    {
        // What stands twice has no canonical form; it is refused before its signature is looked at.
        using var json = JsonDocument.Parse(data);
        var signature = signer.SignPlain(CanonicalJson.Of(json.RootElement)!);
        return Encoding.UTF8.GetBytes($$$"""{"data":{{{data}}},"sig":{"alg":"{{{algorithm}}}","cer":"{{{Base64Url.EncodeToString(signer.Certificate.Encoded.Span)}}}","sigvl":"{{{Base64Url.EncodeToString(signature)}}}"}}""");
    }

    private static NcSealReading Read(string text) => NcSealReader.Read(Encoding.UTF8.GetBytes(text));

    private static NcSealReading Read(byte[] bytes) => NcSealReader.Read(bytes);

    private static IReadOnlyList<Finding> Compare(string data) => NcSealInspection.Compare(Read(Sign(Test.Signer, data)).Seal!, Passport);
}
