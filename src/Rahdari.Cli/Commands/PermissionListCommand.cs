using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari permission list</c>: visas and permits, newest first; audited like every read.</summary>
internal static class PermissionListCommand
{
    private static readonly Option<string> Search = new("--search") { Description = "The beginning of a number of a permission or a document, or of a surname.", HelpName = "TEXT" };
    private static readonly Option<bool?> Standing = new("--standing") { Description = "true for those by which somebody may enter today or later, false for the others.", HelpName = "true|false" };

    public static Command Create() => new ExampledCommand(
        "list",
        "Visas and permits, newest first, at most 200 at once. The reading is audited.",
        "rahdari permission list --search SPC000001",
        "rahdari permission list --standing true --take 100 --json")
    {
        Search, Standing, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<PermissionRegister>().ListAsync(run.Get(Search), run.Get(Standing), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => PermissionLines.Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));
}
