using System.CommandLine;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari screening runs</c>: when everybody in the country was screened again.</summary>
internal static class RescreeningListCommand
{
    public static Command Create() => new ExampledCommand(
        "runs",
        "The runs over everybody in the country, newest first: who started each, against which lists, how far it is, and how many alerts it found.",
        "rahdari screening runs",
        "rahdari screening runs --take 1 --json")
    {
        Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<Rescreenings>().ListAsync(run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => RescreeningLines.Print(run, paper, page.Value.Items, session.Folder.Settings)) : run.Fail(page.Problem);
        },
        cancellation));
}
