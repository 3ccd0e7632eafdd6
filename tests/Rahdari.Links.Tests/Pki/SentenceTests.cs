using System.Globalization;
using System.Reflection;

namespace Rahdari.Links.Tests.Pki;

public sealed class SentenceTests
{
    [Fact]
    public void Every_rule_has_a_sentence_in_both_languages_with_the_same_places_for_values()
    {
        foreach (var rule in LinksRule.All)
        {
            var english = LinksSentences.Of(rule.Broken(), CultureInfo.GetCultureInfo("en"));
            var urdu = LinksSentences.Of(rule.Broken(), CultureInfo.GetCultureInfo("ur"));
            Assert.NotNull(english);
            Assert.Contains(urdu!, c => c is >= '\u0600' and <= '\u06FF');
            Assert.Equal(Places(english), Places(urdu!));
        }
        Assert.Equal(typeof(LinksRule).GetFields(BindingFlags.Public | BindingFlags.Static).Length, LinksRule.All.Count);
        Assert.Equal(LinksRule.All.Count, LinksRule.All.Select(r => r.Code).Distinct().Count());
    }

    private static string[] Places(string text) => [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Distinct().Order(StringComparer.Ordinal)];
}
