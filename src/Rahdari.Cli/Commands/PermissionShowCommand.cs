using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari permission show</c>: one visa or permit; audited like every read.</summary>
internal static class PermissionShowCommand
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The permission's id." };

    public static Command Create() => new ExampledCommand(
        "show",
        "One visa or permit, with its revocation where it was revoked. The reading is audited.",
        "rahdari permission show 019c0000-0000-7000-8000-000000000001 --json")
    {
        Id,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var permission = await session.Get<PermissionRegister>().FindAsync(run.Get(Id), Actor.CommandLine, cancellation);
            return permission.Succeeded ? run.Answer(permission.Value, paper => PermissionLines.Print(run, paper, permission.Value)) : run.Fail(permission.Problem);
        },
        cancellation));
}
