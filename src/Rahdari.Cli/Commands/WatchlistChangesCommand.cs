using System.CommandLine;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari watchlist changes</c>: what a version changed.</summary>
internal static class WatchlistChangesCommand
{
    private static readonly Argument<string> List = new("LIST") { Description = "The list's short name: un, ofac." };

    private static readonly Argument<int> Version = new("VERSION") { Description = "The version's number." };

    public static Command Create() => new ExampledCommand(
        "changes",
        "What a version of a list added, changed and delisted.",
        "rahdari watchlist changes un 2",
        "rahdari watchlist changes un 2 --take 500 --json")
    {
        List, Version, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(run, session => ListAsync(run, session, cancellation), cancellation));

    private static async Task<int> ListAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var page = await session.Get<WatchlistRegister>().ChangesAsync(
            run.Get(List)!, run.Get(Version), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
        if (!page.Succeeded)
            return run.Fail(page.Problem);
        return run.Answer(page.Value, paper =>
        {
            paper.Rows(
                [run.Text("Change"), run.Text("Reference"), run.Text("Name")],
                page.Value.Items.Select(c => (IReadOnlyList<string>)
                [
                    run.Text($"{c.Kind}"),
                    c.Reference,
                    (c.After ?? c.Before)!.Names[0].Text,
                ]));
            paper.Line(run.Text("PartOf", page.Value.Offset + 1, page.Value.Offset + page.Value.Items.Count, page.Value.Total));
        });
    }
}
