using Microsoft.AspNetCore.Components;
using Rahdari.Border.Advice;
using Rahdari.Border.Encounters;
using Rahdari.Border.Permissions;
using Rahdari.Border.Screening;
using Rahdari.Documents.Findings;
using Rahdari.Node.Console.Shared;

namespace Rahdari.Node.Console.Decisions;

/// <summary>The decision on one encounter: passes, refuses or refers, with a reason where one is needed.</summary>
public sealed partial class DecisionBar
{
    private static readonly (DecisionKind Kind, string Key)[] Keys = [(DecisionKind.Pass, "F2"), (DecisionKind.Refuse, "F8"), (DecisionKind.Refer, "F9")];

    private ElementReference reasonField;
    private bool focusReason;
    private DecisionKind? asking;
    private string reason = "";
    private string until = "";
    private string entersBy = "";
    private string offered = "";
    private bool chosen;
    private int revision;
    private string? wrongDate;

    /// <summary>The encounter: each has a bar of its own (<c>@key</c>), so that a key pressed on one never decides the next.</summary>
    [Parameter]
    [EditorRequired]
    public required Encounter Encounter { get; set; }

    /// <summary>True where the user is a supervisor: only then may what has a confirmed hit be passed or refused.</summary>
    [Parameter]
    public bool IsSupervisor { get; set; }

    /// <summary>True while a decision is being recorded.</summary>
    [Parameter]
    public bool Busy { get; set; }

    /// <summary>The rule that the decision broke, or null.</summary>
    [Parameter]
    public Finding? Problem { get; set; }

    /// <summary>What was typed before the page was left, by the names of the fields.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string>? Kept { get; set; }

    /// <summary>Receives the decision.</summary>
    [Parameter]
    public EventCallback<Decision> OnDecide { get; set; }

    /// <summary>Receives the cancelling of a decision whose reason was asked for.</summary>
    [Parameter]
    public EventCallback OnCancel { get; set; }

    /// <summary>What stands before the buttons.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private int OpenHits => Encounter.Hits.Count(h => h.State == HitState.Open);

    private bool NeedsSupervisor => !IsSupervisor && Encounter.Hits.Any(h => h.State == HitState.Confirmed);

    private IReadOnlyList<EntryOption> Usable => [.. Encounter.Entry?.All.Where(option => option.IsUsable) ?? []];

    private EntryOption? Taken => Encounter.Entry?.Find(entersBy);

    /// <summary>The day that the way in allows, unless the officer sets another.</summary>
    private string OfItself => Days.Text(Taken is { } taken ? taken.Until : Encounter.DefaultPermittedUntil);

    private bool CountsStay => Taken is { } taken ? taken.Until is not null : Encounter.DefaultPermittedUntil is not null;

    private DecisionKind Advised => Encounter.Advice.Level != AdviceLevel.Refer ? DecisionKind.Pass
        : Encounter.State == EncounterState.Open ? DecisionKind.Refer
        : DecisionKind.Refuse;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        revision = Encounter.Revision;
        entersBy = Kept?.GetValueOrDefault("enters-by") is { Length: > 0 } kept && Encounter.Entry?.Find(kept) is { IsUsable: true } ? kept : Encounter.Entry?.Best?.Key ?? "";
        chosen = Kept?.GetValueOrDefault("enters-by") == entersBy && entersBy != Encounter.Entry?.Best?.Key;
        offered = OfItself;
        until = Kept?.GetValueOrDefault("until") ?? offered;
        reason = Kept?.GetValueOrDefault("reason") ?? "";
        if (Enum.TryParse<DecisionKind>(Kept?.GetValueOrDefault("asking"), out var kind))
            (asking, focusReason) = (kind, true);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Encounter.Revision == revision)
            return;
        // A visa was added, or one is no more: what the officer chose stays while it can be used, and so does a day of their own.
        revision = Encounter.Revision;
        var ofItself = until == offered;
        if (!chosen || Taken is not { IsUsable: true })
            (entersBy, chosen) = (Encounter.Entry?.Best?.Key ?? "", false);
        if (ofItself)
            TakeItsDay();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!focusReason)
            return;
        focusReason = false;
        await reasonField.FocusAsync();
    }

    private void Choose()
    {
        chosen = true;
        TakeItsDay();
    }

    private void TakeItsDay() => until = offered = OfItself;

    private static string Tone(DecisionKind kind) => $"tone-{kind}";

    private bool May(DecisionKind kind) => kind == DecisionKind.Refer || (OpenHits == 0 && !NeedsSupervisor);

    private string Name(DecisionKind kind) => kind == DecisionKind.Pass ? Text.Word("Pass", Encounter.Direction) : Text.Word("Decide", kind);

    private async Task ChooseAsync(DecisionKind kind)
    {
        // A reason is asked for where the decision needs one, and for a referral, where it helps the second line.
        if (kind == DecisionKind.Pass && Encounter.Advice.Level != AdviceLevel.Refer && !(Days.Read(until) > Taken?.Until))
            await DecideAsync(kind);
        else if (HasDay(kind, out _))
            (asking, reason, focusReason) = (kind, "", true);
    }

    private async Task DecideAsync(DecisionKind kind)
    {
        if (!Busy && HasDay(kind, out var day))
            await OnDecide.InvokeAsync(new Decision(kind, asking is null ? null : reason, day, kind == DecisionKind.Pass && entersBy.Length > 0 ? entersBy : null));
    }

    private async Task CancelAsync()
    {
        asking = null;
        await OnCancel.InvokeAsync();
    }

    private bool HasDay(DecisionKind kind, out DateOnly? day)
    {
        (day, wrongDate) = (null, null);
        if (kind != DecisionKind.Pass || !CountsStay)
            return true;
        day = Days.Read(until);
        if (day is null)
            wrongDate = Text["DateForm", until];
        return wrongDate is null;
    }
}
