namespace DefenseTies.Cli;

/// <summary>Headings and rows.</summary>
internal sealed record Grid(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>A grid of one row per value.</summary>
    public static Grid Of<T>(IEnumerable<T> values, params (string Heading, Func<T, string?> Cell)[] columns) =>
        new([.. columns.Select(c => c.Heading)], [.. values.Select(v => columns.Select(c => c.Cell(v)).ToArray())]);
}

/// <summary>What a query found, in the three forms it can be printed in.</summary>
/// <param name="Count">How much was found; 0 is exit code 1.</param>
/// <param name="Table">For people.</param>
/// <param name="Csv">For spreadsheets: the same and more.</param>
/// <param name="Json">For programs.</param>
/// <param name="Nothing">What to tell a person when nothing was found.</param>
internal sealed record Answer(int Count, Grid Table, Grid Csv, Func<string> Json, string Nothing);
