using System.Text.Json;
using System.Text.Json.Nodes;
using DefenseTies.Claims;
using DefenseTies.Vocabulary;

namespace DefenseTies.LanguageModel;

/// <summary>The form an answer must have, made from the vocabulary: JSON Schema in the part of it that services enforce (all properties required, none besides).</summary>
/// <remarks>Which ends a type may join stands in the question and is checked afterwards: a variant per type would make the schema twenty times as long, and every question pays for it.</remarks>
internal static class ProposalSchema
{
    public static JsonElement Of(GraphSchema vocabulary)
    {
        var claim = Closed(new()
        {
            ["type"] = OneOf(vocabulary.ClaimTypes.Select(t => t.Name)),
            ["from"] = End(vocabulary.ClaimTypes.SelectMany(t => t.From)),
            ["to"] = End(vocabulary.ClaimTypes.SelectMany(t => t.To)),
            ["item"] = TextOrNull(),
            ["role"] = TextOrNull(),
            ["quantity"] = TextOrNull(),
            ["date"] = TextOrNull(),
            ["status"] = OneOf(Enum.GetNames<ClaimStatus>().Select(s => s.ToLowerInvariant())),
            ["attributedTo"] = TextOrNull(),
            ["quote"] = new JsonObject { ["type"] = "string" },
        });
        return JsonSerializer.SerializeToElement(Closed(new() { ["claims"] = new JsonObject { ["type"] = "array", ["items"] = claim } }));
    }

    private static JsonObject End(IEnumerable<string> types) => Closed(new()
    {
        ["type"] = OneOf(types.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        ["name"] = new JsonObject { ["type"] = "string" },
    });

    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
        ["additionalProperties"] = false,
        ["properties"] = properties,
    };

    private static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]) };

    private static JsonObject TextOrNull() => new() { ["type"] = new JsonArray("string", "null") };
}
