using Microsoft.Extensions.Logging.Abstractions;
using Rahdari.Border.Audit;
using Rahdari.Links.Lines;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;
using Rahdari.Links.Tests.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Lines;

/// <summary>A port's question for a newer list of revoked certificates, and headquarters' answer.</summary>
public sealed class PortRevocationsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_takes_a_newer_list_of_its_authority_and_nothing_else()
    {
        await using var sites = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        using var trust = Value(NodeTrust.Open(sites.Headquarters.Folder.FullPath));
        using var credentials = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        var first = credentials.Revocations!;
        var older = first.Encoded.ToArray();
        byte[]? wrong = null;
        var asked = new List<long>();
        var port = new PortRevocations(
            (question, _) =>
            {
                asked.Add(RevocationRequest.Read(question)!.Present);
                return Task.FromResult(wrong ?? trust.RevocationsAfter(asked[^1]));
            },
            credentials, sites.Node, "national-1", NullLogger.Instance);

        await port.LookAsync(Cancellation);
        Assert.Equal(first.Number, credentials.Revocations!.Number);

        sites.Clock.Advance(TimeSpan.FromHours(1));
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, Administrator));
        byte[] altered = trust.RevocationsAfter(0)!;
        altered[^1] ^= 1;
        foreach (var each in new[] { altered, [1, 2, 3], "{}"u8.ToArray(), [] })
        {
            wrong = each;
            await port.LookAsync(Cancellation);
            Assert.Equal(first.Number, credentials.Revocations!.Number);
        }

        wrong = null;
        await port.LookAsync(Cancellation);
        var second = credentials.Revocations!.Number;
        Assert.True(second > first.Number);
        Assert.Contains(credentials.Link.SerialNumber, credentials.Revocations.Revoked.Keys);
        Assert.Equal("national-1", (await AuditedAsync(sites.Port.Audit, AuditAction.CertificatesInstalled))[0].Actor);

        wrong = older;
        await port.LookAsync(Cancellation);
        wrong = null;
        await port.LookAsync(Cancellation);
        Assert.Equal([.. Enumerable.Repeat((long)first.Number, 6), .. Enumerable.Repeat((long)second, 2)], asked);
    }

    [Fact]
    public void A_question_is_read_from_any_bytes_and_what_version_1_wrote_stays_readable()
    {
        Assert.Equal(7, RevocationRequest.Read("""{"v":1,"present":7}"""u8)!.Present);
        Assert.Equal(7, RevocationRequest.Read(new RevocationRequest(1, 7).Write())!.Present);
        foreach (var wrong in new[] { "", "{", "[]", "null", """{"v":2,"present":7}""", """{"v":1,"present":-1}""", """{"v":1,"present":1e99}""", """{"v":1,"present":"7"}""", new string(' ', 300) + """{"v":1,"present":7}""" })
            Assert.Null(RevocationRequest.Read(System.Text.Encoding.UTF8.GetBytes(wrong)));
    }
}
