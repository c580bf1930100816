using DefenseTies.Graphs;

namespace DefenseTies.Exports;

/// <summary>Comma-separated values as RFC 4180 has them, with a header line; one file of nodes or one of ties.</summary>
public sealed class CsvExport : IGraphExport
{
    private static readonly char[] Quoted = [',', '"', '\n', '\r'];

    // A cell that begins so is run as a formula by spreadsheets, and cells are the words of strangers.
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r'];
    private readonly bool nodes;

    private CsvExport(bool nodes) => this.nodes = nodes;

    /// <summary>Writes the nodes.</summary>
    public static CsvExport Nodes { get; } = new(true);

    /// <summary>Writes the ties, with names and ids of their ends.</summary>
    public static CsvExport Ties { get; } = new(false);

    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output)
    {
        if (nodes)
        {
            WriteLine(output, Fields.OfNode.Select(f => f.Name).Prepend("id"));
            foreach (var node in graph.Nodes)
                WriteLine(output, Fields.OfNode.Select(f => f.Of(node)).Prepend(node.Id));
            return;
        }

        WriteLine(output, new[] { "id", "from", "fromId", "to", "toId" }.Concat(Fields.OfTie.Select(f => f.Name)));
        foreach (var tie in graph.Ties)
            WriteLine(output, new[] { tie.Id, tie.From.Name, tie.From.Id, tie.To.Name, tie.To.Id }.Concat(Fields.OfTie.Select(f => f.Of(tie))));
    }

    /// <summary>Writes one line of values; null is an empty value. What a spreadsheet would take for a formula gets a <c>'</c> before it, which spreadsheets do not show.</summary>
    public static void WriteLine(TextWriter output, IEnumerable<string?> values)
    {
        output.Write(string.Join(',', values.Select(Escape)));
        output.Write("\r\n");
    }

    private static string Escape(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        if (Array.IndexOf(Formula, value[0]) >= 0)
            value = $"'{value}";
        return value.IndexOfAny(Quoted) < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
