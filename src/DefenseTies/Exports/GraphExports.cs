using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>All export formats by name.</summary>
public static class GraphExports
{
    /// <summary>The names, in ordinal order.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["csv", "cypher", "cytoscape", "dot", "graphml", "mermaid"];

    /// <summary>The export of that name.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="schema">Captions, colours and symmetry of the types.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such format.</exception>
    public static IGraphExport For(string format, GraphSchema schema) => format switch
    {
        "csv" => CsvExport.Ties,
        "cypher" => new CypherExport(schema),
        "cytoscape" => new CytoscapeExport(schema),
        "dot" => new DotExport(schema),
        "graphml" => new GraphMlExport(schema),
        "mermaid" => new MermaidExport(schema),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, $"Formats are {string.Join(", ", Formats)}."),
    };
}
