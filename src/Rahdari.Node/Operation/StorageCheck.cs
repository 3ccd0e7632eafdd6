using Microsoft.Extensions.Diagnostics.HealthChecks;
using Rahdari.Border;

namespace Rahdari.Node.Operation;

/// <summary>Healthy where the database answers; degraded where crossings stand in no month's partition.</summary>
internal sealed class StorageCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await services.IsBorderReachableAsync(cancellationToken))
            return HealthCheckResult.Unhealthy("The database does not answer.");
        var outside = await services.CrossingsOutsideMonthsAsync(cancellationToken);
        return outside == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{outside} crossings or more stand in no month's partition (crossings_default).");
    }
}
