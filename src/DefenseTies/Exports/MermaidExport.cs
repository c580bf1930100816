using System.Globalization;
using System.Text;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>A Mermaid flowchart, for Markdown pages. Ties of one type and status between two nodes are one line, their items its label.</summary>
/// <param name="schema">Captions and colours of the types.</param>
public sealed class MermaidExport(GraphSchema schema) : IGraphExport
{
    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output)
    {
        var text = new StringBuilder("flowchart LR\n");
        var names = graph.Nodes.Select((n, i) => (n.Id, Name: string.Create(CultureInfo.InvariantCulture, $"n{i}"))).ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        foreach (var type in graph.Nodes.Select(n => n.Type).Distinct().Order(StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  classDef {Class(type)} fill:{schema.Entity(type)?.Colour ?? "#7f7f7f"},color:#fff,stroke:none\n");
        foreach (var node in graph.Nodes)
        {
            var caption = (schema.Entity(node.Type)?.Caption ?? "{name}").Replace("{name}", node.Name, StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"  {names[node.Id]}[\"{Escape(caption)}\"]:::{Class(node.Type)}\n");
        }

        foreach (var edge in DrawnEdge.Of(graph, schema))
            text.Append(CultureInfo.InvariantCulture, $"  {names[edge.From]} {Arrow(edge)}|\"{string.Join("<br>", edge.Lines.Select(Escape))}\"| {names[edge.To]}\n");
        output.Write(text);
    }

    private static string Arrow(DrawnEdge edge) => edge.Status switch
    {
        ClaimStatus.Denied => "--x",
        ClaimStatus.Actual => edge.Symmetric ? "---" : "-->",
        _ => edge.Symmetric ? "-.-" : "-.->",
    };

    private static string Class(string type) => new([.. type.Where(char.IsAsciiLetterOrDigit)]);

    // Anything that might mean something to Mermaid, to Markdown or to the page becomes a character code.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or ',' or '.' or '–' or '/')
                escaped.Append(rune);
            else if (Rune.IsControl(rune))
                escaped.Append(' ');
            else
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return escaped.ToString();
    }
}
