using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DefenseTies.Claims;

namespace DefenseTies.Exports;

/// <summary>How JSON is written here: letters of all scripts as they are, control characters escaped.</summary>
internal static class Json
{
    /// <summary>What <paramref name="write"/> writes, as text without a final line end.</summary>
    public static string Text(Action<Utf8JsonWriter> write, bool indented)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" }))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a text, or nothing when it is null.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>Writes a number between 0 and 1 with at most four places.</summary>
    public static void Share(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Fields.Belief(value));
    }

    /// <summary>Writes what read a claim, and <c>proposed</c> where that was a language model.</summary>
    public static void Reader(this Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("extractor", claim.Extractor);
        if (claim.IsProposal)
            json.WriteBoolean("proposed", true);
    }

    /// <summary>Writes an entity as <c>{"id","type","name"}</c>; with no property name inside an array.</summary>
    public static void Entity(this Utf8JsonWriter json, string? name, EntityRef entity)
    {
        if (name is not null)
            json.WritePropertyName(name);
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", entity.Type);
        json.WriteString("name", entity.Name);
        json.WriteEndObject();
    }

    public static string Of(ClaimStatus status) => status.ToString().ToLowerInvariant();
}
