using System.Diagnostics;
using System.Globalization;
using Rahdari.Bench.Screening;
using Rahdari.Bench.Screening.Names;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Bench.Ledger.Resolution;

/// <summary>How many of one person's documents are linked, and how many of two people's, of an invented population of which all is known.</summary>
internal static class ResolutionRun
{
    public const string Usage = "resolution [--travellers 200000] [--seed 2] [--out FILE]";

    public static int Run(string[] options)
    {
        var (travellers, seed, file) = (200_000, 2UL, (string?)null);
        for (var i = 0; i + 1 < options.Length; i += 2)
        {
            if (options[i] == "--travellers" && int.TryParse(options[i + 1], CultureInfo.InvariantCulture, out var count))
                travellers = count;
            else if (options[i] == "--seed" && ulong.TryParse(options[i + 1], CultureInfo.InvariantCulture, out var number))
                seed = number;
            else if (options[i] == "--out")
                file = options[i + 1];
            else
                return Wrong();
        }
        if (options.Length % 2 != 0)
            return Wrong();
        if (SharedData.Folder() is not { } folder)
        {
            Console.Error.WriteLine("There is no folder shared/data above this one, and RAHDARI_SHARED_DATA names none.");
            return 1;
        }
        var spellings = SpellingTable.Read(Path.Combine(folder, "names", "arabic-latin-variants.tsv"));
        var names = RegionNames.Read(Path.Combine(folder, "names"), spellings);
        Report.Progress("inventing");
        var people = new Population(names, seed).Invent(travellers);
        var documents = new Documents(names, spellings, seed).Of(people);
        using var report = new Report(file);
        report.Line($"`dotnet run --project bench/Rahdari.Bench.Ledger -c Release -- resolution --travellers {travellers} --seed {seed}`");
        report.Line();
        report.Line($"{Report.Number(people.Count)} people with {Report.Number(documents.Count)} documents. People: {Population.Model}. Documents: {Documents.Model}.");
        report.Line();
        Tell(documents, report);
        return 0;
    }

    private static int Wrong()
    {
        Console.Error.WriteLine(Usage);
        return 2;
    }

    private static void Tell(IReadOnlyList<Presented> documents, Report report)
    {
        Report.Progress($"resolving {documents.Count} documents");
        var watch = Stopwatch.StartNew();
        var resolved = Resolved.Of(documents);
        watch.Stop();
        var truth = TruePairs(documents).ToList();
        var proposed = resolved.Links.Where(link => link.State == LinkState.Proposed).Select(link => (link.One, link.Other)).ToHashSet();
        report.Line($"{Report.Number(resolved.Compared)} pairs compared in {Report.Number(watch.Elapsed.TotalSeconds)} s; at most {resolved.Largest} documents hang together by links that stand or would.");
        report.Line();
        report.Table(
            ["one person's documents", "pairs", "automatic", "%", "waits for a supervisor", "not found"],
            truth.GroupBy(pair => KindOf(documents[pair.One], documents[pair.Other])).OrderBy(group => group.Key, StringComparer.Ordinal).Append(new All(truth)).Select(group =>
            {
                var joined = group.Count(pair => resolved.Person(pair.One) == resolved.Person(pair.Other));
                var waiting = group.Count(pair => resolved.Person(pair.One) != resolved.Person(pair.Other) && proposed.Contains(pair));
                return (IReadOnlyList<string>)[group.Key, Report.Number(group.Count()), Report.Number(joined), Share(joined, group.Count()), Report.Number(waiting), Report.Number(group.Count() - joined - waiting)];
            }));
        var automatic = resolved.Links.Where(link => link.State == LinkState.Automatic).ToList();
        report.Table(
            ["automatic links", "all", "of one person", "%"],
            new[] { ("by a personal number", automatic.Where(link => link.Verdict.IsByNumber)), ("without", automatic.Where(link => !link.Verdict.IsByNumber)), ("all", automatic) }
                .Select(row => (row.Item1, All: row.Item2.ToList())).Select(row => (IReadOnlyList<string>)
                [
                    row.Item1, Report.Number(row.All.Count), Report.Number(row.All.Count(link => IsOne(documents, link.One, link.Other))), Share(row.All.Count(link => IsOne(documents, link.One, link.Other)), row.All.Count, 3),
                ]));
        report.Table(
            ["who they are of two people", "automatic", "waits for a supervisor"],
            resolved.Links.Where(link => !IsOne(documents, link.One, link.Other)).GroupBy(link => KinOf(documents[link.One], documents[link.Other])).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (IReadOnlyList<string>)
            [
                group.Key, Report.Number(group.Count(link => link.State == LinkState.Automatic)), Report.Number(group.Count(link => link.State == LinkState.Proposed)),
            ]));
        report.Table(
            ["", "pairs joined", "of one person", "precision %", "recall %"],
            new[]
            {
                ("links", (Func<int, int>)resolved.Person),
                ("exact name and date of birth", Grouped(documents, d => $"{d.Read.PrimaryIdentifier}|{d.Read.SecondaryIdentifier}|{d.Read.DateOfBirth}")),
                ("exact identity number", Grouped(documents, d => d.Read.PersonalNumber?.ToString())),
                ("either", Either(documents)),
            }.Select(row => Joined(row.Item1, documents, truth, row.Item2)));
        foreach (var link in automatic.Where(link => !IsOne(documents, link.One, link.Other)).Take(10))
            Report.Progress($"{KinOf(documents[link.One], documents[link.Other])}: {Text(documents[link.One])} / {Text(documents[link.Other])}");
    }

    private static string Text(Presented document) =>
        $"{document.Read.Nationality} {document.Read.PrimaryIdentifier}, {document.Read.SecondaryIdentifier} {document.Read.DateOfBirth} {document.Read.Sex} {document.Read.PersonalNumber?.Number} {document.Read.PlaceOfBirth}";

    private static IReadOnlyList<string> Joined(string what, IReadOnlyList<Presented> documents, List<(int One, int Other)> truth, Func<int, int> person)
    {
        var (joined, right) = (0L, 0L);
        foreach (var group in Enumerable.Range(0, documents.Count).GroupBy(person))
        {
            var count = group.Count();
            joined += (long)count * (count - 1) / 2;
            right += group.GroupBy(document => documents[document].Holder.Number).Sum(own => (long)own.Count() * (own.Count() - 1) / 2);
        }
        return [what, Report.Number(joined), Report.Number(right), Share(right, joined, 3), Share(right, truth.Count)];
    }

    private static Func<int, int> Grouped(IReadOnlyList<Presented> documents, Func<Presented, string?> key)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] of = [.. documents.Select((document, i) => key(document) is not { } text ? i : groups.TryGetValue(text, out var first) ? first : groups[text] = i)];
        return document => of[document];
    }

    private static Func<int, int> Either(IReadOnlyList<Presented> documents)
    {
        int[] above = [.. Enumerable.Range(0, documents.Count)];
        foreach (var group in new[] { Grouped(documents, d => $"{d.Read.PrimaryIdentifier}|{d.Read.SecondaryIdentifier}|{d.Read.DateOfBirth}"), Grouped(documents, d => d.Read.PersonalNumber?.ToString()) })
        {
            for (var i = 0; i < documents.Count; i++)
                above[Root(i)] = Root(group(i));
        }
        return Root;

        int Root(int document)
        {
            while (above[document] != document)
                document = above[document];
            return document;
        }
    }

    private static IEnumerable<(int One, int Other)> TruePairs(IReadOnlyList<Presented> documents) =>
        from own in Enumerable.Range(0, documents.Count).GroupBy(i => documents[i].Holder.Number)
        from one in own
        from other in own
        where one < other
        select (one, other);

    private static bool IsOne(IReadOnlyList<Presented> documents, int one, int other) => documents[one].Holder.Number == documents[other].Holder.Number;

    private static string KindOf(Presented one, Presented other)
    {
        var (a, b) = (one.Kind, other.Kind);
        var what = a == DocumentKind.OtherState || b == DocumentKind.OtherState ? "of two States"
            : one.Holder.Sex == 'F' && (a == DocumentKind.Married) != (b == DocumentKind.Married) ? "before and after marriage"
            : (a == DocumentKind.Renamed) != (b == DocumentKind.Renamed) ? "before and after another change of name"
            : a == DocumentKind.Card || b == DocumentKind.Card ? "card and passport"
            : "renewed";
        return $"{what}{(one.Read.PersonalNumber is not null && other.Read.PersonalNumber is not null ? ", numbers on both" : ", a number on one or none")}";
    }

    private static string KinOf(Presented one, Presented other)
    {
        var (a, b) = (one.Holder, other.Holder);
        return a.Family == b.Family ? (a.Born == b.Born ? "twins" : Math.Abs(a.Born.Year - b.Born.Year) >= 19 ? "father and child" : "siblings")
            : one.Read.DateOfBirth == other.Read.DateOfBirth ? (a.Born is { Month: 1, Day: 1 } ? "strangers born on one 1 January" : "strangers born on one day")
            : "other strangers";
    }

    private sealed class All(IReadOnlyList<(int One, int Other)> pairs) : IGrouping<string, (int One, int Other)>
    {
        public string Key => "all";

        public IEnumerator<(int One, int Other)> GetEnumerator() => pairs.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static string Share(long part, long whole, int digits = 2) => whole == 0 ? "–" : Report.Number(100.0 * part / whole, digits);
}
