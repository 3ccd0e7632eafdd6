using System.Diagnostics;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Bench;

/// <summary>
/// One traveller against the published lists beside the plainest honest search: every listed name compared with the
/// traveller's by edit distance. The queries are listed names with one letter changed, and names that no list has.
/// </summary>
internal static class Screening
{
    private const int Queries = 400;

    public static async Task RunAsync(TextWriter to)
    {
        if (Lists() is not { } folder)
        {
            await to.WriteLineAsync("screening: there is no folder shared/data/watchlists above this one, and RAHDARI_SHARED_DATA names none; left out");
            return;
        }
        var persons = Read(folder);
        var index = ScreeningIndex.Build(persons);
        string[] names = [.. persons.SelectMany(p => p.Names).Select(n => n.Text.ToUpperInvariant())];
        var queries = Typing(names);
        var (lowest, own, peer) = (new List<double>(), new List<double>(), new List<double>());
        var (ownFound, peerFound) = (0, 0);
        foreach (var (name, _) in queries)
            index.Search(new PersonQuery(name)); // As at a counter, where it is not the first of the day.
        foreach (var (name, listed) in queries)
        {
            var watch = Stopwatch.StartNew();
            var hits = index.Search(new PersonQuery(name) { DateOfBirth = PartialDate.Parse("1971-08-14") }, 0.01);
            lowest.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            index.Search(new PersonQuery(name) { DateOfBirth = PartialDate.Parse("1971-08-14"), Nationality = "PAK", Sex = 'M' });
            own.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            var near = names.Count(n => Distance(name, n, 2) <= 2);
            peer.Add(watch.Elapsed.TotalMilliseconds);
            ownFound += listed is null || hits.Any(h => h.Person.Names.Any(n => n.Text.Equals(listed, StringComparison.OrdinalIgnoreCase))) ? 1 : 0;
            peerFound += listed is null || near > 0 ? 1 : 0;
        }
        await to.WriteLineAsync($"screening: {queries.Count} names against {persons.Count} persons with {names.Length} names; milliseconds a name");
        await to.WriteLineAsync($"  rahdari:       p50 {Figures.Percentile(own, 0.5):F3}, p99 {Figures.Percentile(own, 0.99):F3}");
        await to.WriteLineAsync($"  at the lowest threshold, 0.01: p50 {Figures.Percentile(lowest, 0.5):F3}, p99 {Figures.Percentile(lowest, 0.99):F3}; found: {ownFound} of {queries.Count}");
        await to.WriteLineAsync($"  edit distance: p50 {Figures.Percentile(peer, 0.5):F3}, p99 {Figures.Percentile(peer, 0.99):F3}; within two letters: {peerFound} of {queries.Count}");
        await to.WriteLineAsync($"  ratio at p50:  {Figures.Percentile(peer, 0.5) / Figures.Percentile(own, 0.5):F1}×");
    }

    private static List<(string Name, string? Listed)> Typing(string[] names)
    {
        var random = new Random(20260301);
        var queries = new List<(string, string?)>();
        while (queries.Count < Queries)
        {
            var listed = names[random.Next(names.Length)];
            if (listed.Length is < 8 or > 60 || !listed.All(c => char.IsAsciiLetter(c) || c == ' '))
                continue;
            var at = random.Next(listed.Length);
            if (listed[at] == ' ')
                continue;
            queries.Add(($"{listed[..at]}{(char)('A' + random.Next(26))}{listed[(at + 1)..]}", listed));
        }
        return queries;
    }

    private static List<ListedPerson> Read(string folder)
    {
        using var xml = File.OpenRead(Path.Combine(folder, "un-consolidated.xml"));
        var un = UnConsolidatedList.Read(xml, "un-consolidated.xml").List!;
        var files = Directory.GetFiles(Path.Combine(folder, "ofac"), "*.csv").Select(f => (Path.GetFileName(f), (Stream)File.OpenRead(f))).ToArray();
        var ofac = OfacList.Read(files).List!;
        foreach (var (_, stream) in files)
            stream.Dispose();
        return [.. new[] { un, ofac }.SelectMany(l => l.Entries.Where(e => e.Kind == WatchlistEntryKind.Individual)
            .Select(e => new ListedPerson($"{l.Code}/{e.Reference}", e.Names, e.BirthDates, e.Nationalities, e.Sex, e.Documents)))];
    }

    private static string? Lists()
    {
        if (Environment.GetEnvironmentVariable("RAHDARI_SHARED_DATA") is { Length: > 0 } data)
            return Path.Combine(data, "watchlists");
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "watchlists");
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }

    /// <summary>Levenshtein's distance, given up beyond a limit.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                least = Math.Min(least, current[j]);
            }
            if (least > limit)
                return limit + 1;
            current.CopyTo(previous);
        }
        return previous[b.Length];
    }
}
