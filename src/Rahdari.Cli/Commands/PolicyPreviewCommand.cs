using System.CommandLine;
using Rahdari.Border.Screening.Policy;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari policy preview</c>: what other rules would have done to those who crossed of late.</summary>
internal static class PolicyPreviewCommand
{
    private static readonly Argument<string> Rules = new("FILE") { Description = "The rules as JSON: {\"rules\":[{\"list\":\"un\",\"purpose\":\"counter\",\"isScreened\":true,\"threshold\":0.6,\"weight\":0}]}. They take the place of all those in force." };

    private static readonly Option<ScreeningPurpose> Purpose = new("--purpose") { Description = "As if everybody had been screened for it: counter, advance, rescreening, byHand.", HelpName = "PURPOSE" };

    public static Command Create() => new ExampledCommand(
        "preview",
        "How many of the travellers who crossed in the last 30 days would alert more and fewer under other rules, by list, with a sample. Changes nothing; the look is recorded.",
        "rahdari policy preview rules.json",
        "rahdari policy preview rules.json --purpose advance --json")
    {
        Rules, Purpose,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var file = await PolicyFile.ReadAsync(run.Get(Rules)!, cancellation);
        if (!file.Succeeded)
            return run.Fail(file.Problem);
        return await SiteSession.WithAsync(
            run,
            async session =>
            {
                var effect = await run.WithProgressAsync("Previewing", $"{PolicyPreview.Days}", progress =>
                    session.Get<PolicyPreview>().EffectAsync(file.Value.Rules, run.Get(Purpose), Actor.CommandLine, progress, cancellation));
                return effect.Succeeded ? run.Answer(effect.Value, paper => PolicyLines.Print(run, paper, effect.Value)) : run.Fail(effect.Problem);
            },
            cancellation);
    }
}
