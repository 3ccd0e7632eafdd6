using System.Collections;
using System.Globalization;
using System.Resources;
using Rahdari.Node.Api;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Tests;

public sealed class SentenceTests
{
    private static readonly ResourceManager Sentences = new("Rahdari.Node.Resources.Sentences", typeof(NodeSentences).Assembly);

    public static TheoryData<string> Codes => [.. AccountRule.All.Select(r => r.Code), .. RequestRule.All.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_rule_has_its_sentence_in_both_languages_with_the_same_places_for_values(string code)
    {
        var (english, urdu) = (All("")[code], All("ur")[code]);
        Assert.Contains(urdu, c => c is >= '\u0600' and <= '\u06FF');
        Assert.Equal(Places(english), Places(urdu));
    }

    [Fact]
    public void Every_sentence_belongs_to_a_rule() => Assert.Equal(Codes.Select(c => c.Data).Order(), All("").Keys.Order());

    private static Dictionary<string, string> All(string culture) =>
        Sentences.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string[] Places(string text) => [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal)];
}
