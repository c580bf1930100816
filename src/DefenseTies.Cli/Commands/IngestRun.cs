using System.Globalization;
using DefenseTies.Articles;
using DefenseTies.Stores;
using Spectre.Console;

namespace DefenseTies.Cli.Commands;

/// <summary>One ingest: counts what it did and says so, file by file and at the end.</summary>
/// <param name="shell">Progress and complaints go to its standard error.</param>
/// <param name="report">Takes the lines that say what became of each file.</param>
internal sealed class IngestRun(Shell shell, TextWriter report)
{
    private int added, unchanged, failed, skipped, claims, ties;

    private bool storeFailed;

    // True while a progress bar stands below the lines.
    private bool live;

    /// <summary>Reads files into a store.</summary>
    /// <returns>The exit code: 2 when anything went wrong, 130 when it was stopped.</returns>
    public async Task<int> ReadAsync(IReadOnlyList<ArticlePath> files, Extraction extraction, IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(f => f.IsSkipped))
        {
            skipped++;
            Say($"skipped    {Printable.Line(file.Path)}: {file.Problem}");
        }

        try
        {
            await WithProgressAsync(files, new Ingestion(extraction, store).RunAsync(files, cancellationToken));
        }
        catch (GraphStoreException error)
        {
            shell.Complain(error.Message);
            storeFailed = true;
        }

        return End(files.Count, cancellationToken.IsCancellationRequested);
    }

    private async Task WithProgressAsync(IReadOnlyList<ArticlePath> files, IAsyncEnumerable<IngestionResult> results)
    {
        if (!shell.IsErrorTerminal || files.Count < 2)
        {
            await foreach (var result in results)
                Report(result);
            return;
        }

        live = true;
        try
        {
            await shell.ErrorConsole.Progress().AutoClear(true).StartAsync(async progress =>
            {
                var task = progress.AddTask("Reading articles", maxValue: files.Count);
                await foreach (var result in results)
                {
                    Report(result);
                    task.Increment(1);
                }
            });
        }
        finally
        {
            live = false;
        }
    }

    private void Report(IngestionResult result)
    {
        var path = Printable.Line(result.Path);
        if (result.Warning is not null)
            Complain($"{path}: {Printable.Line(result.Warning)}");
        if (result.Change is not { } change)
        {
            failed++;
            Complain($"{path}: {Printable.Line(result.Problem)}");
        }
        else if (change.Unchanged)
        {
            unchanged++;
            Say($"unchanged  {path}");
        }
        else
        {
            added++;
            claims += change.NewClaims;
            ties += change.NewTies;
            Say(string.Create(CultureInfo.InvariantCulture, $"added      {path}: {Printable.Count(change.NewClaims, "claim")}, {Printable.Count(change.NewTies, "new tie")}, {Printable.Count(change.NewEntities, "new name")}"));
        }
    }

    private int End(int files, bool interrupted)
    {
        var untried = files - added - unchanged - failed - skipped;
        var rest = Also(skipped, "skipped") + Also(untried, "not tried");
        var total = added > 0 ? $"; {Printable.Count(claims, "claim")}, {Printable.Count(ties, "new tie")}" : "";
        Say(string.Create(CultureInfo.InvariantCulture, $"{added} added, {unchanged} unchanged, {failed} failed{rest}{total}"));
        if (interrupted)
        {
            shell.Complain("stopped; what is listed as added is in the store, run the same command again for the rest");
            return ExitCode.Interrupted;
        }

        return failed > 0 || storeFailed ? ExitCode.Error : ExitCode.Found;
    }

    private static string Also(int count, string what) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $", {count} {what}") : "";

    // Lines that meet the bar on a terminal go through its console, which moves it down; written past it they would be overwritten.
    private void Say(string line)
    {
        if (live && (report == shell.Error || shell.IsOutputTerminal))
            shell.ErrorConsole.WriteLine(line);
        else
            report.Write(line + "\n");
    }

    private void Complain(string message)
    {
        if (live)
            shell.ErrorConsole.WriteLine($"defenseties: {message}");
        else
            shell.Complain(message);
    }
}
