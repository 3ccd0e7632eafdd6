using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Links.Brokers;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;
using Rahdari.Records.Ledger;

namespace Rahdari.Links.Lines;

/// <summary>
/// One node's end at headquarters, in that node's account of the broker: draws its records out of its broker's stream, takes them in, and says how far they are committed. Whose they are, the account says,
/// which the node's certificate opened.
/// </summary>
internal sealed partial class PortChannel(
    string node, string password, SiteFolder site, LinkSettings settings, NodeTrust trust, RecordIntake intake, NodeBoard board, TopicDesk topics, HistoryDesk histories, TimeProvider clock, ILogger log)
{
    private const int MostMessages = 16;

    /// <summary>So many questions wait; of more the oldest is dropped, whose asker has the shortest patience left.</summary>
    private const int MostQuestions = 32;

    private const int QuestionsAtOnce = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Draw = TimeSpan.FromSeconds(2);

    /// <summary>The stream that the node last said its records are in.</summary>
    private volatile string? stream;

    public async Task RunAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                await OpenAsync(ending);
            }
            catch (Exception) when (ending.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogBroken(node, e.GetType().Name, e.Message);
            }
            await Task.Delay(Pause, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task OpenAsync(CancellationToken ending)
    {
        var opened = NodeCredentials.Open(site, clock);
        if (!opened.Succeeded)
            throw new InvalidOperationException(LinksSentences.Of(opened.Problem, System.Globalization.CultureInfo.InvariantCulture));
        using var credentials = opened.Value;
        using var key = site.OpenKey();
        await using var line = await Line.ConnectAsync(credentials, settings.LocalPort, (node, password), ending);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending, line.Lost);
        var connection = line.Connection;
        await Together.RunAsync(
            stop,
            token => AnswerAsync(connection, Sign, token),
            token => AnnounceAsync(connection, token),
            token => CatalogueAsync(connection, token),
            token => PartsAsync(connection, token),
            token => RevocationsAsync(connection, token),
            token => HistoriesAsync(connection, Answer, token),
            token => DrawAsync(connection, credentials, Sign, token));
        line.ThrowIfLost();

        byte[] Sign(Receipt receipt, bool isGap) =>
            SignedReceipt.Sign(site.Settings.Node, node, receipt.Sequence, receipt.Hash, isGap, clock.GetUtcNow(), key, credentials.Record).Write();

        Task<byte[]> Answer(byte[]? question, CancellationToken token) => histories.AnswerAsync(question, node, key, credentials.Record, token);
    }

    /// <summary>Answers the node's reports with a receipt.</summary>
    private async Task AnswerAsync(NatsConnection connection, Func<Receipt, bool, byte[]> sign, CancellationToken stop)
    {
        await foreach (var message in connection.SubscribeAsync<byte[]>(Line.Report, cancellationToken: stop))
        {
            if (message.Data is null || PortReports.Read(message.Data) is not { } report || report.Node != node)
            {
                await intake.RefuseAsync(node, message.Data ?? [], stop);
                continue;
            }
            var receipt = await intake.ReceiptAsync(node, stop);
            board.Put(report, receipt.Sequence, clock.GetUtcNow());
            stream = report.Stream;
            await message.ReplyAsync(sign(receipt, false), cancellationToken: stop);
        }
    }

    /// <summary>Sends the catalogue as soon as it is another.</summary>
    private async Task AnnounceAsync(NatsConnection connection, CancellationToken stop)
    {
        var announced = 0L;
        while (true)
        {
            if (topics.Number is var number && number != announced && topics.Catalogue is { } catalogue)
            {
                await connection.PublishAsync(Line.Catalogue, catalogue, cancellationToken: stop);
                announced = number;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
        }
    }

    private async Task CatalogueAsync(NatsConnection connection, CancellationToken stop)
    {
        await foreach (var message in connection.SubscribeAsync<byte[]>(Line.CatalogueAsked, cancellationToken: stop))
            await message.ReplyAsync(topics.Catalogue ?? [], cancellationToken: stop);
    }

    /// <summary>Hands out parts; an empty answer where there is none.</summary>
    private async Task PartsAsync(NatsConnection connection, CancellationToken stop)
    {
        await foreach (var message in connection.SubscribeAsync<byte[]>(Line.Topics, cancellationToken: stop))
        {
            var part = message.Data is not null && TopicRequest.Read(message.Data) is { } request ? await topics.PartAsync(request, node, stop) : null;
            await message.ReplyAsync(part ?? [], cancellationToken: stop);
        }
    }

    /// <summary>Hands out the list of revoked certificates to whoever has an older one.</summary>
    private async Task RevocationsAsync(NatsConnection connection, CancellationToken stop)
    {
        await foreach (var message in connection.SubscribeAsync<byte[]>(Line.Revocations, cancellationToken: stop))
        {
            var list = message.Data is not null && RevocationRequest.Read(message.Data) is { } request ? trust.RevocationsAfter(request.Present) : null;
            await message.ReplyAsync(list ?? [], cancellationToken: stop);
        }
    }

    /// <summary>Answers the node's questions for a person's crossings. One that goes wrong is not answered; what it was of is not logged.</summary>
    private async Task HistoriesAsync(NatsConnection connection, Func<byte[]?, CancellationToken, Task<byte[]>> answer, CancellationToken stop)
    {
        var questions = connection.SubscribeAsync<byte[]>(Line.History, opts: new NatsSubOpts { ChannelOpts = new NatsSubChannelOpts { Capacity = MostQuestions, FullMode = BoundedChannelFullMode.DropOldest } }, cancellationToken: stop);
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = QuestionsAtOnce, CancellationToken = stop }, async (question, ending) =>
        {
            try
            {
                // Nobody waits for longer.
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending);
                limit.CancelAfter(HistoryLine.Deadline);
                await question.ReplyAsync(await answer(question.Data, limit.Token), cancellationToken: ending);
            }
            catch (Exception e) when (!ending.IsCancellationRequested)
            {
                LogUnanswered(node, e.GetType().Name);
            }
        });
    }

    /// <summary>Draws from whichever stream is the node's, until this site has other certificates.</summary>
    private async Task DrawAsync(NatsConnection connection, NodeCredentials credentials, Func<Receipt, bool, byte[]> sign, CancellationToken ending)
    {
        while (!credentials.IsReplaced)
        {
            if (stream is { } name)
                await DrawAsync(connection, name, credentials, sign, ending);
            else
                await Task.Delay(TimeSpan.FromMilliseconds(100), ending);
        }
    }

    private async Task DrawAsync(NatsConnection connection, string name, NodeCredentials credentials, Func<Receipt, bool, byte[]> sign, CancellationToken ending)
    {
        var consumer = await BrokerProcess.WithStreamsAsync(new BrokerFiles(site, settings).ProcessFile, () => ConsumerAsync(new NatsJSContext(connection), name, ending));
        while (stream == name && !credentials.IsReplaced)
        {
            var drawn = new List<INatsJSMsg<byte[]>>();
            await foreach (var message in consumer.FetchAsync<byte[]>(new NatsJSFetchOpts { MaxMsgs = MostMessages, Expires = Draw, IdleHeartbeat = Draw / 2 }, cancellationToken: ending))
            {
                drawn.Add(message);
                // What is there is taken in at once; only an empty stream is waited for.
                if (message.Metadata is not { NumPending: > 0 })
                    break;
            }
            if (drawn.Count == 0)
                continue;
            var (receipt, isGap) = await TakeAsync(drawn, ending);
            foreach (var message in drawn)
                await message.AckAsync(cancellationToken: ending);
            await connection.PublishAsync(Line.Receipts, sign(receipt, isGap), cancellationToken: ending);
        }
    }

    /// <summary>What is sourced from the node's stream of that name; others of this node are let go.</summary>
    private async Task<INatsJSConsumer> ConsumerAsync(NatsJSContext streams, string name, CancellationToken ending)
    {
        await foreach (var old in streams.ListStreamsAsync(cancellationToken: ending))
        {
            if (old.Info.Config.Name != name)
                await streams.DeleteStreamAsync(old.Info.Config.Name!, ending);
        }
        await streams.CreateOrUpdateStreamAsync(
            new StreamConfig
            {
                Name = name,
                Sources = [new StreamSource { Name = name, External = new ExternalStreamSource { Api = $"$JS.{node}.API" } }],
                Retention = StreamConfigRetention.Workqueue,
                MaxBytes = BrokerFiles.HubStreamBytes,
                Discard = StreamConfigDiscard.Old,
                Storage = StreamConfigStorage.File,
            },
            ending);
        return await streams.CreateOrUpdateConsumerAsync(
            name, new ConsumerConfig("headquarters") { AckPolicy = ConsumerConfigAckPolicy.Explicit, AckWait = TimeSpan.FromSeconds(30), MaxAckPending = 4 * MostMessages }, ending);
    }

    private async Task<(Receipt Receipt, bool IsGap)> TakeAsync(List<INatsJSMsg<byte[]>> drawn, CancellationToken ending)
    {
        var run = new List<LedgerEntry>();
        var isGap = false;
        foreach (var message in drawn)
        {
            if (RecordRun.Read(message.Data, out _) is not { } records)
            {
                await intake.RefuseAsync(node, message.Data, ending);
                continue;
            }
            // What follows what came before is taken in with it, in one transaction.
            if (run.Count > 0 && (records[0].Sequence != run[^1].Sequence + 1 || records[0].Node != run[^1].Node || run.Count + records.Count > RecordIntake.LongestRun))
                await FlushAsync();
            run.AddRange(records);
        }
        await FlushAsync();
        return (await intake.ReceiptAsync(node, ending), isGap);

        async Task FlushAsync()
        {
            if (run.Count > 0)
                isGap = (await intake.TakeAsync(node, run, ending)).IsGap;
            run = [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A question of {Node} for a traveller's crossings was not answered ({Kind}).")]
    private partial void LogUnanswered(string node, string kind);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The link of {Node} is broken ({Kind}: {Reason}); it is opened anew.")]
    private partial void LogBroken(string node, string kind, string reason);
}
