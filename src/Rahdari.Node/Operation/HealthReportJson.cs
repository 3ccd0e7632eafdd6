using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Rahdari.Node.Operation;

/// <summary>A health report as JSON.</summary>
internal static class HealthReportJson
{
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            Status = $"{report.Status}",
            Checks = report.Entries.Select(e => new { Name = e.Key, Status = $"{e.Value.Status}", e.Value.Description }),
        },
        context.RequestAborted);
}
