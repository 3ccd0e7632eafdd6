using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rahdari.Border;

namespace Rahdari.Node.Operation;

/// <summary>Healthy where the database answers.</summary>
internal sealed class StorageCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await services.IsBorderReachableAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
