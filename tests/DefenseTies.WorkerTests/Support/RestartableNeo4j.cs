using System.Diagnostics;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.WorkerTests.Support;

/// <summary>A Neo4j server of one test's own, which may crash and come back with what it had. Without one at hand the test is skipped with the reason.</summary>
internal sealed class RestartableNeo4j : IDisposable
{
    private readonly string scripts, home;
    private string port = "0";
    private Process? process;

    private RestartableNeo4j(string scripts, string home) => (this.scripts, this.home) = (scripts, home);

    /// <summary>Its address as a store.</summary>
    public string Store => $"neo4j:http://127.0.0.1:{port}";

    /// <summary>Starts a server whose data is in a folder.</summary>
    public static async Task<RestartableNeo4j> StartAsync(string home)
    {
        var scripts = Neo4jScripts.Folder;
        Assert.SkipWhen(scripts is null, "No Neo4j that can be stopped and started: there is no shared/neo4j beside the repository.");
        var server = new RestartableNeo4j(scripts!, home);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Ends it as a crash would.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Starts it at the same port, with the data it had; returns when it answers.</summary>
    public async Task StartAgainAsync()
    {
        var started = await Neo4jScripts.StartAsync(scripts, "--home", home, "--http-port", port);
        Assert.SkipWhen(started is null, Neo4jScripts.NoJava);
        (var http, process) = started!.Value;
        port = http[(http.LastIndexOf(':') + 1)..];
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }
}
