using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text;
using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Tests.Watchlists;

/// <summary>Why a list cannot be used, and why it may not come into force, in both languages.</summary>
public class ListSentenceTests
{
    private static readonly ResourceManager Sentences = new("Rahdari.Border.Resources.Sentences", typeof(BorderSentences).Assembly);

    public static TheoryData<string> Codes =>
    [
        .. Rules<ListRule>().Select(r => r.Code),
        .. Rules<BorderRule>().Select(r => r.Code),
    ];

    /// <summary>The error is told in both languages, nothing in it left open.</summary>
    internal static void AssertTold(ListError error)
    {
        var (english, urdu) = (Told(error, "en"), Told(error, "ur"));
        Assert.NotEqual(error.Code, english);
        Assert.DoesNotContain('{', english);
        Assert.DoesNotContain('{', urdu);
        Assert.Contains(urdu, c => c is >= '\u0600' and <= '\u06FF');
        Assert.All(error.Problem.Evidence.Values, value => Assert.Contains(value, urdu, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Every_rule_has_its_sentence_in_both_languages_with_the_same_places_for_values(string code)
    {
        var (english, urdu) = (All("")[code], All("ur")[code]);
        Assert.Contains(urdu, c => c is >= '\u0600' and <= '\u06FF');
        Assert.Equal(Places(english), Places(urdu));
    }

    [Fact]
    public void Every_sentence_belongs_to_a_rule() => Assert.Equal(Codes.Select(c => c.Data).Order(), All("").Keys.Order());

    [Fact]
    public void What_a_whole_file_breaks_is_told_in_both_languages()
    {
        AssertTold(Assert.Single(SpecimenLists.ReadOfac(("alt.csv", SpecimenLists.Alt)).Errors));
        AssertTold(Assert.Single(SpecimenLists.ReadOfac(("some.csv", "1,2,3\n"u8.ToArray())).Errors));
        AssertTold(Assert.Single(SpecimenLists.ReadOfac(("sdn.csv", SpecimenLists.Sdn), ("sdn.csv", SpecimenLists.Sdn)).Errors));
        AssertTold(Assert.Single(SpecimenLists.ReadOfac($"1,\"{new string('x', 5_000_000)}").Errors));
        AssertTold(Assert.Single(SpecimenLists.ReadOfac($"1,{new string('x', 70_000)},individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n").Errors));
        AssertTold(Assert.Single(SpecimenLists.ReadOfac(("sdn.csv", [.. "1,"u8, 0xC3, 0x28, .. ",individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n"u8])).Errors));
        var deep = string.Concat(Enumerable.Repeat("<A>", 40));
        AssertTold(Assert.Single(SpecimenLists.ReadUn(Encoding.UTF8.GetBytes($"<CONSOLIDATED_LIST><ENTITY>{deep}")).Errors));
    }

    private static string Told(ListError error, string culture) => BorderSentences.Of(error.Problem, CultureInfo.GetCultureInfo(culture));

    private static IEnumerable<T> Rules<T>() =>
        typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(T)).Select(f => (T)f.GetValue(null)!);

    private static Dictionary<string, string> All(string culture) =>
        Sentences.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string[] Places(string text) => [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal)];
}
