using System.Text.Json;
using DefenseTies.Graphs;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>Cytoscape JSON: <c>{"elements": {"nodes": […], "edges": […]}}</c>, for cytoscape.js and Cytoscape desktop.</summary>
/// <param name="schema">Colours and verbs of the types.</param>
public sealed class CytoscapeExport(GraphSchema schema) : IGraphExport
{
    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output) => output.Write(Json.Text(
        json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("elements");
            json.WriteStartArray("nodes");
            foreach (var node in graph.Nodes)
                Element(json, node.Id, null, Fields.OfNode, node, node.Name, schema.Entity(node.Type)?.Colour);
            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var tie in graph.Ties)
                Element(json, tie.Id, (tie.From.Id, tie.To.Id), Fields.OfTie, tie, schema.Claim(tie.Type)?.Label ?? tie.Type, schema.Claim(tie.Type)?.Colour);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        },
        indented: true) + "\n");

    private static void Element<T>(
        Utf8JsonWriter json, string id, (string Source, string Target)? ends, Field<T>[] fields, T from, string label, string? colour)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString("id", id);
        if (ends is { } tied)
        {
            json.WriteString("source", tied.Source);
            json.WriteString("target", tied.Target);
        }

        json.WriteString("label", label);
        if (colour is not null)
            json.WriteString("colour", colour);
        foreach (var field in fields)
        {
            if (field.Of(from) is not { } value)
                continue;
            if (field.Type == "string")
                json.WriteString(field.Name, value);
            else
                json.WritePropertyName(field.Name);
            if (field.Type != "string")
                json.WriteRawValue(value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
