using System.Globalization;

namespace DefenseTies.Cli.Commands;

/// <summary>Counts what an ingest did and says so, file by file and at the end.</summary>
internal sealed class IngestRun(Shell shell)
{
    private int added, unchanged, failed, claims, ties;

    /// <summary>True when the store gave up before all files were tried.</summary>
    public bool StoreFailed { get; set; }

    /// <summary>One file.</summary>
    public void Report(IngestionResult result)
    {
        var path = Printable.Line(result.Path);
        if (result.Change is not { } change)
        {
            failed++;
            shell.Complain($"{path}: {Printable.Line(result.Problem)}");
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

    /// <summary>The summary.</summary>
    /// <returns>The exit code: 2 when anything went wrong, 130 when it was stopped.</returns>
    public int End(int files, bool interrupted)
    {
        var untried = files - added - unchanged - failed;
        var rest = untried > 0 ? string.Create(CultureInfo.InvariantCulture, $", {untried} not tried") : "";
        var total = added > 0 ? $"; {Printable.Count(claims, "claim")}, {Printable.Count(ties, "new tie")}" : "";
        Say(string.Create(CultureInfo.InvariantCulture, $"{added} added, {unchanged} unchanged, {failed} failed{rest}{total}"));
        if (interrupted)
        {
            shell.Complain("stopped; what is listed as added is in the store, run the same command again for the rest");
            return ExitCode.Interrupted;
        }

        return failed > 0 || StoreFailed ? ExitCode.Error : ExitCode.Found;
    }

    private void Say(string line) => shell.Output.Write(line + "\n");
}
