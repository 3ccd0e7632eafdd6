using System.Security.Cryptography;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Tests.Pki;

/// <summary>What headquarters takes for a request, before it asks who it is of.</summary>
public sealed class EnrolmentRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly EnrolmentCode Code = EnrolmentCode.Of(new byte[16], [1]);

    [Fact]
    public void A_request_of_two_keys_on_P256_is_read()
    {
        using var link = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var record = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var read = Read(Of("khi-1", link, record));
        Assert.True(read.Succeeded);
        Assert.Equal(link.ExportSubjectPublicKeyInfo(), read.Value.Link.ExportSubjectPublicKeyInfo());
        Assert.True(read.Value.Request.IsProvenBy(Code));
        Assert.False(read.Value.Request.IsProvenBy(EnrolmentCode.Of([1, .. new byte[15]], [1])));
    }

    [Fact]
    public void Keys_of_another_kind_or_one_key_for_both_are_refused()
    {
        using var good = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Refused("linkRequest", "P-256", Of("khi-1", other, good));
        Refused("recordRequest", "P-256", Of("khi-1", good, other));
        Refused("linkRequest", "must not be the link's", Of("khi-1", good, good));
    }

    [Fact]
    public void A_request_whose_keys_name_another_node_is_refused()
    {
        using var link = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var record = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Refused("linkRequest", "another node", Of("lhe-1", link, record) with { Node = "khi-1" });
        Refused("node", "3 to 32", Of("khi-1", link, record) with { Node = "training-1" });
    }

    [Fact]
    public void Who_does_not_have_a_key_cannot_ask_for_its_certificate()
    {
        using var link = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var record = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Of("khi-1", link, record);
        byte[] forged = [.. request.LinkRequest];
        forged[^1] ^= 1; // In its signature.
        var refused = Read(request with { LinkRequest = forged }).Problem;
        Assert.Equal(("PKI_PROOF_INVALID", "linkRequest"), (refused?.Code, refused?.Field));
    }

    [Fact]
    public void A_request_is_proven_in_one_way()
    {
        using var link = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var record = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bare = EnrolmentRequest.Of("khi-1", "PKKHI", Now, "PK", link, record);
        var byKeys = bare.ProvenBy(link, record);
        Assert.True(Read(byKeys).Value!.Request is var read && read.IsProvenByLink(link) && read.IsProvenByRecord(record) && !read.IsProvenByLink(record) && !read.IsProvenBy(Code));
        foreach (var wrong in new[] { bare, byKeys with { LinkProof = null }, byKeys with { RecordProof = null }, byKeys.ProvenBy(Code) })
            Refused("codeProof", "or both present keys", wrong);
    }

    private static EnrolmentRequest Of(string node, ECDsa link, ECDsa record) => EnrolmentRequest.Of(node, "PKKHI", Now, "PK", link, record).ProvenBy(Code);

    private static Answer<CheckedRequest> Read(EnrolmentRequest request) => EnrolmentRequest.Read(request.Write());

    private static void Refused(string field, string rule, EnrolmentRequest request)
    {
        var problem = Read(request).Problem;
        Assert.Equal(("PKI_REQUEST_INVALID", field), (problem?.Code, problem?.Field));
        Assert.Contains(rule, problem!.Evidence["rule"], StringComparison.Ordinal);
    }
}
