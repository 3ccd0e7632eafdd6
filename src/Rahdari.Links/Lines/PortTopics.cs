using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Distribution;
using Rahdari.Links.Messages;

namespace Rahdari.Links.Lines;

/// <summary>Keeps a port at what headquarters has in force: hears the catalogue, asks for what is missing part by part, and brings it into force whole. What was fetched before the line was cut is not fetched again.</summary>
internal sealed partial class PortTopics(Line line, ReceiptBox receipts, string headquarters, ReceivedTopics received, ILogger log)
{
    private static readonly TimeSpan Ask = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<byte[]> heard = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Hears headquarters' catalogues; only the newest counts.</summary>
    public async Task HearAsync(CancellationToken ending)
    {
        await foreach (var message in line.Connection.SubscribeAsync<byte[]>(Line.Catalogue, cancellationToken: ending))
        {
            if (message.Data is { Length: > 0 } bytes)
                heard.Writer.TryWrite(bytes);
        }
    }

    /// <summary>Asks for the catalogue when the line is new and where none was heard for a while, and follows each.</summary>
    public async Task FollowAsync(CancellationToken ending)
    {
        while (true)
        {
            // Whom to believe, headquarters' first receipt says.
            using (var key = receipts.Key())
            {
                if (key is not null && await line.AskAsync(Line.CatalogueAsked, [], Line.Patience, ending) is { Length: > 0 } catalogue)
                    await FollowAsync(catalogue, new Headquarters(headquarters, key), ending);
            }
            using var longest = CancellationTokenSource.CreateLinkedTokenSource(ending);
            longest.CancelAfter(receipts.IsKnown ? Ask : Pause);
            try
            {
                while (await heard.Reader.ReadAsync(longest.Token) is { } catalogue)
                {
                    using var key = receipts.Key();
                    if (key is not null)
                        await FollowAsync(catalogue, new Headquarters(headquarters, key), ending);
                }
            }
            catch (OperationCanceledException) when (!ending.IsCancellationRequested)
            {
                // None was heard for a while.
            }
        }
    }

    private async Task FollowAsync(byte[] catalogue, Headquarters whom, CancellationToken ending)
    {
        var missing = await received.MissingAsync(catalogue, whom, ending);
        if (!missing.Succeeded)
        {
            LogRefused("catalogue", missing.Problem.Code);
            return;
        }
        foreach (var topic in missing.Value)
            await FetchAsync(topic, whom, ending);
    }

    private async Task FetchAsync(MissingTopic topic, Headquarters whom, CancellationToken ending)
    {
        var wanted = new Queue<int>([1]);
        while (wanted.TryDequeue(out var part))
        {
            if (await line.AskAsync(Line.Topics, new TopicRequest(1, topic.Topic, topic.From, part).Write(), Line.LongPatience, ending) is not { Length: > 0 } bytes)
                return; // Asked for again with the next catalogue.
            var taken = await received.TakeAsync(bytes, whom, ending);
            if (!taken.Succeeded)
            {
                LogRefused(topic.Topic, taken.Problem.Code);
                return;
            }
            if (wanted.Count == 0)
                wanted = new Queue<int>(taken.Value.Missing);
        }
        var applied = await received.ApplyAsync(topic.Topic, whom, null, ending);
        if (applied.Succeeded)
            LogApplied(topic.Topic, applied.Value.Version);
        else
            LogRefused(topic.Topic, applied.Problem.Code);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Topic} is in force in version {Version}, as headquarters published it.")]
    private partial void LogApplied(string topic, long version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came as headquarters' {Topic} was not taken: {Code}.")]
    private partial void LogRefused(string topic, string code);
}
