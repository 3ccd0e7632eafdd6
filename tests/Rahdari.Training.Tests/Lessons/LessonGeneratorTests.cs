using System.Text.Json;
using Rahdari.Border.Indicators;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Tests.Lessons;

/// <summary>What a seed makes.</summary>
public class LessonGeneratorTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly ScenarioBook Book = ScenarioBook.Shipped;

    [Fact]
    public void The_same_seed_makes_the_same_class_and_another_seed_another()
    {
        string Made(int seed) => JsonSerializer.Serialize(Of(seed, 20, "a", "b").Select(one => new { one.Trainee, one.Shown, one.Truth, one.Listed, one.History }));
        Assert.Equal(Made(7), Made(7));
        Assert.NotEqual(Made(7), Made(8));
    }

    [Fact]
    public void Every_category_comes_at_least_once_and_most_travellers_are_clean_however_many_there_are()
    {
        for (var travellers = 8; travellers <= LessonOrder.Most; travellers++)
        {
            var counts = LessonGenerator.Counts(travellers, Book);
            Assert.Equal(travellers, counts.Sum(one => one.Count));
            Assert.All(counts, one => Assert.True(one.Count >= 1));
            Assert.True(counts.Single(one => one.Category == ScenarioCategory.Clean).Count * 2 > travellers, $"{travellers}");
        }
        Assert.All(LessonGenerator.Counts(LessonOrder.Fewest, Book), one => Assert.Equal(1, one.Count));
    }

    [Fact]
    public void Trainees_meet_the_same_scenarios_in_another_order_and_nobody_twice()
    {
        var travellers = Of(7, 40, "a", "b", "c");
        string[][] scenarios = [.. travellers.GroupBy(one => one.Trainee).Select(of => of.Select(one => one.Truth.Code).ToArray())];
        Assert.All(scenarios, queue => Assert.Equal(scenarios[0].Order(), queue.Order()));
        Assert.NotEqual(scenarios[0], scenarios[1]);
        var documents = travellers.Select(one => string.Join('\n', one.Shown.Mrz)).Concat(travellers.SelectMany(one => one.History.Select(passage => string.Join('\n', passage.Mrz)))).ToArray();
        Assert.Equal(documents.Length - travellers.Count(one => one.Truth.Before is Earlier.Entered or Earlier.Overstayed), documents.Distinct().Count());
    }

    [Fact]
    public void A_long_lesson_has_every_scenario() =>
        Assert.Equal(Book.Scenarios.Select(one => one.Code).Order(), Of(7, LessonOrder.Most, "a").Select(one => one.Truth.Code).Distinct().Order());

    [Fact]
    public void Nothing_of_the_truth_stands_in_what_is_shown()
    {
        foreach (var traveller in Of(7, LessonOrder.Most, "a"))
        {
            var shown = JsonSerializer.Serialize(traveller.Shown);
            Assert.False(traveller.Truth.Code.Contains('-', StringComparison.Ordinal) && shown.Contains(traveller.Truth.Code, StringComparison.Ordinal), traveller.Truth.Code);
            Assert.DoesNotContain(traveller.Truth.Title.En, shown, StringComparison.Ordinal);
            Assert.DoesNotContain("IND-", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_book_is_sound()
    {
        Assert.Equal(100, Book.Proportions.Sum(one => one.Percent));
        Assert.Equal(Enum.GetValues<ScenarioCategory>(), Book.Proportions.Select(one => one.Category));
        Assert.All(Book.Proportions, one => Assert.True(one.Reason.Length > 40));
        Assert.Equal(Book.Scenarios.Count, Book.Scenarios.Select(one => one.Code).Distinct().Count());
        Assert.All(Enum.GetValues<Tampering>(), tampering => Assert.Contains(Book.Scenarios, one => one.Tampering == tampering));
        Assert.All(Enum.GetValues<Likeness>(), likeness => Assert.Contains(Book.Scenarios, one => one.Likeness == likeness));
        Assert.All(Enum.GetValues<Earlier>(), before => Assert.Contains(Book.Scenarios, one => one.Before == before));
        foreach (var scenario in Book.Scenarios)
        {
            Assert.All(scenario.Observed, code => Assert.True(Book.Indicators.Single(one => one.Code == code) is { Kind: IndicatorKind.Observed, Active: true }));
            Assert.Equal(scenario.Category == ScenarioCategory.Indicator, scenario.Observed.Count > 0 || scenario.SponsorToNote);
            Assert.NotEmpty(scenario.Right);
            foreach (var text in new[] { scenario.Title, scenario.Shows, scenario.Says, scenario.Teaches })
            {
                Assert.DoesNotContain(text.Ur.Replace("{sponsor}", "", StringComparison.Ordinal), char.IsAsciiLetter);
                Assert.Contains(text.Ur, c => c is >= '\u0600' and <= '\u06FF');
                Assert.NotEmpty(text.En);
            }
        }
    }

    internal static IReadOnlyList<LessonTraveller> Of(int seed, int travellers, params string[] trainees) => LessonGenerator.Of(new LessonOrder(seed, travellers, trainees, 180), 1, Book, Today);
}
