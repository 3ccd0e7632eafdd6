using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Demo;

/// <summary>All that somebody needs to try a demonstration.</summary>
internal sealed record DemoSheet(
    IReadOnlyCollection<string> Urls,
    string Folder,
    SiteSettings Settings,
    IReadOnlyList<DemoUser> Users,
    IReadOnlyList<WatchlistVersion> Lists,
    int Crossings,
    IReadOnlyList<SampleTraveller> Travellers)
{
    /// <summary>Always true: the sheet is written once the site answers.</summary>
    public bool Ready { get; } = true;

    public void Print(Run run, Paper paper)
    {
        paper.Line();
        paper.Line(run.Text("DemoReady", Settings.PortName, string.Join(", ", Settings.Counters)));
        paper.Line($"  {string.Join("  ", Urls)}");
        paper.Line();
        paper.Rows([run.Text("User"), run.Text("Password"), run.Text("Roles")], Users.Select(u => (IReadOnlyList<string>)[u.Name, u.Password, u.Role]));
        foreach (var user in Users.Where(u => u.Passphrase is not null))
            paper.Line(run.Text("DemoPassphrase", user.Name, user.Passphrase!));
        paper.Line(run.Text("DemoLists", Lists.Count == 0 ? "–" : string.Join("; ", Lists.Select(l => $"{l.List}: {l.Entries} ({l.Individuals})"))));
        paper.Line(run.Text("DemoCrossings", Crossings));
        Print(run, paper, Travellers);
        paper.Line(run.Text("DemoStop", Folder));
    }

    public static void Print(Run run, Paper paper, IReadOnlyList<SampleTraveller> travellers)
    {
        foreach (var traveller in travellers)
        {
            paper.Line();
            var accompanied = traveller.Accompanied ? $", {run.Text("Accompanied")}" : "";
            paper.Line($"{traveller.Kind} ({run.Text($"Direction{traveller.Direction}")}{accompanied}) → {run.Text($"Advice{traveller.Expects.Advice}")} {string.Join(", ", traveller.Expects.Codes)}".TrimEnd());
            paper.Line(traveller.Says.TryGetValue(run.Culture.TwoLetterISOLanguageName, out var says) ? says : traveller.Says["en"]);
            foreach (var line in traveller.Mrz)
                paper.Line($"  {line}");
            if (traveller.Visa is { } visa)
                paper.Line($"  {run.Text("DemoVisa")}");
            foreach (var line in traveller.Visa ?? [])
                paper.Line($"  {line}");
        }

        paper.Line();
    }
}
