using System.Text;
using System.Text.Json.Nodes;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

public sealed class RenewalTests
{
    [Fact]
    public async Task A_renewal_needs_no_code_and_brings_a_new_link_key_for_the_same_ledger()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var before = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        sites.Clock.Advance(TimeSpan.FromDays(70));
        var issued = Value(await sites.Authority.IssueAsync(Value(await sites.Node.RenewAsync(Administrator)), Administrator));
        Assert.False(before.IsReplaced);
        Value(await sites.Node.InstallAsync(issued.File, null, Administrator));
        Assert.True(before.IsReplaced);
        using var after = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        Assert.NotEqual(before.Link.PublicKey.ExportSubjectPublicKeyInfo(), after.Link.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(before.Record.PublicKey.ExportSubjectPublicKeyInfo(), after.Record.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Equal(Start.AddDays(160), (DateTimeOffset)after.Link.NotAfter.ToUniversalTime());
        Assert.Single(Directory.GetDirectories(sites.NodeFiles.Path, "set-*"));
        // The old certificate runs out by itself: it is good until the port has the new one.
        Assert.True(after.Check(before.Link).Succeeded);

        using var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath));
        var node = trust.Find("khi-1")!;
        Assert.Equal(2, node.LinkSerials.Count);
        var key = Assert.Single(node.RecordKeys);
        Assert.Equal((1, (long?)null), (key.FirstSequence, key.LastSequence));
        Assert.Equal(Start.AddDays(70).AddYears(3), key.NotAfter);
    }

    [Fact]
    public async Task A_renewal_is_asked_for_by_the_present_keys_alone()
    {
        await using var sites = await PkiSites.OpenAsync();
        Assert.Equal("PKI_CREDENTIALS_NOT_FOUND", (await sites.Node.RenewAsync(Administrator)).Problem?.Code);
        await sites.EnrolAsync();
        var renewal = Value(await sites.Node.RenewAsync(Administrator));
        foreach (var field in new[] { "linkProof", "recordProof", "madeAt" })
        {
            var changed = JsonNode.Parse(renewal)!;
            changed[field] = field == "madeAt" ? "2026-03-01T06:00:01+00:00" : changed[field == "linkProof" ? "recordProof" : "linkProof"]!.DeepClone();
            Assert.Equal("PKI_PROOF_INVALID", (await sites.Authority.IssueAsync(Encoding.UTF8.GetBytes(changed.ToJsonString()), Administrator)).Problem?.Code);
        }
        Value(await sites.Authority.IssueAsync(renewal, Administrator));
    }

    [Fact]
    public async Task A_link_certificate_that_ran_out_is_renewed_with_a_code_and_the_same_ledger()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        sites.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal("PKI_PROOF_INVALID", (await sites.Authority.IssueAsync(Value(await sites.Node.RenewAsync(Administrator)), Administrator)).Problem?.Code);
        await sites.EnrolAsync();
        var node = Value(sites.Authority.Register(Administrator)).Nodes.Single();
        Assert.Equal(RevocationReason.Superseded, node.Link[0].RevokedFor);
        Assert.Null(node.Link[1].RevokedAt);
        using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        Assert.True(credentials.Check(credentials.Link).Succeeded);
    }

    [Fact]
    public async Task Another_ledger_under_the_same_name_is_refused()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        await using var rebuilt = await PkiSites.OpenAsync(withAuthority: false);
        var code = await sites.InviteAsync();
        Assert.Equal("PKI_RECORD_KEY_OTHER", (await sites.Authority.IssueAsync(Value(await rebuilt.Node.RequestAsync(code, Administrator)), Administrator)).Problem?.Code);
        Assert.Equal("PKI_PORT_OTHER", (await sites.Authority.InviteAsync("khi-1", "PKLHE", 7, Administrator)).Problem?.Code);
    }
}
