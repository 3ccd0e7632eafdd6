using Rahdari.Border.Encounters;
using Rahdari.Training.Lessons;
using Rahdari.Training.Scenarios;

namespace Rahdari.Training.Tests.Lessons;

/// <summary>What a lesson calls true is what the counter itself finds.</summary>
public class TruthTests
{
    /// <summary>Enough for every scenario to come.</summary>
    private const int Travellers = 100;

    [Theory]
    [InlineData(7)]
    [InlineData(2026)]
    public async Task The_counter_finds_of_each_traveller_what_the_lesson_says_and_advises_it(int seed)
    {
        await using var site = await TrainingClass.OpenAsync(Travellers, seed);
        var (desk, wrong, met) = (site.Get<LessonDesk>(), new List<string>(), new HashSet<string>());
        while (desk.Next(site.Trainee).Value is { Now: { } shown } standing)
        {
            var truth = site.Truth(standing);
            met.Add(truth.Code);
            var encounter = await site.MeetAsync(shown, truth, sponsor: truth.SponsorToNote ? TrainingClass.SponsorIn(shown) : null);
            var codes = encounter.Advice.Reasons.Select(reason => reason.Code).ToArray();
            if (encounter.Advice.Level != truth.Advice || truth.Codes.Except(codes).Any())
            {
                wrong.Add($"{truth.Code}: {encounter.Advice.Level} {string.Join(' ', codes)} {string.Join(' ', encounter.Hits.Select(hit => $"{hit.Match.Score}"))}");
                await site.DecideAsync(encounter, DecisionKind.Refer);
                continue;
            }
            site.Time.Advance(TimeSpan.FromSeconds(40));
            var after = await site.DecideAsync(encounter, truth.Right[0], truth.NeedsInterview);
            if (after.Last is not { IsRight: true })
                wrong.Add($"{truth.Code}: {string.Join(' ', after.Last!.Misses)}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Order().Distinct()));
        Assert.Equal(ScenarioBook.Shipped.Scenarios.Count, met.Count);
        var end = desk.Standing(site.Trainee).Value!;
        Assert.Equal((Travellers, Travellers, Travellers), (end.Done, end.Right, end.Of));
    }
}
