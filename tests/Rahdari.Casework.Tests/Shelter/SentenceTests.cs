using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;

namespace Rahdari.Casework.Tests.Shelter;

public sealed partial class SentenceTests
{
    [Fact]
    public void Every_rule_of_the_shelter_has_its_sentence_in_both_languages()
    {
        var rules = typeof(CaseworkRule).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<CaseworkRule>().Where(r => r.Code.StartsWith("SHELTER_", StringComparison.Ordinal)).ToList();
        Assert.True(rules.Count >= 29);
        foreach (var rule in rules)
        {
            var english = CaseworkSentences.Of(rule.Broken(), CultureInfo.GetCultureInfo("en"));
            var urdu = CaseworkSentences.Of(rule.Broken(), CultureInfo.GetCultureInfo("ur"));
            Assert.False(string.IsNullOrEmpty(english), rule.Code);
            Assert.False(string.IsNullOrEmpty(urdu) || urdu == english, rule.Code);
            Assert.DoesNotMatch("[A-Za-z]", Placeholder().Replace(urdu!, ""));
            Assert.Equal(Placeholder().Matches(english!).Select(m => m.Value).Order(), Placeholder().Matches(urdu!).Select(m => m.Value).Order());
        }
    }

    [Fact]
    public void Every_purpose_says_which_sections_it_covers_and_no_more_than_the_help_needs()
    {
        Assert.Equal(Enum.GetValues<Purpose>().Order(), Purposes.Sections.Keys.Order());
        Assert.Equal([Purpose.MedicalCare], Purposes.Sections.Where(p => p.Value.Contains(FileSection.Medical)).Select(p => p.Key));
        Assert.Equal([Purpose.PsychologicalCare], Purposes.Sections.Where(p => p.Value.Contains(FileSection.Psychological)).Select(p => p.Key));
        Assert.Equal([Purpose.LegalAid], Purposes.Sections.Where(p => p.Value.Contains(FileSection.Legal)).Select(p => p.Key));
        Assert.Empty(Purposes.Sections[Purpose.Statistics]);
        Assert.Empty(Purposes.Sections[Purpose.PoliceAlert]);
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
