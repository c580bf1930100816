using System.Text;
using System.Xml;
using DefenseTies.Graphs;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>GraphML with typed keys, for Gephi, yEd, NetworkX and igraph. Parallel ties stay parallel edges with ids of their own.</summary>
/// <param name="schema">Says which ties have no direction.</param>
public sealed class GraphMlExport(GraphSchema schema) : IGraphExport
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output)
    {
        // The declaration must not name the encoding of a string.
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        xml.WriteRaw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.WriteStartElement("graphml", Namespace);
        Keys(xml, "node", "n", Fields.OfNode);
        Keys(xml, "edge", "e", Fields.OfTie);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "defenseties");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", Clean(node.Id));
            Data(xml, "n", Fields.OfNode, node);
            xml.WriteEndElement();
        }

        foreach (var tie in graph.Ties)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", Clean(tie.Id));
            xml.WriteAttributeString("source", Clean(tie.From.Id));
            xml.WriteAttributeString("target", Clean(tie.To.Id));
            if (schema.Claim(tie.Type)?.Symmetric == true)
                xml.WriteAttributeString("directed", "false");
            Data(xml, "e", Fields.OfTie, tie);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void Keys<T>(XmlWriter xml, string target, string prefix, Field<T>[] fields)
    {
        foreach (var field in fields)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", $"{prefix}_{field.Name}");
            xml.WriteAttributeString("for", target);
            xml.WriteAttributeString("attr.name", field.Name);
            xml.WriteAttributeString("attr.type", field.Type);
            xml.WriteEndElement();
        }
    }

    private static void Data<T>(XmlWriter xml, string prefix, Field<T>[] fields, T from)
    {
        foreach (var field in fields)
        {
            if (field.Of(from) is not { } value)
                continue;
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", $"{prefix}_{field.Name}");
            xml.WriteString(Clean(value));
            xml.WriteEndElement();
        }
    }

    // XML 1.0 has no way to write most control characters, nor half of a surrogate pair.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune);
        }

        return clean.ToString();
    }
}
