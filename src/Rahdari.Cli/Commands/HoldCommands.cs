using System.CommandLine;
using System.Globalization;
using Rahdari.Border.Retention;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari retention holds</c>, <c>hold</c> and <c>lift</c>: what is not purged, whatever the schedule says.</summary>
internal static class HoldCommands
{
    private static readonly Option<Guid[]> Traveller = new("--traveller")
    {
        Description = "A traveller's key, as the console and the API tell it; may be given again. Whoever is the same person is held too.",
        HelpName = "KEY",
    };

    private static readonly Option<int?> ExitOrder = new("--exit-order") { Description = "The number of an exit order that is kept too.", HelpName = "NUMBER" };

    private static readonly Option<string> Authority = new("--authority") { Description = "Who ordered it.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Reference = new("--reference") { Description = "The authority's reference.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    private static readonly Argument<int> Number = new("NUMBER") { Description = "The hold's number." };

    public static Command List() => new ExampledCommand(
        "holds",
        "The legal holds, those that stand first. The reading is audited.",
        "rahdari retention holds --json")
    {
        Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<HoldRegister>().ListAsync(run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Place() => new ExampledCommand(
        "hold",
        "Place a legal hold: from now on nothing of whom it names is purged.",
        "rahdari retention hold --traveller 01990000-0000-7000-8000-000000000001 --authority 'High Court' --reference 'C.M. 7/2026' --reason inquiry")
    {
        Traveller, ExitOrder, Authority, Reference, Reason,
    }.Does((run, cancellation) => ChangeAsync(
        run,
        register => register.PlaceAsync(
            new HoldTerms(run.Get(Authority)!, run.Get(Reference)!, run.Get(Reason)!) { Travellers = run.Get(Traveller) ?? [], ExitOrder = run.Get(ExitOrder) }, Actor.CommandLine, cancellation),
        cancellation));

    public static Command Lift() => new ExampledCommand(
        "lift",
        "Ask that a legal hold be lifted. It stands until a second person agrees, in the console or through the API.",
        "rahdari retention lift 3 --reference 'C.M. 9/2027' --reason 'inquiry closed'")
    {
        Number, Reference, Reason,
    }.Does((run, cancellation) =>
        ChangeAsync(run, register => register.AskLiftingAsync(run.Get(Number), run.Get(Reference)!, run.Get(Reason)!, Actor.CommandLine, cancellation), cancellation));

    private static Task<int> ChangeAsync(Run run, Func<HoldRegister, Task<Answer<LegalHold>>> change, CancellationToken cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var hold = await change(session.Get<HoldRegister>());
            return hold.Succeeded ? run.Answer(hold.Value, paper => Print(run, paper, new Page<LegalHold>([hold.Value], 1, 0))) : run.Fail(hold.Problem);
        },
        cancellation);

    private static void Print(Run run, Paper paper, Page<LegalHold> page)
    {
        paper.Rows(
            [run.Text("LegalHold"), run.Text("State"), run.Text("ExitAuthority"), run.Text("Reference"), run.Text("HoldTravellers"), run.Text("ExitOrder")],
            page.Items.Select(hold => (IReadOnlyList<string>)
            [
                hold.Number.ToString(CultureInfo.InvariantCulture),
                run.Text(hold.Lifting is { LiftedBy: not null } ? "HoldLifted" : "HoldStands") + (hold.Lifting is { LiftedBy: null } ? $" ({run.Text("ExitLiftingAsked")})" : ""),
                hold.Terms.Authority, hold.Terms.AuthorityReference,
                hold.Terms.Travellers.Count.ToString(CultureInfo.InvariantCulture),
                hold.Terms.ExitOrder?.ToString(CultureInfo.InvariantCulture) ?? "–",
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }
}
