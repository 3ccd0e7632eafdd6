using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Rahdari.Border;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Node.Console.Decisions;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Counter;

/// <summary>One counter at work: reads a zone, shows what was found, takes the decision, waits for the second line where it must.</summary>
public sealed partial class CounterDesk : IAsyncDisposable
{
    /// <summary>What is found when a decision is taken, and was not when it was shown.</summary>
    private static readonly string[] Changed = [BorderRule.HitsOpen.Code, BorderRule.DocumentReportedSince.Code, BorderRule.PermissionChangedSince.Code];

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource closed = new();
    private DotNetObjectReference<CounterDesk>? self;
    private IJSObjectReference? script;
    private ElementReference zone;
    private bool ready;

    private string counter = "";
    private Direction direction;
    private ConveyanceKind? kind;
    private string conveyanceNumber = "";
    private Finding? conveyanceProblem;
    private bool accompanied;
    private Leaving leaving = new();
    private Encounter? encounter;
    private IReadOnlyList<Finding> unread = [];
    private IReadOnlyList<string> unreadLines = [];
    private Guid watched;

    private bool isSupervisor;
    private bool busy;
    private string? next;
    private IReadOnlyDictionary<string, string>? kept;
    private Finding? problem;
    private string? done;
    private string announcement = "";

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private EncounterDesk Desk { get; set; } = null!;

    [Inject]
    private SiteSettings Settings { get; set; } = null!;

    [Inject]
    private PortTime Times { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <summary>Nothing can be typed before the page's script listens: it would be lost.</summary>
    private bool MayRead => ready && counter.Length > 0;

    private int OpenHits => encounter?.Hits.Count(h => h.State == HitState.Open) ?? 0;

    private bool IsMinor => accompanied || encounter!.Advice.Reasons.Any(r => r.Code == BorderRule.MinorAlone.Code);

    /// <summary>Nationals and minors are asked where they go; of other aliens nobody keeps a paper.</summary>
    private bool MayBeAskedOfLeaving => encounter is { Direction: Direction.Exit } shown && (IsMinor || shown.Document.Nationality == Settings.Country);

    /// <summary>Reads a zone as it stands in the field; called by the page's script as soon as it is complete.</summary>
    [JSInvokable]
    public async Task ReadAsync(string text)
    {
        next = text;
        await ReadNextAsync();
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        closed.Dispose();
        chipReading?.Dispose();
        self?.Dispose();
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what it had loaded with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        isSupervisor = (await ActorAsync())?.Is(Roles.Supervisor) ?? false;
        TakeUpLesson(await ActorAsync());
        if (Settings.Counters.Count == 1)
            counter = Settings.Counters[0];
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await Script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["_content/Rahdari.Node/counter.js"]);
            var begun = await script.InvokeAsync<Begun>("begin", zone, self, "/" + Assets["_content/Rahdari.Node/session.js"]);
            await TakeUpAsync(begun);
            StateHasChanged();
        }
    }

    /// <summary>What this browser was used for, and what was typed before the page was left.</summary>
    private async Task TakeUpAsync(Begun begun)
    {
        if (Settings.Counters.Contains(begun.Counter))
            counter = begun.Counter!;
        if (Enum.TryParse<Direction>(begun.Direction, out var way))
            direction = way;
        kind = Enum.TryParse<ConveyanceKind>(begun.Kind, out var known) ? known : Settings.Conveyance;
        conveyanceNumber = begun.Number ?? "";
        if (Guid.TryParse(begun.Kept.GetValueOrDefault("encounter"), out var id) && await ActorAsync() is { } actor)
        {
            var found = await Desk.FindAsync(id, actor, closed.Token);
            if (found.Value is { State: EncounterState.Open } open)
            {
                kept = begun.Kept;
                Show(open);
            }
        }
        // Enabled first, then focused.
        ready = true;
        StateHasChanged();
        await script!.InvokeVoidAsync("put", begun.Kept.GetValueOrDefault("zone") ?? "");
    }

    private async Task KeepChoiceAsync() => await script!.InvokeVoidAsync("keep", counter, direction.ToString(), $"{kind}", conveyanceNumber);

    private async Task TurnAsync(Direction way)
    {
        direction = way;
        await KeepChoiceAsync();
        // A document that lies there already is judged anew for the other way.
        await PresentAgainAsync();
    }

    private async Task RideAsync(ChangeEventArgs change)
    {
        kind = Enum.TryParse<ConveyanceKind>(change.Value?.ToString(), out var chosen) ? chosen : null;
        conveyanceNumber = ""; // No flight's number is a ship's.
        await RideOnAsync();
    }

    private async Task NumberAsync(ChangeEventArgs change)
    {
        conveyanceNumber = change.Value?.ToString() ?? "";
        await RideOnAsync();
    }

    /// <summary>A number that is none is told and left out: nobody waits at the counter for it.</summary>
    private async Task RideOnAsync()
    {
        conveyanceProblem = Conveyance.Check(Ride(), Times.Today, out var ride);
        if (conveyanceProblem is null)
            conveyanceNumber = ride?.Number ?? "";
        await KeepChoiceAsync();
        await PresentAgainAsync();
    }

    private Conveyance? Ride() => kind is { } of ? new Conveyance(of, conveyanceNumber) : null;

    private async Task ReadTypedAsync() => await ReadAsync(await script!.InvokeAsync<string>("typed"));

    private async Task AccompanyAsync(ChangeEventArgs change)
    {
        accompanied = change.Value is true;
        await PresentAgainAsync();
    }

    private async Task LeaveAsync(Leaving said)
    {
        leaving = said;
        await PresentAgainAsync();
    }

    /// <summary>The same document anew: what was added to it stays with it.</summary>
    private async Task PresentAgainAsync()
    {
        if (encounter is not { } before)
            return;
        await WhileBusyAsync(actor => PresentAsync(string.Join('\n', before.MrzLines), actor, again: true));
        await ReadNextAsync();
    }

    /// <summary>Presents what was scanned last; what is scanned while something else is under way waits for its end.</summary>
    private async Task ReadNextAsync()
    {
        while (!busy && next is { } text)
        {
            next = null;
            if (encounter is { State: EncounterState.Open } shown && VisaIn(text) is { } visa)
            {
                await WhileBusyAsync(actor => AddVisaAsync(shown, visa, actor));
                continue;
            }
            (accompanied, leaving) = (false, new Leaving());
            await WhileBusyAsync(actor => PresentAsync(text, actor));
        }
    }

    /// <summary>One thing at a time: while a document is read nobody can decide on the one before it, and the reverse.</summary>
    private async Task WhileBusyAsync(Func<Actor, Task> work)
    {
        if (busy || await ActorAsync() is not { } actor)
            return;
        busy = true;
        try
        {
            await work(actor);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task PresentAsync(string text, Actor actor, bool again = false)
    {
        await StopChipAsync();
        Clear();
        StateHasChanged();
        var opened = await Desk.OpenAsync(new Presentation(text, direction, counter, accompanied) { Leaving = leaving, Conveyance = conveyanceProblem is null ? Ride() : Ride()! with { Number = null } }, actor, closed.Token);
        if (opened.Succeeded)
        {
            Show(opened.Value);
            await script!.InvokeVoidAsync("select");
            if (pictured is { } picture && IsOf(picture, opened.Value.MrzLines))
                await AddPictureAsync(opened.Value, picture, actor);
            pictured = null;
            // What the chip said of a document that still lies there need not be waited for again; one scanned anew is read anew.
            if (!again || opened.Value.Chip is null)
                _ = ReadChipAsync(opened.Value, actor);
            return;
        }
        encounter = null;
        if (opened.Problem.Code == BorderRule.DocumentUnreadable.Code)
            await ShowUnreadAsync(text);
        else
            problem = opened.Problem;
    }

    private void Show(Encounter shown)
    {
        // What was asked for before something was added may be answered after it.
        if (encounter?.Id == shown.Id && shown.Revision < encounter.Revision)
            return;
        encounter = shown;
        announcement = string.Join(' ', shown.Advice.Reasons.Take(3).Select(Text.Of).Prepend($"{Text.Word("Advice", shown.Advice.Level)}."));
        if (encounter?.Id == watched)
            return;
        watched = shown.Id;
        _ = WatchAsync(shown.Id);
    }

    private async Task ShowUnreadAsync(string text)
    {
        var reading = MrzReader.Read(text, Times.Today);
        unread = reading.Findings;
        unreadLines = reading.Lines;
        announcement = string.Join(' ', unread.Select(Text.Of));
        await script!.InvokeVoidAsync("keepTyped");
    }

    /// <summary>Looks where an encounter with hits stands until it is decided here, or elsewhere.</summary>
    private async Task WatchAsync(Guid id)
    {
        try
        {
            using var timer = new PeriodicTimer(Look);
            while (await timer.WaitForNextTickAsync(closed.Token) && encounter?.Id == id)
            {
                if (await ActorAsync() is not { } actor)
                    return;
                var standing = await Desk.StandingAsync(id, actor, closed.Token);
                if (!busy && encounter?.Id == id && standing.Value is { } now && (now.OpenHits != OpenHits || now.State != encounter.State || (now.Revision > encounter.Revision && chipReading is null)))
                    await FollowAsync(id, actor);
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

    private async Task FollowAsync(Guid id, Actor actor)
    {
        var found = await Desk.FindAsync(id, actor, closed.Token);
        if (busy || encounter?.Id != id || found.Value is not { } now) // What is under way shows how things stand.
            return;
        if (now.State == EncounterState.Open)
        {
            if (now.Revision < encounter.Revision)
                return;
            var added = now.Revision > encounter.Revision;
            encounter = now;
            announcement = string.Join(' ', Text[added ? "DocumentAdded" : OpenHits > 0 ? "HitsLeft" : "HitsResolved"], $"{Text.Word("Advice", now.Advice.Level)}.");
        }
        else
        {
            await FinishAsync(Text["DecidedElsewhere", NameOf(now)]);
        }
        StateHasChanged();
    }

    private async Task DecideAsync(Encounter shown, Decision decision)
    {
        // A key pressed while the next document was being read was meant for the one before it.
        if (encounter?.Id != shown.Id)
            return;
        await WhileBusyAsync(async actor =>
        {
            var decided = await Desk.DecideAsync(shown.Id, decision, DecisionKey.Of(shown, decision), actor, CancellationToken.None);
            problem = decided.Problem;
            if (decided.Succeeded)
            {
                MarkLesson(decided.Value, decision, actor);
                await FinishAsync(Confirmation(decided.Value));
            }
            else if (Changed.Contains(decided.Problem.Code) && (await Desk.FindAsync(shown.Id, actor, closed.Token)).Value is { } locked)
                Show(locked); // A list has changed since, and the traveller or the document is on it; or by what they would have entered is no more.
        });
        await ReadNextAsync();
    }

    private string Confirmation(DecidedEncounter decided) => decided.Crossing is { } crossing
        ? Text["Recorded", NameOf(decided.Encounter), Text.Word("Outcome", crossing.Outcome), Times.Second(crossing.At)]
        : Text["Referred", NameOf(decided.Encounter)];

    private static string NameOf(Encounter of) => $"{of.Document.PrimaryIdentifier} {of.Document.SecondaryIdentifier}".Trim();

    private async Task FinishAsync(string confirmation)
    {
        Clear();
        (encounter, pictured) = (null, null);
        (accompanied, leaving) = (false, new Leaving());
        done = announcement = confirmation;
        await script!.InvokeVoidAsync("put", next ?? "");
    }

    private void Clear()
    {
        (kept, problem, done, pictureProblem) = (null, null, null, null);
        (remarking, remarksProblem) = (null, null);
        (unread, unreadLines) = ([], []);
    }

    private Task FocusZoneAsync() => script!.InvokeVoidAsync("focus").AsTask();

    /// <summary>Who acts, or null where the session has ended meanwhile.</summary>
    private async Task<Actor?> ActorAsync()
    {
        var user = (await Authentication).User;
        return user.Identity is { IsAuthenticated: true } ? user.ToActor() : null;
    }

    /// <summary>What the script knows of this browser.</summary>
    private sealed record Begun(string? Counter, string? Direction, string? Kind, string? Number, Dictionary<string, string> Kept);
}
