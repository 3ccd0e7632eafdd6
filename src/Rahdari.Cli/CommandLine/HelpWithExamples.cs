using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Rahdari.Cli.CommandLine;

/// <summary>The usual help, then the command's examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => inner.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var to = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampledCommand { Examples.Count: > 0 } command)
        {
            to.WriteLine("Examples:");
            foreach (var example in command.Examples)
                to.WriteLine($"  {example}");
            to.WriteLine();
        }

        to.WriteLine("Exit codes:");
        to.WriteLine("  0 done; 1 done, with a serious finding, a hit or a fault; 2 wrong usage; 3 invalid input, nothing changed;");
        to.WriteLine("  4 not found; 5 storage or environment failed; 70 a fault of this program; 130 cancelled");
        return ExitCode.Ok;
    }
}
