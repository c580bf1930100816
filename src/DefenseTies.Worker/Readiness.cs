using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseTies.Worker;

/// <summary>Ready when what comes in can be written into the graph. Not being ready is no reason to restart the worker: it takes articles all the same.</summary>
internal sealed class Readiness(StoreState store, Intake intake, Ledger ledger) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = ledger.Counts().ToDictionary(c => c.Key, c => (object)c.Value);
        data["queued"] = intake.Waiting;
        return Task.FromResult(store.Trouble is { } trouble ? HealthCheckResult.Unhealthy(trouble, data: data) : HealthCheckResult.Healthy("ready", data));
    }
}
