using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Watchlists;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Funnels;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Cli.Tests;

public sealed class TextTests
{
    private static readonly ResourceManager Texts = new("Rahdari.Cli.Texts.CliText", Assembly.Load("rahdari"));

    [Fact]
    public void Every_text_stands_in_Urdu_with_the_same_places_for_values()
    {
        var english = All("");
        var urdu = All("ur");
        Assert.Equal(english.Keys.Order(), urdu.Keys.Order());
        foreach (var (key, text) in urdu)
        {
            Assert.Contains(text, c => c is >= '\u0600' and <= '\u06FF');
            Assert.Equal(Places(english[key]), Places(text));
        }
    }

    [Theory]
    [InlineData("Severity", typeof(Severity))]
    [InlineData("Sex", typeof(Sex))]
    [InlineData("Kind", typeof(WatchlistEntryKind))]
    [InlineData("", typeof(WatchlistChangeKind))]
    [InlineData("Name", typeof(ListedNameKind))]
    [InlineData("Agreement", typeof(Agreement))]
    [InlineData("Part", typeof(ScorePartKind))]
    [InlineData("Direction", typeof(Direction))]
    [InlineData("Outcome", typeof(CrossingOutcome))]
    [InlineData("Advice", typeof(AdviceLevel))]
    [InlineData("Hit", typeof(HitState))]
    [InlineData("Rescreening", typeof(RescreeningState))]
    [InlineData("Verdict", typeof(CalibrationVerdict))]
    [InlineData("RecordClass", typeof(RecordClass))]
    [InlineData("ExitState", typeof(ExitOrderState))]
    [InlineData("ExitPaper", typeof(ExitPaperState))]
    [InlineData("CaseStage", typeof(CaseStage))]
    [InlineData("Unknown", typeof(FunnelUnknown))]
    public void Every_word_that_may_be_shown_has_a_text(string prefix, Type words) =>
        Assert.All(Enum.GetNames(words), word => Assert.NotNull(Texts.GetString(prefix + word, CultureInfo.InvariantCulture)));

    private static Dictionary<string, string> All(string culture) =>
        Texts.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string[] Places(string text) => [.. text.Split('{').Skip(1).Select(part => part.Split('}')[0]).Order(StringComparer.Ordinal)];
}
