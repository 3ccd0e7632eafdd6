using System.CommandLine;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari screening rerun</c>: everybody in the country against the lists in force.</summary>
internal static class RescreeningCommand
{
    private static readonly Option<Guid?> Resume = new("--resume") { Description = "Take up a run that was cancelled or interrupted; where a list or the policy has changed since, begin another.", HelpName = "ID" };

    public static Command Create() => new ExampledCommand(
        "rerun",
        "Screen everybody in the country again, against the lists in force. Ctrl+C cancels; what was found stays, and --resume goes on. Exit code 1 where somebody was found, 5 where some could not be screened. Recorded.",
        "rahdari screening rerun",
        "rahdari screening rerun --resume 01990000-0000-7000-8000-000000000001 --json")
    {
        Resume,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var runs = session.Get<Rescreenings>();
            var done = await run.WithProgressAsync("Rescreening", session.Folder.Settings.Country, progress => run.Get(Resume) is { } id
                ? runs.ResumeAsync(id, Actor.CommandLine, progress, cancellation)
                : runs.RunAsync(Actor.CommandLine, progress, cancellation));
            return done.Succeeded
                ? run.Answer(done.Value, paper => RescreeningLines.Print(run, paper, [done.Value], session.Folder.Settings), CodeOf(done.Value))
                : run.Fail(done.Problem);
        },
        cancellation));

    /// <summary>Only where everybody was screened does it say that nobody, or somebody, was found.</summary>
    private static int CodeOf(RescreeningRun run) =>
        run.State != RescreeningState.Done ? ExitCode.Cancelled
        : run.Failed > 0 ? ExitCode.Environment
        : run.Alerts > 0 ? ExitCode.Found
        : ExitCode.Ok;
}
