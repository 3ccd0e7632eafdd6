using System.CommandLine;

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

    private static void Check(System.CommandLine.Parsing.OptionResult result, int least, int most)
    {
        if (!result.Errors.Any() && result.GetValueOrDefault<int>() is var value && (value < least || value > most))
            result.AddError($"{result.Option.Name} must be {least} to {most}.");
    }
}
