using System.Diagnostics;
using System.Globalization;

namespace DefenseTies.AppTests.Cli;

/// <summary>The real program as a process of its own.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process process;

    private CliProcess(Process process) => this.process = process;

    public static CliProcess Start(string folder, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "DefenseTies.Cli.dll") },
        };
        start.Environment["DEFENSETIES_STORE"] = "";
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return new CliProcess(Process.Start(start)!);
    }

    /// <summary>Waits for a number of lines on standard output.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(int count)
    {
        var lines = new List<string>();
        while (lines.Count < count && await process.StandardOutput.ReadLineAsync() is { } line)
            lines.Add(line);
        return lines;
    }

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() =>
        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Waits for the end, at most a minute.</summary>
    public async Task<CliResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new CliResult(process.ExitCode, output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
