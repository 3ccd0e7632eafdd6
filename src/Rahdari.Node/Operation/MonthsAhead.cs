using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border;

namespace Rahdari.Node.Operation;

/// <summary>Makes the partitions of crossings before their months come, on PostgreSQL, and says so where crossings stand in none.</summary>
internal sealed partial class MonthsAhead(IServiceProvider services, TimeProvider clock, ILogger<MonthsAhead> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Soon for the first time: the start does not wait for whoever reads.
        using var timer = new PeriodicTimer(Again, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                timer.Period = await services.MakeCrossingMonthsAsync(stoppingToken) ? Every : Again;
                if (await services.CrossingsOutsideMonthsAsync(stoppingToken) is > 0 and var outside)
                    Outside(outside);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e); // The default partition takes what comes meanwhile.
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Crossings} crossings or more stand in no month's partition (crossings_default).")]
    private partial void Outside(long crossings);

    [LoggerMessage(LogLevel.Warning, "The partitions of the coming months could not be made; it is tried again.")]
    private partial void Failed(Exception e);
}
