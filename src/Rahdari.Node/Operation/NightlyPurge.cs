using Microsoft.Extensions.Logging;
using Rahdari.Border.Retention;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Operation;

/// <summary>Purges what is past its time at the site's hour, where the settings name one.</summary>
internal sealed partial class NightlyPurge(RetentionPurge purge, SiteSettings settings, TimeProvider clock, ILogger<NightlyPurge> log) : Nightly(settings.PurgeHour, settings, clock)
{
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        var report = await purge.PurgeAsync("nightly purge", RetentionPurge.Night, null, cancellation);
        if (report.Succeeded)
            Ended(report.Value.Erased.Classes.Sum(c => c.Records), report.Value.IsComplete);
        else
            Refused(report.Problem.Code);
    }

    [LoggerMessage(LogLevel.Information, "{Records} records past their time were purged; complete: {Complete}.")]
    private partial void Ended(int records, bool complete);

    [LoggerMessage(LogLevel.Warning, "Nothing was purged: {Code}.")]
    private partial void Refused(string code);

    [LoggerMessage(LogLevel.Warning, "What is past its time could not be purged; it is tried again.")]
    protected override partial void Failed(Exception e);
}
