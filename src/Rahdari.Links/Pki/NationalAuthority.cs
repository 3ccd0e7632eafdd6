using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;
using Rahdari.Documents.States;

namespace Rahdari.Links.Pki;

/// <summary>
/// Headquarters' authority: invites nodes, certifies their keys, revokes them. What it does is audited in the site's ledger before it is done, so that no certificate is without a record. Role: administrator.
/// Thread-safe, and safe beside other processes.
/// </summary>
public sealed class NationalAuthority
{
    /// <summary>Days for which a code is good, at most.</summary>
    public const int MostDays = 30;

    private const int MostTries = 3;
    private const int LongestName = 64;
    private const string SubjectKind = "node";

    private readonly SiteFolder site;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;
    private readonly AuthorityFolder folder;

    /// <param name="site">Headquarters' site.</param>
    /// <param name="audit">Its audit.</param>
    /// <param name="clock">The clock.</param>
    public NationalAuthority(SiteFolder site, AuditLog audit, TimeProvider clock) => (this.site, this.audit, this.clock, folder) = (site, audit, clock, AuthorityFolder.Of(site.FullPath));

    /// <summary>Makes the authority: its key, its certificate, an empty register and revocation list. One that is there is never overwritten.</summary>
    /// <param name="country">Whose, as a code of Doc 9303-3 §5: <c>PAK</c>.</param>
    /// <param name="name">Its common name; null for <c>Rahdari Authority PAK</c>.</param>
    /// <param name="token">The PKCS #11 token that shall hold the key; null for a file.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is made.</param>
    public async Task<Answer<AuthorityFolder>> InitAsync(string country, string? name, TokenReference? token, Actor actor, CancellationToken cancellation = default)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        if (IssuingStates.ToIso3166Alpha2(country) is not { } alpha2)
            return LinksRule.FieldInvalid.Broken("country", ("field", "country"), ("rule", "the code of a State with three letters, such as PAK"));
        name ??= $"Rahdari Authority {country}";
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName || name.Any(char.IsControl))
            return LinksRule.FieldInvalid.Broken("name", ("field", "name"), ("rule", $"1 to {LongestName} characters"));
        if (Directory.Exists(folder.Path))
            return LinksRule.AuthorityExists.Broken(null, ("folder", folder.Path));
        return await OpenAuthority.MakeAsync(
            folder, country, CertificateForms.Subject(name, alpha2), token, Now, () => audit.RecordAsync(actor.Name, AuditAction.AuthorityMade, "authority", country, name, cancellation)) is { } failed ? failed : folder;
    }

    /// <summary>Makes a one-time code for a node, in the place of an earlier one. It is told once and kept nowhere.</summary>
    /// <param name="node">The node.</param>
    /// <param name="port">The port that it must be of.</param>
    /// <param name="days">Days for which the code is good, 1 to <see cref="MostDays"/>.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public async Task<Answer<NodeInvitation>> InviteAsync(string node, string port, int days, Actor actor, CancellationToken cancellation = default)
    {
        if ((Refuse(actor) ?? NodeNames.Refuse(node) ?? NodeNames.RefusePort(port)) is { } denied)
            return denied;
        if (days is < 1 or > MostDays)
            return LinksRule.FieldInvalid.Broken("days", ("field", "days"), ("rule", $"1 to {MostDays}"));
        var opened = await OpenAuthority.OpenAsync(folder, cancellation);
        if (!opened.Succeeded)
            return opened.Problem;
        using var authority = opened.Value;
        if (authority.Register.Find(node) is { } known)
        {
            if (known.Revoked is not null)
                return LinksRule.NodeRevoked.Broken("node", ("node", node));
            if (known.Port != port)
                return LinksRule.PortOther.Broken("port", ("node", node), ("port", known.Port));
        }
        var invitation = new Invitation(node, port, RandomNumberGenerator.GetBytes(16), Now, Now.AddDays(days), InvitationState.Open, 0);
        await AuditAsync(actor, AuditAction.NodeInvited, node, $"port {port}, until {invitation.ExpiresAt:yyyy-MM-dd'T'HH:mm:ss'Z'}", cancellation);
        authority.Save(authority.Register.With(invitation), Now);
        return new NodeInvitation(node, port, authority.CodeOf(invitation).ToString(), invitation.ExpiresAt);
    }

    /// <summary>
    /// Certifies the keys of a request: of a node that was invited, or anew of one that is enrolled. The same request again is answered with the same certificates. A wrong proof of the code counts against the
    /// invitation; three burn it.
    /// </summary>
    /// <param name="request">The file that the port made.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public async Task<Answer<IssuedBundle>> IssueAsync(ReadOnlyMemory<byte> request, Actor actor, CancellationToken cancellation = default)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        var read = EnrolmentRequest.Read(request.Span);
        if (!read.Succeeded)
            return read.Problem;
        var opened = await OpenAuthority.OpenAsync(folder, cancellation);
        if (!opened.Succeeded)
            return opened.Problem;
        using var authority = opened.Value;
        return await IssueAsync(authority, read.Value, actor, cancellation);
    }

    /// <summary>Revokes a node with all its certificates, for good: its name is never given again. Written into the revocation list.</summary>
    /// <param name="node">The node.</param>
    /// <param name="reason">Why.</param>
    /// <param name="remark">More of it, or null.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Stops before anything is changed.</param>
    public async Task<Answer<RegisteredNode>> RevokeAsync(string node, RevocationReason reason, string? remark, Actor actor, CancellationToken cancellation = default)
    {
        if ((Refuse(actor) ?? ReasonText.Check(remark, required: false)) is { } denied)
            return denied;
        if (!Enum.IsDefined(reason))
            return LinksRule.FieldInvalid.Broken("reason", ("field", "reason"), ("rule", string.Join(", ", Enum.GetNames<RevocationReason>())));
        var opened = await OpenAuthority.OpenAsync(folder, cancellation);
        if (!opened.Succeeded)
            return opened.Problem;
        using var authority = opened.Value;
        if (authority.Register.Find(node) is not { } known)
            return LinksRule.NodeNotFound.Broken("node", ("node", node));
        if (known.Revoked is not null)
        {
            authority.Revocations();
            return known;
        }
        await AuditAsync(actor, AuditAction.NodeRevoked, node, remark is null ? $"{reason}" : $"{reason}: {remark.Trim()}", cancellation);
        var now = Now;
        var revoked = known with
        {
            Revoked = new NodeRevocation(now, reason, ReasonText.Recorded(remark)),
            Link = [.. known.Link.Select(c => Revoked(c, now, reason))],
            Record = [.. known.Record.Select(c => Revoked(c, now, reason))],
        };
        authority.Save(authority.Register.With(revoked) with { Invitations = [.. authority.Register.Invitations.Where(i => i.Node != node)] }, now);
        return revoked;
    }

    /// <summary>The register as it is.</summary>
    public Answer<NodeRegister> Register(Actor actor)
    {
        if (Refuse(actor) is { } denied)
            return denied;
        if (!folder.Exists)
            return LinksRule.AuthorityNotFound.Broken(null, ("folder", folder.Path));
        var certificate = OpenAuthority.ReadCertificate(folder.CertificateFile);
        if (!certificate.Succeeded)
            return certificate.Problem;
        using (certificate.Value)
            return OpenAuthority.ReadRegister(folder, certificate.Value);
    }

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private Finding? Refuse(Actor actor) => actor.Lacks(Roles.Administrator) ?? actor.IsElsewhere(site.Settings.Port) ?? NodeNames.Refuse(site.Settings.Node);

    private Task AuditAsync(Actor actor, string action, string node, string? detail, CancellationToken cancellation) => audit.RecordAsync(actor.Name, action, SubjectKind, node, detail, cancellation);

    private async Task<Answer<IssuedBundle>> IssueAsync(OpenAuthority authority, CheckedRequest request, Actor actor, CancellationToken cancellation)
    {
        var (node, port, register) = (request.Request.Node, request.Request.Port, authority.Register);
        var known = register.Find(node);
        if (known?.Revoked is not null)
            return LinksRule.NodeRevoked.Broken("node", ("node", node));
        EnrolmentCode? code = null;
        Invitation? invitation = null;
        var again = known?.Link.LastOrDefault(c => IsOf(c, request.Link));
        if (request.Request.CodeProof is not null)
        {
            if (register.FindInvitation(node) is not { } found)
                return LinksRule.InvitationNotFound.Broken("node", ("node", node));
            invitation = found;
            code = authority.CodeOf(found);
            if (await RefuseCodeAsync(authority, request.Request, found, code, again is not null, actor, cancellation) is { } refused)
                return refused;
        }
        else if (await RefusePresentAsync(known, request.Request, actor, cancellation) is { } refused)
        {
            return refused;
        }
        if (known is not null && !IsOf(known.Record[^1], request.Record))
            return LinksRule.RecordKeyOther.Broken("recordRequest", ("node", node));
        if (again is { RevokedAt: null })
            return Bundle(authority, known!, again, known!.Record[^1], code, isNew: false);
        if (register.Nodes.FirstOrDefault(n => n.Link.Concat(n.Record).Any(c => IsOf(c, request.Link)) || (n.Name != node && n.Link.Concat(n.Record).Any(c => IsOf(c, request.Record)))) is { } other)
            return LinksRule.KeyTaken.Broken("linkRequest", ("node", other.Name));
        return await CertifyAsync(authority, request, known, invitation, code, actor, cancellation);

        Finding? Other() => known is null || known.Port == port ? null : LinksRule.PortOther.Broken("port", ("node", node), ("port", known.Port));

        async Task<Finding?> RefusePresentAsync(RegisteredNode? enrolled, EnrolmentRequest asked, Actor who, CancellationToken stop)
        {
            if (enrolled is null)
                return LinksRule.NodeNotFound.Broken("node", ("node", node));
            if (Other() is { } otherPort)
                return otherPort;
            if (!IsProvenByPresent(enrolled, asked))
            {
                await AuditAsync(who, AuditAction.EnrolmentRefused, node, "not proven by the present keys", stop);
                return LinksRule.ProofInvalid.Broken("linkProof", ("field", "linkProof, recordProof"));
            }
            return null;
        }
    }

    private async Task<Finding?> RefuseCodeAsync(OpenAuthority authority, EnrolmentRequest request, Invitation invitation, EnrolmentCode code, bool again, Actor actor, CancellationToken cancellation)
    {
        if (invitation.State == InvitationState.Burnt)
            return LinksRule.CodeBurnt.Broken("codeProof", ("node", invitation.Node));
        if (!request.IsProvenBy(code))
        {
            var tries = invitation.WrongTries + 1;
            var burnt = tries >= MostTries && invitation.State == InvitationState.Open;
            await AuditAsync(actor, AuditAction.EnrolmentRefused, invitation.Node, burnt ? $"wrong code, try {tries}: burnt" : $"wrong code, try {tries}", cancellation);
            authority.Save(authority.Register.With(invitation with { WrongTries = tries, State = burnt ? InvitationState.Burnt : invitation.State }), Now);
            return burnt
                ? LinksRule.CodeBurnt.Broken("codeProof", ("node", invitation.Node))
                : LinksRule.CodeWrong.Broken("codeProof", ("node", invitation.Node), ("left", Math.Max(0, MostTries - tries).ToString(CultureInfo.InvariantCulture)));
        }
        if (invitation.Port != request.Port)
            return LinksRule.PortOther.Broken("port", ("node", invitation.Node), ("port", invitation.Port));
        if (again)
            return null;
        if (invitation.State == InvitationState.Used)
            return LinksRule.CodeUsed.Broken("codeProof", ("node", invitation.Node));
        return invitation.ExpiresAt <= Now ? LinksRule.CodeExpired.Broken("codeProof", ("node", invitation.Node), ("at", $"{invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC")) : null;
    }

    private bool IsProvenByPresent(RegisteredNode node, EnrolmentRequest request)
    {
        var proven = node.Link.Any(c => c.RevokedAt is null && c.NotAfter > Now && With(c, request.IsProvenByLink));
        return proven && With(node.Record[^1], request.IsProvenByRecord);

        static bool With(IssuedCertificate issued, Func<ECDsa, bool> check)
        {
            using var certificate = X509CertificateLoader.LoadCertificate(issued.Certificate);
            using var key = certificate.GetECDsaPublicKey()!;
            return check(key);
        }
    }

    private async Task<Answer<IssuedBundle>> CertifyAsync(
        OpenAuthority authority, CheckedRequest request, RegisteredNode? known, Invitation? invitation, EnrolmentCode? code, Actor actor, CancellationToken cancellation)
    {
        var (node, port, now) = (request.Request.Node, request.Request.Port, Now);
        var alpha2 = IssuingStates.ToIso3166Alpha2(authority.Register.Country)!;
        using var linkCertificate = CertificateForms.Link(authority.Key, authority.Certificate, request.Link, node, alpha2, now);
        using var recordCertificate = CertificateForms.Record(authority.Key, authority.Certificate, request.Record, node, alpha2, now);
        var (link, record) = (Issued(linkCertificate), Issued(recordCertificate) with { FirstSequence = 1 });
        await AuditAsync(actor, AuditAction.NodeCertified, node, $"port {port}, link {link.Serial}, record {record.Serial}{(known is null ? "" : code is null ? ", renewed" : ", enrolled again")}", cancellation);
        // Who comes with a code has lost the link key: what was certified of it counts no more.
        IReadOnlyList<IssuedCertificate> before = known is null ? [] : code is null ? known.Link : [.. known.Link.Select(c => Revoked(c, now, RevocationReason.Superseded))];
        var enrolled = new RegisteredNode(node, port, known?.EnrolledAt ?? now, [.. before, link], [.. known?.Record ?? [], record]);
        var changed = authority.Register.With(enrolled);
        authority.Save(invitation is null ? changed : changed.With(invitation with { State = InvitationState.Used }), now);
        return Bundle(authority, enrolled, link, record, code, isNew: true);
    }

    private static IssuedBundle Bundle(OpenAuthority authority, RegisteredNode node, IssuedCertificate link, IssuedCertificate record, EnrolmentCode? code, bool isNew)
    {
        var bundle = EnrolmentBundle.Of(node.Name, node.Port, link.Certificate, record.Certificate, authority.Certificate.RawData, authority.Revocations());
        if (code is not null)
            bundle = bundle.ProvenBy(code);
        return new IssuedBundle(node.Name, node.Port, link, record, isNew, bundle.Write());
    }

    private static IssuedCertificate Issued(X509Certificate2 certificate) =>
        new(CertificateChecks.Serial(certificate), certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime(), certificate.RawData);

    private static IssuedCertificate Revoked(IssuedCertificate certificate, DateTimeOffset now, RevocationReason reason) =>
        certificate.RevokedAt is null ? certificate with { RevokedAt = now, RevokedFor = reason } : certificate;

    private static bool IsOf(IssuedCertificate issued, PublicKey key)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(issued.Certificate);
        return certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo());
    }
}
