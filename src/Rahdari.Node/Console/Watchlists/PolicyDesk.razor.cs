using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Watchlists;
using Rahdari.Documents.Findings;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Watchlists;

/// <summary>The screening policy: what is in force, what waits for a second person, what another would do, and every version.</summary>
public sealed partial class PolicyDesk : IAsyncDisposable
{
    private const int Size = 50;
    private const int MostWide = 50;

    private CancellationTokenSource? work;
    private ScreeningPolicy? inForce;
    private IReadOnlyList<ScreeningPolicy> policies = [];
    private int total;
    private int offset;
    private IReadOnlyList<HeldImport> held = [];
    private IReadOnlyList<RuleRow> rows = [];
    private ScreeningPurpose purpose;
    private PolicyEffect? effect;
    private bool isWorking;
    private int percent;
    private bool mayPropose;
    private bool mayDecide;
    private string self = "";
    private string reason = "";
    private readonly Dictionary<string, string> reasons = new(StringComparer.Ordinal);
    private Finding? problem;
    private string? sentence;
    private string? done;
    private string announcement = "";

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private PolicyRegister Register { get; set; } = null!;

    [Inject]
    private PolicyPreview Preview { get; set; } = null!;

    [Inject]
    private WatchlistRegister Lists { get; set; } = null!;

    [Inject]
    private HeldImports Held { get; set; } = null!;

    [Inject]
    private WatchlistScreen Screen { get; set; } = null!;

    [Inject]
    private PortTime Times { get; set; } = null!;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (work is not null)
            await work.CancelAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (await ActorAsync() is not { } actor)
            return;
        self = actor.Name;
        mayPropose = actor.Is(Roles.WatchlistManager);
        mayDecide = mayPropose || actor.Is(Roles.Supervisor);
        await ReadAsync(actor);
    }

    private async Task ReadAsync(Actor actor)
    {
        var (now, page, lists) = (await Register.InForceAsync(actor), await Register.ListAsync(offset, Size, actor), await Lists.InForceAsync(actor));
        if ((now.Problem ?? page.Problem ?? lists.Problem) is { } denied)
        {
            problem = denied;
            return;
        }
        held = (await Held.ListAsync(actor)).Value ?? [];
        (inForce, policies, total) = (now.Value, page.Value!.Items, page.Value.Total);
        // Of orders nobody may alert less: they are listed only where a rule makes them alert more.
        var names = lists.Value!.Select(list => list.List).Where(list => list != ExitOrder.List).Union(inForce!.Rules.Select(rule => rule.List)).Order(StringComparer.Ordinal);
        rows =
        [
            .. from list in names
               from one in Enum.GetValues<ScreeningPurpose>()
               select new RuleRow(inForce.Rules.FirstOrDefault(rule => rule.List == list && rule.Purpose == one) ?? new PolicyRule(list, one)),
        ];
    }

    private async Task TurnPageAsync(int to)
    {
        offset = Math.Max(0, to);
        if (await ActorAsync() is { } actor)
            await ReadAsync(actor);
    }

    /// <summary>The rules as typed; null where one is no number, which is then told.</summary>
    private List<PolicyRule>? Typed()
    {
        Forget();
        var rules = new List<PolicyRule>();
        foreach (var row in rows)
        {
            if (row.Read(out var wrong) is not { } rule)
            {
                sentence = Text["NumberForm", wrong];
                return null;
            }
            rules.Add(rule);
        }
        return rules;
    }

    private async Task PreviewTypedAsync()
    {
        if (Typed() is { } rules)
            await PreviewAsync(rules, purpose);
    }

    private async Task PreviewAsync(IReadOnlyList<PolicyRule> rules, ScreeningPurpose screenedFor)
    {
        if (isWorking || await ActorAsync() is not { } actor)
            return;
        Forget();
        (isWorking, percent, effect) = (true, 0, null);
        announcement = Text["EffectWorking"];
        using var cancellation = work = new CancellationTokenSource();
        try
        {
            var shown = new ShownShare(share => _ = InvokeAsync(() =>
            {
                percent = share;
                StateHasChanged();
            }));
            var answer = await Task.Run(() => Preview.EffectAsync(rules, screenedFor, actor, shown, cancellation.Token), cancellation.Token);
            (effect, problem) = (answer.Value, answer.Problem);
            announcement = effect is null ? "" : Text["EffectSaid", effect.More, effect.Fewer];
        }
        catch (OperationCanceledException)
        {
            announcement = "";
        }
        finally
        {
            (isWorking, work) = (false, null);
        }
    }

    private async Task ProposeAsync()
    {
        if (Typed() is not { } rules || await ActorAsync() is not { } actor)
            return;
        var proposed = await Register.ProposeAsync(rules, reason, actor, CancellationToken.None);
        problem = proposed.Problem;
        if (!proposed.Succeeded)
            return;
        reason = "";
        done = Text[proposed.Value.IsWide ? "PolicyWaits" : "PolicyTaken", proposed.Value.Number];
        await ReadAsync(actor);
    }

    private async Task DecideAsync(ScreeningPolicy waiting, bool approve)
    {
        if (await ActorAsync() is not { } actor)
            return;
        Forget();
        var decided = await Register.DecideAsync(waiting.Number, approve, Reason($"policy {waiting.Number}"), actor, CancellationToken.None);
        problem = decided.Problem;
        if (!decided.Succeeded)
            return;
        reasons.Clear();
        done = Text[approve ? "PolicyTaken" : "PolicyTurnedDown", waiting.Number];
        await ReadAsync(actor);
    }

    private async Task DecideHeldAsync(WatchlistVersion version, bool approve)
    {
        if (await ActorAsync() is not { } actor)
            return;
        Forget();
        var decided = await Held.DecideAsync(version.List, version.ImportedAt, approve, Reason($"held {version.List}"), actor, CancellationToken.None);
        problem = decided.Problem;
        if (!decided.Succeeded)
            return;
        reasons.Clear();
        if (approve)
            await Screen.RefreshAsync(CancellationToken.None);
        done = Text[approve ? "ImportDone" : "HeldDropped", version.List, version.Number];
        await ReadAsync(actor);
    }

    /// <summary>What was typed for one of those that wait.</summary>
    private string Reason(string of) => reasons.GetValueOrDefault(of, "");

    private void Say(string of, ChangeEventArgs typed) => reasons[of] = typed.Value?.ToString() ?? "";

    private async Task CancelAsync()
    {
        if (work is not null)
            await work.CancelAsync();
    }

    private void Forget() => (problem, sentence, done, announcement) = (null, null, null, "");

    /// <summary>Who acts, or null where the session has ended meanwhile.</summary>
    private async Task<Actor?> ActorAsync()
    {
        var user = (await Authentication).User;
        return user.Identity is { IsAuthenticated: true } ? user.ToActor() : null;
    }
}
