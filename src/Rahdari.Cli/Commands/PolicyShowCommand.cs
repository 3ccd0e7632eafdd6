using System.CommandLine;
using Rahdari.Border.Screening.Policy;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari policy show</c>: who is alerted for what.</summary>
internal static class PolicyShowCommand
{
    public static Command Create() => new ExampledCommand(
        "show",
        "The screening policy in force: for each list and purpose its threshold and weight, and whether it is screened. What it does not name alerts at 0.01.",
        "rahdari policy show",
        "rahdari policy show --json")
        .Does((run, cancellation) => SiteSession.WithAsync(
            run,
            async session =>
            {
                var policy = await session.Get<PolicyRegister>().InForceAsync(Actor.CommandLine, cancellation);
                return policy.Succeeded ? run.Answer(policy.Value, paper => PolicyLines.Print(run, paper, policy.Value)) : run.Fail(policy.Problem);
            },
            cancellation));
}
