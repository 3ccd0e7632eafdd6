using System.CommandLine;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari site init</c>: a new site's folder, settings, signing key and storage.</summary>
internal static class SiteInitCommand
{
    private static readonly Option<string> Node = new("--node") { Description = "The node's name, unique in the country: a-z, 0-9, hyphen.", HelpName = "NAME", Required = true };
    private static readonly Option<string> Port = new("--port") { Description = "The port as UN/LOCODE: PKKHI.", HelpName = "LOCODE", Required = true };
    private static readonly Option<string> PortName = new("--port-name") { Description = "The port's name as shown.", HelpName = "NAME", Required = true };

    private static readonly Option<string[]> Counter = new("--counter")
    {
        Description = "A counter; give it once for each.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string> TimeZone = new("--time-zone") { Description = "The port's IANA time zone (default: Asia/Karachi).", HelpName = "ZONE" };
    private static readonly Option<string> Country = new("--country") { Description = "The State whose border this is (default: PAK).", HelpName = "XXX" };
    private static readonly Option<int?> StayDays = new("--stay-days") { Description = "Days that an alien may stay unless granted other (default: 30).", HelpName = "N" };

    public static Command Create() => new ExampledCommand(
        "init",
        "Make a site in the folder of --site: settings, signing key, storage. An existing site is never overwritten.",
        "rahdari site init --site /srv/rahdari --node karachi-1 --port PKKHI --port-name 'Karachi, Jinnah' --counter A1 --counter A2")
    {
        Node, Port, PortName, Counter, TimeZone, Country, StayDays,
    }.Does(RunAsync);

    private static async Task<int> RunAsync(Run run, CancellationToken cancellation)
    {
        var settings = new SiteSettings
        {
            Node = run.Get(Node)!,
            Port = run.Get(Port)!,
            PortName = run.Get(PortName)!,
            Counters = run.Get(Counter)!,
        };
        settings = settings with
        {
            TimeZone = run.Get(TimeZone) ?? settings.TimeZone,
            Country = run.Get(Country)?.ToUpperInvariant() ?? settings.Country,
            DefaultStayDays = run.Get(StayDays) ?? settings.DefaultStayDays,
        };
        var made = SiteFolder.Create(run.SiteFolder, settings);
        if (!made.Succeeded)
            return run.Fail(made.Problem);
        // Opening makes the database now, so that a wrong connection shows here and not at the first traveller.
        await using var session = await SiteSession.OpenAsync(made.Value, TimeProvider.System, cancellation);
        var storage = made.Value.PostgresConnection is null ? "sqlite" : "postgresql";
        return run.Answer(
            new { Folder = made.Value.FullPath, Storage = storage, Settings = settings },
            paper => paper.Line(run.Text("SiteMade", made.Value.FullPath, storage)));
    }
}
