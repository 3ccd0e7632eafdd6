using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>What headquarters answers a request with: a node's certificates, the authority's, and the list of what is revoked.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="Node">The node.</param>
/// <param name="Port">Its port.</param>
/// <param name="Link">The link certificate (DER).</param>
/// <param name="Record">The record certificate (DER).</param>
/// <param name="Authority">The authority's certificate (DER).</param>
/// <param name="Revocations">The list of revoked certificates (DER).</param>
/// <param name="CodeProof">HMAC-SHA-256 under the one-time code; null where the port knows the authority already.</param>
internal sealed record EnrolmentBundle(string Format, string Node, string Port, byte[] Link, byte[] Record, byte[] Authority, byte[] Revocations, byte[]? CodeProof = null)
{
    /// <summary>The largest file that is read.</summary>
    public const int Largest = 8 << 20;

    private const string FormatName = "rahdari-pki-bundle/1";
    private const string Purpose = "rahdari answer to a node";

    public static EnrolmentBundle Of(string node, string port, byte[] link, byte[] record, byte[] authority, byte[] revocations) => new(FormatName, node, port, link, record, authority, revocations);

    public EnrolmentBundle ProvenBy(EnrolmentCode code) => this with { CodeProof = ProofOfParts.Under(code, Purpose, Content()) };

    public bool IsProvenBy(EnrolmentCode code) => CodeProof is not null && CryptographicOperations.FixedTimeEquals(CodeProof, ProofOfParts.Under(code, Purpose, Content()));

    public byte[] Write() => PkiJson.File(this);

    /// <summary>Reads a bundle; takes any bytes. Whether its certificates are right is not checked here.</summary>
    public static Answer<ReadBundle> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Largest)
            return Invalid("$", $"more than {Largest} bytes");
        if (!StrictJson.TryRead<EnrolmentBundle>(utf8, out var bundle, out var wrong))
            return Invalid(wrong.Value.Field, $"malformed at {wrong.Value.Line}:{wrong.Value.Column}");
        if (bundle.Format != FormatName)
            return Invalid("format", $"it must be {FormatName}");
        if ((NodeNames.Refuse(bundle.Node) ?? NodeNames.RefusePort(bundle.Port)) is { } problem)
            return Invalid(problem.Field!, problem.Evidence["rule"]);
        var (link, record, authority) = (CertificateChecks.Read(bundle.Link), CertificateChecks.Read(bundle.Record), CertificateChecks.Read(bundle.Authority));
        if (link is not null && record is not null && authority is not null)
            return new ReadBundle(bundle, link, record, authority);
        link?.Dispose();
        record?.Dispose();
        authority?.Dispose();
        return Invalid(link is null ? "link" : record is null ? "record" : "authority", "it is no certificate");
    }

    private byte[] Content() => ProofOfParts.Joined(Format, Encoding.UTF8.GetBytes(Node), Encoding.UTF8.GetBytes(Port), Link, Record, Authority, Revocations);

    private static Finding Invalid(string field, string rule) => LinksRule.BundleInvalid.Broken(field, ("field", field), ("rule", rule));
}

/// <summary>A bundle and its certificates.</summary>
internal sealed record ReadBundle(EnrolmentBundle Bundle, X509Certificate2 Link, X509Certificate2 Record, X509Certificate2 Authority) : IDisposable
{
    public void Dispose()
    {
        Link.Dispose();
        Record.Dispose();
        Authority.Dispose();
    }
}
