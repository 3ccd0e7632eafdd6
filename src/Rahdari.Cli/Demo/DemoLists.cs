using Rahdari.Border.Watchlists;
using Rahdari.Cli.Lists;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Demo;

/// <summary>The lists of a demonstration: the published ones where they are at hand, and always the specimen lists.</summary>
internal static class DemoLists
{
    private const string Shared = "shared/data/watchlists";

    /// <summary>Reads all lists; the errors of the first that cannot be used.</summary>
    /// <param name="run">The command's run.</param>
    /// <param name="folder">The folder given, or null to look for one.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async Task<(IReadOnlyList<PublishedList> Lists, IReadOnlyList<ListError> Errors)> ReadAsync(Run run, string? folder, CancellationToken cancellation)
    {
        var lists = new List<PublishedList>();
        foreach (var (code, form, files) in Sources(folder ?? Find()))
        {
            var reading = await run.WithProgressAsync("Reading", code, progress => Task.FromResult(ListFiles.Read(ListForm.Find(form)!, files, null, progress, cancellation)));
            if (reading.List is not { } list)
                return ([], reading.Errors);
            lists.Add(list with { Code = code });
        }

        return (lists, []);
    }

    private static IEnumerable<(string Code, string Form, string[] Files)> Sources(string? published)
    {
        if (published is not null)
        {
            foreach (var source in In(published))
                yield return (source.Form, source.Form, source.Files);
        }

        // Under codes of their own, so that a published list imported later does not delist the specimens.
        foreach (var source in In(Path.Combine(AppContext.BaseDirectory, "samples", "watchlists")))
            yield return ($"specimen-{source.Form}", source.Form, source.Files);
    }

    private static IEnumerable<(string Form, string[] Files)> In(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        if (Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).FirstOrDefault() is { } xml)
            yield return ("un", [xml]);
        var ofac = Path.Combine(folder, "ofac");
        var csv = Directory.EnumerateFiles(Directory.Exists(ofac) ? ofac : folder, "*.csv").Order(StringComparer.Ordinal).ToArray();
        if (csv.Length > 0)
            yield return ("ofac", csv);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("RAHDARI_SHARED_DATA") is { Length: > 0 } data)
            return Path.Combine(data, "watchlists");
        foreach (var start in new[] { Environment.CurrentDirectory, AppContext.BaseDirectory })
        {
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var folder = Path.Combine(at.FullName, Shared);
                if (Directory.Exists(folder))
                    return folder;
            }
        }

        return null;
    }
}
