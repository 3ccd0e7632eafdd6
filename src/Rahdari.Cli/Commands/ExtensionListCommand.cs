using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari extension list</c>: extensions of stays, newest first; audited like every read.</summary>
internal static class ExtensionListCommand
{
    private static readonly Option<string> Search = new("--search") { Description = "The beginning of a reference or of a document's number.", HelpName = "TEXT" };

    public static Command Create() => new ExampledCommand(
        "list",
        "Extensions of stays, newest first, at most 200 at once. The reading is audited.",
        "rahdari extension list --search SPC000001",
        "rahdari extension list --json")
    {
        Search, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<ExtensionRegister>().ListAsync(run.Get(Search), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => PermissionLines.Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));
}
