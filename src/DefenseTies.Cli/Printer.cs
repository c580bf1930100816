using DefenseTies.Exports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DefenseTies.Cli;

/// <summary>Prints answers. On a terminal the words behind a row stand under it; redirected, each row is one line, however long, so that grep and less can use it.</summary>
internal static class Printer
{
    private const int NarrowestColumn = 8, Gap = 2;

    /// <summary>Prints in one of <c>table</c>, <c>json</c>, <c>csv</c>.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(Shell shell, Answer answer, string format)
    {
        if (format == "json")
        {
            shell.Output.Write(answer.Json() + "\n");
        }
        else if (format == "csv")
        {
            foreach (var row in answer.Csv.Rows.Prepend(answer.Csv.Headings))
                CsvLine(shell, row);
        }
        else if (answer.Count == 0)
        {
            shell.Complain(answer.Nothing);
        }
        else
        {
            Table(shell, answer.Table);
        }

        return answer.Count == 0 ? ExitCode.Nothing : ExitCode.Found;
    }

    /// <summary>Prints a table; the last column may be <c>Says</c>, the words behind the row.</summary>
    public static void Table(Shell shell, Grid grid)
    {
        if (shell.IsOutputTerminal)
            OnTerminal(shell.OutputConsole, grid);
        else
            Wide(shell.Output, grid);
    }

    /// <summary>Prints one line of comma-separated values.</summary>
    public static void CsvLine(Shell shell, IReadOnlyList<string?> row) =>
        CsvExport.WriteLine(shell.Output, shell.IsOutputTerminal ? row.Select(Printable.Line) : row.AsEnumerable());

    private static void OnTerminal(IAnsiConsole console, Grid grid)
    {
        var columns = grid.Headings.Count - (grid.Headings[^1] == "Says" ? 1 : 0);
        var widths = Enumerable.Range(0, columns).Select(i => WidthOf(grid, i)).ToArray();

        // Ids stay whole: they are there to be copied.
        var elastic = Enumerable.Range(0, columns).Where(i => grid.Headings[i] is not ("Tie" or "Claim")).ToArray();
        while (widths.Sum() + (Gap * columns) > console.Profile.Width && elastic.MaxBy(i => widths[i]) is var widest && widths[widest] > NarrowestColumn)
            widths[widest]--;
        console.Write(Row(grid.Headings.Take(columns).Select(h => new Text(h, new Style(decoration: Decoration.Bold))), widths));
        foreach (var row in grid.Rows)
        {
            console.Write(Row(row.Take(columns).Select((cell, i) => new Text(Printable.Line(cell), StyleOf(grid.Headings[i], cell))), widths));
            if (columns < row.Count)
                console.Write(new Padder(new Text(Printable.Line(row[^1]), new Style(decoration: Decoration.Italic)), new Padding(4, 0, 0, 0)));
        }
    }

    private static Table Row(IEnumerable<IRenderable> cells, int[] widths)
    {
        var row = new Table { Border = TableBorder.None, ShowHeaders = false };
        foreach (var width in widths)
            row.AddColumn(new TableColumn("") { Width = width, Padding = new Padding(0, 0, Gap, 0) });
        return row.AddRow(cells);
    }

    private static void Wide(TextWriter output, Grid grid)
    {
        var widths = grid.Headings.Select((_, i) => WidthOf(grid, i)).ToArray();
        foreach (var row in grid.Rows.Prepend(grid.Headings))
            output.Write(string.Concat(row.Select((cell, i) => Printable.Line(cell).PadRight(widths[i] + Gap))).TrimEnd() + "\n");
    }

    private static int WidthOf(Grid grid, int column) => grid.Rows.Prepend(grid.Headings).Max(r => Printable.Line(r[column]).Length);

    private static Style StyleOf(string heading, string? cell) => heading switch
    {
        "Status" when cell?.StartsWith("actual", StringComparison.Ordinal) == true => new Style(Color.Green),
        "Status" when cell?.StartsWith("denied", StringComparison.Ordinal) == true => new Style(Color.Red),
        "Status" => new Style(Color.Yellow),
        "Tie" or "Claim" => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
