using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Indicators;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Operation;

/// <summary>Searches the record of crossings for indicators at the site's hour, from where the last search ended.</summary>
internal sealed partial class NightlyIndicators(IndicationScan scan, SiteSettings settings, TimeProvider clock, ILogger<NightlyIndicators> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.IndicatorsHour is not { } hour)
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
                var report = await scan.RunAsync(null, IndicationScan.Night, null, stoppingToken);
                done = day;
                if (report.Succeeded)
                    Ended(report.Value.Crossings, report.Value.Found);
                else
                    Refused(report.Problem.Code);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e); // What is committed stays; the next round goes on.
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Crossings} crossings were searched for indicators: {Found} found.")]
    private partial void Ended(int crossings, int found);

    [LoggerMessage(LogLevel.Warning, "Nothing was searched for indicators: {Code}.")]
    private partial void Refused(string code);

    [LoggerMessage(LogLevel.Warning, "The record could not be searched for indicators; it is tried again.")]
    private partial void Failed(Exception e);
}
