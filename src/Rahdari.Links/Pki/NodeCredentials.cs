using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Border.Sites;

namespace Rahdari.Links.Pki;

/// <summary>
/// Who a node is on the wire, and whom it trusts there. Opened once and used by many threads; a newer revocation list is taken up by itself, new certificates when it is opened again.
/// </summary>
public sealed class NodeCredentials : IDisposable
{
    private readonly TimeProvider clock;
    private readonly string setName;
    private readonly FileStamp<NodeRevocations> revocations;

    private NodeCredentials(NodeFolder files, TimeProvider clock, string setName, X509Certificate2 link, X509Certificate2 record, X509Certificate2 authority)
    {
        (Files, this.clock, this.setName, Link, Record, Authority) = (files, clock, setName, link, record, authority);
        revocations = new FileStamp<NodeRevocations>(files.RevocationFile, NodeRevocations.Largest, bytes => NodeRevocations.Read(bytes, authority));
    }

    /// <summary>The files, for programs that read them themselves: the broker.</summary>
    public NodeFolder Files { get; }

    /// <summary>The link certificate with its private key, for both ends of a TLS connection.</summary>
    public X509Certificate2 Link { get; }

    /// <summary>The certificate of the key that signs the ledger.</summary>
    public X509Certificate2 Record { get; }

    /// <summary>The authority's certificate.</summary>
    public X509Certificate2 Authority { get; }

    /// <summary>The newest list of revoked certificates, or null where there is none.</summary>
    public NodeRevocations? Revocations => revocations.Value;

    /// <summary>The node, as its certificate names it.</summary>
    public string Node => CertificateChecks.NodeOf(Link)!;

    /// <summary>The subject of the link certificate: <c>CN=khi-1, O=Rahdari, C=PK</c>.</summary>
    public string Subject => Link.Subject;

    /// <summary>Opens the credentials of a site; the answer names what is wrong with them. That the certificate is past its time does not keep it from being opened: whoever is met refuses it.</summary>
    public static Answer<NodeCredentials> Open(SiteFolder site, TimeProvider clock)
    {
        var files = NodeFolder.Of(site.FullPath);
        if (!files.Exists)
            return LinksRule.CredentialsNotFound.Broken(null, ("folder", files.Path));
        while (true)
        {
            // The set is named once: another may take its place, and it be deleted, while it is read.
            var setName = SetNow(files);
            var opened = Open(site, clock, files, setName);
            if (opened.Succeeded || SetNow(files) == setName)
                return opened;
        }
    }

    private static string SetNow(NodeFolder files) => Path.GetFileName(new DirectoryInfo(files.Current).LinkTarget ?? files.Current);

    private static Answer<NodeCredentials> Open(SiteFolder site, TimeProvider clock, NodeFolder files, string setName)
    {
        var set = Path.Combine(files.Path, setName);
        var authority = OpenAuthority.ReadCertificate(NodeFolder.AuthorityIn(set));
        if (!authority.Succeeded)
            return authority.Problem;
        var key = AuthorityKey.ReadPem(NodeFolder.LinkKeyIn(set));
        if (!key.Succeeded)
        {
            authority.Value.Dispose();
            return key.Problem;
        }
        using (key.Value)
        {
            using var link = Read(NodeFolder.LinkCertificateIn(set));
            var record = Read(NodeFolder.RecordCertificateIn(set));
            var problem = link is null || record is null ? "a certificate is unreadable"
                : !link.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.Value.ExportSubjectPublicKeyInfo()) ? "the link certificate is not of the link key"
                : CertificateChecks.NodeOf(link) != site.Settings.Node || CertificateChecks.NodeOf(record) != site.Settings.Node ? "the certificates name another node"
                : null;
            if (problem is null)
                return new NodeCredentials(files, clock, setName, link!.CopyWithPrivateKey(key.Value), record!, authority.Value);
            authority.Value.Dispose();
            record?.Dispose();
            return LinksRule.KeyUnreadable.Broken(null, ("file", set), ("reason", problem));
        }
    }

    /// <summary>True where another set of files took this one's place: open the credentials again.</summary>
    public bool IsReplaced => SetNow(Files) != setName;

    /// <summary>Who the other end is: of our authority, for links, in its time, and not revoked. The answer is its node's name.</summary>
    public Answer<string> Check(X509Certificate2 other)
    {
        var node = CertificateChecks.NodeOf(other);
        if ((CertificateChecks.RefuseLink(other, Authority, clock.GetUtcNow()) ?? RefuseName(other, node) ?? RefuseRevoked(other)) is { } reason)
            return LinksRule.CertificateRefused.Broken(null, ("subject", Shown(other.Subject)), ("reason", reason));
        return node!;
    }

    /// <summary>The key that signs a node's records, by a certificate of it (DER) of any origin; null where it is not of our authority, not that node's, past its time or revoked. The caller disposes of it.</summary>
    public ECDsa? RecordKeyOf(ReadOnlySpan<byte> certificate, string node)
    {
        using var shown = CertificateChecks.Read(certificate);
        return shown is not null && CertificateChecks.NodeOf(shown) == node && CertificateChecks.RefuseRecord(shown, Authority, clock.GetUtcNow()) is null && RefuseRevoked(shown) is null
            ? shown.GetECDsaPublicKey()
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Link.Dispose();
        Record.Dispose();
        Authority.Dispose();
    }

    private string? RefuseRevoked(X509Certificate2 other) => Revocations?.Revoked.TryGetValue(CertificateChecks.Serial(other), out var at) == true ? $"revoked on {at:yyyy-MM-dd HH:mm} UTC" : null;

    private static string? RefuseName(X509Certificate2 other, string? node) =>
        node is not null && other.Extensions.OfType<X509SubjectAlternativeNameExtension>().SingleOrDefault()?.EnumerateDnsNames().SequenceEqual([node]) == true ? null : "its names do not agree";

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100] + "…";

    private static X509Certificate2? Read(string file)
    {
        const int Largest = 64 * 1024;
        return PrivateFiles.Read(file, Largest) is { } bytes ? CertificateChecks.Read(bytes) : null;
    }
}
