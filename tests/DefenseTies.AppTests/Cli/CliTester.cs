using System.Text;
using System.Text.Json;
using DefenseTies.Cli;

namespace DefenseTies.AppTests.Cli;

/// <summary>What a run of the command printed.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Everything, for a failing test.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";
}

/// <summary>Runs the command in this process, in a temporary folder with a store of its own.</summary>
internal sealed class CliTester : IDisposable
{
    private static readonly Lazy<Pipeline> Usual = new(() => Pipeline.Load());

    public string Folder { get; } = Directory.CreateTempSubdirectory("defenseties").FullName;

    public string Database => Path.Combine(Folder, "graph.db");

    public bool IsTerminal { get; init; }

    /// <summary>What Ctrl-C does.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Environment variables besides the store's.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Another pipeline than the program's own.</summary>
    public Lazy<Pipeline> Reading { get; init; } = Usual;

    /// <summary>Runs a verb. The store is the tester's own unless the arguments name one.</summary>
    public async Task<CliResult> RunAsync(params string[] args) => await RunWithInputAsync("", args);

    public async Task<CliResult> RunWithInputAsync(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var standardInput = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var shell = new Shell(output, error, standardInput, IsTerminal, IsTerminal, name => name == "DEFENSETIES_STORE" ? $"sqlite:{Database}" : Environment.GetValueOrDefault(name), Reading);
        var code = await CommandLine.RunAsync(shell, args, Stop);
        return new CliResult(code, Hidden(output.ToString()), Hidden(error.ToString()));
    }

    /// <summary>Writes a file; gives its path.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private string Hidden(string text) => text.Replace(Folder, "FOLDER", StringComparison.Ordinal);
}
