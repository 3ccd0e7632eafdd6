using Microsoft.AspNetCore.Components;
using Rahdari.Border.Indicators;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Console.Counter;

/// <summary>What the officer remarks, and is told of the journey.</summary>
public sealed partial class CounterDesk
{
    /// <summary>While the panel is open: the indicators that may be ticked.</summary>
    private IndicatorSet? remarking;

    private Finding? remarksProblem;

    [Inject]
    private JourneyDesk Journeys { get; set; } = null!;

    [Inject]
    private IndicatorRegister Indicators { get; set; } = null!;

    private async Task RemarkAsync()
    {
        if (busy || remarking is not null || await ActorAsync() is not { } actor)
            return;
        var set = await Indicators.InForceAsync(actor, closed.Token);
        (remarking, remarksProblem) = (set.Value, set.Problem);
    }

    private async Task CloseRemarksAsync()
    {
        (remarking, remarksProblem) = (null, null);
        await FocusZoneAsync();
    }

    private async Task KeepRemarksAsync(Border.Encounters.Encounter shown, JourneyTold told)
    {
        if (encounter?.Id != shown.Id)
            return;
        await WhileBusyAsync(async actor =>
        {
            var kept = await Journeys.TellAsync(shown.Id, told, actor, closed.Token);
            remarksProblem = kept.Problem;
            if (!kept.Succeeded)
                return;
            remarking = null;
            Show(kept.Value);
            await FocusZoneAsync();
        });
        await ReadNextAsync();
    }
}
