using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>
/// Headquarters' answer to who a node is: its port, the keys that sign its records, whether it was revoked. Read from the authority's register, whose signature is checked; a register that was replaced is
/// taken up by itself, one that cannot be taken leaves the one before and is told in <see cref="Problem"/>, and so does one that is older. Thread-safe; needs no private key.
/// </summary>
public sealed class NodeTrust : IDisposable
{
    private readonly X509Certificate2 authority;
    private readonly FileStamp<Known> register;
    private readonly FileStamp<NodeRevocations> revocations;
    private long highest;

    private NodeTrust(AuthorityFolder folder, X509Certificate2 authority)
    {
        this.authority = authority;
        register = new FileStamp<Known>(folder.RegisterFile, RegisterFile.Largest, Read);
        revocations = new FileStamp<NodeRevocations>(folder.RevocationFile, NodeRevocations.Largest, bytes => NodeRevocations.Read(bytes, authority));
    }

    /// <summary>Opens the trust of headquarters' site.</summary>
    public static Answer<NodeTrust> Open(string siteFolder)
    {
        var folder = AuthorityFolder.Of(siteFolder);
        if (!folder.Exists)
            return LinksRule.AuthorityNotFound.Broken(null, ("folder", folder.Path));
        var certificate = OpenAuthority.ReadCertificate(folder.CertificateFile);
        if (!certificate.Succeeded)
            return certificate.Problem;
        var trust = new NodeTrust(folder, certificate.Value);
        if (trust.register.Value is not null)
            return trust;
        var problem = trust.Problem ?? LinksRule.RegisterInvalid.Broken(null, ("field", "$"), ("rule", "the file is not there"));
        trust.Dispose();
        return problem;
    }

    /// <summary>The authority's certificate.</summary>
    public X509Certificate2 Authority => authority;

    /// <summary>The number of the register that counts.</summary>
    public long Number => register.Value!.Number;

    /// <summary>Why the register as it is on the disk was not taken; null where it was.</summary>
    public Finding? Problem => register.Problem;

    /// <summary>Every node, by name.</summary>
    public IReadOnlyCollection<CertifiedNode> Nodes => register.Value!.InOrder;

    /// <summary>A node, or null where none was ever enrolled by that name.</summary>
    public CertifiedNode? Find(string node) => register.Value!.ByName.GetValueOrDefault(node);

    /// <summary>The node that a link certificate with this serial number (hexadecimal) is of; null where it is unknown or revoked. Its chain and its time are for whoever asks to check.</summary>
    public CertifiedNode? FindByLink(string serial) => register.Value!.BySerial.GetValueOrDefault(serial.TrimStart('0').ToUpperInvariant());

    /// <summary>The list of revoked certificates (DER) for whoever has that of a number; null where there is none newer.</summary>
    public byte[]? RevocationsAfter(long number) => revocations.Value is { } list && list.Number > number ? list.Encoded.ToArray() : null;

    /// <inheritdoc/>
    public void Dispose() => authority.Dispose();

    private Answer<Known> Read(byte[] bytes)
    {
        var read = RegisterFile.Read(bytes, authority);
        if (!read.Succeeded)
            return read.Problem;
        if (read.Value.Number < highest)
            return LinksRule.RegisterInvalid.Broken("number", ("field", "number"), ("rule", $"it is {read.Value.Number}, and {highest} was seen before: an old copy"));
        try
        {
            var nodes = read.Value.Nodes.Select(Certified).ToArray();
            highest = read.Value.Number;
            return new Known(
                highest,
                nodes,
                nodes.ToFrozenDictionary(n => n.Name, StringComparer.Ordinal),
                nodes.Where(n => !n.IsRevoked).SelectMany(n => n.LinkSerials.Select(s => (s, n))).ToFrozenDictionary(pair => pair.s, pair => pair.n, StringComparer.Ordinal));
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or ArgumentException or InvalidOperationException)
        {
            return LinksRule.RegisterInvalid.Broken("nodes", ("field", "nodes"), ("rule", "a certificate in it is unreadable"));
        }
    }

    private static CertifiedNode Certified(RegisteredNode node)
    {
        using var link = X509CertificateLoader.LoadCertificate(node.Link[^1].Certificate);
        var keys = new List<RecordKey>();
        foreach (var issued in node.Record)
        {
            using var certificate = X509CertificateLoader.LoadCertificate(issued.Certificate);
            var key = certificate.PublicKey.ExportSubjectPublicKeyInfo();
            // The same key certified again is one key.
            var before = keys.FindIndex(k => k.PublicKey.Span.SequenceEqual(key));
            if (before < 0)
                keys.Add(new RecordKey(issued.Serial, key, issued.FirstSequence ?? 1, issued.LastSequence, issued.NotBefore, issued.NotAfter));
            else
                keys[before] = keys[before] with { Serial = issued.Serial, NotAfter = issued.NotAfter, LastSequence = issued.LastSequence };
        }
        return new CertifiedNode(
            node.Name, node.Port, link.Subject, [.. node.Link.Where(c => c.RevokedAt is null).Select(c => c.Serial)], node.Link[^1].NotAfter, [.. keys.OrderBy(k => k.FirstSequence)], node.Revoked?.At, node.Revoked?.Reason);
    }

    private sealed record Known(long Number, IReadOnlyList<CertifiedNode> InOrder, FrozenDictionary<string, CertifiedNode> ByName, FrozenDictionary<string, CertifiedNode> BySerial);
}
