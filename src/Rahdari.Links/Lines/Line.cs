using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NATS.Client.Core;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Lines;

/// <summary>A connection to the site's own broker, under TLS with certificates on both ends; and the subjects of the messages, which are the same in every port's account.</summary>
internal sealed class Line : IAsyncDisposable
{
    /// <summary>Runs of records, from the port.</summary>
    public const string Records = "records";

    /// <summary>What a port reports of itself; answered with a receipt.</summary>
    public const string Report = "report";

    /// <summary>Receipts, from headquarters, as soon as something is committed.</summary>
    public const string Receipts = "receipts";

    /// <summary>The catalogue of what headquarters has in force, from headquarters, as soon as it is another.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>The same, where a port asks.</summary>
    public const string CatalogueAsked = "catalogue.asked";

    /// <summary>A part of an update, where a port asks.</summary>
    public const string Topics = "topics";

    /// <summary>A person's crossings at every port, where a port asks.</summary>
    public const string History = "history";

    /// <summary>The authority's newest list of revoked certificates, where a port asks.</summary>
    public const string Revocations = "revocations";

    /// <summary>How long an answer is awaited.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long one is awaited that headquarters must first write: a large list.</summary>
    public static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource lost = new();

    private Line(NatsConnection connection) => Connection = connection;

    /// <summary>The connection; once it is lost it is of no use.</summary>
    public NatsConnection Connection { get; }

    /// <summary>Cancelled once the connection is lost. A broker that comes back may have lost all that was made in it: who used it opens another line, and makes everything anew.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Says so where it was the line that ended the work on it.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    public void ThrowIfLost()
    {
        if (lost.IsCancellationRequested)
            throw new IOException("the connection to the broker is lost");
    }

    /// <summary>Asks the other end; null where nobody listens there, or answers in time.</summary>
    public async Task<byte[]?> AskAsync(string subject, byte[] question, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return (await Connection.RequestAsync<byte[], byte[]>(subject, question, replyOpts: new NatsSubOpts { Timeout = patience }, cancellationToken: cancellation)).Data;
        }
        catch (Exception e) when (e is NatsNoReplyException or NatsNoRespondersException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        lost.Dispose();
    }

    /// <summary>Connects to the broker of this machine.</summary>
    /// <param name="credentials">Whose certificate is shown; the broker shows the same node's.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="account">The account and its password, at headquarters; null at a port, where the certificate says who it is.</param>
    /// <param name="cancellation">Stops.</param>
    public static async Task<Line> ConnectAsync(NodeCredentials credentials, int port, (string Name, string Password)? account, CancellationToken cancellation)
    {
        var connection = new NatsConnection(new NatsOpts
        {
            Url = $"tls://127.0.0.1:{port}",
            Name = credentials.Node,
            ConnectTimeout = Patience,
            RequestTimeout = Patience,
            CommandTimeout = Patience,
            RetryOnInitialConnect = false,
            AuthOpts = account is { } of ? new NatsAuthOpts { Username = of.Name, Password = of.Password } : NatsAuthOpts.Default,
            TlsOpts = new NatsTlsOpts
            {
                Mode = TlsMode.Require,
                ConfigureClientAuthentication = options =>
                {
                    options.TargetHost = credentials.Node;
                    options.ClientCertificateContext = SslStreamCertificateContext.Create(credentials.Link, [credentials.Authority], offline: true);
                    options.CertificateRevocationCheckMode = X509RevocationMode.NoCheck; // The list is the authority's own, and checked here.
                    options.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                        shown is X509Certificate2 certificate && credentials.Check(certificate) is { Succeeded: true } node && node.Value == credentials.Node;
                    return default;
                },
            },
        });
        var line = new Line(connection);
        connection.ConnectionDisconnected += (_, _) =>
        {
            line.End();
            return default;
        };
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            await connection.ConnectAsync().AsTask().WaitAsync(limit.Token);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    private void End()
    {
        try
        {
            lost.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was closed on purpose.
        }
    }
}
