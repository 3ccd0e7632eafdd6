using System.Globalization;
using CsCheck;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

/// <summary>Any input is answered. 100,000 inputs, times <c>RAHDARI_FUZZ</c>; the same in every run. Alone, so that the memory kept is theirs.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
[Collection(nameof(FuzzTests))]
public class FuzzTests
{
    private const int Inputs = 100_000;

    private static readonly string[][] Seeds =
    [
        Specimens.TD1, Specimens.TD2, Specimens.TD3, Specimens.MRVA, Specimens.MRVB, Specimens.LongTD1, Specimens.LongTD2,
        Specimens.FrenchCard, Specimens.SwissLicence, Specimens.FrenchLicence, Specimens.DutchLicence, Specimens.RussianPassport,
    ];

    private static readonly Gen<char> Character = Gen.OneOf(
        Gen.Char[Zones.Alphanumeric + "<<<<"],
        Gen.Char["\n\r\t «‹<\u2066\uFEFF\0{}0۵é"],
        Gen.Char);

    /// <summary>A specimen with a few characters replaced, removed, doubled or inserted, as misreading does it.</summary>
    private static readonly Gen<string> Mutated =
        from lines in Gen.OneOf(Seeds)
        from separator in Gen.OneOf("\n", "\r\n", "", "\t")
        from changes in Gen.Select(Gen.Int[0, 89], Gen.Int[0, 4], Character).List[1, 6]
        select changes.Aggregate(string.Join(separator, lines), (text, change) => Change(text, change.Item1 % text.Length, change.Item2, change.Item3));

    private static readonly Gen<string> Input = Gen.OneOf(
        Mutated,
        Mutated,
        Gen.String[Character, 0, 100],
        Gen.String[Character, 44, 44].Array[2].Select(lines => string.Join('\n', lines)),
        Gen.String[Gen.Char[Zones.Alphanumeric + "<"], 30, 30].Array[3].Select(lines => string.Join('\n', lines)),
        Gen.String[Gen.Char, 0, 1100]);

    [Fact]
    public void Whatever_is_read_is_answered_in_known_findings_and_nothing_stays_in_memory()
    {
        var rules = FindingCatalogue.All.ToDictionary(rule => rule.Code);
        var english = CultureInfo.GetCultureInfo("en");
        var urdu = CultureInfo.GetCultureInfo("ur");
        long before = 0, number = 0;
        Input.Holds(Inputs, text =>
        {
            // The first inputs fill the caches of the runtime and of the resources.
            if (number++ == Inputs / 10)
                before = GC.GetTotalMemory(forceFullCollection: true);
            var reading = MrzReader.Read(text, Specimens.Day);
            if (reading.Fields is null)
                Assert.NotEmpty(reading.Findings);
            foreach (var finding in DocumentInspector.Inspect(reading, Specimens.Day))
            {
                var rule = rules[finding.Code];
                Assert.Equal(rule.Severity, finding.Severity);
                Assert.Equal(rule.Evidence.Order(StringComparer.Ordinal), finding.Evidence.Keys);
                Assert.NotNull(DocumentSentences.Of(finding, english));
                Assert.NotNull(DocumentSentences.Of(finding, urdu));
            }
        });
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 32_000_000);
    }

    private static string Change(string text, int at, int kind, char character) => kind switch
    {
        0 => text.Insert(at, character.ToString()),
        1 when text.Length > 1 => text.Remove(at, 1),
        2 => text.Insert(at, text[at].ToString()),
        _ => text[..at] + character + text[(at + 1)..],
    };
}
