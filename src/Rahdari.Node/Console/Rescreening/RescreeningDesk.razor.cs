using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Documents.Findings;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Rescreening;

/// <summary>Everybody in the country screened again: how far it is, what was found, and the runs before.</summary>
public sealed partial class RescreeningDesk : IAsyncDisposable
{
    private const int Size = 50;
    private const int MostRuns = 30;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource closed = new();
    private readonly CancellationToken closing;
    private IReadOnlyList<RescreeningRun>? runs;
    private Page<CountryAlert>? alerts;
    private int offset;
    private bool mayRun;
    private Finding? problem;
    private string announcement = "";
    private Guid? ownRun;

    /// <summary>Follows the runs until the page is closed.</summary>
    public RescreeningDesk() => closing = closed.Token;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private Rescreenings Register { get; set; } = null!;

    [Inject]
    private CountryAlerts Alerts { get; set; } = null!;

    [Inject]
    private PortTime Times { get; set; } = null!;

    /// <summary>The run that is under way.</summary>
    private RescreeningRun? Working => runs?.FirstOrDefault(run => run.State == RescreeningState.Running);

    /// <summary>The latest run, where it was stopped.</summary>
    private RescreeningRun? Stopped =>
        runs is [{ State: RescreeningState.Cancelled or RescreeningState.Interrupted } run, ..] ? run : null;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        closed.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await ActorAsync() is not { } actor)
            return;
        mayRun = actor.Is(Roles.Supervisor) || actor.Is(Roles.WatchlistManager);
        await ReadAsync(actor);
        await ReadAlertsAsync(actor);
        _ = WatchAsync();
    }

    private async Task ReadAsync(Actor actor)
    {
        var before = Working;
        var read = await Register.ListAsync(0, MostRuns, actor, closing);
        (runs, problem) = (read.Value?.Items, read.Problem ?? problem);
        if (before is not null && runs?.FirstOrDefault(run => run.Id == before.Id) is { State: not RescreeningState.Running } ended)
        {
            announcement = Text["RescreeningSaid", Text.Word("Rescreening", ended.State), ended.Alerts];
            await ReadAlertsAsync(actor);
        }
    }

    private async Task ReadAlertsAsync(Actor actor)
    {
        if (!actor.Is(Roles.Supervisor))
            return;
        var read = await Alerts.ListAsync(HitState.Open, offset, Size, actor, closing);
        if (read.Value is { Items.Count: 0, Total: > 0 })
        {
            // Others resolved meanwhile what stood here.
            offset = (read.Value.Total - 1) / Size * Size;
            read = await Alerts.ListAsync(HitState.Open, offset, Size, actor, closing);
        }
        (alerts, problem) = (read.Value, read.Problem ?? problem);
    }

    /// <summary>Follows the run that is under way, whoever started it.</summary>
    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Look);
            while (await timer.WaitForNextTickAsync(closing))
            {
                if (await ActorAsync() is not { } actor)
                    return;
                var before = runs;
                await ReadAsync(actor);
                if (before is null || runs is null || !before.SequenceEqual(runs, Same.Instance))
                    StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private Task StartAsync() => DoAsync(actor => Register.StartAsync(actor, CancellationToken.None));

    private Task ResumeAsync(RescreeningRun run) => DoAsync(actor => Register.StartAgainAsync(run.Id, actor, CancellationToken.None));

    private Task CancelAsync(RescreeningRun run) => DoAsync(actor => Register.CancelAsync(run.Id, actor, CancellationToken.None));

    private async Task DoAsync(Func<Actor, Task<Answer<RescreeningRun>>> work)
    {
        if (await ActorAsync() is not { } actor)
            return;
        (problem, announcement) = (null, "");
        var done = await work(actor);
        (problem, ownRun) = (done.Problem, done.Value?.Id);
        await ReadAsync(actor);
    }

    private async Task TurnPageAsync(int to)
    {
        offset = Math.Max(0, to);
        if (await ActorAsync() is { } actor)
            await ReadAlertsAsync(actor);
    }

    /// <summary>Who acts, or null where the session has ended meanwhile.</summary>
    private async Task<Actor?> ActorAsync()
    {
        var user = (await Authentication).User;
        return user.Identity is { IsAuthenticated: true } ? user.ToActor() : null;
    }

    /// <summary>Runs that would be shown alike.</summary>
    private sealed class Same : IEqualityComparer<RescreeningRun>
    {
        public static readonly Same Instance = new();

        public bool Equals(RescreeningRun? x, RescreeningRun? y) => (x?.Id, x?.State, x?.Done) == (y?.Id, y?.State, y?.Done);

        public int GetHashCode(RescreeningRun run) => run.Id.GetHashCode();
    }
}
