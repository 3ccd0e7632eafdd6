using System.CommandLine;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Links;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari serve</c>: runs a site until it is stopped.</summary>
internal static class ServeCommand
{
    /// <summary>Where a site listens unless told otherwise.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons.",
        HelpName = "URLS",
        DefaultValueFactory = _ => DefaultUrls,
    };

    public static Command Create() => new ExampledCommand(
        "serve",
        "Run a site: its API and console. Ctrl+C or SIGTERM ends it in order, with exit code 0.",
        "rahdari serve --site /srv/rahdari",
        "rahdari serve --site /srv/rahdari --urls 'http://0.0.0.0:8080'")
    {
        Urls,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var folder = SiteFolder.Open(run.SiteFolder);
        if (!folder.Succeeded)
            return run.Fail(folder.Problem);
        if (LinksRegistration.Problem(folder.Value) is { } problem)
            return run.Fail(problem);
        return await RunningSite.RunAsync(
            run,
            folder.Value,
            run.Get(Urls)!,
            (_, urls) => Task.FromResult(run.Answer(
                new { Ready = true, Urls = urls, folder.Value.Settings.Port, folder.Value.Settings.Node },
                paper => paper.Line(run.Text("Serving", folder.Value.Settings.PortName, string.Join(' ', urls))))),
            cancellation);
    }
}
