using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Screening;

namespace Rahdari.Node.Operation;

/// <summary>Takes up a list that another process imported (the command line, another node of the site) within seconds.</summary>
internal sealed partial class ListRefresh(WatchlistScreen screen, ListAge age, TimeProvider clock, ILogger<ListRefresh> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
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

    [LoggerMessage(LogLevel.Warning, "The lists could not be looked up.")]
    private partial void Failed(Exception e);
}
