using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rahdari.Border.Screening;

namespace Rahdari.Node.Operation;

/// <summary>Degraded where no list is in force: travellers would be screened against nothing.</summary>
internal sealed class ListCheck(WatchlistScreen screen) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(screen.Versions.Count == 0 ? HealthCheckResult.Degraded("No watchlist is in force.") : HealthCheckResult.Healthy(string.Join(", ", screen.Versions)));
}
