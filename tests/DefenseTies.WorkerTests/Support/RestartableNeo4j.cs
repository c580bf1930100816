using System.Diagnostics;
using System.Globalization;

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
        var scripts = Above("shared/neo4j");
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
        // In front, the script becomes the server; should this test run die, the server ends, too.
        var start = new ProcessStartInfo(Path.Combine(scripts, "start"), ["--home", home, "--http-port", port, "--die-with", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http=", StringComparison.Ordinal))
                port = line[(line.LastIndexOf(':') + 1)..];
            if (line.StartsWith("ready=", StringComparison.Ordinal))
                return;
        }

        await process.WaitForExitAsync();
        const int noJava = 3;
        Assert.SkipWhen(process.ExitCode == noJava, "No Neo4j: shared/neo4j needs Java 17 (apt-get install openjdk-17-jre-headless).");
        throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}.");
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill();
        process?.WaitForExit();
        process?.Dispose();
    }

    private static string? Above(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, path)))
                return Path.Combine(folder.FullName, path);
        }

        return null;
    }
}
