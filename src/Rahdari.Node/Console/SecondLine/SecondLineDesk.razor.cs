using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Rahdari.Border;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Documents.Findings;
using Rahdari.Node.Console.Decisions;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.SecondLine;

/// <summary>The second line at work: who waits, why, and what is decided of it.</summary>
public sealed partial class SecondLineDesk : IAsyncDisposable
{
    private const int Size = 50;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource closed = new();
    private IJSObjectReference? session;
    private IReadOnlyDictionary<string, string>? kept;
    private ElementReference heading;
    private bool focusHeading;
    private string self = "";

    private Page<Encounter>? waiting;
    private int offset;
    private WaitingStanding? standing;
    private Encounter? chosen;
    private bool isOwn;
    private bool deciding;
    private Finding? problem;
    private Finding? decisionProblem;
    private string? wrongDay;
    private string? done;
    private string announcement = "";

    /// <summary>The encounter to open first, or null.</summary>
    [Parameter]
    public Guid? First { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private EncounterDesk Desk { get; set; } = null!;

    [Inject]
    private HitQueue Hits { get; set; } = null!;

    [Inject]
    private PortTime Times { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        closed.Dispose();
        try
        {
            if (session is not null)
                await session.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what it had loaded with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            session = await Script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["_content/Rahdari.Node/session.js"]);
            kept = await session.InvokeAsync<Dictionary<string, string>>("taken");
            if (await ActorAsync() is not { } actor)
                return;
            self = actor.Name;
            await ReadQueueAsync(actor);
            Guid? before = Guid.TryParse(kept.GetValueOrDefault("encounter"), out var id) ? id : null;
            if ((First ?? before) is { } first)
                await OpenAsync(first, actor);
            StateHasChanged();
            _ = WatchAsync();
        }
        if (focusHeading)
        {
            focusHeading = false;
            await heading.FocusAsync();
        }
    }

    private static string NameOf(Encounter encounter) => $"{encounter.Document.PrimaryIdentifier} {encounter.Document.SecondaryIdentifier}".Trim();

    private static int OpenHits(Encounter encounter) => encounter.Hits.Count(h => h.State == HitState.Open);

    /// <summary>What was referred is decided here, and what has a confirmed hit; all else is its officer's.</summary>
    private static bool MayDecide(Encounter encounter) =>
        encounter.State is EncounterState.Open or EncounterState.Referred
        && OpenHits(encounter) == 0
        && (encounter.State == EncounterState.Referred || encounter.Hits.Any(h => h.State == HitState.Confirmed));

    private async Task ChooseAsync(Encounter encounter)
    {
        (done, kept) = (null, null);
        if (await ActorAsync() is { } actor)
            await OpenAsync(encounter.Id, actor);
        focusHeading = chosen is not null;
    }

    private async Task OpenAsync(Guid id, Actor actor)
    {
        var found = await Desk.FindAsync(id, actor, closed.Token);
        (chosen, problem, decisionProblem) = (found.Value, found.Problem, null);
        isOwn = chosen?.OpenedBy == self;
    }

    private async Task ReadQueueAsync(Actor actor)
    {
        standing = (await Desk.WaitingStandingAsync(actor, closed.Token)).Value;
        if (offset >= standing?.Encounters)
            offset = Math.Max(0, (standing.Encounters - 1) / Size * Size);
        var read = await Desk.WaitingAsync(offset, Size, actor, closed.Token);
        (waiting, problem) = (read.Value, read.Problem);
    }

    private async Task TurnPageAsync(int to)
    {
        offset = to;
        if (await ActorAsync() is { } actor)
            await ReadQueueAsync(actor);
    }

    /// <summary>Reads the queue again where somebody new waits or has been served.</summary>
    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Look);
            while (await timer.WaitForNextTickAsync(closed.Token))
            {
                if (await ActorAsync() is not { } actor)
                    return;
                var now = (await Desk.WaitingStandingAsync(actor, closed.Token)).Value;
                if (now == standing)
                    continue;
                if (now?.Latest != standing?.Latest && now?.Encounters > standing?.Encounters)
                    announcement = Text["SomebodyWaits", now.Encounters];
                await ReadQueueAsync(actor);
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

    private async Task ResolveAsync(ScreeningHit hit, ResolveForm.Resolution resolution)
    {
        if (await ActorAsync() is not { } actor)
            return;
        var until = Days.Read(resolution.Until);
        if (until is null && resolution.Until.Length > 0)
        {
            wrongDay = Text["DateForm", resolution.Until];
            return;
        }
        var resolved = await Hits.ResolveAsync(hit.Id, resolution.State, resolution.Reason, actor, until, CancellationToken.None);
        (problem, wrongDay) = (resolved.Problem, null);
        if (!resolved.Succeeded)
            return;
        kept = null;
        await OpenAsync(hit.EncounterId, actor);
        await ReadQueueAsync(actor);
        announcement = done = Text[chosen is { } now && OpenHits(now) == 0 && now.State == EncounterState.Open && !MayDecide(now) ? "ResolvedToOfficer" : "Resolved", hit.PrimaryName];
        focusHeading = chosen is not null;
    }

    private async Task DecideAsync(Encounter current, Decision decision)
    {
        if (deciding || chosen?.Id != current.Id || await ActorAsync() is not { } actor)
            return;
        deciding = true;
        try
        {
            var decided = await Desk.DecideAsync(current.Id, decision, DecisionKey.Of(current, decision), actor, CancellationToken.None);
            decisionProblem = decided.Problem;
            if (!decided.Succeeded)
            {
                // By what the traveller would have entered is no more: what is left is shown.
                if (decided.Problem.Code == BorderRule.PermissionChangedSince.Code && (await Desk.FindAsync(current.Id, actor)).Value is { } judged)
                    chosen = judged;
                return;
            }
            chosen = null;
            announcement = done = Text["Recorded", NameOf(current), Text.Word("Outcome", decided.Value.Crossing!.Outcome), Times.Second(decided.Value.Crossing.At)];
            await ReadQueueAsync(actor);
        }
        finally
        {
            deciding = false;
        }
    }

    private async Task FocusHeadingAsync() => await heading.FocusAsync();

    /// <summary>Who acts, or null where the session has ended meanwhile.</summary>
    private async Task<Actor?> ActorAsync()
    {
        var user = (await Authentication).User;
        return user.Identity is { IsAuthenticated: true } ? user.ToActor() : null;
    }
}
