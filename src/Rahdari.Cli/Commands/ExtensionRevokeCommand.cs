using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari extension revoke</c>: the stay ends when it would have without it.</summary>
internal static class ExtensionRevokeCommand
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The extension's id." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command Create() => new ExampledCommand(
        "revoke",
        "Revoke an extension: the stay ends when it would have without it. Audited.",
        "rahdari extension revoke 019c0000-0000-7000-8000-000000000001 --reason 'granted to another person'")
    {
        Id, Reason,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var extension = await session.Get<ExtensionRegister>().RevokeAsync(run.Get(Id), run.Get(Reason)!, Actor.CommandLine, cancellation);
            return extension.Succeeded ? run.Answer(extension.Value, paper => PermissionLines.Print(run, paper, extension.Value)) : run.Fail(extension.Problem);
        },
        cancellation));
}
