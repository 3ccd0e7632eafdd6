using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Rahdari.Border;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;
using Rahdari.Border.Visas;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Imaging;
using Rahdari.Node.Chips;
using Rahdari.Node.Console.Decisions;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;
using Rahdari.Node.Pictures;

namespace Rahdari.Node.Console.Counter;

/// <summary>One counter at work: reads a zone, shows what was found, takes the decision, waits for the second line where it must.</summary>
public sealed partial class CounterDesk : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource closed = new();
    private DotNetObjectReference<CounterDesk>? self;
    private IJSObjectReference? script;
    private ElementReference zone;
    private bool ready;

    private string counter = "";
    private Direction direction;
    private bool accompanied;
    private Encounter? encounter;
    private IReadOnlyList<Finding> unread = [];
    private IReadOnlyList<string> unreadLines = [];

    private ImageReading? pictured;
    private bool pictureReading;
    private string? pictureProblem;

    private CancellationTokenSource? chipReading;
    private ChipProgress? chipProgress;
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
    private CounterChips Chips { get; set; } = null!;

    [Inject]
    private CounterPictures Pictures { get; set; } = null!;

    [Inject]
    private VisaDesk Visas { get; set; } = null!;

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

    /// <summary>Reads a zone as it stands in the field; called by the page's script as soon as it is complete.</summary>
    [JSInvokable]
    public async Task ReadAsync(string text)
    {
        next = text;
        await ReadNextAsync();
        StateHasChanged();
    }

    /// <summary>Takes a picture of the page: added to the traveller who is shown; where nobody is, its zone is read as one that was scanned. Called by the page's script.</summary>
    [JSInvokable]
    public async Task PictureAsync(IJSStreamReference picture)
    {
        if (pictureReading || !MayRead || await ActorAsync() is not { } actor)
            return;
        (pictureReading, pictureProblem) = (true, null);
        StateHasChanged();
        try
        {
            if (picture.Length > CounterPictures.LargestBytes)
                pictureProblem = Text.Of(ImageRule.FileTooLarge.Found(null, $"{picture.Length}", $"{CounterPictures.LargestBytes}"));
            else
                await TakeAsync(await BytesAsync(picture), actor);
        }
        finally
        {
            pictureReading = false;
            StateHasChanged();
        }
    }

    /// <summary>The camera gives nothing: told by the page's script, with the browser's name of the reason.</summary>
    [JSInvokable]
    public void CameraFailed(string reason)
    {
        pictureProblem = Text[reason switch { "NotAllowedError" or "SecurityError" => "CameraDenied", "NotReadableError" => "CameraBusy", _ => "CameraAbsent" }];
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

    private async Task KeepChoiceAsync() => await script!.InvokeVoidAsync("keep", counter, direction.ToString());

    private async Task TurnAsync(Direction way)
    {
        direction = way;
        await KeepChoiceAsync();
        // A document that lies there already is judged anew for the other way.
        await PresentAgainAsync();
    }

    private async Task ReadTypedAsync() => await ReadAsync(await script!.InvokeAsync<string>("typed"));

    private async Task AccompanyAsync(ChangeEventArgs change)
    {
        accompanied = change.Value is true;
        await PresentAgainAsync();
    }

    /// <summary>The same document anew: what was added to it stays with it.</summary>
    private async Task PresentAgainAsync()
    {
        if (encounter is not { } before)
            return;
        await WhileBusyAsync(actor => PresentAsync(string.Join('\n', before.MrzLines), actor));
        await ReadNextAsync();
    }

    /// <summary>Presents what was scanned last; what is scanned while something else is under way waits for its end.</summary>
    private async Task ReadNextAsync()
    {
        while (!busy && next is { } text)
        {
            next = null;
            if (encounter is { State: EncounterState.Open } shown && VisaIn(text, shown) is { } visa)
            {
                await WhileBusyAsync(actor => AddVisaAsync(shown, visa, actor));
                continue;
            }
            accompanied = false;
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

    private async Task PresentAsync(string text, Actor actor)
    {
        await StopChipAsync();
        Clear();
        StateHasChanged();
        var opened = await Desk.OpenAsync(new Presentation(text, direction, counter, accompanied), actor, closed.Token);
        if (opened.Succeeded)
        {
            Show(opened.Value);
            await script!.InvokeVoidAsync("select");
            if (pictured is { } picture && IsOf(picture, opened.Value.MrzLines))
                await AddPictureAsync(opened.Value, picture, actor);
            pictured = null;
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

    private async Task<byte[]> BytesAsync(IJSStreamReference picture)
    {
        await using var stream = await picture.OpenReadStreamAsync(CounterPictures.LargestBytes, closed.Token);
        using var bytes = new MemoryStream((int)picture.Length);
        await stream.CopyToAsync(bytes, closed.Token);
        return bytes.ToArray();
    }

    private async Task TakeAsync(byte[] bytes, Actor actor)
    {
        var reading = await Pictures.ReadAsync(bytes, closed.Token);
        if (reading is { Zone: null, Barcodes.Count: 0 })
        {
            pictureProblem = Text.Of(reading.Findings[0]);
        }
        else if (encounter is { State: EncounterState.Open } shown && !(reading.Zone is { } visa && VisaIn(string.Join('\n', visa.Lines), shown) is not null))
        {
            await WhileBusyAsync(_ => AddPictureAsync(shown, reading, actor));
            await ReadNextAsync();
        }
        else if (reading.Zone is not { } read)
        {
            pictureProblem = Text["PictureWithoutZone"];
        }
        else if (CounterPictures.Doubts(reading) is { Count: > 0 } doubts)
        {
            // Nothing that was read with doubt is presented before somebody has looked at it.
            pictured = reading;
            (unread, unreadLines) = (doubts, read.Lines);
            announcement = string.Join(' ', doubts.Select(Text.Of).Prepend(Text["PictureConfirm"]));
            await script!.InvokeVoidAsync("fill", string.Join('\n', read.Lines));
        }
        else
        {
            pictured = reading;
            await script!.InvokeVoidAsync("put", string.Join('\n', read.Lines));
            next = string.Join('\n', read.Lines);
            await ReadNextAsync();
        }
    }

    /// <summary>Whether the zone presented is that of the picture, as the officer mended it; another document was scanned instead otherwise.</summary>
    private static bool IsOf(ImageReading picture, IReadOnlyList<string> lines)
    {
        const int mostMended = 8;
        return picture.Zone is { } zone && zone.Lines.Zip(lines).Sum(line => line.First.Zip(line.Second).Count(pair => pair.First != pair.Second)) <= mostMended;
    }

    /// <summary>The visa in a text, where a passport is shown to which it may belong; null otherwise.</summary>
    private VisaPresented? VisaIn(string text, Encounter shown)
    {
        var zone = MrzReader.Read(text, Times.Today);
        if (zone.Fields is not { Format: MrzFormat.MRVA or MrzFormat.MRVB } || shown.Document.Format is MrzFormat.MRVA or MrzFormat.MRVB)
            return null;
        // What was read of a picture, mended or not, keeps the picture's seals.
        return new VisaPresented(zone) { Barcodes = pictured is { } picture && IsOf(picture, zone.Lines) ? [.. picture.Barcodes.Select(code => code.Content)] : [] };
    }

    private async Task AddVisaAsync(Encounter to, VisaPresented visa, Actor actor)
    {
        (pictured, unread, unreadLines) = (null, [], []);
        var added = await Visas.PresentAsync(to.Id, visa, actor, closed.Token);
        if (added.Succeeded)
            Show(added.Value);
        else
            problem = added.Problem;
        await script!.InvokeVoidAsync("select");
    }

    private async Task AddPictureAsync(Encounter to, ImageReading picture, Actor actor)
    {
        var added = await Pictures.PresentAsync(to.Id, picture, actor, closed.Token);
        if (added.Succeeded)
            Show(added.Value);
        else
            pictureProblem = Text.Of(added.Problem);
    }

    /// <summary>Reads the chip where the counter has a reader here; meanwhile nothing is decided, unless the officer goes on without it.</summary>
    private async Task ReadChipAsync(Encounter shown, Actor actor)
    {
        var reading = CancellationTokenSource.CreateLinkedTokenSource(closed.Token);
        // Nothing is decided from the scan on: a key pressed at once was pressed without knowing what the chip says.
        (chipReading, chipProgress) = (reading, default(ChipProgress));
        try
        {
            var presented = await Chips.ReadAsync(shown, actor, new ChipBar(this, shown.Id), reading.Token);
            if (presented is not { } answer || encounter?.Id != shown.Id)
                return;
            if (answer.Succeeded)
                Show(answer.Value);
            else
                problem = answer.Problem;
        }
        catch (OperationCanceledException)
        {
            // The officer went on without it, or the next document came.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
        finally
        {
            if (chipReading == reading)
                (chipReading, chipProgress) = (null, null);
            reading.Dispose();
            if (!closed.IsCancellationRequested)
                await InvokeAsync(StateHasChanged);
        }
    }

    private async Task StopChipAsync()
    {
        if (chipReading is { } reading)
            await reading.CancelAsync();
        (chipReading, chipProgress) = (null, null);
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
                await FinishAsync(Confirmation(decided.Value));
            else if (decided.Problem.Code == BorderRule.HitsOpen.Code && (await Desk.FindAsync(shown.Id, actor, closed.Token)).Value is { } locked)
                Show(locked); // A list has changed since, and the traveller is on it.
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
        accompanied = false;
        done = announcement = confirmation;
        await script!.InvokeVoidAsync("put", next ?? "");
    }

    private void Clear()
    {
        (kept, problem, done, pictureProblem) = (null, null, null, null);
        (unread, unreadLines) = ([], []);
    }

    private Task FocusZoneAsync() => script!.InvokeVoidAsync("focus").AsTask();

    /// <summary>Who acts, or null where the session has ended meanwhile.</summary>
    private async Task<Actor?> ActorAsync()
    {
        var user = (await Authentication).User;
        return user.Identity is { IsAuthenticated: true } ? user.ToActor() : null;
    }

    /// <summary>Shows how far the chip is read, not oftener than a person sees.</summary>
    private sealed class ChipBar(CounterDesk desk, Guid encounterId) : IProgress<ChipProgress>
    {
        private double shown = -1;

        public void Report(ChipProgress value)
        {
            if (value.Share - shown < 0.05 || desk.encounter?.Id != encounterId)
                return;
            shown = value.Share;
            _ = desk.InvokeAsync(() =>
            {
                if (desk.chipReading is null)
                    return;
                desk.chipProgress = value;
                desk.StateHasChanged();
            });
        }
    }

    /// <summary>What the script knows of this browser.</summary>
    private sealed record Begun(string? Counter, string? Direction, Dictionary<string, string> Kept);
}
