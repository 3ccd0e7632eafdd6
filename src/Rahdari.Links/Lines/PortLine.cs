using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Links.Brokers;
using Rahdari.Links.Messages;
using Rahdari.Links.Pki;
using Rahdari.Records.Ledger;

namespace Rahdari.Links.Lines;

/// <summary>
/// Sends a port's records to headquarters. The ledger is the outbox and stays the truth: the broker is only the road. Whatever headquarters has not given a receipt for within a while is sent again; a
/// broker that lost its store, a line that was cut and a program that was killed lose nothing.
/// </summary>
public sealed partial class PortLine : BackgroundService
{
    private const int LongestRun = 500;
    private const int LargestRun = 400 * 1024;

    /// <summary>So many records may be under way without a receipt: a slow headquarters slows the port's sending, and fills nobody's disk.</summary>
    private const int Window = 20_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Reporting = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SiteFolder site;
    private readonly LinkSettings settings;
    private readonly Outbox outbox;
    private readonly NodeStanding standing;
    private readonly ReceivedTopics received;
    private readonly HistoryLine history;
    private readonly AuditLog audit;
    private readonly LinkState state;
    private readonly TimeProvider clock;
    private readonly ILogger<PortLine> log;

    /// <summary>The service; starts with the site.</summary>
    public PortLine(SiteFolder site, LinkSettings settings, Outbox outbox, NodeStanding standing, ReceivedTopics received, HistoryLine history, AuditLog audit, LinkState state, TimeProvider clock, ILogger<PortLine> log) =>
        (this.site, this.settings, this.outbox, this.standing, this.received, this.history, this.audit, this.state, this.clock, this.log) =
        (site, settings, outbox, standing, received, history, audit, state, clock, log);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var credentials = NodeCredentials.Open(site, clock);
                if (credentials.Succeeded)
                {
                    using (credentials.Value)
                        await RunAsync(credentials.Value, stoppingToken);
                }
                else
                {
                    state.Failed(LinksSentences.Of(credentials.Problem, System.Globalization.CultureInfo.InvariantCulture) ?? credentials.Problem.Code);
                }
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever goes wrong on a line, the port goes on recording; the line is opened anew.
                state.Failed(e.Message);
                LogBroken(e.GetType().Name, e.Message);
            }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(NodeCredentials credentials, CancellationToken stopping)
    {
        // Certificates were replaced, perhaps: the broker takes them when it begins.
        var broker = new BrokerFiles(site, settings);
        if (broker.Write([]))
            BrokerProcess.End(broker.ProcessFile);
        await using var line = await Line.ConnectAsync(credentials, settings.LocalPort, null, stopping);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, line.Lost);
        var connection = line.Connection;
        var streams = new NatsJSContext(connection);
        var stream = await BrokerProcess.WithStreamsAsync(broker.ProcessFile, () => StreamAsync(streams, ending.Token));
        using var receipts = new ReceiptBox(settings.Headquarters, site.Settings.Node, credentials);
        var topics = new PortTopics(line, receipts, settings.Headquarters, received, log);
        var revocations = new PortRevocations((question, token) => line.AskAsync(Line.Revocations, question, Line.Patience, token), credentials, new NodeEnrolment(site, audit, clock), settings.Headquarters, log);
        using var asking = history.Open(new HistoryRoad((question, token) => line.AskAsync(Line.History, question, HistoryLine.Deadline, token), certificate => credentials.RecordKeyOf(certificate, settings.Headquarters)));
        await Together.RunAsync(
            ending,
            token => ListenAsync(connection, receipts, token),
            topics.HearAsync,
            topics.FollowAsync,
            revocations.FollowAsync,
            token => SendAsync(line, streams, stream, receipts, credentials, token));
        line.ThrowIfLost();
    }

    private async Task SendAsync(Line line, NatsJSContext streams, string stream, ReceiptBox receipts, NodeCredentials credentials, CancellationToken stopping)
    {
        var node = site.Settings.Node;
        var records = new SentRecords(await outbox.ReceiptAsync(settings.Headquarters, stopping));
        var progress = Stopwatch.StartNew();
        var reported = Stopwatch.StartNew();
        var isFirst = true;
        while (!credentials.IsReplaced)
        {
            stopping.ThrowIfCancellationRequested();
            if (isFirst || reported.Elapsed > Reporting)
            {
                reported.Restart();
                await ReportAsync(line, stream, records.Confirmed, receipts, stopping);
                isFirst = false;
            }
            if (receipts.Take() is { } receipt)
            {
                state.Answered(clock.GetUtcNow(), receipt.Clock, receipt.Sequence);
                if (records.IsNews(receipt.Sequence))
                {
                    if (!await outbox.ConfirmAsync(settings.Headquarters, receipt.Sequence, receipt.Hash, stopping))
                        throw new InvalidOperationException($"Headquarters has another record {receipt.Sequence} of this node than this site: one of the two is not what it was.");
                    records.Confirm(receipt.Sequence);
                    progress.Restart();
                    // What a receipt covers, the broker need not keep: a headquarters whose broker lost its store would draw all of it once more.
                    if (records.Covered() is > 0 and var covered)
                        await streams.PurgeStreamAsync(stream, new StreamPurgeRequest { Seq = covered + 1 }, stopping);
                }
                if (receipt.IsGap && receipt.Sequence >= records.Confirmed)
                    records.Again();
            }
            var end = await outbox.EndAsync(stopping);
            state.Queued(end - records.Confirmed);
            if (records.Last == records.Confirmed)
                progress.Restart();
            else if (progress.Elapsed > Again && state.IsAnswering(clock.GetUtcNow()))
            {
                // A broker was killed before its disk had what was sent, or lost its store.
                records.Again();
                progress.Restart();
            }
            if (records.Last < end && records.Last - records.Confirmed < Window)
            {
                var run = await outbox.ReadAsync(records.Last, LongestRun, LargestRun, stopping);
                records.Add(run[^1].Sequence, await PublishAsync(streams, run, $"{node}-{records.Attempt}-{run[0].Sequence}", stopping));
                continue;
            }
            await receipts.WaitAsync(Look, stopping);
        }
    }

    /// <returns>The place in the broker's stream.</returns>
    private static async Task<ulong> PublishAsync(NatsJSContext streams, IReadOnlyList<LedgerEntry> run, string name, CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Line.Patience);
        var acknowledged = await streams.PublishAsync(Line.Records, RecordRun.Write(run), opts: new NatsJSPubOpts { MsgId = name }, cancellationToken: limit.Token);
        acknowledged.EnsureSuccess();
        return acknowledged.Seq;
    }

    private async Task ReportAsync(Line line, string stream, long confirmed, ReceiptBox receipts, CancellationToken stopping)
    {
        var told = await standing.ReadAsync(stopping);
        var report = new PortReport(
            1, site.Settings.Node, Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "", stream, await outbox.EndAsync(stopping), confirmed, clock.GetUtcNow(), told.DiskFree, told.Lists, told.LastCrossing);
        // Where headquarters is away, what is recorded meanwhile waits.
        receipts.Put(await line.AskAsync(Line.Report, PortReports.Write(report), Line.Patience, stopping));
    }

    private static async Task ListenAsync(NatsConnection connection, ReceiptBox receipts, CancellationToken ending)
    {
        await foreach (var message in connection.SubscribeAsync<byte[]>(Line.Receipts, cancellationToken: ending))
            receipts.Put(message.Data);
    }

    /// <summary>The broker's stream of this port's records. A broker that lost its store gets one of another name: whoever read the old one would wait for ever for what comes after its end.</summary>
    private async Task<string> StreamAsync(NatsJSContext streams, CancellationToken stopping)
    {
        const string Prefix = "RECORDS-";
        await foreach (var known in streams.ListStreamsAsync(cancellationToken: stopping))
        {
            if (known.Info.Config.Name?.StartsWith(Prefix, StringComparison.Ordinal) == true)
                return known.Info.Config.Name;
        }
        var name = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        await streams.CreateStreamAsync(
            new StreamConfig(name, [Line.Records])
            {
                MaxBytes = settings.BrokerBytes,
                MaxAge = TimeSpan.FromDays(1),
                Discard = StreamConfigDiscard.Old,
                DuplicateWindow = TimeSpan.FromMinutes(2),
                Storage = StreamConfigStorage.File,
            },
            stopping);
        return name;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The link to headquarters is broken ({Kind}: {Reason}); it is opened anew.")]
    private partial void LogBroken(string kind, string reason);
}
