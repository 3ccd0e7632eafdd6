using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Rahdari.Cli.CommandLine;

/// <summary>The options of commands that answer with a part of a longer list.</summary>
internal static class Paging
{
    public static readonly Option<int> Offset = new("--offset")
    {
        Description = "Leave out as many from the beginning.",
        HelpName = "N",
        Validators = { result => Check(result, 0, int.MaxValue) },
    };

    public static readonly Option<int> Take = new("--take")
    {
        Description = "Show at most as many (1 to 500).",
        HelpName = "N",
        DefaultValueFactory = _ => 50,
        Validators = { result => Check(result, 1, 500) },
    };

    private static void Check(OptionResult result, int least, int most)
    {
        // What is no number at all is told by the parser.
        foreach (var token in result.Tokens)
        {
            if (int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
                result.AddError($"{result.Option.Name} must be {least} to {most}.");
        }
    }
}
