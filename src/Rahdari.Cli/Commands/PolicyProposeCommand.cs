using System.CommandLine;
using Rahdari.Border.Screening.Policy;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari policy propose</c>: other rules, which take effect at once or when a second person approves.</summary>
internal static class PolicyProposeCommand
{
    private static readonly Argument<string> Rules = new("FILE") { Description = "The rules as JSON, as for preview. They take the place of all those in force." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Required = true };

    public static Command Create() => new ExampledCommand(
        "propose",
        "Propose a screening policy. Where a list is switched off, a threshold raised or a weight lowered, a person must approve it in the console; otherwise it takes effect at once.",
        "rahdari policy propose rules.json --reason \"too many matches on common names\"")
    {
        Rules, Reason,
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
                var policy = await session.Get<PolicyRegister>().ProposeAsync(file.Value.Rules, run.Get(Reason)!, Actor.CommandLine, cancellation);
                return policy.Succeeded ? run.Answer(policy.Value, paper => PolicyLines.Print(run, paper, policy.Value)) : run.Fail(policy.Problem);
            },
            cancellation);
    }
}
