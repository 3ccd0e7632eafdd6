using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rahdari.Border.Screening;

namespace Rahdari.Node.Operation;

/// <summary>Says which versions are searched. Degraded where no list is in force, or what is in force is not searched yet: travellers would be screened against nothing, or against what was.</summary>
internal sealed class ListCheck(WatchlistScreen screen) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (searched, awaited) = (string.Join(", ", screen.Versions), string.Join(", ", screen.Awaited));
        return Task.FromResult(
            awaited.Length > 0 ? HealthCheckResult.Degraded($"Searched: {(searched.Length > 0 ? searched : "nothing")}. In force and not searched yet: {awaited}.")
            : searched.Length == 0 ? HealthCheckResult.Degraded("No watchlist is in force.")
            : HealthCheckResult.Healthy(searched));
    }
}
