using System.Globalization;
using System.Text;
using DefenseTies.Vocabulary;

namespace DefenseTies.Neo4j;

/// <summary>The style of Neo4j Browser (GraSS), made from the vocabulary: its colours and captions; a type that more types of ties may touch is drawn larger.</summary>
/// <remarks>Browser's reader of such files knows no comments, and drops a property with a second colon: there are none. The label Entity, which all share, has no style, for the last rule wins.</remarks>
public static class BrowserStyle
{
    // Large enough for names to be read in a picture of thirty nodes.
    private static readonly int[] Diameters = [65, 80, 90];

    /// <summary>The file's text.</summary>
    public static string Of(GraphSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var style = new StringBuilder();
        var uses = schema.EntityTypes.ToDictionary(t => t.Name, t => schema.ClaimTypes.Count(c => c.From.Contains(t.Name) || c.To.Contains(t.Name)), StringComparer.Ordinal);
        foreach (var type in schema.EntityTypes)
            Node(style, type.Name, type.Colour, Diameters[(Diameters.Length - 1) * uses[type.Name] / Math.Max(1, uses.Values.Max())], type.Caption);
        Node(style, "Article", "#e8e4da", 50, "{title}");
        Node(style, "Claim", "#f4efdf", 50, "{status}");
        foreach (var type in schema.ClaimTypes)
            Relationship(style, type.Name, type.Colour, type.Properties.Contains("item") ? 3 : 2, "{caption}");
        Relationship(style, Statements.OtherTie, "#7f7f7f", 2, "{type}");
        Relationship(style, "STATED_IN", "#bfb9a8", 1, "<type>");
        return style.ToString();
    }

    private static void Node(StringBuilder style, string label, string colour, int diameter, string caption) => style.Append(CultureInfo.InvariantCulture, $$"""
        node.{{label}} {
          color: {{colour}};
          border-color: {{Darker(colour)}};
          border-width: 2px;
          text-color-internal: {{(Light(colour) ? "#2b2b2b" : "#ffffff")}};
          diameter: {{diameter}}px;
          font-size: 13px;
          caption: "{{caption}}";
        }

        """);

    private static void Relationship(StringBuilder style, string type, string colour, int width, string caption) => style.Append(CultureInfo.InvariantCulture, $$"""
        relationship.{{type}} {
          color: {{colour}};
          shaft-width: {{width}}px;
          font-size: 12px;
          padding: 3px;
          text-color-external: #2b2b2b;
          text-color-internal: #ffffff;
          caption: "{{caption}}";
        }

        """);

    private static string Darker(string colour) => "#" + string.Concat(Channels(colour).Select(c => (c * 3 / 4).ToString("x2", CultureInfo.InvariantCulture)));

    // Perceived lightness, as ITU-R BT.601 weighs the channels.
    private static bool Light(string colour) => Channels(colour) is [var red, var green, var blue] && (299 * red) + (587 * green) + (114 * blue) > 150_000;

    private static int[] Channels(string colour) => [.. Convert.FromHexString(colour.AsSpan(1)).Select(c => (int)c)];
}
