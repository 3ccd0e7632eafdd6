using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Rahdari.Border.Received;
using Rahdari.Documents.Findings;
using Rahdari.Links.Nodes;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Nodes;

/// <summary>How the country's nodes stand, looked at again every few seconds, and what was refused on the links.</summary>
public sealed partial class NodesDesk : IAsyncDisposable
{
    private const int Size = 50;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource closed = new();
    private readonly CancellationToken closing;
    private NodesView? view;
    private Page<Quarantined>? refusals;
    private int offset;
    private Finding? problem;
    private string announcement = "";

    /// <summary>Looks until the page is closed.</summary>
    public NodesDesk() => closing = closed.Token;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private NodeOverview Overview { get; set; } = null!;

    [Inject]
    private Quarantine Refused { get; set; } = null!;

    [Inject]
    private PortTime Times { get; set; } = null!;

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
        var read = await Overview.ListAsync(actor, closing);
        (view, problem) = (read.Value, read.Problem);
        if (view is null or { Place: LinkPlace.Alone })
            return;
        await ReadRefusalsAsync(actor);
        _ = WatchAsync();
    }

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "–";

    private static string Seconds(double? seconds) => seconds is { } of ? string.Create(CultureInfo.InvariantCulture, $"{of:+0.0;−0.0;0.0} s") : "–";

    private string Second(DateTimeOffset? at) => at is { } of ? Times.Second(of) : "–";

    private static int Troubled(NodesView? of) => of?.Nodes.Count(node => node.Alerts.Count > 0) ?? 0;

    private async Task ReadRefusalsAsync(Actor actor)
    {
        if (!actor.Is(Roles.Administrator) && !actor.Is(Roles.Auditor))
            return;
        var read = await Refused.ListAsync(null, offset, Size, actor, closing);
        (refusals, problem) = (read.Value, read.Problem ?? problem);
    }

    private async Task TurnPageAsync(int to)
    {
        offset = Math.Max(0, to);
        if (await ActorAsync() is { } actor)
            await ReadRefusalsAsync(actor);
    }

    /// <summary>Looks again; the refusals, whose reading is audited each time, only where something new was refused.</summary>
    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Look);
            while (await timer.WaitForNextTickAsync(closing))
            {
                if (await ActorAsync() is not { } actor)
                    return;
                var before = view;
                var read = await Overview.LookAgainAsync(actor, closing);
                (view, problem) = (read.Value, read.Problem);
                if (Troubled(view) != Troubled(before))
                    announcement = Text["NodesToLookAfter", Troubled(view)];
                if (before?.Nodes.Sum(node => node.Refused) != view?.Nodes.Sum(node => node.Refused))
                    await ReadRefusalsAsync(actor);
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

    /// <summary>Who acts, or null where the session has ended meanwhile.</summary>
    private async Task<Actor?> ActorAsync()
    {
        var user = (await Authentication).User;
        return user.Identity is { IsAuthenticated: true } ? user.ToActor() : null;
    }
}
