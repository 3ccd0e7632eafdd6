using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border.Retention;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Operation;

/// <summary>Purges what is past its time at the site's hour, where the settings name one. A night on which the site was off is not made up for: the next takes both.</summary>
internal sealed partial class NightlyPurge(RetentionPurge purge, SiteSettings settings, TimeProvider clock, ILogger<NightlyPurge> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.PurgeHour is not { } hour)
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
                var report = await purge.PurgeAsync("nightly purge", RetentionPurge.Night, null, stoppingToken);
                done = day;
                if (report.Succeeded)
                    Ended(report.Value.Erased.Classes.Sum(c => c.Records), report.Value.IsComplete);
                else
                    Refused(report.Problem.Code);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e); // What is committed stays; the next round goes on.
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Records} records past their time were purged; complete: {Complete}.")]
    private partial void Ended(int records, bool complete);

    [LoggerMessage(LogLevel.Warning, "Nothing was purged: {Code}.")]
    private partial void Refused(string code);

    [LoggerMessage(LogLevel.Warning, "What is past its time could not be purged; it is tried again.")]
    private partial void Failed(Exception e);
}
