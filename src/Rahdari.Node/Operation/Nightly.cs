using Microsoft.Extensions.Hosting;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Operation;

/// <summary>Work that is done once a day at an hour of the port. A night on which the site was off is not made up for; what fails is tried again within the hour.</summary>
/// <param name="hour">The hour, 0 to 23; null where it is not done.</param>
/// <param name="settings">The port's time zone.</param>
/// <param name="clock">The clock.</param>
internal abstract class Nightly(int? hour, SiteSettings settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (hour is null)
            return;
        DateOnly? done = null;
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone));
            var day = DateOnly.FromDateTime(local.DateTime);
            if (local.Hour != hour || day == done)
                continue;
            try
            {
                await WorkAsync(stoppingToken);
                done = day;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e); // What is committed stays; the next round goes on.
            }
        }
    }

    /// <summary>The work of one night.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellation);

    /// <summary>Tells the log that it failed.</summary>
    protected abstract void Failed(Exception e);
}
