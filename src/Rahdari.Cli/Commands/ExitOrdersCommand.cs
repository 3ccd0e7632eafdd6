using System.CommandLine;
using System.Globalization;
using Rahdari.Border.ExitControl;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Exit;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari exit orders</c>, <c>exit order</c> and <c>exit lift</c>: the orders that bar leaving.</summary>
internal static class ExitOrdersCommand
{
    private static readonly Option<string> Search = new("--search") { Description = "A part of the name, a number, the authority or its reference.", HelpName = "TEXT" };

    private static readonly Argument<string> OrderFile = new("FILE") { Description = "The order as JSON, as the API takes it." };

    private static readonly Argument<int> Number = new("NUMBER") { Description = "The order's number." };

    private static readonly Option<string> Reference = new("--reference") { Description = "The authority's reference for the lifting.", HelpName = "TEXT", Required = true };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command List() => new ExampledCommand(
        "orders",
        "The orders that bar leaving, newest first. The reading is audited.",
        "rahdari exit orders --search \"High Court\"",
        "rahdari exit orders --json")
    {
        Search, Paging.Offset, Paging.Take,
    }.Does((run, cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var page = await session.Get<ExitOrderRegister>().ListAsync(run.Get(Search), null, run.Get(Paging.Offset), run.Get(Paging.Take), Actor.CommandLine, cancellation);
            return page.Succeeded ? run.Answer(page.Value, paper => Print(run, paper, page.Value)) : run.Fail(page.Problem);
        },
        cancellation));

    public static Command Enter() => new ExampledCommand(
        "order",
        "Enter an order that bars somebody from leaving. It stops them at every counter within seconds.",
        "rahdari exit order order.json")
    {
        OrderFile,
    }.Does(async (run, cancellation) =>
    {
        var file = await ExitFile.ReadAsync<OrderTerms>(run.Get(OrderFile)!, cancellation);
        return file.Succeeded
            ? await ChangeAsync(run, register => register.EnterAsync(file.Value, Actor.CommandLine, cancellation), cancellation)
            : run.Fail(file.Problem);
    });

    public static Command Lift() => new ExampledCommand(
        "lift",
        "Ask that an order be lifted. It stops as before until a second person agrees, in the console or through the API.",
        "rahdari exit lift 17 --reference \"C.M. 9/2026\" --reason \"recalled by the court\"")
    {
        Number, Reference, Reason,
    }.Does((run, cancellation) =>
        ChangeAsync(run, register => register.AskLiftingAsync(run.Get(Number), run.Get(Reference)!, run.Get(Reason)!, Actor.CommandLine, cancellation), cancellation));

    private static Task<int> ChangeAsync(Run run, Func<ExitOrderRegister, Task<Answer<ExitOrder>>> change, CancellationToken cancellation) => SiteSession.WithAsync(
        run,
        async session =>
        {
            var order = await change(session.Get<ExitOrderRegister>());
            return order.Succeeded ? run.Answer(order.Value, paper => Print(run, paper, new Page<ExitOrder>([order.Value], 1, 0))) : run.Fail(order.Problem);
        },
        cancellation);

    private static void Print(Run run, Paper paper, Page<ExitOrder> page)
    {
        paper.Rows(
            [run.Text("ExitOrder"), run.Text("State"), run.Text("Name"), run.Text("ExitAuthority"), run.Text("Reference"), run.Text("ExitFrom"), run.Text("ExitTo")],
            page.Items.Select(order => (IReadOnlyList<string>)
            [
                order.Number.ToString(CultureInfo.InvariantCulture),
                run.Text($"ExitState{order.State}") + (order.Lifting is { LiftedBy: null } ? $" ({run.Text("ExitLiftingAsked")})" : ""),
                order.Terms.Name, order.Terms.Authority, order.Terms.AuthorityReference, Day(order.Terms.ValidFrom), Day(order.Terms.ValidTo),
            ]));
        paper.Line(page.Items.Count == 0 ? run.Text("NoneOf", page.Total) : run.Text("PartOf", page.Offset + 1, page.Offset + page.Items.Count, page.Total));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";
}
