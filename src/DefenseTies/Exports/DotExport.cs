using System.Globalization;
using System.Text;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>A picture for graphviz: <c>dot -Tsvg</c>. Ties of one type and status between two nodes are one line, their items its label.</summary>
/// <param name="schema">Captions and colours of the types.</param>
public sealed class DotExport(GraphSchema schema) : IGraphExport
{
    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output)
    {
        var text = new StringBuilder();
        text.Append("""
            digraph defenseties {
              graph [rankdir=LR, nodesep=0.3, ranksep=0.5, bgcolor="white", fontname="Helvetica"];
              node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=12, fontcolor="white", penwidth=0, margin="0.14,0.08"];
              edge [fontname="Helvetica", fontsize=10, arrowsize=0.7];

            """.ReplaceLineEndings("\n"));
        foreach (var node in graph.Nodes)
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(node.Id)} [label={Quote(Caption(node))}, fillcolor=\"{schema.Entity(node.Type)?.Colour ?? "#7f7f7f"}\", tooltip={Quote(node.Type)}];\n");
        foreach (var edge in DrawnEdge.Of(graph, schema))
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(edge.From)} -> {Quote(edge.To)} [label={Quote(string.Join('\n', edge.Lines))}, color=\"{edge.Colour}\", fontcolor=\"{edge.Colour}\", style={Style(edge.Status)}{Ends(edge)}];\n");
        text.Append("}\n");
        output.Write(text);
    }

    private string Caption(Entity node) => (schema.Entity(node.Type)?.Caption ?? "{name}").Replace("{name}", node.Name, StringComparison.Ordinal);

    private static string Style(ClaimStatus status) => status switch
    {
        ClaimStatus.Planned => "dashed",
        ClaimStatus.Possible or ClaimStatus.Denied => "dotted",
        _ => "solid",
    };

    private static string Ends(DrawnEdge edge) =>
        edge.Status == ClaimStatus.Denied ? ", arrowhead=tee" : edge.Symmetric ? ", dir=none" : "";

    // In a quoted string of DOT only the quote and the backslash mean something, and "\n" is a centred new line.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (!char.IsControl(c))
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
