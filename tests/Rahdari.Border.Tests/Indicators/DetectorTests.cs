using Rahdari.Border.Crossings;
using Rahdari.Border.Indicators;
using Rahdari.Border.Indicators.Detectors;
using Rahdari.Border.Indicators.Simulation;
using Rahdari.Dates;

namespace Rahdari.Border.Tests.Indicators;

/// <summary>Each detector on a few crossings that it must tell of, and on those that look like them and are ordinary.</summary>
public class DetectorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero);

    private readonly PopulationPassages known = new();
    private readonly Dictionary<string, Guid> people = [];

    [Fact]
    public async Task An_adult_with_other_children_each_time_is_told_with_the_crossings_and_one_who_brings_them_back_is_not()
    {
        await OutAsync(0, ["adult"], ["one", "two"]);
        await BackAsync(5, ["adult"], []);
        Assert.Null(await FoundAsync("IND-REC-DIFFERENT-MINORS", Passage("adult", 30, Direction.Exit)));
        await OutAsync(30, ["adult"], []);
        var found = await FoundAsync("IND-REC-DIFFERENT-MINORS", Passage("three", 30, Direction.Exit, second: 60, isMinor: true));
        Assert.Equal(("3", "2"), (found?.Explanation.Evidence["minors"], found?.Explanation.Evidence["journeys"]));
        Assert.Equal([0, 0], found!.Saw.Select(seen => seen.Day.DayNumber - DateOnly.FromDateTime(Start.Date).DayNumber).Order());
        // Too long ago.
        Assert.Null(await FoundAsync("IND-REC-DIFFERENT-MINORS", Passage("adult", 95, Direction.Exit)));
        // The two of the first journey come back after all.
        known.Add(Passage("one", 31, Direction.Entry, isMinor: true), null);
        known.Add(Passage("two", 31, Direction.Entry, isMinor: true), null);
        Assert.Null(await FoundAsync("IND-REC-DIFFERENT-MINORS", Passage("four", 30, Direction.Exit, second: 60, isMinor: true) with { At = Start.AddDays(32), Day = DateOnly.FromDateTime(Start.AddDays(32).Date) }));
    }

    [Fact]
    public async Task An_adult_who_comes_back_without_the_children_is_told_and_one_who_comes_back_with_them_is_not()
    {
        await OutAsync(0, ["adult"], ["one", "two", "three"]);
        Assert.Equal("3", (await FoundAsync("IND-REC-BACK-WITHOUT-MINORS", Passage("adult", 4, Direction.Entry)))?.Explanation.Evidence["minors"]);
        known.Add(Passage("one", 4, Direction.Entry, isMinor: true), null);
        known.Add(Passage("two", 4, Direction.Entry, second: 20, isMinor: true), null);
        Assert.Null(await FoundAsync("IND-REC-BACK-WITHOUT-MINORS", Passage("adult", 4, Direction.Entry, second: 60)));
        Assert.Null(await FoundAsync("IND-REC-BACK-WITHOUT-MINORS", Passage("adult", 100, Direction.Entry)));
    }

    [Fact]
    public async Task A_minor_beside_a_stranger_is_told_and_not_beside_kin_or_with_consent_or_with_whom_they_travelled()
    {
        known.Add(Passage("adult", 0, Direction.Exit), null);
        var minor = Passage("one", 0, Direction.Exit, second: 60, isMinor: true);
        Assert.Equal("1", (await FoundAsync("IND-REC-UNCONNECTED-ADULT", minor))?.Explanation.Evidence["adults"]);
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", minor with { IsConsented = true }));
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", minor with { NameParts = ["ADULT"] }));
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", minor with { Counter = "2" }));
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", minor with { IsMinor = false }));
        known.Add(minor, null);
        await BackAsync(9, ["adult"], []);
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", Passage("one", 9, Direction.Entry, second: 60, isMinor: true)));
    }

    [Fact]
    public async Task A_companion_of_first_time_travellers_on_different_days_is_told_and_a_group_of_one_day_is_not()
    {
        Passage With(string who, int day, int second) => Passage(who, day, Direction.Exit, second) with { TravelsWith = Number("leader"), IsFirst = true };
        known.Add(Passage("leader", 0, Direction.Exit), null);
        known.Add(With("one", 0, 30), null);
        known.Add(With("two", 0, 60), null);
        Assert.Null(await FoundAsync("IND-REC-SAME-LEADER", With("three", 0, 90)));
        known.Add(Passage("leader", 3, Direction.Entry), null);
        known.Add(Passage("leader", 20, Direction.Exit), null);
        Assert.Equal(("3", "2"), Told(await FoundAsync("IND-REC-SAME-LEADER", With("three", 20, 30)), "travellers", "journeys"));
        Assert.Null(await FoundAsync("IND-REC-SAME-LEADER", With("three", 20, 30) with { TravelsWith = null }));
        Assert.Null(await FoundAsync("IND-REC-SAME-LEADER", With("three", 20, 30) with { IsFirst = false }));
    }

    [Theory]
    [InlineData("IND-REC-SHARED-SPONSOR", 5)]
    [InlineData("IND-REC-SHARED-PHONE", 4)]
    [InlineData("IND-REC-SHARED-ADDRESS", 5)]
    public async Task A_contact_of_many_first_journeys_is_told_and_one_whose_people_come_back_is_not(string code, int count)
    {
        var told = new JourneyTold { Sponsor = "Specimen & Sons", Phone = "+92 300 123 4567", Address = "1 Specimen Street" };
        for (var i = 0; i < count - 2; i++)
            known.Add(Passage($"p{i}", i, Direction.Exit) with { IsFirst = true }, told);
        Assert.Null(await FoundAsync(code, Passage("last", 40, Direction.Exit) with { IsFirst = true }, told));
        known.Add(Passage("more", 5, Direction.Exit) with { IsFirst = true }, told with { Phone = "0300-1234567", Sponsor = "SPECIMEN AND  SONS".Replace("AND ", "&", StringComparison.Ordinal) });
        var now = Passage("last", 40, Direction.Exit) with { IsFirst = true };
        Assert.Equal($"{count}", (await FoundAsync(code, now, told))?.Explanation.Evidence["travellers"]);
        Assert.Null(await FoundAsync(code, now with { IsFirst = false }, told));
        Assert.Null(await FoundAsync(code, now, new JourneyTold()));
        Assert.Null(await FoundAsync(code, now with { NameParts = ["P0", "P1", "P2", "P3"] }, told));
        for (var i = 0; i < count - 2; i++)
            known.Add(Passage($"p{i}", 20 + i, Direction.Entry), null);
        Assert.Null(await FoundAsync(code, now, told));
    }

    [Fact]
    public async Task Stays_of_weeks_one_after_another_are_told_and_a_commuters_or_rig_workers_are_not()
    {
        async Task<IndicationSeen?> AfterAsync(string who, int stay, int gap)
        {
            var day = 0;
            for (var i = 0; i < 4; i++)
            {
                known.Add(Passage(who, day, Direction.Entry), null);
                if (i < 3)
                    known.Add(Passage(who, day += stay, Direction.Exit), null);
                else
                    day += stay;
                day += i < 3 ? gap : 0;
            }
            return await FoundAsync("IND-REC-SHORT-STAYS", Passage(who, day, Direction.Exit));
        }

        Assert.Equal("4", (await AfterAsync("circuit", 28, 3))?.Explanation.Evidence["stays"]);
        Assert.Null(await AfterAsync("commuter", 1, 1));
        Assert.Null(await AfterAsync("rig", 28, 28));
    }

    [Fact]
    public async Task Documents_issued_one_after_another_are_told_and_not_of_a_family_or_of_another_conveyance()
    {
        Passage Of(string who, int number) => Passage(who, 0, Direction.Exit, second: number) with { Number = $"SPC{number:000000}", Counter = $"{number}" };
        foreach (var number in new[] { 101, 103, 104 })
            known.Add(Of($"p{number}", number), null);
        var now = Of("now", 106);
        Assert.Equal("4", (await FoundAsync("IND-DOC-CONSECUTIVE", now))?.Explanation.Evidence["travellers"]);
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", now with { Number = "SPC000150" }));
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", now with { Number = "SPX000106" }));
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", now with { Series = "XXA" }));
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", now with { Conveyance = "Flight XX2" }));
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", now with { NameParts = ["P101"] }));
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", now with { TravelsWith = "SPC000101" }));
    }

    [Fact]
    public async Task Strangers_who_come_and_go_on_together_are_told_and_a_tour_that_says_so_is_not()
    {
        for (var i = 0; i < 3; i++)
            known.Add(Passage($"p{i}", 0, Direction.Entry, second: i * 60) with { IsFirst = true }, null);
        known.Add(Passage("now", 0, Direction.Entry, second: 200) with { IsFirst = true }, null);
        for (var i = 0; i < 3; i++)
            known.Add(Passage($"p{i}", 2, Direction.Exit, second: i * 60), null);
        var now = Passage("now", 2, Direction.Exit, second: 200);
        Assert.Equal("4", (await FoundAsync("IND-REC-THROUGH-TOGETHER", now))?.Explanation.Evidence["travellers"]);
        Assert.Null(await FoundAsync("IND-REC-THROUGH-TOGETHER", now with { TravelsWith = Number("p1") }));
        Assert.Null(await FoundAsync("IND-REC-THROUGH-TOGETHER", now with { Conveyance = "Flight XX9" }));
        Assert.Null(await FoundAsync("IND-REC-THROUGH-TOGETHER", Passage("now", 9, Direction.Exit, second: 200)));
    }

    [Fact]
    public async Task Of_children_nobody_looked_up_nothing_says_that_they_stayed_away()
    {
        // A school: another teacher brings them home.
        string[] school = [.. Enumerable.Range(0, 100).Select(i => $"pupil{i}x")];
        known.Add(Passage("teacher", 0, Direction.Exit), null);
        foreach (var (place, pupil) in school.Index())
            known.Add(Passage(pupil, 0, Direction.Exit, 1 + place, isMinor: true), null);
        known.Add(Passage("colleague", 2, Direction.Entry), null);
        foreach (var (place, pupil) in school.Index())
            known.Add(Passage(pupil, 2, Direction.Entry, 1 + place, isMinor: true), null);
        known.Add(Passage("teacher", 3, Direction.Entry), null);
        known.Add(Passage("teacher", 30, Direction.Exit), null);
        Assert.Null(await FoundAsync("IND-REC-DIFFERENT-MINORS", Passage("another", 30, Direction.Exit, second: 20, isMinor: true)));
    }

    [Fact]
    public async Task A_house_of_many_guests_is_known_by_those_who_have_had_time_to_go()
    {
        var told = new JourneyTold { Address = "1 Specimen Street" };
        for (var i = 0; i < 40; i++)
            known.Add(Passage($"guest{i}x", i % 5, Direction.Entry, second: i) with { IsFirst = true }, told);
        for (var i = 0; i < 40; i++)
            known.Add(Passage($"guest{i}x", 10, Direction.Exit, second: i), null);
        for (var i = 0; i < 70; i++)
            known.Add(Passage($"new{i}x", 30 + (i % 9), Direction.Entry, second: i) with { IsFirst = true }, told);
        Assert.Null(await FoundAsync("IND-REC-SHARED-ADDRESS", Passage("last", 40, Direction.Entry) with { IsFirst = true }, told));
    }

    [Fact]
    public async Task By_no_conveyance_that_was_told_nobody_comes_together()
    {
        foreach (var number in new[] { 101, 103, 104, 105 })
            known.Add(Passage($"p{number}x", 0, Direction.Exit, second: number) with { Number = $"SPC{number:000000}", Conveyance = null }, null);
        Assert.Null(await FoundAsync("IND-DOC-CONSECUTIVE", Passage("now", 0, Direction.Exit, second: 200) with { Number = "SPC000106", Conveyance = null }));
        for (var i = 0; i < 4; i++)
            known.Add(Passage($"q{i}x", 5, Direction.Entry, second: i * 20) with { IsFirst = true, Conveyance = null }, null);
        for (var i = 0; i < 3; i++)
            known.Add(Passage($"q{i}x", 7, Direction.Exit, second: i * 20) with { Conveyance = null }, null);
        Assert.Null(await FoundAsync("IND-REC-THROUGH-TOGETHER", Passage("q3x", 7, Direction.Exit, second: 80) with { Conveyance = null }));
    }

    [Fact]
    public async Task Without_a_counter_nobody_stands_beside_another()
    {
        known.Add(Passage("adult", 0, Direction.Exit) with { Counter = "" }, null);
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", Passage("one", 0, Direction.Exit, second: 60, isMinor: true) with { Counter = "" }));
    }

    [Fact]
    public async Task In_a_crowd_the_nearest_are_seen()
    {
        known.Add(Passage("adult", 0, Direction.Exit), null);
        var minor = Passage("one", 0, Direction.Exit, second: 20, isMinor: true);
        for (var i = 0; i < 400; i++)
            known.Add(Passage($"crowd{i}x", 0, Direction.Exit, second: 21 + i) with { Counter = "2" }, null);
        Assert.Contains(IndicatorAdvice.Of(Set, await SceneAsync(minor, null, isAfterwards: true)), seen => seen.Code == "IND-REC-UNCONNECTED-ADULT");
    }

    [Fact]
    public async Task Whoever_left_first_lives_here_wherever_the_days_that_count_begin()
    {
        known.Add(Passage("trader", -700, Direction.Exit), null);
        var day = 0;
        for (var i = 0; i < 4; i++)
        {
            known.Add(Passage("trader", day, Direction.Entry), null);
            day += 28;
            if (i < 3)
                known.Add(Passage("trader", day, Direction.Exit), null);
            day += i < 3 ? 3 : 0;
        }
        Assert.Null(await FoundAsync("IND-REC-SHORT-STAYS", Passage("trader", day, Direction.Exit)));
    }

    [Fact]
    public async Task A_name_that_nobody_bears_is_believed_at_the_counter_and_not_afterwards()
    {
        known.Add(Passage("adult", 0, Direction.Exit), null);
        var minor = Passage("one", 0, Direction.Exit, second: 60, isMinor: true) with { TravelsWith = "SPCNOBODYX" };
        Assert.Null(await FoundAsync("IND-REC-UNCONNECTED-ADULT", minor));
        Assert.Contains(IndicatorAdvice.Of(Set, await SceneAsync(minor, null, isAfterwards: true)), seen => seen.Code == "IND-REC-UNCONNECTED-ADULT");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Beside_more_adults_than_are_looked_up_nothing_is_said_of_a_minor(int adults, bool isTold)
    {
        for (var i = 0; i < adults; i++)
            known.Add(Passage($"adult{i}x", 0, Direction.Exit, second: i) with { TravelsWith = Number("one") }, null);
        Assert.Equal(isTold, await FoundAsync("IND-REC-UNCONNECTED-ADULT", Passage("one", 0, Direction.Exit, second: 60, isMinor: true)) is not null);
    }

    [Theory]
    [InlineData("2026-02-20", true, true)]
    [InlineData("2026-02-20", false, false)]
    [InlineData("2025-11-20", true, false)]
    [InlineData("2026-03-20", true, false)]
    [InlineData("2025", true, false)]
    public async Task A_document_issued_shortly_before_a_first_journey_is_told(string issued, bool isFirst, bool isTold)
    {
        var scene = await SceneAsync(Passage("one", 0, Direction.Exit) with { IsFirst = isFirst }, null, PartialDate.Parse(issued));
        Assert.Equal(isTold, IndicatorAdvice.Of(Set, scene).Any(seen => seen.Code == "IND-DOC-NEW"));
    }

    [Theory]
    [InlineData("IND-DOC-ONE-WAY")]
    [InlineData("IND-DOC-PAID-BY-OTHER")]
    [InlineData("IND-DOC-SPONSOR-UNKNOWN")]
    public async Task What_was_told_is_found_and_nothing_else(string code)
    {
        var told = new JourneyTold { OneWay = code.EndsWith("WAY", StringComparison.Ordinal), PaidByOther = code.EndsWith("OTHER", StringComparison.Ordinal), SponsorUnknown = code.EndsWith("UNKNOWN", StringComparison.Ordinal) };
        Assert.Equal([code], IndicatorAdvice.Of(Set, await SceneAsync(Passage("one", 0, Direction.Exit), told)).Select(seen => seen.Code));
        Assert.Empty(IndicatorAdvice.Of(Set, await SceneAsync(Passage("one", 0, Direction.Exit), null)));
    }

    [Fact]
    public void Detectors_can_know_no_nationality_no_religion_and_no_sex()
    {
        var types = typeof(Passage).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Rahdari.Border.Indicators", StringComparison.Ordinal) == true).ToArray();
        Assert.Contains(typeof(Scene), types);
        var members = types.SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}: {property.PropertyType.Name}"));
        Assert.DoesNotContain(members, member => new[] { "Nationality", "Religion", "Faith", "Sect", "Sex", "Gender", "Ethnic" }
            .Any(word => member.Split('.')[1].Contains(word, StringComparison.Ordinal) && !member.Contains("Section", StringComparison.Ordinal)));
        // A religion is kept nowhere, of nobody.
        var everywhere = new[] { typeof(Passage), typeof(Rahdari.Documents.Mrz.MrzFields), typeof(Rahdari.Matching.ListedPerson) }.SelectMany(type => type.Assembly.GetTypes()).SelectMany(type => type.GetProperties());
        Assert.DoesNotContain(everywhere, property => property.Name.Contains("Religion", StringComparison.OrdinalIgnoreCase) || property.Name.Contains("Faith", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_planted_patterns_are_found_in_a_population_of_another_seed()
    {
        var report = await IndicatorTrial.RunAsync(IndicatorSites.Sample, seed: 7, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(10, report.ByPattern.Count);
        Assert.All(report.ByPattern, figure => Assert.True(figure.Recall >= 0.2, $"{figure}"));
        Assert.All(report.ByGroup, figure => Assert.True(figure.Cases > 0 && figure.Recall >= 0.2, $"{figure}"));
        Assert.True(report.All.Recall >= 0.6, $"{report.All}");
        // One profile of everybody troubles more and finds less.
        Assert.True(report.Referred.Precision > report.Profile.Precision && report.Referred.Recall > report.Profile.Recall, $"{report.Referred} {report.Profile}");
        Assert.True(report.OrdinaryReferred < 0.02, $"{report.OrdinaryReferred}");
    }

    private static IndicatorSet Set { get; } = new(1, IndicatorSites.Sample);

    private Passage Passage(string who, int day, Direction direction, int second = 0, bool isMinor = false)
    {
        var at = Start.AddDays(day).AddSeconds(second);
        return new Passage
        {
            Id = Guid.NewGuid(),
            Person = people.TryGetValue(who, out var person) ? person : people[who] = Guid.NewGuid(),
            At = at,
            Day = DateOnly.FromDateTime(at.Date),
            Port = "PKKHI",
            Counter = "1",
            Direction = direction,
            Conveyance = "Flight XX1",
            IsMinor = isMinor,
            Series = "UTO",
            Number = Number(who),
            NameParts = [who.ToUpperInvariant()],
        };
    }

    /// <summary>Without digits at its end: no document is next to another.</summary>
    private static string Number(string who) => $"SPC{who.ToUpperInvariant()}X";

    private Task OutAsync(int day, string[] adults, string[] minors) => GoAsync(day, Direction.Exit, adults, minors);

    private Task BackAsync(int day, string[] adults, string[] minors) => GoAsync(day, Direction.Entry, adults, minors);

    private Task GoAsync(int day, Direction direction, string[] adults, string[] minors)
    {
        foreach (var (place, who) in adults.Concat(minors).Index())
            known.Add(Passage(who, day, direction, place * 20, minors.Contains(who)), null);
        return Task.CompletedTask;
    }

    private Task<Scene> SceneAsync(Passage now, JourneyTold? told, PartialDate issued = default, bool isAfterwards = false) =>
        new SceneGathering(known, Set).OfAsync(now, told, issued, isAfterwards, TestContext.Current.CancellationToken);

    private async Task<IndicationSeen?> FoundAsync(string code, Passage now, JourneyTold? told = null) =>
        IndicatorAdvice.Of(Set, await SceneAsync(now, told, isAfterwards: code == "IND-REC-BACK-WITHOUT-MINORS")).FirstOrDefault(seen => seen.Code == code);

    private static (string?, string?) Told(IndicationSeen? seen, string one, string other) => (seen?.Explanation.Evidence[one], seen?.Explanation.Evidence[other]);
}
