using System.CommandLine;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari screening cancel</c>: stops a run, in whatever process it is.</summary>
internal static class RescreeningCancelCommand
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The run, as rahdari screening runs names it." };

    public static Command Create() => new ExampledCommand(
        "cancel",
        "Cancel a run over everybody in the country, also one of the running site. What it found stays, and it can be resumed. Recorded.",
        "rahdari screening cancel 01990000-0000-7000-8000-000000000001")
    {
        Id,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var cancelled = await session.Get<Rescreenings>().CancelAsync(run.Get(Id), Actor.CommandLine, cancellation);
            return cancelled.Succeeded ? run.Answer(cancelled.Value, paper => RescreeningLines.Print(run, paper, [cancelled.Value], session.Folder.Settings)) : run.Fail(cancelled.Problem);
        },
        cancellation));
}
