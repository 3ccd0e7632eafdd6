using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Links.Pki;
using static Rahdari.Links.Tests.Pki.PkiSites;

namespace Rahdari.Links.Tests.Pki;

/// <summary>Two nodes on a real TLS connection, each judging the other.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task Two_nodes_of_one_authority_meet_and_neither_speaks_with_a_revoked_or_a_foreign_one()
    {
        await using var sites = await PkiSites.OpenAsync();
        await using var others = await PkiSites.OpenAsync();
        await sites.EnrolAsync();
        await others.EnrolAsync();
        var code = await sites.InviteAsync("headquarters", "PKISB");
        var own = new NodeEnrolment(sites.Headquarters.Folder, sites.Headquarters.Audit, sites.Clock);
        Value(await own.InstallAsync(Value(await sites.Authority.IssueAsync(Value(await own.RequestAsync(code, Administrator)), Administrator)).File, code, Administrator));
        using var headquarters = Value(NodeCredentials.Open(sites.Headquarters.Folder, sites.Clock));
        using var port = Value(NodeCredentials.Open(sites.Port.Folder, sites.Clock));
        using var foreign = Value(NodeCredentials.Open(others.Port.Folder, sites.Clock));

        Assert.Equal(("khi-1", "headquarters"), await MeetAsync(headquarters, port));
        await Assert.ThrowsAnyAsync<AuthenticationException>(() => MeetAsync(headquarters, foreign));
        await Assert.ThrowsAnyAsync<AuthenticationException>(() => MeetAsync(foreign, port));
        Value(await sites.Authority.RevokeAsync("khi-1", RevocationReason.KeyCompromise, null, Administrator));
        Assert.Equal(("khi-1", "headquarters"), await MeetAsync(headquarters, port)); // Headquarters' own line has no list yet.
        Value(await own.InstallAsync(File.ReadAllBytes(sites.AuthorityFiles.RevocationFile), null, Administrator));
        await Assert.ThrowsAnyAsync<AuthenticationException>(() => MeetAsync(headquarters, port));
    }

    /// <summary>Whom the server met, and whom the client.</summary>
    private static async Task<(string Client, string Server)> MeetAsync(NodeCredentials server, NodeCredentials client)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var caller = new TcpClient();
        await caller.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);
        using var called = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var serverSide = new SslStream(called.GetStream());
        await using var clientSide = new SslStream(caller.GetStream());
        string? metByServer = null, metByClient = null;
        var serving = serverSide.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = server.Link,
            ClientCertificateRequired = true,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            EnabledSslProtocols = SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, other, _, _) => Judge(server, other, ref metByServer),
        });
        var calling = clientSide.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = server.Node,
            ClientCertificates = [client.Link],
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            EnabledSslProtocols = SslProtocols.Tls13,
            LocalCertificateSelectionCallback = (_, _, _, _, _) => client.Link,
            RemoteCertificateValidationCallback = (_, other, _, _) => Judge(client, other, ref metByClient),
        });
        try
        {
            await calling;
        }
        catch (AuthenticationException)
        {
            called.Close();
            await Record.ExceptionAsync(() => serving);
            throw;
        }
        await serving;
        return (metByServer!, metByClient!);
    }

    private static bool Judge(NodeCredentials credentials, X509Certificate? other, ref string? met)
    {
        if (other is not X509Certificate2 certificate || !credentials.Check(certificate).Succeeded)
            return false;
        met = credentials.Check(certificate).Value;
        return true;
    }
}
