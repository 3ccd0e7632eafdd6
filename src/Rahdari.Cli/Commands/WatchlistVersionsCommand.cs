using System.CommandLine;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari watchlist versions</c>: what was imported when.</summary>
internal static class WatchlistVersionsCommand
{
    private static readonly Argument<string> List = new("LIST") { Description = "The list's short name: un, ofac." };

    public static Command Create() => new ExampledCommand(
        "versions",
        "The versions of a list, newest first.",
        "rahdari watchlist versions un",
        "rahdari watchlist versions ofac --take 5 --json")
    {
        List, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => ListAsync(run, session, cancellation), cancellation));

    private static async Task<int> ListAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var page = await session.Get<WatchlistRegister>().VersionsAsync(run.Get(List)!, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
        return page.Succeeded ? run.Answer(page.Value, paper => VersionRows.Print(run, paper, page.Value.Items)) : run.Fail(page.Problem);
    }
}
