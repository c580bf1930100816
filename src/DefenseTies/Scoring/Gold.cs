using System.Text.Json;
using System.Text.Json.Serialization;

namespace DefenseTies.Scoring;

/// <summary>What a person says an article says: the file that output is measured against.</summary>
/// <param name="Entities">Everything the article names that matters.</param>
/// <param name="Claims">Everything it says.</param>
public sealed record Gold(IReadOnlyList<GoldEntity> Entities, IReadOnlyList<GoldClaim> Claims)
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>Reads a gold file.</summary>
    /// <exception cref="InvalidDataException">The file is not gold; the message names file and place.</exception>
    public static Gold Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            throw new InvalidDataException($"{path} is not a gold file: {error.Message}", error);
        }
    }

    /// <summary>Reads gold from JSON.</summary>
    /// <exception cref="JsonException">The text is not gold.</exception>
    public static Gold Parse(string json)
    {
        var gold = JsonSerializer.Deserialize<Gold>(json, Reading);
        return gold is { Entities: not null, Claims: not null } ? gold : throw new InvalidDataException("\"entities\" and \"claims\" are expected");
    }
}

/// <summary>An entity of the gold.</summary>
/// <param name="Type">Its entity type.</param>
/// <param name="Name">Its canonical name.</param>
/// <param name="Aliases">Other spellings that count as it.</param>
/// <param name="Optional">True when it is neither asked for nor counted wrong.</param>
public sealed record GoldEntity(string Type, string Name, IReadOnlyList<string>? Aliases = null, bool Optional = false);

/// <summary>A claim of the gold; ends and item are names.</summary>
/// <param name="Type">Its claim type.</param>
/// <param name="From">The first end's name.</param>
/// <param name="To">The second end's name.</param>
/// <param name="Item">The item's name or words, or null.</param>
/// <param name="Status"><c>actual</c>, <c>planned</c>, <c>possible</c> or <c>denied</c>.</param>
/// <param name="Optional">True when it is neither asked for nor counted wrong.</param>
/// <param name="TieRequired">True when the tie is asked for although the claim with its status is optional.</param>
/// <param name="Evidence">The words of the article that say it, or null.</param>
public sealed record GoldClaim(
    string Type,
    string From,
    string To,
    [property: JsonConverter(typeof(GoldItem))] string? Item,
    string Status,
    bool Optional = false,
    [property: JsonPropertyName("tie_required")] bool TieRequired = false,
    [property: JsonConverter(typeof(GoldEvidence))] string? Evidence = null);

/// <summary>An item is plain text or an object with a name.</summary>
internal sealed class GoldItem() : TextOrObject("name");

/// <summary>Evidence is plain text or an object with a text.</summary>
internal sealed class GoldEvidence() : TextOrObject("text");

/// <summary>Plain text, or an object of which one property is the text.</summary>
internal abstract class TextOrObject(string property) : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return reader.GetString();
        using var value = JsonDocument.ParseValue(ref reader);
        return value.RootElement.TryGetProperty(property, out var text) ? text.GetString() : null;
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
