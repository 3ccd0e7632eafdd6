using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

/// <summary>
/// Every change of one character of a checked field to each other character of the zone's alphabet is found, but for those
/// that no reader can find: characters of a number whose values differ by a multiple of ten have the same check digit
/// (0, A, K, U and filler; 1, B, L, V; … 9, J, T), and each is a number that could have been issued.
/// </summary>
public class SingleChangeTests
{
    private const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

    /// <summary>
    /// By specimen: the checked places that hold numbers, those that hold dates and check digits, what is found in a number for
    /// another reason than its check digit, and how many changes pass unseen.
    /// </summary>
    public static TheoryData<string, string, string, string, int> Specimen => new()
    {
        { nameof(Specimens.TD3), "2:1-9 2:29-42", "2:10 2:14-20 2:22-28 2:43-44", "", 69 },
        { nameof(Specimens.TD1), "1:6-14 1:16-30 2:19-29", "1:15 2:1-7 2:9-15 2:30", "", 130 },
        { nameof(Specimens.TD2), "2:1-9 2:29-35", "2:10 2:14-20 2:22-28 2:36", "", 54 },
        { nameof(Specimens.MRVA), "2:1-9", "2:10 2:14-20 2:22-28", "", 23 },
        { nameof(Specimens.MRVB), "2:1-9", "2:10 2:14-20 2:22-28", "", 23 },
        // A long number has no filler before the filler that says that it is long.
        { nameof(Specimens.LongTD1), "1:6-14 1:16-18 1:21-30 2:19-29", "1:15 1:19-20 2:1-7 2:9-15 2:30", "1:14 <", 117 },
        { nameof(Specimens.LongTD2), "2:1-9 2:29-31 2:34-35", "2:10 2:14-20 2:22-28 2:32-33 2:36", "2:9 <", 41 },
    };

    [Theory]
    [MemberData(nameof(Specimen))]
    public void Every_single_change_is_found_but_for_those_of_equal_value_in_a_number(string specimen, string numbers, string others, string found, int unseen)
    {
        var lines = Specimens.Of(specimen);
        var expected = Places(numbers).SelectMany(place => Characters
            .Where(c => c != lines[place.Line][place.Column] && SameValue(c, lines[place.Line][place.Column]))
            .Select(c => $"{place.Line + 1}:{place.Column + 1} {c}"))
            .Where(change => change != found);
        var passed = Places(numbers).Concat(Places(others)).SelectMany(place => Characters
            .Where(c => c != lines[place.Line][place.Column])
            .Where(c => Specimens.Read(Changed(lines, place.Line, place.Column, c)).Findings.Count == 0)
            .Select(c => $"{place.Line + 1}:{place.Column + 1} {c}"));
        Assert.Equal(string.Join('\n', expected), string.Join('\n', passed));
        Assert.Equal(unseen, passed.Count());
    }

    [Theory]
    [MemberData(nameof(Specimen))]
    public void No_digit_for_another_passes_anywhere(string specimen, string numbers, string others, string found, int unseen)
    {
        _ = (found, unseen);
        var lines = Specimens.Of(specimen);
        foreach (var (line, column) in Places(numbers).Concat(Places(others)).Where(p => char.IsAsciiDigit(lines[p.Line][p.Column])))
        {
            foreach (var digit in "0123456789".Where(d => d != lines[line][column]))
                Assert.NotEmpty(Specimens.Read(Changed(lines, line, column, digit)).Findings);
        }
    }

    [Fact]
    public void A_changed_check_digit_is_named_with_its_place_and_the_right_one()
    {
        var found = Assert.Single(Specimens.Read(Specimens.TD3[0], Specimens.TD3[1][..43] + "1").Findings);
        Assert.Equal("MRZ_CHECK_DIGIT_COMPOSITE", found.Code);
        Assert.Equal(("2", "44", "0", "1"), (found.Evidence["line"], found.Evidence["column"], found.Evidence["expected"], found.Evidence["found"]));
    }

    [Fact]
    public void The_check_digit_of_an_empty_personal_number_is_0_or_a_filler()
    {
        // Doc 9303-4 §4.2.2.2, position 43; the lines are of Doc 9303-3, appendix A, example 3.
        const string Name = "P<YTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
        Assert.Empty(Specimens.Read(Name, "HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<08").Findings);
        Assert.Empty(Specimens.Read(Name, "HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<<8").Findings);
        Assert.Contains(Specimens.Read(Name, "HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<18").Findings, f => f.Code == "MRZ_CHECK_DIGIT_PERSONAL_NUMBER");
    }

    private static bool SameValue(char a, char b) => (CheckDigit.Value(a)!.Value - CheckDigit.Value(b)!.Value) % 10 == 0;

    private static string[] Changed(string[] lines, int line, int column, char character) =>
        [.. lines.Select((text, i) => i == line ? text[..column] + character + text[(column + 1)..] : text)];

    /// <summary>Reads <c>2:1-9 2:29-42</c>: lines and columns from 1.</summary>
    private static IEnumerable<(int Line, int Column)> Places(string text) => text.Split(' ').SelectMany(range =>
    {
        var parts = range.Split(':', '-').Select(int.Parse).ToArray();
        return Enumerable.Range(parts[1], parts[^1] - parts[1] + 1).Select(column => (parts[0] - 1, column - 1));
    });
}
