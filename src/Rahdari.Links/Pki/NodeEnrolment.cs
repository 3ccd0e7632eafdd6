using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;
using Rahdari.Documents.States;

namespace Rahdari.Links.Pki;

/// <summary>A node's side of being certified: asks for certificates, and puts in place what headquarters answered. Audited in the site's ledger. Role: administrator. One at a time.</summary>
public sealed class NodeEnrolment
{
    private const string SubjectKind = "node";

    private readonly SiteFolder site;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;
    private readonly NodeFolder folder;

    /// <param name="site">The node's site.</param>
    /// <param name="audit">Its audit.</param>
    /// <param name="clock">The clock.</param>
    public NodeEnrolment(SiteFolder site, AuditLog audit, TimeProvider clock) => (this.site, this.audit, this.clock, folder) = (site, audit, clock, NodeFolder.Of(site.FullPath));

    /// <summary>Makes a link key and asks for certificates with a one-time code. Asked again before the answer is installed, the same key is asked for.</summary>
    /// <param name="code">The code as typed.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is made.</param>
    /// <returns>The file for headquarters; nothing in it is secret.</returns>
    public async Task<Answer<byte[]>> RequestAsync(string code, Actor actor, CancellationToken cancellation = default)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        var parsed = EnrolmentCode.Parse(code);
        return parsed.Succeeded ? await AskAsync(actor, "with a code", request => request.ProvenBy(parsed.Value), cancellation) : parsed.Problem;
    }

    /// <summary>Makes a new link key and asks for certificates with the present keys.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is made.</param>
    /// <returns>The file for headquarters; nothing in it is secret.</returns>
    public async Task<Answer<byte[]>> RenewAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        if (!folder.Exists)
            return LinksRule.CredentialsNotFound.Broken(null, ("folder", folder.Path));
        var present = AuthorityKey.ReadPem(folder.LinkKeyFile);
        if (!present.Succeeded)
            return present.Problem;
        using var link = present.Value;
        using var record = site.OpenKey();
        return await AskAsync(actor, "renewal", request => request.ProvenBy(link, record), cancellation);
    }

    /// <summary>
    /// Checks what headquarters answered and puts it in place: the key that was asked for, its certificates, the authority's. A power cut leaves the old or the new, whole. A list of revoked certificates is
    /// taken, too, where the file is one.
    /// </summary>
    /// <param name="file">The bundle, or a revocation list in DER or PEM.</param>
    /// <param name="code">The code as typed, where the node does not know the authority yet; null for a renewal.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public async Task<Answer<InstalledFiles>> InstallAsync(ReadOnlyMemory<byte> file, string? code, Actor actor, CancellationToken cancellation = default)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        if (!file.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return await InstallRevocationsAsync(file, actor, cancellation);
        var read = EnrolmentBundle.Read(file.Span);
        if (!read.Succeeded)
            return read.Problem;
        using var answer = read.Value;
        if ((RefuseOther(answer.Bundle) ?? RefuseAuthority(answer, code) ?? RefuseCertificates(answer)) is { } refused)
            return refused;
        var revocations = NodeRevocations.Read(answer.Bundle.Revocations, answer.Authority);
        if (!revocations.Succeeded)
            return revocations.Problem;
        var serial = CertificateChecks.Serial(answer.Link);
        var set = Directory.Exists(folder.Set(serial)) ? folder.Set(serial) : folder.Requested;
        if (RefuseKey(set, answer) is { } otherKey)
            return otherKey;
        await AuditAsync(actor, AuditAction.CertificatesInstalled, $"link {serial}, record {CertificateChecks.Serial(answer.Record)}", cancellation);
        Place(answer, serial, set, Newest(revocations.Value, answer.Authority));
        return new InstalledFiles(answer.Bundle.Node, serial, answer.Link.NotAfter.ToUniversalTime(), answer.Record.NotAfter.ToUniversalTime(), $"{revocations.Value.Number}");
    }

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private Finding? Refuse(Actor actor) => actor.Lacks(Roles.Administrator) ?? actor.IsElsewhere(site.Settings.Port) ?? NodeNames.Refuse(site.Settings.Node) ?? NodeNames.RefusePort(site.Settings.Port);

    private Task AuditAsync(Actor actor, string action, string detail, CancellationToken cancellation) => audit.RecordAsync(actor.Name, action, SubjectKind, site.Settings.Node, detail, cancellation);

    private async Task<Answer<byte[]>> AskAsync(Actor actor, string how, Func<EnrolmentRequest, EnrolmentRequest> prove, CancellationToken cancellation)
    {
        if (IssuingStates.ToIso3166Alpha2(site.Settings.Country) is not { } alpha2)
            return LinksRule.FieldInvalid.Broken("country", ("field", "country"), ("rule", "the code of a State with three letters, such as PAK"));
        await AuditAsync(actor, AuditAction.CertificatesRequested, how, cancellation);
        var made = RequestedKey();
        if (!made.Succeeded)
            return made.Problem;
        using var link = made.Value;
        using var record = site.OpenKey();
        return prove(EnrolmentRequest.Of(site.Settings.Node, site.Settings.Port, Now, alpha2, link, record)).Write();
    }

    /// <summary>The key that was asked for before, or a new one.</summary>
    private Answer<ECDsa> RequestedKey()
    {
        var file = NodeFolder.LinkKeyIn(folder.Requested);
        if (File.Exists(file))
            return AuthorityKey.ReadPem(file);
        PrivateFiles.MakeFolder(folder.Path);
        PrivateFiles.MakeFolder(folder.Requested);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateFiles.Replace(file, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        PrivateFiles.SyncFolder(folder.Path);
        return key;
    }

    private Finding? RefuseOther(EnrolmentBundle bundle)
    {
        if (bundle.Node != site.Settings.Node)
            return LinksRule.BundleOther.Broken("node", ("field", "node"), ("value", bundle.Node));
        return bundle.Port == site.Settings.Port ? null : LinksRule.BundleOther.Broken("port", ("field", "port"), ("value", bundle.Port));
    }

    /// <summary>The authority is the one that the code names, or the one that the node knows.</summary>
    private Finding? RefuseAuthority(ReadBundle answer, string? code)
    {
        if (code is not null)
        {
            var parsed = EnrolmentCode.Parse(code);
            if (!parsed.Succeeded)
                return parsed.Problem;
            if (!parsed.Value.Names(answer.Authority.RawDataMemory.Span))
                return LinksRule.AuthorityOther.Broken("authority");
            if (!answer.Bundle.IsProvenBy(parsed.Value))
                return LinksRule.ProofInvalid.Broken("codeProof", ("field", "codeProof"));
        }
        else if (!folder.Exists)
        {
            return LinksRule.CodeMissing.Broken("code");
        }
        else
        {
            var known = OpenAuthority.ReadCertificate(folder.AuthorityFile);
            if (!known.Succeeded)
                return known.Problem;
            using (known.Value)
            {
                if (!known.Value.RawDataMemory.Span.SequenceEqual(answer.Authority.RawDataMemory.Span))
                    return LinksRule.AuthorityOther.Broken("authority");
            }
        }
        return CertificateChecks.RefuseAuthority(answer.Authority) is { } reason ? Invalid("authority", reason) : null;
    }

    private Finding? RefuseCertificates(ReadBundle answer)
    {
        if (CertificateChecks.RefuseLink(answer.Link, answer.Authority, Now) is { } link)
            return Invalid("link", link);
        if (CertificateChecks.RefuseRecord(answer.Record, answer.Authority, Now) is { } record)
            return Invalid("record", record);
        if (CertificateChecks.NodeOf(answer.Link) != site.Settings.Node)
            return Invalid("link", "it names another node");
        if (CertificateChecks.NodeOf(answer.Record) != site.Settings.Node)
            return Invalid("record", "it names another node");
        using var key = site.OpenKey();
        return IsOf(answer.Record, key) ? null : Invalid("record", "it is not of the key that signs the ledger");
    }

    private Finding? RefuseKey(string set, ReadBundle answer)
    {
        if (!File.Exists(NodeFolder.LinkKeyIn(set)))
            return LinksRule.RequestNotFound.Broken(null, ("folder", folder.Path));
        var asked = AuthorityKey.ReadPem(NodeFolder.LinkKeyIn(set));
        if (!asked.Succeeded)
            return asked.Problem;
        using (asked.Value)
            return IsOf(answer.Link, asked.Value) ? null : Invalid("link", "it is not of the key that was asked for last");
    }

    /// <summary>The list that the node has, where it is newer and of the same authority.</summary>
    private NodeRevocations Newest(NodeRevocations list, X509Certificate2 authority) =>
        NodeRevocations.ReadFile(folder.RevocationFile, authority) is { } present && present.Number > list.Number ? present : list;

    private void Place(ReadBundle answer, string serial, string set, NodeRevocations revocations)
    {
        Write(NodeFolder.LinkCertificateIn(set), answer.Link.ExportCertificatePem() + "\n");
        Write(NodeFolder.RecordCertificateIn(set), answer.Record.ExportCertificatePem() + "\n");
        Write(NodeFolder.AuthorityIn(set), answer.Authority.ExportCertificatePem() + "\n");
        Write(NodeFolder.RevocationIn(set), NodeRevocations.Pem(revocations.Encoded.Span));
        if (set == folder.Requested)
        {
            Directory.Move(set, folder.Set(serial));
            PrivateFiles.SyncFolder(folder.Path);
        }
        PrivateFiles.Point(folder.Current, NodeFolder.SetPrefix + serial);
        // Keys that count no more.
        foreach (var old in Directory.GetDirectories(folder.Path, NodeFolder.SetPrefix + "*").Where(old => Path.GetFileName(old) != NodeFolder.SetPrefix + serial))
            Directory.Delete(old, recursive: true);

        static void Write(string file, string text) => PrivateFiles.Replace(file, Encoding.ASCII.GetBytes(text), isPublic: true);
    }

    /// <summary>Installs a list of revoked certificates, in DER or PEM, that the authority signed and that is not older than the one here; audited. Role administrator.</summary>
    public async Task<Answer<InstalledFiles>> InstallRevocationsAsync(ReadOnlyMemory<byte> file, Actor actor, CancellationToken cancellation = default)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        var opened = NodeCredentials.Open(site, clock);
        if (!opened.Succeeded)
            return opened.Problem;
        using var credentials = opened.Value;
        var list = NodeRevocations.Read(file, credentials.Authority);
        if (!list.Succeeded)
            return list.Problem;
        if (credentials.Revocations is { } present && present.Number > list.Value.Number)
            return LinksRule.RevocationListOlder.Broken(null, ("number", $"{list.Value.Number}"), ("present", $"{present.Number}"));
        await AuditAsync(actor, AuditAction.CertificatesInstalled, $"revocation list {list.Value.Number}", cancellation);
        PrivateFiles.Replace(folder.RevocationFile, Encoding.ASCII.GetBytes(NodeRevocations.Pem(list.Value.Encoded.Span)), isPublic: true);
        return new InstalledFiles(site.Settings.Node, CertificateChecks.Serial(credentials.Link), credentials.Link.NotAfter.ToUniversalTime(), credentials.Record.NotAfter.ToUniversalTime(), $"{list.Value.Number}");
    }

    private static bool IsOf(X509Certificate2 certificate, ECDsa key) => certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());

    private static Finding Invalid(string field, string rule) => LinksRule.BundleInvalid.Broken(field, ("field", field), ("rule", rule));
}
