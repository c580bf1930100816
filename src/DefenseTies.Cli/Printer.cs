using DefenseTies.Exports;
using Spectre.Console;

namespace DefenseTies.Cli;

/// <summary>Prints answers. Tables fit a terminal; redirected, each row is one line, however long, so that grep and less can use it.</summary>
internal static class Printer
{
    /// <summary>Prints in one of <c>table</c>, <c>json</c>, <c>csv</c>.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Shell shell, Answer answer, string format)
    {
        if (format == "json")
            shell.Output.Write(answer.Json() + "\n");
        else if (format == "csv")
        {
            foreach (var row in answer.Csv.Rows.Prepend(answer.Csv.Headings))
                CsvLine(shell, row);
        }
        else if (answer.Count == 0)
            shell.Complain(answer.Nothing);
        else
            Table(shell, answer.Table);
        return answer.Count == 0 ? ExitCode.Nothing : ExitCode.Found;
    }

    /// <summary>Prints a table.</summary>
    public static void Table(Shell shell, Grid grid)
    {
        var table = new Table { Border = shell.IsOutputTerminal ? TableBorder.Rounded : TableBorder.None, ShowRowSeparators = false };
        foreach (var heading in grid.Headings)
            table.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))) { NoWrap = !shell.IsOutputTerminal });
        foreach (var row in grid.Rows)
            table.AddRow(row.Select((cell, i) => new Text(Printable.Line(cell), StyleOf(grid.Headings[i], cell))).ToArray());
        if (shell.IsOutputTerminal)
            shell.OutputConsole.Write(table);
        else
            Wide(shell.Output, table, grid);
    }

    private static void Wide(TextWriter output, Table table, Grid grid)
    {
        using var lines = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(lines),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });

        // Every letter may be two cells wide.
        console.Profile.Width = grid.Headings.Select((h, i) => grid.Rows.Max(r => Math.Max(h.Length, r[i]?.Length ?? 0)) * 2 + 4).Sum();
        console.Write(table);
        foreach (var line in lines.ToString().TrimEnd().Split('\n'))
            output.Write(line.TrimEnd() + "\n");
    }

    /// <summary>Prints one line of comma-separated values.</summary>
    public static void CsvLine(Shell shell, IReadOnlyList<string?> row) =>
        CsvExport.WriteLine(shell.Output, shell.IsOutputTerminal ? row.Select(Printable.Line) : row.AsEnumerable());

    private static Style StyleOf(string heading, string? cell) => heading switch
    {
        "Status" when cell?.StartsWith("actual", StringComparison.Ordinal) == true => new Style(Color.Green),
        "Status" when cell?.StartsWith("denied", StringComparison.Ordinal) == true => new Style(Color.Red),
        "Status" => new Style(Color.Yellow),
        "Says" => new Style(decoration: Decoration.Italic),
        "Tie" or "Claim" => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
