using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Audit;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Links.Pki;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari pki</c> at a node: asks to be certified, and puts in place what headquarters answered.</summary>
internal static class PkiNodeCommands
{
    private static readonly Argument<string> Answered = new("FILE") { Description = "What headquarters answered, or its revocation list." };
    private static readonly Argument<string> Any = new("FILE") { Description = "A certificate, a revocation list, a request or an answer." };
    private static readonly Option<string> Code = new("--code") { Description = "The code of the invitation; '-' reads it from standard input, where no list of processes shows it.", HelpName = "CODE" };
    private static readonly Option<string> Out = new("--out") { Description = "Where to write the request for headquarters. An existing file is replaced.", HelpName = "FILE", Required = true };

    public static Command Request() => new ExampledCommand(
        "request",
        "Make a link key and a request for headquarters, proven with the code of the invitation; the code is not in it. Audited.",
        "rahdari pki request --site /srv/rahdari --code - --out khi-1.request",
        "rahdari pki request --code 0W3RTY-… --out khi-1.request")
    {
        Code, Out,
    }.Does((run, cancellation) => AskAsync(run, (node, code) => node.RequestAsync(code ?? "", Actor.CommandLine, cancellation), cancellation));

    public static Command Renew() => new ExampledCommand(
        "renew",
        "Make a new link key and a request for headquarters, proven by the present keys: no code is needed. Audited.",
        "rahdari pki renew --out khi-1.request")
    {
        Out,
    }.Does((run, cancellation) => AskAsync(run, (node, _) => node.RenewAsync(Actor.CommandLine, cancellation), cancellation));

    public static Command Install() => new ExampledCommand(
        "install",
        "Check what headquarters answered and put it in place, all at once; a revocation list is taken too. The code is needed where the node does not know the authority yet. Audited.",
        "rahdari pki install khi-1.bundle --code -",
        "rahdari pki install authority.crl")
    {
        Answered, Code,
    }.Does(InstallAsync);

    public static Command Show() => new ExampledCommand(
        "show",
        "What a file of the links says. Nothing of it is verified; needs no site.",
        "rahdari pki show khi-1.bundle",
        "rahdari pki show /srv/rahdari/pki/current/link.crt --json")
    {
        Any,
    }.Does(ShowAsync);

    private static Task<int> AskAsync(Run run, Func<NodeEnrolment, string?, Task<Answer<byte[]>>> ask, CancellationToken cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var request = await ask(Node(session), await CodeAsync(run, cancellation));
            if (!request.Succeeded)
                return run.Fail(request.Problem);
            await File.WriteAllBytesAsync(run.Get(Out)!, request.Value, cancellation);
            return run.Answer(new { session.Folder.Settings.Node, File = run.Get(Out) }, paper => paper.Line(run.Text("RequestMade", run.Get(Out)!)));
        },
        cancellation);

    private static async Task<int> InstallAsync(Run run, CancellationToken cancellation)
    {
        var file = await PkiFiles.ReadAsync(run.Get(Answered)!, cancellation);
        if (!file.Succeeded)
            return run.Fail(file.Problem);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var installed = await Node(session).InstallAsync(file.Value, await CodeAsync(run, cancellation), Actor.CommandLine, cancellation);
                return installed.Succeeded
                    ? run.Answer(installed.Value, paper => paper.Line(run.Text("CertificatesInstalled", installed.Value.Node, Day(installed.Value.LinkUntil), Day(installed.Value.RecordUntil))))
                    : run.Fail(installed.Problem);
            },
            cancellation);
    }

    private static async Task<int> ShowAsync(Run run, CancellationToken cancellation)
    {
        var file = await PkiFiles.ReadAsync(run.Get(Any)!, cancellation);
        if (!file.Succeeded)
            return run.Fail(file.Problem);
        var shown = PkiDescription.Of(file.Value, run.Get(Any)!);
        return shown.Succeeded
            ? run.Answer(shown.Value, paper =>
            {
                foreach (var part in shown.Value.Parts)
                    paper.Pairs([(run.Text("File"), part.Kind), .. part.Facts.Select(f => (f.Name, (string?)f.Value))]);
            })
            : run.Fail(shown.Problem);
    }

    private static async Task<string?> CodeAsync(Run run, CancellationToken cancellation) => run.Get(Code) is "-" ? await Console.In.ReadLineAsync(cancellation) ?? "" : run.Get(Code);

    private static NodeEnrolment Node(SiteSession session) => new(session.Folder, session.Get<AuditLog>(), TimeProvider.System);

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
