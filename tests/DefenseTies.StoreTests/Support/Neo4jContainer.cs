using DotNet.Testcontainers.Builders;

namespace DefenseTies.StoreTests.Support;

/// <summary>A Neo4j server in Docker; removed with the test run.</summary>
internal static class Neo4jContainer
{
    private const ushort Http = 7474;

    /// <summary>Its address, or null where there is no Docker.</summary>
    public static async Task<string?> StartAsync()
    {
        try
        {
            var container = new ContainerBuilder("neo4j:5.26-community")
                .WithEnvironment("NEO4J_AUTH", "none")
                .WithPortBinding(Http, assignRandomHostPort: true)
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(Http)))
                .Build();
            await container.StartAsync();
            return $"http://{container.Hostname}:{container.GetMappedPublicPort(Http)}";
        }
        catch (Exception e) when (e is DockerUnavailableException or HttpRequestException or TimeoutException)
        {
            return null;
        }
    }
}
