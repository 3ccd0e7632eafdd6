using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari permission revoke</c>: from now on nobody enters by it.</summary>
internal static class PermissionRevokeCommand
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The permission's id." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command Create() => new ExampledCommand(
        "revoke",
        "Revoke a visa or permit: from now on nobody enters by it, also who stands at a counter already. Audited.",
        "rahdari permission revoke 019c0000-0000-7000-8000-000000000001 --reason 'issued by mistake'")
    {
        Id, Reason,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var permission = await session.Get<PermissionRegister>().RevokeAsync(run.Get(Id), run.Get(Reason)!, Actor.CommandLine, cancellation);
            return permission.Succeeded ? run.Answer(permission.Value, paper => PermissionLines.Print(run, paper, permission.Value)) : run.Fail(permission.Problem);
        },
        cancellation));
}
