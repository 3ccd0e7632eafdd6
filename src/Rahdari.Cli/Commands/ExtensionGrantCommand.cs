using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari extension grant</c>: records that somebody may stay longer.</summary>
internal static class ExtensionGrantCommand
{
    private static readonly Option<string> Authority = new("--authority") { Description = "Who decided; with the reference it names the extension.", HelpName = "TEXT", Required = true };
    private static readonly Option<string> Reference = new("--reference") { Description = "The authority's reference.", HelpName = "TEXT", Required = true };
    private static readonly Option<string> State = new("--state") { Description = "The State that issued the document on which it was granted.", HelpName = "XXX", Required = true };
    private static readonly Option<string> Document = new("--document") { Description = "That document's number.", HelpName = "NUMBER", Required = true };
    private static readonly Option<string> Decided = new("--decided") { Description = "The day on which it was decided.", HelpName = "DATE", Required = true };
    private static readonly Option<string> Until = new("--until") { Description = "The last day of the stay now.", HelpName = "DATE", Required = true };
    private static readonly Option<string> Basis = new("--basis") { Description = "Where it is laid down that it may be granted, or why it was.", HelpName = "TEXT", Required = true };

    public static Command Create() => new ExampledCommand(
        "grant",
        "Record an extension of a stay as its authority granted it. It lengthens the stay in which it was decided. The same again changes nothing; another under a reference that is taken is refused. Audited.",
        "rahdari extension grant --authority 'Passport office' --reference X-0001 --state UTO --document SPC000001 --decided 2026-03-20 --until 2026-05-31 --basis 'Specimen rule 10'")
    {
        Authority, Reference, State, Document, Decided, Until, Basis,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        if (!Given.State(run, State, out var state, out var wrong) || !Given.Day(run, Decided, out var decided, out wrong) || !Given.Day(run, Until, out var until, out wrong))
            return run.Fail(wrong);
        var granted = new GrantedExtension(run.Get(Authority)!, run.Get(Reference)!, state!, run.Get(Document)!, decided!.Value, until!.Value, run.Get(Basis)!);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var extension = await session.Get<ExtensionRegister>().GrantAsync(granted, Actor.CommandLine, cancellation);
                return extension.Succeeded ? run.Answer(extension.Value, paper => PermissionLines.Print(run, paper, extension.Value)) : run.Fail(extension.Problem);
            },
            cancellation);
    }
}
