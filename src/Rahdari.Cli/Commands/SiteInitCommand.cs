using System.CommandLine;
using Rahdari.Border;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Cli.Output;
using Rahdari.Documents.Findings;
using Rahdari.Links.Lines;

namespace Rahdari.Cli.Commands;

/// <summary><c>rahdari site init</c>: a new site's folder, settings, signing key and storage.</summary>
internal static class SiteInitCommand
{
    private static readonly Argument<string?> End = new("end")
    {
        Description = "What it is in the country's system: 'port' sends its records to headquarters, 'headquarters' takes in everybody's. Without it the site stands alone.",
        HelpName = "port|headquarters",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Headquarters = new("--headquarters") { Description = "Of a port: the node of headquarters, by which name its machine is reached.", HelpName = "NODE" };
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
        "rahdari site init --site /srv/rahdari --node karachi-1 --port PKKHI --port-name 'Karachi, Jinnah' --counter A1 --counter A2",
        "rahdari site init port --headquarters national-1 --site /srv/rahdari --node karachi-1 --port PKKHI --port-name 'Karachi, Jinnah' --counter A1",
        "rahdari site init headquarters --site /srv/rahdari --node national-1 --port PKISB --port-name 'Headquarters' --counter H1")
    {
        End, Headquarters, Node, Port, PortName, Counter, TimeZone, Country, StayDays,
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
        var (link, problem) = LinkOf(run.Get(End), run.Get(Headquarters), settings);
        if (problem is not null)
            return run.Fail(problem);
        var made = SiteFolder.Create(run.SiteFolder, settings);
        if (!made.Succeeded)
            return run.Fail(made.Problem);
        if (link is not null)
            SiteUnits.Write(made.Value, link);
        // Opening makes the database now, so that a wrong connection shows here and not at the first traveller.
        await using var session = await SiteSession.OpenAsync(made.Value, TimeProvider.System, cancellation);
        var storage = made.Value.PostgresConnection is null ? "sqlite" : "postgresql";
        return run.Answer(
            new { Folder = made.Value.FullPath, Storage = storage, Settings = settings, Link = link },
            paper =>
            {
                paper.Line(run.Text("SiteMade", made.Value.FullPath, storage));
                if (link is not null)
                    paper.Line(run.Text("SiteLinked", Path.Combine(made.Value.FullPath, LinkSettings.FileName), SiteUnits.Folder(made.Value)));
            });
    }

    private static (LinkSettings? Link, Finding? Problem) LinkOf(string? end, string? headquarters, SiteSettings settings) => (end, headquarters) switch
    {
        (null, null) => (null, null),
        ("port", not null) when SiteRules.IsNode(headquarters) && headquarters != settings.Node => (new LinkSettings { End = LinkEnd.Port, Headquarters = headquarters }, null),
        ("headquarters", null) => (new LinkSettings { End = LinkEnd.Headquarters, Headquarters = settings.Node }, null),
        _ => (null, BorderRule.SiteSettingsInvalid.Broken("headquarters", ("file", LinkSettings.FileName), ("reason", $"{end ?? "–"}: headquarters '{headquarters ?? "–"}'"))),
    };
}
