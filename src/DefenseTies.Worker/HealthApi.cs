using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DefenseTies.Worker;

/// <summary><c>/health</c>: it runs. <c>/ready</c>: it can write into the graph, with what waits and what became of the rest.</summary>
internal static class HealthApi
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var (_, entry) = report.Entries.Single();
        return context.Response.WriteAsJsonAsync(new { status = report.Status.ToString(), reason = entry.Description, articles = entry.Data });
    }
}
