using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Distribution;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Travellers.National;
using Rahdari.Links.Brokers;
using Rahdari.Links.Pki;

namespace Rahdari.Links.Lines;

/// <summary>Headquarters' end of every link: follows the authority's register, keeps the broker's accounts as it says, and runs one <see cref="PortChannel"/> for each node that takes part.</summary>
public sealed partial class HeadquartersLine : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly SiteFolder site;
    private readonly LinkSettings settings;
    private readonly NodeTrust trust;
    private readonly RecordIntake intake;
    private readonly ReceivedTravellers travellers;
    private readonly NodeBoard board;
    private readonly PublishedTopics published;
    private readonly HistoryDesk histories;
    private readonly TimeProvider clock;
    private readonly ILogger<HeadquartersLine> log;
    private readonly Dictionary<string, (CancellationTokenSource Ending, Task Running)> channels = new(StringComparer.Ordinal);

    /// <summary>The service; starts with the site.</summary>
    public HeadquartersLine(
        SiteFolder site, LinkSettings settings, NodeTrust trust, RecordIntake intake, ReceivedTravellers travellers, NodeBoard board, PublishedTopics published, NationalRegister national, TimeProvider clock,
        ILogger<HeadquartersLine> log) =>
        (this.site, this.settings, this.trust, this.intake, this.travellers, this.board, this.published, histories, this.clock, this.log) =
        (site, settings, trust, intake, travellers, board, published, new HistoryDesk(national, site.Settings.Node), clock, log);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var topics = new TopicDesk(published, site, clock);
        await Task.WhenAll(
            RepeatAsync("register", Look, () => FollowAsync(topics, stoppingToken), stoppingToken),
            RepeatAsync("catalogue", Look / 2, () => topics.LookAsync(stoppingToken), stoppingToken),
            RepeatAsync("travellers", Look, () => LinkTravellersAsync(stoppingToken), stoppingToken));
        foreach (var (ending, _) in channels.Values)
            await ending.CancelAsync();
        await Task.WhenAll(channels.Values.Select(channel => channel.Running));
    }

    /// <summary>Does it again and again until the site stops; what fails is logged and tried again.</summary>
    private async Task RepeatAsync(string part, TimeSpan pause, Func<Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work();
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                LogBroken(part, e.Message);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Opens and closes channels as nodes come and are revoked.</summary>
    private async Task FollowAsync(TopicDesk topics, CancellationToken stopping)
    {
        string[] nodes = [.. trust.Nodes.Where(node => !node.IsRevoked && node.Name != site.Settings.Node).Select(node => node.Name)];
        var broker = new BrokerFiles(site, settings);
        broker.Log.Prune();
        if (broker.Write(nodes))
            LogBrokerTold(nodes.Length, BrokerProcess.End(broker.ProcessFile));
        foreach (var gone in channels.Keys.Except(nodes).ToArray())
        {
            var (ending, running) = channels[gone];
            await ending.CancelAsync();
            await running;
            ending.Dispose();
            channels.Remove(gone);
        }
        foreach (var node in nodes.Except(channels.Keys).ToArray())
        {
            var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var channel = new PortChannel(node, broker.Password(node), site, settings, trust, intake, board, topics, histories, clock, log);
            channels[node] = (ending, Task.Run(() => channel.RunAsync(ending.Token), CancellationToken.None));
        }
    }

    private async Task LinkTravellersAsync(CancellationToken stopping)
    {
        while (await travellers.LinkAsync(stopping) > 0)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Of headquarters' line, the {Part} failed: {Reason}. It is tried again.")]
    private partial void LogBroken(string part, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The broker is told of {Nodes} nodes; begins anew: {IsEnded}.")]
    private partial void LogBrokerTold(int nodes, bool isEnded);
}
