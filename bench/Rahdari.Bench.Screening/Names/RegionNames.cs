using System.Buffers;
using System.Globalization;

namespace Rahdari.Bench.Screening.Names;

/// <summary>Names of the region that invented travellers and entries are given.</summary>
internal sealed class RegionNames
{
    /// <summary>Letters with which Arabic script seldom writes foreign names: a token with one of them is taken for a name of the region.</summary>
    private static readonly SearchValues<char> OwnLetters = SearchValues.Create("عحقصضطظةآئؤءذخ");

    /// <summary>ISO 3166-1, the two letters of the tables of names and the three of a document.</summary>
    private static readonly Dictionary<string, string> States =
        "PK=PAK AF=AFG IR=IRN IN=IND BD=BGD AE=ARE SA=SAU IQ=IRQ EG=EGY TR=TUR JO=JOR KW=KWT LB=LBN LY=LBY DZ=DZA MA=MAR TN=TUN TJ=TJK KG=KGZ KZ=KAZ AZ=AZE MY=MYS NP=NPL LK=LKA"
            .Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private readonly Weighted<string> nationalities = new(
    [
        ("PAK", 50), ("AFG", 15), ("IRN", 6), ("IND", 6), ("BGD", 4), ("ARE", 2), ("SAU", 3), ("IRQ", 3), ("EGY", 2), ("TUR", 2), ("JOR", 1), ("KWT", 1), ("LBN", 1), ("LBY", 0.5), ("DZA", 0.5),
        ("MAR", 0.5), ("TUN", 0.5), ("TJK", 0.5), ("KGZ", 0.5), ("KAZ", 0.5), ("AZE", 0.5),
    ]);

    private readonly Dictionary<(string State, char Sex), Weighted<string>> forenames;
    private readonly Dictionary<string, Weighted<string>> surnames;
    private readonly Weighted<string> men = new(CommonParts.Men.Select(p => (p.Part, p.Weight)));
    private readonly Weighted<string> women = new(CommonParts.Women.Select(p => (p.Part, p.Weight)));
    private readonly Weighted<string> last = new(CommonParts.Last.Select(p => (p.Part, p.Weight)));
    private readonly Weighted<string> lastOfWomen = new(CommonParts.LastOfWomen.Select(p => (p.Part, p.Weight)));
    private readonly Weighted<string> tokens;

    private RegionNames(string folder, SpellingTable arabic)
    {
        var given = Rows(Path.Combine(folder, "forenames-by-country.csv"), "Gender").ToList();
        var family = Rows(Path.Combine(folder, "surnames-by-country.csv"), null).ToList();
        // Ranked without counts: as if the second were half as common as the first, and so on.
        forenames = given.GroupBy(r => (r.State, r.Sex)).ToDictionary(g => g.Key, g => new Weighted<string>(g.Select(r => (r.Name, 1.0 / (r.Rank + 2)))));
        surnames = family.GroupBy(r => r.State).ToDictionary(g => g.Key, g => new Weighted<string>(g.Select(r => (r.Name, 1.0 / (r.Rank + 2)))), StringComparer.Ordinal);
        Ranked = [.. given.Concat(family).OrderBy(r => r.Rank).Select(r => r.Name).Where(n => !n.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        Table = [.. Own(arabic, Ranked)];
        tokens = new Weighted<string>(Table.Select(t => (t.Latin, (double)t.Count)));
    }

    /// <summary>The region's forenames and surnames, the commonest of each country first.</summary>
    public IReadOnlyList<string> Ranked { get; }

    /// <summary>Latin spellings of names that are the region's own, with their counts.</summary>
    public IReadOnlyList<(string Latin, int Count)> Table { get; }

    /// <summary>The nationalities as they come to a border of Pakistan, with their shares.</summary>
    public IEnumerable<(string State, double Share)> Nationalities => nationalities.Shares;

    /// <summary>The common forenames of a State with their shares; none where no table has them.</summary>
    public IEnumerable<(string Name, double Share)> Forenames(string state, char sex) => forenames.TryGetValue((state, sex), out var own) ? own.Shares : [];

    /// <summary>The common surnames of a State with their shares; none where no table has them.</summary>
    public IEnumerable<(string Name, double Share)> Surnames(string state) => surnames.TryGetValue(state, out var own) ? own.Shares : [];

    /// <summary>Reads the tables of a folder.</summary>
    public static RegionNames Read(string folder, SpellingTable arabic) => new(folder, arabic);

    /// <summary>A nationality, as they come to a border of Pakistan.</summary>
    public string Nationality(Dice dice) => nationalities.Draw(dice);

    /// <summary>A name of two or three parts (some parts are of two words).</summary>
    public string Name(string nationality, char sex, Dice dice)
    {
        var name = Given(nationality, sex, dice);
        if (dice.Chance(0.45))
            name = $"{name} {Given(nationality, sex, dice)}";
        return $"{name} {Last(nationality, sex, dice)}";
    }

    /// <summary>A given name.</summary>
    public string Given(string nationality, char sex, Dice dice) => dice.Share() switch
    {
        < 0.40 when forenames.TryGetValue((nationality, sex), out var own) => own.Draw(dice),
        < 0.75 => sex == 'F' ? women.Draw(dice) : men.Draw(dice),
        _ => tokens.Draw(dice),
    };

    /// <summary>A last part.</summary>
    public string Last(string nationality, char sex, Dice dice) => dice.Share() switch
    {
        < 0.40 when surnames.TryGetValue(nationality, out var own) => own.Draw(dice),
        < 0.55 when sex == 'F' => lastOfWomen.Draw(dice),
        < 0.65 => last.Draw(dice),
        _ => tokens.Draw(dice),
    };

    private static IEnumerable<(string Latin, int Count)> Own(SpellingTable arabic, IReadOnlyList<string> ranked)
    {
        var known = ranked.Select(arabic.Original).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (original, spellings) in arabic.All)
        {
            if (original.AsSpan().ContainsAny(OwnLetters) || known.Contains(original))
            {
                foreach (var spelling in spellings.Where(s => s.Latin.Length >= 3))
                    yield return spelling;
            }
        }
    }

    private static IEnumerable<(string State, char Sex, int Rank, string Name)> Rows(string file, string? sexColumn)
    {
        var lines = File.ReadAllLines(file);
        var head = lines[0].Split(',');
        var (name, sex, index) = (Array.IndexOf(head, "Romanized Name"), sexColumn is null ? -1 : Array.IndexOf(head, sexColumn), Array.IndexOf(head, sexColumn is null ? "Rank" : "Index"));
        foreach (var fields in lines.Skip(1).Select(l => l.Split(',')))
        {
            if (!States.TryGetValue(fields[0], out var state) || fields.Length <= name)
                continue;
            var plain = PlainName.Of(fields[name]);
            if (plain.Length > 1 && PlainName.IsLatin(plain))
                yield return (state, sex < 0 || fields[sex].Length == 0 ? 'X' : fields[sex][0], int.TryParse(fields[index], CultureInfo.InvariantCulture, out var rank) ? rank : 20, plain);
        }
    }
}
