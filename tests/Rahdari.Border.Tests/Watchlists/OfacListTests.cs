using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Ofac;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>The whole OFAC SDN list, against a plain reading of the same files.</summary>
public class OfacListTests(ITestOutputHelper output)
{
    private static readonly string[] Files = ["sdn.csv", "alt.csv", "add.csv"];

    private static readonly Lazy<PublishedList> List = new(Read);

    private static readonly Lazy<Dictionary<string, WatchlistEntry>> ByReference = new(() => List.Value.Entries.ToDictionary(e => e.Reference));

    [Fact]
    public void Every_individual_entity_vessel_and_aircraft_is_read_once_with_its_name()
    {
        var rows = Plain("sdn.csv");
        Assert.Equal(rows.Select(r => r[0]), List.Value.Entries.Select(e => e.Reference));
        foreach (var kind in Enum.GetValues<WatchlistEntryKind>())
        {
            var word = kind == WatchlistEntryKind.Entity ? "-0-" : $"{kind}".ToLowerInvariant();
            var read = List.Value.Entries.Count(e => e.Kind == kind);
            output.WriteLine($"[measure] OFAC list, {kind}: {read} of {rows.Count(r => r[2] == word)}");
            Assert.Equal(rows.Where(r => r[2] == word).Select(r => r[0]), List.Value.Entries.Where(e => e.Kind == kind).Select(e => e.Reference));
        }
        foreach (var row in rows)
        {
            var words = row[1].Split(',', StringSplitOptions.TrimEntries).SelectMany(p => p.Split(' ')).Where(w => w.Length > 0).Order();
            Assert.Equal(words, ByReference.Value[row[0]].Names[0].Text.Split(' ').Select(w => w.Trim(',')).Where(w => w.Length > 0).Order());
        }
    }

    [Fact]
    public void Every_alias_is_kept_with_its_strength()
    {
        var kinds = new Dictionary<string, ListedNameKind> { ["aka"] = ListedNameKind.GoodAlias, ["fka"] = ListedNameKind.FormerName, ["nka"] = ListedNameKind.GoodAlias };
        foreach (var (type, kind) in kinds)
        {
            var rows = Plain("alt.csv").Where(r => r[2] == type && ByReference.Value.ContainsKey(r[0])).ToArray();
            var kept = rows.Count(r => ByReference.Value[r[0]].Names.Contains(OfacName.Alias(r[3], type, null, ByReference.Value[r[0]].Kind)));
            output.WriteLine($"[measure] OFAC list, {type}: {kept} of {rows.Length}");
            Assert.NotEmpty(rows);
            Assert.Equal(rows.Length, kept);
            Assert.All(rows.Where(r => !r[3].StartsWith('\'')), r => Assert.Equal(kind, OfacName.Alias(r[3], type, null, WatchlistEntryKind.Individual).Kind));
        }
        var weak = Plain("sdn.csv").Sum(r => r[11].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(c => c[1..].StartsWith(".k.a. '", StringComparison.Ordinal)).Distinct().Count());
        var read = List.Value.Entries.Sum(e => e.Names.Count(n => n.Kind == ListedNameKind.LowAlias));
        output.WriteLine($"[measure] OFAC list, weak aliases: {read} of {weak + 1}, one of them in alt.csv");
        Assert.Equal(weak + 1, read);
    }

    [Fact]
    public void Every_address_is_kept()
    {
        var rows = Plain("add.csv").Where(r => ByReference.Value.ContainsKey(r[0])).ToArray();
        var lost = rows.Where(r => !ByReference.Value[r[0]].Addresses.Contains(string.Join(", ", r[2..5].Where(f => f != "-0-"))) && r[2..5].Any(f => f != "-0-")).ToArray();
        output.WriteLine($"[measure] OFAC list, addresses: {rows.Length - lost.Length} of {rows.Length}");
        Assert.NotEmpty(rows);
        Assert.Empty(lost);
    }

    [Fact]
    public void Every_date_of_birth_is_read()
    {
        var clauses = Individuals().SelectMany(r => r[11].Split(';').Where(c => c.Contains("DOB ", StringComparison.Ordinal) && !c.Contains("Linked To", StringComparison.Ordinal)).Select(c => (r[0], c.Trim()))).ToArray();
        var years = clauses.Count(c => ByReference.Value[c.Item1].BirthDates.Any(b => c.Item2.Contains($"{b.From.Year}", StringComparison.Ordinal) && c.Item2.Contains($"{b.To.Year}", StringComparison.Ordinal)
            && c.Item2.Contains("circa", StringComparison.Ordinal) == b.Circa && c.Item2.Contains($"{b.From.Day:00} ", StringComparison.Ordinal)));
        output.WriteLine($"[measure] OFAC list, dates of birth: {years} of {clauses.Length}");
        Assert.NotEmpty(clauses);
        Assert.Equal(clauses.Length, years);
        Assert.DoesNotContain(List.Value.Entries, e => e.Remarks.Contains("\nDOB", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_passport_and_cedula_is_read_with_its_State()
    {
        foreach (var word in new[] { "Passport ", "Cedula No. ", "C.U.R.P. ", "R.F.C. ", "National ID No. ", "SSN " })
        {
            var clauses = Individuals().SelectMany(r => r[11].Split(';', StringSplitOptions.TrimEntries)
                .Where(c => c.StartsWith(word, StringComparison.Ordinal) || c.StartsWith("alt. " + word, StringComparison.Ordinal)).Select(c => (Reference: r[0], Clause: c))).ToArray();
            var read = clauses.Count(c => ByReference.Value[c.Reference].Documents.Any(d => c.Clause.Contains(d.Number, StringComparison.Ordinal) && (d.IssuingState is not null || !c.Clause.Contains('('))));
            output.WriteLine($"[measure] OFAC list, individuals' {word.Trim()}: {read} of {clauses.Length}");
            Assert.NotEmpty(clauses);
            Assert.True(read >= clauses.Length * 0.98);
        }
    }

    [Fact]
    public void Remarks_are_understood_or_kept_as_they_are()
    {
        int clauses = 0, understood = 0;
        foreach (var row in Individuals().Where(r => r[11] != "-0-"))
        {
            var draft = new EntryDraft(row[0], WatchlistEntryKind.Individual);
            var (all, known) = OfacRemarks.Read(row[11], draft);
            clauses += all;
            understood += known;
        }
        output.WriteLine($"[measure] OFAC list, clauses of individuals' remarks understood: {understood} of {clauses} ({100.0 * understood / clauses:F1} %); the others are kept as they are");
        Assert.True(understood >= clauses * 0.98);

        var lost = new List<string>();
        foreach (var row in Plain("sdn.csv").Where(r => r[11] != "-0-"))
        {
            var entry = ByReference.Value[row[0]];
            var said = string.Join('\n', [entry.Remarks, .. entry.Designations, .. entry.BirthPlaces, .. entry.Names.Select(n => n.Text), .. entry.Documents.Select(d => $"{d.Type} {d.Number}")]);
            lost.AddRange(row[11].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(c => !IsCoded(c) && !Words(c).All(w => said.Contains(w, StringComparison.Ordinal))));
        }
        Assert.Empty(lost);
    }

    [Fact]
    public void Words_for_States_become_codes()
    {
        var words = List.Value.Entries.SelectMany(e => e.Nationalities).Where(n => n.Length != 3).Distinct().Order(StringComparer.Ordinal).ToArray();
        output.WriteLine($"[measure] OFAC list, nationalities that are words, not codes: {string.Join(", ", words)}");
        Assert.Empty(words.Except(["Eritrean", "Kosovo", "possibly Palestinian", "undetermined"]));
    }

    private static bool IsCoded(string clause) => new[] { "DOB", "nationality", "citizen", "Gender" }.Any(w => clause.Contains(w, StringComparison.Ordinal));

    /// <summary>The words of a clause that must be found again: not "alt.", not the marks around aliases, not the State of a document.</summary>
    private static IEnumerable<string> Words(string clause)
    {
        var state = clause.TrimEnd('.').EndsWith(')') ? clause.LastIndexOf('(') : -1;
        return (state < 0 ? clause : clause[..state]).Split(' ').Where(w => w is not ("alt." or "a.k.a." or "POB" or "POB:")).Select(w => w.Trim('\'', ',', '.', ':', '’', '‘')).Where(w => w.Length > 0);
    }

    private static IEnumerable<string[]> Individuals() => Plain("sdn.csv").Where(r => r[2] == "individual");

    private static PublishedList Read()
    {
        var files = Files.Select(f => (f, (Stream)File.OpenRead(SharedData.Path("watchlists", "ofac", f)))).ToArray();
        try
        {
            return OfacList.Read(files, cancellation: TestContext.Current.CancellationToken).Usable();
        }
        finally
        {
            Array.ForEach(files, f => f.Item2.Dispose());
        }
    }

    /// <summary>Fields split at commas outside quotation marks, no more: these files double none and break no line.</summary>
    private static string[][] Plain(string file) =>
        [.. File.ReadAllLines(SharedData.Path("watchlists", "ofac", file)).Where(line => line.Length > 1).Select(line =>
        {
            var parts = line.Split('"');
            for (var i = 1; i < parts.Length; i += 2)
                parts[i] = parts[i].Replace(',', '\u0001');
            return string.Concat(parts).Split(',').Select(f => f.Replace('\u0001', ',').Trim()).Select(f => string.Join(' ', f.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
        })];
}
