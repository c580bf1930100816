using System.Globalization;
using System.Text;
using DefenseTies.Claims;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>The vocabulary as a page of Markdown: what may be in the graph, and how it is said.</summary>
internal static class VocabularyPage
{
    public static string Text(GraphSchema schema, IReadOnlyList<Frame> frames)
    {
        var page = new StringBuilder("# What may be in the graph, and how it is said\n\nMade by `defenseties schema docs` from [graph-schema](../graph-schema/README.md). The examples stand in `graph-schema/frames` and are tests.\n\n");
        page.Append("| entity type | what it is |\n| --- | --- |\n");
        foreach (var type in schema.EntityTypes)
            page.Append(CultureInfo.InvariantCulture, $"| {type.Name} | {Cell(type.Description)} |\n");
        page.Append("\n| claim type | from → to | says | may carry |\n| --- | --- | --- | --- |\n");
        foreach (var type in schema.ClaimTypes)
            page.Append(CultureInfo.InvariantCulture, $"| [{type.Name}](#{type.Name.ToLowerInvariant()}) | {Ends(type)} | {Cell(type.Description)} | {string.Join(", ", type.Properties)} |\n");
        foreach (var type in schema.ClaimTypes)
            Type(page, type, frames.FirstOrDefault(f => f.Type == type)?.Examples ?? []);
        return page.ToString();
    }

    private static void Type(StringBuilder page, ClaimType type, IReadOnlyList<FrameExample> examples)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {type.Name}\n\n{Cell(type.Description)}\n*{Said(type.SentenceWithItem)}*, {Ends(type)}.\n");
        if (examples.Count == 0)
            return;
        page.Append("\n| a sentence | what it says of this type |\n| --- | --- |\n");
        foreach (var example in examples.OrderBy(e => e.Claims.Count == 0))
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(example.Text)} | {(example.Claims.Count == 0 ? "*nothing*" : string.Join("<br>", example.Claims.Select(Cell)))} |\n");
    }

    private static string Ends(ClaimType type) => $"{string.Join(" or ", type.From)} {(type.Symmetric ? "↔" : "→")} {string.Join(" or ", type.To)}";

    private static string Said(string sentence) => sentence.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);

    // One line that Markdown takes for nothing but words.
    private static string Cell(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(" > ", " → ", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
