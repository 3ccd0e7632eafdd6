using System.CommandLine;

namespace Rahdari.Cli.CommandLine;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>The environment variable that names the site's folder.</summary>
    public const string SiteVariable = "RAHDARI_SITE";

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Write one JSON document to standard output, errors included.",
        Recursive = true,
    };

    public static readonly Option<string> Language = LanguageOption();

    public static readonly Option<string> Site = new("--site")
    {
        Description = $"The site's folder. Default: {SiteVariable}, otherwise ./site. Its storage is SQLite in that folder, or PostgreSQL by RAHDARI_DATABASE.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(SiteVariable) is { Length: > 0 } folder ? folder : "site",
    };

    private static Option<string> LanguageOption()
    {
        var option = new Option<string>("--lang")
        {
            Description = "The language of sentences.",
            HelpName = "en|ur",
            Recursive = true,
            DefaultValueFactory = _ => "en",
        };
        return option.AcceptOnlyFromAmong("en", "ur");
    }
}
