using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Training.Scenarios;
using Rahdari.Training.Scoring;

namespace Rahdari.Training.Tests.Scoring;

/// <summary>In what way a decision was wrong, and why.</summary>
public class MarkingTests
{
    private static readonly ScenarioBook Book = ScenarioBook.Shipped;

    [Theory]
    [InlineData("clean-chip", DecisionKind.Pass, null)]
    [InlineData("clean-chip", DecisionKind.Refer, MissKind.NeedlessReferral)]
    [InlineData("near-other-birthday", DecisionKind.Refer, null)]
    [InlineData("near-other-birthday", DecisionKind.Pass, null)]
    [InlineData("near-other-birthday", DecisionKind.Refuse, MissKind.FalseAlarm)]
    [InlineData("near-surname", DecisionKind.Refer, MissKind.NeedlessReferral)]
    [InlineData("clean-page", DecisionKind.Refuse, MissKind.FalseAlarm)]
    [InlineData("digit-of-number", DecisionKind.Pass, MissKind.MissedForgery)]
    [InlineData("digit-of-number", DecisionKind.Refuse, null)]
    [InlineData("stolen", DecisionKind.Refuse, MissKind.MissedForgery)]
    [InlineData("chip-copied", DecisionKind.Refer, null)]
    [InlineData("listed", DecisionKind.Pass, MissKind.MissedMatch)]
    [InlineData("listed", DecisionKind.Refuse, MissKind.MissedMatch)]
    [InlineData("listed", DecisionKind.Refer, null)]
    [InlineData("spoken-for", DecisionKind.Pass, MissKind.MissedIndicator)]
    [InlineData("spoken-for", DecisionKind.Refuse, MissKind.MissedIndicator)]
    [InlineData("spoken-for", DecisionKind.Refer, null)]
    [InlineData("no-money", DecisionKind.Pass, null)]
    public void Each_kind_of_traveller_is_missed_in_its_own_way(string scenario, DecisionKind decision, MissKind? miss)
    {
        var truth = Truth(scenario);
        var mark = Of(truth, decision, [.. truth.Observed]);
        Assert.Equal(miss is { } one ? [one] : [], mark.Misses);
        Assert.Equal(miss is null, mark.IsRight);
    }

    [Fact]
    public void A_sign_that_was_not_noted_is_missed_though_the_traveller_was_referred()
    {
        var mark = Of(Truth("spoken-for"), DecisionKind.Refer, "IND-OBS-SPOKEN-FOR");
        Assert.Equal([MissKind.MissedIndicator], mark.Misses);
        Assert.Equal(["IND-OBS-DOCUMENTS-HELD"], mark.NotNoted);
        var told = mark.Rules.Single(rule => rule.Code == "IND-OBS-DOCUMENTS-HELD");
        Assert.Equal("UNODC, Toolkit to Combat Trafficking in Persons, 2008, Tool 6.4, general indicators", told.Source);
        Assert.NotNull(told.Title);
    }

    [Fact]
    public void Who_shows_signs_is_referred_to_be_spoken_with_apart()
    {
        var truth = Truth("spoken-for");
        Assert.Equal([MissKind.NoInterview], Of(truth, DecisionKind.Refer, interview: false, [.. truth.Observed]).Misses);
        Assert.Empty(Of(truth, DecisionKind.Refer, interview: true, [.. truth.Observed]).Misses);
        Assert.Empty(Of(Truth("digit-of-number"), DecisionKind.Refer, interview: false).Misses);
        Assert.Empty(Of(Truth("no-money"), DecisionKind.Refer, interview: false, "IND-OBS-NO-MONEY").Misses);
    }

    [Fact]
    public void A_sponsor_that_is_named_must_be_noted()
    {
        var truth = Truth("sponsor-of-many");
        Assert.Equal([MissKind.MissedIndicator], Of(truth, DecisionKind.Refer).Misses);
        Assert.Empty(Marking.Of(1, truth, new TakenDecision(DecisionKind.Refer, false, new JourneyTold { Sponsor = "SPECIMEN TRADING" }, [], 10), 60, Book.Indicators).Misses);
    }

    [Fact]
    public void A_sign_that_did_not_show_is_unfounded_of_whomever_it_is_noted()
    {
        var mark = Of(Truth("clean-chip"), DecisionKind.Pass, "IND-OBS-FEAR");
        Assert.Equal([MissKind.UnfoundedRemark], mark.Misses);
        Assert.Equal(["IND-OBS-FEAR"], mark.Unfounded);
        Assert.Contains(mark.Rules, rule => rule.Code == "IND-OBS-FEAR" && rule.Source.Length > 0);
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void Beyond_the_limit_it_was_too_slow(int seconds, bool isSlow) =>
        Assert.Equal(isSlow, Marking.Of(1, Truth("clean-chip"), new TakenDecision(DecisionKind.Pass, false, null, [], seconds), 60, Book.Indicators).Misses.Contains(MissKind.TooSlow));

    [Fact]
    public void Every_scenario_that_has_rules_tells_each_with_its_source()
    {
        foreach (var truth in Book.Scenarios)
        {
            var mark = Of(truth, truth.Right[0]);
            Assert.All(mark.Rules, rule => Assert.True(rule.Source.Length > 0, $"{truth.Code}: {rule.Code}"));
            Assert.True(truth.Category == ScenarioCategory.Clean || mark.Rules.Count > 0, truth.Code);
            Assert.Equal(truth.Teaches, mark.Teaches);
        }
    }

    private static Scenario Truth(string code) => Book.Scenarios.Single(one => one.Code == code);

    private static Mark Of(Scenario truth, DecisionKind decision, params string[] observed) => Of(truth, decision, interview: null, observed);

    private static Mark Of(Scenario truth, DecisionKind decision, bool? interview, params string[] observed) =>
        Marking.Of(1, truth, new TakenDecision(decision, interview ?? decision == DecisionKind.Refer, new JourneyTold { Observed = observed, Sponsor = null }, [], 10), 60, Book.Indicators);
}
