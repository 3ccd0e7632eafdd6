using Microsoft.Extensions.Logging;
using Rahdari.Border.Indicators;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Operation;

/// <summary>Searches the record of crossings for indicators at the site's hour, from where the last search ended.</summary>
internal sealed partial class NightlyIndicators(IndicationScan scan, SiteSettings settings, TimeProvider clock, ILogger<NightlyIndicators> log) : Nightly(settings.IndicatorsHour, settings, clock)
{
    protected override async Task WorkAsync(CancellationToken cancellation)
    {
        var report = await scan.RunAsync(null, IndicationScan.Night, null, cancellation);
        if (report.Succeeded)
            Ended(report.Value.Crossings, report.Value.Found);
        else
            Refused(report.Problem.Code);
    }

    [LoggerMessage(LogLevel.Information, "{Crossings} crossings were searched for indicators: {Found} found.")]
    private partial void Ended(int crossings, int found);

    [LoggerMessage(LogLevel.Warning, "Nothing was searched for indicators: {Code}.")]
    private partial void Refused(string code);

    [LoggerMessage(LogLevel.Warning, "The record could not be searched for indicators; it is tried again.")]
    protected override partial void Failed(Exception e);
}
