using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Sites;
using Rahdari.Border.Travellers.National;
using Rahdari.Links.Messages;

namespace Rahdari.Links.Lines;

/// <summary>
/// Asks headquarters for a person's crossings, while the line is open. Nothing of what goes wrong reaches who asks: it is no answer, and the port shows what it knows itself. What is logged names nobody. Thread-safe.
/// </summary>
public sealed partial class HistoryLine : INationalHistory
{
    /// <summary>How long an answer is awaited: somebody is looking at the page.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(1);

    private readonly string headquarters;
    private readonly string node;
    private readonly LinkState state;
    private readonly TimeProvider clock;
    private readonly ILogger<HistoryLine> log;
    private volatile HistoryRoad? road;

    /// <summary>The port's.</summary>
    public HistoryLine(SiteFolder site, LinkSettings settings, LinkState state, TimeProvider clock, ILogger<HistoryLine> log) =>
        (headquarters, node, this.state, this.clock, this.log) = (settings.Headquarters, site.Settings.Node, state, clock, log);

    /// <inheritdoc/>
    public bool IsLinked => true;

    /// <inheritdoc/>
    public bool IsUp => road is not null && state.IsAnswering(clock.GetUtcNow());

    /// <inheritdoc/>
    public async Task<KnownHistory?> AskAsync(HistoryQuestion question, CancellationToken cancellation = default)
    {
        if (road is not { } open)
            return null;
        using var late = new CancellationTokenSource(Deadline, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            var asked = HistoryRequest.Of(question).Write();
            var answer = await open.Send(asked, limit.Token).WaitAsync(limit.Token);
            if (answer is not { Length: > 0 })
            {
                LogUnanswered("nobody answers there, or the question was not understood");
                return null;
            }
            if (Refuse(asked, answer, open, out var history) is { } reason)
                LogRefused(reason);
            return history;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            LogUnanswered("the deadline passed");
            return null;
        }
        catch (Exception e)
        {
            // The line was lost while it was asked. What the exception says may repeat what was sent.
            LogUnanswered(e.GetType().Name);
            return null;
        }
    }

    /// <summary>Asks over this road from now on, until what is returned is disposed of.</summary>
    internal IDisposable Open(HistoryRoad opened)
    {
        road = opened;
        return new Closing(this, opened);
    }

    /// <summary>Why an answer does not count, or null.</summary>
    private string? Refuse(byte[] asked, byte[] answer, HistoryRoad open, out KnownHistory? history)
    {
        history = null;
        if (SignedHistory.Read(answer) is not { } read)
            return "it is no answer of a form that is read here";
        if (read.From != headquarters || read.Node != node)
            return "it is from or for another node";
        if (!read.Answers(asked))
            return "it answers another question";
        using (var key = open.KeyOf(read.Certificate))
        {
            if (key is null || !read.IsSigned(key))
                return "headquarters did not sign it";
        }
        history = read.History();
        return history is null ? "its content is of a form that is not read here" : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Headquarters did not answer for a traveller's crossings: {Reason}.")]
    private partial void LogUnanswered(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came as headquarters' answer for a traveller's crossings does not count: {Reason}.")]
    private partial void LogRefused(string reason);

    private sealed class Closing(HistoryLine of, HistoryRoad opened) : IDisposable
    {
#pragma warning disable CS0420 // The exchange is itself volatile.
        public void Dispose() => Interlocked.CompareExchange(ref of.road, null, opened);
#pragma warning restore CS0420
    }
}

/// <summary>How a question goes to headquarters while a line is open.</summary>
/// <param name="Send">Sends it and awaits the answer; null or empty where nobody answers.</param>
/// <param name="KeyOf">Headquarters' record key by a certificate of it; null where it is not that. The caller disposes of it.</param>
internal sealed record HistoryRoad(Func<byte[], CancellationToken, Task<byte[]?>> Send, Func<byte[], ECDsa?> KeyOf);
