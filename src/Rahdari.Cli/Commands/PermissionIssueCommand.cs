using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari permission issue</c>: records one visa or permit.</summary>
internal static class PermissionIssueCommand
{
    private static readonly Option<string> Authority = new("--authority") { Description = "Who issued it; with the number it names the permission.", HelpName = "TEXT", Required = true };
    private static readonly Option<string> Number = new("--number") { Description = "Its number.", HelpName = "NUMBER", Required = true };
    private static readonly Option<string> Class = new("--class") { Description = "The code of a class of the rules of entry.", HelpName = "CODE", Required = true };
    private static readonly Option<string> State = new("--state") { Description = "The State that issued the document to which it is bound; the nationality where left out.", HelpName = "XXX" };
    private static readonly Option<string> Document = new("--document") { Description = "That document's number.", HelpName = "NUMBER", Required = true };
    private static readonly Option<string> Nationality = new("--nationality") { Description = "The holder's nationality.", HelpName = "XXX", Required = true };
    private static readonly Option<string> Surname = new("--surname") { Description = "Surname, as in the document's zone.", HelpName = "TEXT", Required = true };
    private static readonly Option<string> GivenNames = new("--given-names") { Description = "Given names.", HelpName = "TEXT" };
    private static readonly Option<string> Born = new("--born") { Description = "Date of birth, as far as known.", HelpName = "DATE" };
    private static readonly Option<string> From = new("--from") { Description = "The first day on which the holder may enter by it.", HelpName = "DATE", Required = true };
    private static readonly Option<string> Until = new("--until") { Description = "The last one.", HelpName = "DATE", Required = true };
    private static readonly Option<int?> Entries = new("--entries") { Description = "How often it lets enter; what its class says where left out.", HelpName = "N" };
    private static readonly Option<int?> StayDays = new("--stay-days") { Description = "Days of one stay; what its class says where left out.", HelpName = "N" };
    private static readonly Option<string[]> Ports = new("--port") { Description = "A port (UN/LOCODE) at which it may be used; may be given again. Those of its class where left out.", HelpName = "XXXXX" };

    public static Command Create() => new ExampledCommand(
        "issue",
        "Record a visa or permit as its authority issued it. The same again changes nothing; another under a number that is taken is refused. Audited.",
        "rahdari permission issue --authority 'Mission at Specimen' --number V-0001 --class TOURIST --document SPC000001 --nationality UTO --surname SPECIMEN --given-names ANNA --born 1990-05-17 --from 2026-01-01 --until 2026-06-30")
    {
        Authority, Number, Class, State, Document, Nationality, Surname, GivenNames, Born, From, Until, Entries, StayDays, Ports,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.State(run, Nationality, out var nationality, out var wrong) || !Given.State(run, State, out var state, out wrong) || !Given.Partial(run, Born, out var born, out wrong)
            || !Given.Day(run, From, out var from, out wrong) || !Given.Day(run, Until, out var until, out wrong))
            return run.Fail(wrong);
        var issued = new IssuedPermission(
            run.Get(Authority)!,
            run.Get(Number)!,
            run.Get(Class)!,
            state ?? nationality!,
            run.Get(Document)!,
            nationality!,
            run.Get(Surname)!,
            run.Get(GivenNames) ?? "",
            born,
            from!.Value,
            until!.Value,
            run.Get(Entries),
            run.Get(StayDays),
            run.Get(Ports));
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var permission = await session.Get<PermissionRegister>().IssueAsync(issued, Actor.CommandLine, cancellation);
                return permission.Succeeded ? run.Answer(permission.Value, paper => PermissionLines.Print(run, paper, permission.Value)) : run.Fail(permission.Problem);
            },
            cancellation);
    }
}
