using System.Diagnostics;
using System.Globalization;

namespace DefenseTies.StoreTests.Support;

/// <summary>The scripts of a real Neo4j server, which may be beside the repository: see <c>shared/neo4j/README.md</c>.</summary>
internal static class Neo4jScripts
{
    /// <summary>Why there is no server where there is no Java for it.</summary>
    public const string NoJava = "No Neo4j: shared/neo4j needs Java 17 (apt-get install openjdk-17-jre-headless).";

    /// <summary>Where they are, or null.</summary>
    public static string? Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var scripts = Path.Combine(folder.FullName, "shared", "neo4j");
                if (File.Exists(Path.Combine(scripts, "start")))
                    return scripts;
            }

            return null;
        }
    }

    /// <summary>Starts a server and returns when it answers: its address, and the process that it is. It ends when this test run dies. Null where there is no Java.</summary>
    public static async Task<(string Http, Process Server)?> StartAsync(string scripts, params string[] flags)
    {
        // In front, the script becomes the server.
        var start = new ProcessStartInfo(Path.Combine(scripts, "start"), [.. flags, "--die-with", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Compiled thoroughly, a server's code is faster in minutes, which no test lasts; until then compiling takes the cores from what is tested.
        // Java then makes so little room for code that clearing it up takes as long again.
        start.Environment.TryAdd("NEO4J_TEST_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m");
        var server = Process.Start(start)!;
        var errors = server.StandardError.ReadToEndAsync();
        string? http = null;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http=", StringComparison.Ordinal))
                http = line["http=".Length..];
            if (line.StartsWith("ready=", StringComparison.Ordinal))
                return (http!, server);
        }

        await server.WaitForExitAsync();
        const int noJava = 3;
        return server.ExitCode == noJava ? null : throw new InvalidOperationException($"{start.FileName} ended with {server.ExitCode}: {await errors}");
    }
}
