using System.CommandLine;
using Rahdari.Border.Travellers.Links;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari link</c>: who is taken for one person, and who says so.</summary>
internal static class LinkCommands
{
    private static readonly Argument<Guid> Id = new("ID") { Description = "The link, as rahdari link list names it." };
    private static readonly Option<LinkState?> State = new("--state") { Description = "proposed, automatic, confirmed, rejected or undone; all where left out.", HelpName = "STATE" };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why; recorded.", HelpName = "TEXT", Required = true };

    public static Command List() => new ExampledCommand(
        "list",
        "Links between travellers, oldest first. The reading is audited.",
        "rahdari link list --state proposed",
        "rahdari link list --json")
    {
        State, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<TravellerLinks>().ListAsync(run.Get(State), run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => LinkLines.Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Show() => new ExampledCommand(
        "show",
        "A link: both travellers, what agrees, what contradicts, and how it became what it is. The reading is audited.",
        "rahdari link show 01990000-0000-7000-8000-000000000001")
    {
        Id,
    }.Does((run, cancellation) => AnswerAsync(run, links => links.FindAsync(run.Get(Id), Actor.CommandLine, cancellation), cancellation));

    public static Command Confirm() => new ExampledCommand(
        "confirm",
        "Say that both travellers are one person. Recorded.",
        "rahdari link confirm 01990000-0000-7000-8000-000000000001 --reason 'one face'")
    {
        Id, Reason,
    }.Does((run, cancellation) => AnswerAsync(run, links => links.ConfirmAsync(run.Get(Id), run.Get(Reason) ?? "", Actor.CommandLine, cancellation), cancellation));

    public static Command Reject() => new ExampledCommand(
        "reject",
        "Say that both travellers are two people. Recorded.",
        "rahdari link reject 01990000-0000-7000-8000-000000000001 --reason 'two faces'")
    {
        Id, Reason,
    }.Does((run, cancellation) => AnswerAsync(run, links => links.RejectAsync(run.Get(Id), run.Get(Reason) ?? "", Actor.CommandLine, cancellation), cancellation));

    public static Command Undo() => new ExampledCommand(
        "undo",
        "Take back that both travellers are one person; no crossing is lost. Recorded.",
        "rahdari link undo 01990000-0000-7000-8000-000000000001 --reason 'a twin'")
    {
        Id, Reason,
    }.Does((run, cancellation) => AnswerAsync(run, links => links.UndoAsync(run.Get(Id), run.Get(Reason) ?? "", Actor.CommandLine, cancellation), cancellation));

    private static Task<int> AnswerAsync(Run run, Func<TravellerLinks, Task<Answer<TravellerLink>>> ask, CancellationToken cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var link = await ask(session.Get<TravellerLinks>());
            return link.Succeeded ? run.Answer(link.Value, paper => LinkLines.Print(run, paper, link.Value, session.Folder.Settings)) : run.Fail(link.Problem);
        },
        cancellation);
}
