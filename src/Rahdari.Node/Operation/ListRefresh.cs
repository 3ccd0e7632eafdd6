using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;

namespace Rahdari.Node.Operation;

/// <summary>Takes up a list or a policy that another process imported or approved (the command line, another node of the site) within seconds.</summary>
internal sealed partial class ListRefresh(WatchlistScreen screen, PolicyInForce policy, ListAge age, TimeProvider clock, ILogger<ListRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                // First, for a large list takes its time.
                if (await policy.RefreshAsync(stoppingToken))
                    Following(policy.Number);
                if (await screen.RefreshAsync(stoppingToken))
                    Screening(string.Join(", ", screen.Versions));
                await age.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e); // The lists loaded before stay in force; the next round tries again.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Information, "Screening against {Versions}.")]
    private partial void Screening(string versions);

    [LoggerMessage(LogLevel.Information, "Screening by policy {Policy}.")]
    private partial void Following(int policy);

    [LoggerMessage(LogLevel.Warning, "The lists could not be looked up.")]
    private partial void Failed(Exception e);
}
