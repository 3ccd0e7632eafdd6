using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Texts;
using Rahdari.Documents.Findings;
using Rahdari.Imaging;
using Rahdari.Links;
using Rahdari.Node;

namespace Rahdari.Cli.Output;

/// <summary>One run of a command: its arguments, its language, and how it answers.</summary>
internal sealed class Run(ParseResult parse)
{
    /// <summary>True where the answer is one JSON document.</summary>
    public bool Json { get; } = parse.GetValue(GlobalOptions.Json);

    /// <summary>The language of sentences.</summary>
    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(LanguageOf(parse));

    /// <summary>The folder of the site.</summary>
    public string SiteFolder => parse.GetValue(GlobalOptions.Site) ?? "site";

    /// <summary>What was given for an option.</summary>
    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    /// <summary>What was given for an argument.</summary>
    public T? Get<T>(Argument<T> argument) => parse.GetValue(argument);

    /// <summary>A text of the command line's own.</summary>
    public string Text(string key, params object[] values) => CliText.Of(key, Culture, values);

    /// <summary>The sentence of a finding, whichever room found it.</summary>
    public string Sentence(Finding finding) => CliText.Sentence(finding, Culture) ?? LinksSentences.Of(finding, Culture) ?? ImagingSentences.Of(finding, Culture) ?? NodeSentences.Of(finding, Culture);

    /// <summary>Answers: the JSON document, or the text for people.</summary>
    public int Answer(object json, Action<Paper> people, int exitCode = ExitCode.Ok)
    {
        if (Json)
            WriteJson(json);
        else
            people(new Paper(Console.Out, !Console.IsOutputRedirected));
        return exitCode;
    }

    /// <summary>Answers with the rule broken; the exit code follows from its code unless given.</summary>
    public int Fail(Finding problem, int? exitCode = null)
    {
        var sentence = Sentence(problem);
        if (Json)
            WriteJson(new { Error = new { problem.Code, Message = sentence, problem.Field, problem.Evidence } });
        else
            new Paper(Console.Error, !Console.IsErrorRedirected).Line($"rahdari: {sentence} [{problem.Code}]");
        return exitCode ?? (problem.Code.EndsWith("_NOT_FOUND", StringComparison.Ordinal) ? ExitCode.NotFound : ExitCode.Invalid);
    }

    /// <summary>Answers with why a list's files cannot be used: each error with its place, the first as the error's code.</summary>
    public int Fail(IReadOnlyList<ListError> errors)
    {
        var first = errors[0];
        if (Json)
        {
            WriteJson(new
            {
                Error = new
                {
                    first.Code,
                    Message = Sentence(first.Problem),
                    first.Field,
                    Evidence = new { first.File, first.Line, first.Column },
                    Errors = Told(errors),
                },
            });
        }
        else
        {
            Print(errors);
        }

        return ExitCode.Invalid;
    }

    /// <summary>Errors of a list's files as the JSON document carries them.</summary>
    public IEnumerable<object> Told(IReadOnlyList<ListError> errors) => errors.Select(e => new { e.Code, e.File, e.Line, e.Column, e.Field, Message = Sentence(e.Problem) });

    /// <summary>Errors of a list's files for people, a line each, on standard error.</summary>
    public void Print(IReadOnlyList<ListError> errors)
    {
        var paper = new Paper(Console.Error, !Console.IsErrorRedirected);
        foreach (var error in errors)
            paper.Line($"{error.Place}: {(error.Field is { } field ? field + ": " : "")}{Sentence(error.Problem)} [{error.Code}]");
    }

    /// <summary>Shows the progress of long work on standard error.</summary>
    public Task<T> WithProgressAsync<T>(string key, string what, Func<IProgress<double>, Task<T>> work) =>
        ShownProgress.RunAsync(Text(key, what), work);

    private static void WriteJson(object json) => Console.Out.WriteLine(JsonSerializer.Serialize(json, JsonForm.Options));

    // The option may hold a wrong word while its error is being reported.
    private static string LanguageOf(ParseResult parse) => parse.GetResult(GlobalOptions.Language) is { Errors: var errors } && errors.Any() ? "en" : parse.GetValue(GlobalOptions.Language) ?? "en";
}
