using System.CommandLine;
using Rahdari.Border.Permissions;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari entry-rules publish</c>: other rules of entry, in the place of all before.</summary>
internal static class EntryRulesPublishCommand
{
    private static readonly Argument<string> Path = new("FILE") { Description = "The classes as JSON: {\"classes\":[…]} (samples/entry/README.md)." };
    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command Create() => new ExampledCommand(
        "publish",
        "Publish rules of entry in the place of all before, under the next number; they count from the next traveller on. A class that is left out lets nobody in any more. The same classes again change nothing. Signed and audited.",
        "rahdari entry-rules publish samples/entry/rules.json --reason 'specimen rules'")
    {
        Path, Reason,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var path = run.Get(Path)!;
        if (!File.Exists(path))
            return run.Fail(CliRule.FileNotFound.Broken("file", ("file", path)));
        // One byte more than is read tells that there is more.
        var bytes = new byte[(int)Math.Min(new FileInfo(path).Length, EntryRulesFile.Largest + 1)];
        await using (var file = File.OpenRead(path))
            await file.ReadExactlyAsync(bytes, cancellation);
        var classes = EntryRulesFile.Read(bytes);
        if (!classes.Succeeded)
            return run.Fail(classes.Problem);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var version = await session.Get<EntryRulesRegister>().PublishAsync(classes.Value, run.Get(Reason)!, Actor.CommandLine, cancellation);
                return version.Succeeded
                    ? run.Answer(version.Value, paper => paper.Line(run.Text("RulesInForce", version.Value.Number, version.Value.Classes)))
                    : run.Fail(version.Problem);
            },
            cancellation);
    }
}
