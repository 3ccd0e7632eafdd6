using System.Globalization;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Lists;

/// <summary>Versions of lists for people.</summary>
internal static class VersionRows
{
    public static void Print(Run run, Paper paper, IReadOnlyList<WatchlistVersion> versions) => paper.Rows(
        [run.Text("List"), run.Text("Version"), run.Text("Published"), run.Text("Imported"), run.Text("Entries"), run.Text("Change")],
        versions.Select(v => (IReadOnlyList<string>)
        [
            v.List,
            $"{v.Number}",
            v.PublishedAt?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            v.ImportedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
            $"{v.Entries}",
            $"+{v.Added} ~{v.Changed} −{v.Delisted}",
        ]));
}
