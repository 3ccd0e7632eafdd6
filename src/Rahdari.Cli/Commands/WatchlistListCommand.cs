using System.CommandLine;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari watchlist list</c>: the version in force of each list.</summary>
internal static class WatchlistListCommand
{
    public static Command Create() => new ExampledCommand(
        "list",
        "The version in force of each list.",
        "rahdari watchlist list",
        "rahdari watchlist list --json").Does((run, cancellation) => SiteSession.WithAsync(run, session => ListAsync(run, session, cancellation), cancellation));

    private static async Task<int> ListAsync(Run run, SiteSession session, CancellationToken cancellation)
    {
        var versions = await session.Get<WatchlistRegister>().InForceAsync(Actor.CommandLine, cancellation);
        return versions.Succeeded
            ? run.Answer(new { Lists = versions.Value }, paper => VersionRows.Print(run, paper, versions.Value))
            : run.Fail(versions.Problem);
    }
}
