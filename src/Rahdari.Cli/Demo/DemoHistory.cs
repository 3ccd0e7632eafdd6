using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Cli.Output;

namespace Rahdari.Cli.Demo;

/// <summary>What happened before a demonstration begins, recorded at the real counter with its clock set back.</summary>
internal static class DemoHistory
{
    /// <summary>Records the earlier entries, oldest first; the number recorded.</summary>
    public static async Task<int> RecordAsync(SiteSession session, DemoClock clock, SampleTravellers samples, CancellationToken cancellation)
    {
        var settings = session.Folder.Settings;
        var officer = new Actor(DemoUser.Officer, new HashSet<string> { Roles.Officer }, settings.Port);
        var earlier = samples.Unlisted()
            .Where(t => t.EnteredDaysAgo is not null)
            .Select(t => (Ago: TimeSpan.FromDays(t.EnteredDaysAgo!.Value), t.Mrz))
            .Concat(samples.History().Select(c => (Ago: TimeSpan.FromHours(c.HoursAgo), c.Mrz)))
            .OrderByDescending(c => c.Ago)
            .ToArray();
        var desk = session.Get<EncounterDesk>();
        foreach (var (index, (ago, mrz)) in earlier.Index())
        {
            clock.Back = ago;
            var counter = settings.Counters[index % settings.Counters.Count];
            var opened = await desk.OpenAsync(new Presentation(string.Join('\n', mrz), Direction.Entry, counter), officer, cancellation);
            if (!opened.Succeeded)
                throw new InvalidOperationException($"The earlier entry {index + 1} was not opened: {opened.Problem.Code}.");
            var decided = await desk.DecideAsync(opened.Value.Id, new Decision(DecisionKind.Pass), $"demonstration-{index + 1}", officer, cancellation);
            if (!decided.Succeeded)
                throw new InvalidOperationException($"The earlier entry {index + 1} was not recorded: {decided.Problem.Code}.");
        }

        clock.Back = TimeSpan.Zero;
        return earlier.Length;
    }
}
