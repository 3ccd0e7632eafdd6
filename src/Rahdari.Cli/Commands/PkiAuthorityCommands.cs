using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Audit;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Links.Pki;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari pki</c> at headquarters: the authority, who is invited, certified and revoked.</summary>
internal static class PkiAuthorityCommands
{
    private const int WarnDays = 30;

    private static readonly Argument<string> Node = new("NODE") { Description = "The node's name, as its site.json has it." };
    private static readonly Argument<string> Request = new("FILE") { Description = "The request that the port made." };
    private static readonly Option<string> Country = new("--country") { Description = "Whose authority: the State's code.", HelpName = "XXX", DefaultValueFactory = _ => "PAK" };
    private static readonly Option<string> Name = new("--name") { Description = "The authority's common name (default: Rahdari Authority XXX).", HelpName = "TEXT" };
    private static readonly Option<string> Module = new("--pkcs11") { Description = "Keep the key in a PKCS #11 token: the library of its maker. With --token and --pin-file.", HelpName = "MODULE" };
    private static readonly Option<string> TokenLabel = new("--token") { Description = "The token's label.", HelpName = "LABEL" };
    private static readonly Option<string> PinFile = new("--pin-file") { Description = "The file with the token's PIN, readable by its owner alone. It is read again at each use.", HelpName = "FILE" };
    private static readonly Option<string> Port = new("--port") { Description = "The port that the node must be of, as UN/LOCODE.", HelpName = "LOCODE", Required = true };
    private static readonly Option<int> Days = new("--days") { Description = $"Days for which the code is good (1 to {NationalAuthority.MostDays}).", HelpName = "N", DefaultValueFactory = _ => 7 };
    private static readonly Option<string> Out = new("--out") { Description = "Where to write the answer for the port. An existing file is replaced.", HelpName = "FILE", Required = true };
    private static readonly Option<RevocationReason> Reason = new("--reason") { Description = "keyCompromise, cessationOfOperation, privilegeWithdrawn, superseded or unspecified.", HelpName = "REASON", Required = true };
    private static readonly Option<string> Remark = new("--remark") { Description = "More of why; recorded.", HelpName = "TEXT" };

    public static Command Init() => new ExampledCommand(
        "init",
        "Make the authority that certifies nodes, at headquarters: its key, certificate, register and revocation list. One that is there is never overwritten. Audited.",
        "rahdari pki init --site /srv/rahdari --country PAK",
        "rahdari pki init --country PAK --pkcs11 /usr/lib/softhsm/libsofthsm2.so --token rahdari --pin-file /etc/rahdari/pin")
    {
        Country, Name, Module, TokenLabel, PinFile,
    }.Does((run, cancellation) => new[] { run.Get(Module), run.Get(TokenLabel), run.Get(PinFile) }.Count(given => given is null) is not (0 or 3)
        ? Task.FromResult(run.Fail(CliRule.Usage.Broken(null, ("reason", "--pkcs11, --token and --pin-file belong together."), ("command", "rahdari pki init")), ExitCode.Usage))
        : AnswerAsync(
        run,
        authority => authority.InitAsync(run.Get(Country)!, run.Get(Name), Token(run), Actor.CommandLine, cancellation),
        (paper, made) => paper.Line(run.Text("AuthorityMade", made.CertificateFile)),
        made => new { made.CertificateFile, made.RevocationFile },
        cancellation));

    public static Command Invite() => new ExampledCommand(
        "invite",
        "Make a one-time code for enrolling a node. It is shown once and kept nowhere: tell it by another way than the files go, by telephone say. Audited.",
        "rahdari pki invite khi-1 --port PKKHI",
        "rahdari pki invite khi-1 --port PKKHI --days 2 --json")
    {
        Node, Port, Days,
    }.Does((run, cancellation) => AnswerAsync(
        run,
        authority => authority.InviteAsync(run.Get(Node)!, run.Get(Port)!, run.Get(Days), Actor.CommandLine, cancellation),
        (paper, made) =>
        {
            paper.Line(made.Code);
            paper.Line(run.Text("NodeInvited", made.Node, made.Port, Instant(made.ExpiresAt)));
        },
        made => made,
        cancellation));

    public static Command Issue() => new ExampledCommand(
        "issue",
        "Certify the keys of a request: with the code of the node's invitation, or by its present keys. The same request again is answered alike. Audited.",
        "rahdari pki issue khi-1.request --out khi-1.bundle")
    {
        Request, Out,
    }.Does(IssueAsync);

    public static Command Revoke() => new ExampledCommand(
        "revoke",
        "Revoke a node with all its certificates, for good, and write the revocation list. Its name is never given again. Audited.",
        "rahdari pki revoke khi-1 --reason keyCompromise --remark 'stolen in transit'")
    {
        Node, Reason, Remark,
    }.Does((run, cancellation) => AnswerAsync(
        run,
        authority => authority.RevokeAsync(run.Get(Node)!, run.Get(Reason), run.Get(Remark), Actor.CommandLine, cancellation),
        (paper, node) => paper.Line(run.Text("NodeRevoked", node.Name, AuthorityFolder.Of(Path.GetFullPath(run.SiteFolder)).RevocationFile)),
        node => Told(node),
        cancellation));

    public static Command List() => new ExampledCommand(
        "list",
        $"The nodes with their ports, certificates and states, and who is invited. Exit code 1 where something that counts runs out within {WarnDays} days.",
        "rahdari pki list",
        "rahdari pki list --json")
        .Does((run, cancellation) => SiteSession.WithAsync(run, session => Task.FromResult(List(run, Authority(session))), cancellation));

    private static async Task<int> IssueAsync(Run run, CancellationToken cancellation)
    {
        var request = await PkiFiles.ReadAsync(run.Get(Request)!, cancellation);
        if (!request.Succeeded)
            return run.Fail(request.Problem);
        return await AnswerAsync(
            run,
            async authority =>
            {
                var issued = await authority.IssueAsync(request.Value, Actor.CommandLine, cancellation);
                if (issued.Succeeded)
                    await File.WriteAllBytesAsync(run.Get(Out)!, issued.Value.File, CancellationToken.None); // It was issued: nothing keeps it from being handed out.
                return issued;
            },
            (paper, issued) =>
            {
                paper.Line(run.Text(issued.IsNew ? "NodeCertified" : "NodeCertifiedBefore", issued.Node, run.Get(Out)!));
                paper.Pairs((run.Text("LinkCertificate"), $"{issued.Link.Serial}, {Instant(issued.Link.NotAfter)}"), (run.Text("RecordCertificate"), $"{issued.Record.Serial}, {Instant(issued.Record.NotAfter)}"));
            },
            issued => new { issued.Node, issued.Port, issued.IsNew, Link = Told(issued.Link), Record = Told(issued.Record), File = run.Get(Out) },
            cancellation);
    }

    private static int List(Run run, NationalAuthority authority)
    {
        var answer = authority.Register(Actor.CommandLine);
        if (answer.Value is not { } register)
            return run.Fail(answer.Problem!);
        var now = TimeProvider.System.GetUtcNow();
        var soon = register.Nodes.Where(n => n.Revoked is null && (n.Link[^1].NotAfter < now.AddDays(WarnDays) || n.Record[^1].NotAfter < now.AddDays(WarnDays))).Select(n => n.Name).ToArray();
        var isListDue = register.RevocationsDue < now.AddDays(WarnDays);
        return run.Answer(
            new { register.Country, register.Number, register.ChangedAt, register.RevocationNumber, register.RevocationsDue, Nodes = register.Nodes.Select(Told), Invitations = register.Invitations.Select(i => Told(i, now)), RunsOutSoon = soon },
            paper =>
            {
                paper.Rows(
                    [run.Text("Node"), run.Text("Port"), run.Text("LinkCertificate"), run.Text("ValidUntil"), run.Text("RecordCertificate"), run.Text("ValidUntil"), run.Text("State")],
                    register.Nodes.Select(n => (IReadOnlyList<string>)
                    [
                        n.Name, n.Port, n.Link[^1].Serial, Day(n.Link[^1].NotAfter), n.Record[^1].Serial, Day(n.Record[^1].NotAfter),
                        n.Revoked is { } revoked ? run.Text("RevokedOn", Day(revoked.At), run.Text($"Revocation{revoked.Reason}")) : n.Link[^1].NotAfter < now ? run.Text("RanOut") : run.Text("Certified"),
                    ]));
                foreach (var invitation in register.Invitations)
                    paper.Line(run.Text($"Invitation{StateOf(invitation, now)}", invitation.Node, invitation.Port, Instant(invitation.ExpiresAt)));
                foreach (var node in soon)
                    paper.Line(run.Text("RunsOutSoon", node, WarnDays));
                if (isListDue)
                    paper.Line(run.Text("RevocationsDue", Day(register.RevocationsDue)));
            },
            soon.Length > 0 || isListDue ? ExitCode.Found : ExitCode.Ok);
    }

    private static Task<int> AnswerAsync<T>(Run run, Func<NationalAuthority, Task<Answer<T>>> ask, Action<Paper, T> people, Func<T, object> json, CancellationToken cancellation)
        where T : class => SiteSession.WithAsync(
        run,
        async session =>
        {
            var answer = await ask(Authority(session));
            return answer.Succeeded ? run.Answer(json(answer.Value), paper => people(paper, answer.Value)) : run.Fail(answer.Problem);
        },
        cancellation);

    private static TokenReference? Token(Run run) => run.Get(Module) is { } module ? new TokenReference(Path.GetFullPath(module), run.Get(TokenLabel)!, Path.GetFullPath(run.Get(PinFile)!)) : null;

    private static NationalAuthority Authority(SiteSession session) => new(session.Folder, session.Get<AuditLog>(), TimeProvider.System);

    private static object Told(RegisteredNode node) =>
        new { node.Name, node.Port, node.EnrolledAt, Link = node.Link.Select(Told), Record = node.Record.Select(Told), node.Revoked };

    private static object Told(IssuedCertificate certificate) => new { certificate.Serial, certificate.NotBefore, certificate.NotAfter, certificate.RevokedAt, certificate.RevokedFor, certificate.FirstSequence, certificate.LastSequence };

    private static object Told(Invitation invitation, DateTimeOffset now) => new { invitation.Node, invitation.Port, invitation.MadeAt, invitation.ExpiresAt, State = StateOf(invitation, now), invitation.WrongTries };

    private static string StateOf(Invitation invitation, DateTimeOffset now) => invitation.State == InvitationState.Open && invitation.ExpiresAt <= now ? "Expired" : $"{invitation.State}";

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
