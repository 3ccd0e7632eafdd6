using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Rahdari.Cli.Output;
using Rahdari.Cli.Texts;

namespace Rahdari.Cli.CommandLine;

/// <summary>All commands under <c>rahdari</c>, and how a command line is run.</summary>
internal static class CommandTree
{
    /// <summary>Runs a command line; the result is an <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, params Command[] commands)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        LogToStandardError();
        var root = new RootCommand("Rahdari: who is this traveller, is the document genuine, is the person wanted, missing or in danger?")
        {
            GlobalOptions.Json,
            GlobalOptions.Language,
            GlobalOptions.Site,
        };
        foreach (var command in commands)
            root.Add(command);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction usual)
                help.Action = new HelpWithExamples(usual);
        }

        // A zone or a name may begin with '@': it is never the name of a file with further arguments.
        var parse = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction || parse.Action is null)
            return WrongUsage(parse);
        return await parse.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            // After Ctrl+C an import rolls back and a server finishes its requests.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(35),
        });
    }

    // Standard output belongs to the answer. A user's own settings of the log come first.
    private static void LogToStandardError()
    {
        Default("Logging__Console__LogToStandardErrorThreshold", "Trace");
        Default("Logging__LogLevel__Default", "Warning");
        Default("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Warning");
        // The folder of the keys is its owner's alone, like the signing key.
        Default("Logging__LogLevel__Microsoft.AspNetCore.DataProtection", "Error");

        static void Default(string variable, string value)
        {
            if (Environment.GetEnvironmentVariable(variable) is null)
                Environment.SetEnvironmentVariable(variable, value);
        }
    }

    private static int WrongUsage(ParseResult parse)
    {
        var run = new Run(parse);
        var reason = parse.Errors.Count > 0
            ? string.Join(" ", parse.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
            : CliText.Of("CommandRequired", run.Culture);
        return run.Fail(CliRule.Usage.Broken(null, ("reason", reason), ("command", CommandPath(parse))), ExitCode.Usage);
    }

    private static string CommandPath(ParseResult parse)
    {
        var names = new List<string>();
        for (var result = parse.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, result.Command is RootCommand ? "rahdari" : result.Command.Name);
        return string.Join(' ', names);
    }
}
