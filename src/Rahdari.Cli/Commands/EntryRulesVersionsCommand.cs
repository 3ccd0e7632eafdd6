using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari entry-rules versions</c>: every publication of rules of entry.</summary>
internal static class EntryRulesVersionsCommand
{
    public static Command Create() => new ExampledCommand(
        "versions",
        "Every publication of rules of entry, newest first, at most 200 at once.",
        "rahdari entry-rules versions --json")
    {
        Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<EntryRulesRegister>().VersionsAsync(run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(session.Folder.Settings.TimeZone);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value, zone)) : run.Fail(page.Problem);
        },
        cancellation));

    private static void Print(Run run, Paper paper, Page<EntryRulesVersion> page, TimeZoneInfo zone)
    {
        paper.Rows(
            [run.Text("PermissionNumber"), run.Text("When"), run.Text("Classes"), run.Text("RecordedBy"), run.Text("Reason")],
            page.Items.Select(version => (IReadOnlyList<string>)
            [
                version.Number.ToString(CultureInfo.InvariantCulture), CrossingLines.LocalTime(version.PublishedAt, zone), version.Classes.ToString(CultureInfo.InvariantCulture), version.PublishedBy, version.Reason,
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
