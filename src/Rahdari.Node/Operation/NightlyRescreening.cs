using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Screening.Rescreening;

namespace Rahdari.Node.Operation;

/// <summary>Screens everybody in the country again at the site's hour, and takes up a run that was interrupted.</summary>
internal sealed partial class NightlyRescreening(Rescreenings runs, TimeProvider clock, ILogger<NightlyRescreening> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetUtcNow();
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await runs.NightlyAsync(started, stoppingToken) is { } run)
                    Ended(run.State, run.Done, run.Alerts);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e); // What is committed stays; the next round goes on.
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Everybody in the country was screened again: {State}, {Travellers} travellers, {Alerts} alerts.")]
    private partial void Ended(RescreeningState state, int travellers, int alerts);

    [LoggerMessage(LogLevel.Warning, "Everybody in the country could not be screened again; it is tried again.")]
    private partial void Failed(Exception e);
}
