using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DefenseTies.Neo4j;

/// <summary>The bodies of Neo4j's Query API: a statement → JSON, JSON → rows.</summary>
internal static class QueryJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The body of a request.</summary>
    public static ReadOnlyMemory<byte> Request(string statement, IReadOnlyDictionary<string, object?> parameters, Access access, IReadOnlyCollection<string> bookmarks)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(body, Compact);
        json.WriteStartObject();
        json.WriteString("statement"u8, statement);
        json.WritePropertyName("parameters"u8);
        Write(json, parameters);
        json.WriteString("accessMode"u8, access.ToString());
        if (bookmarks.Count > 0)
        {
            json.WritePropertyName("bookmarks"u8);
            Write(json, bookmarks);
        }

        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>The rows of an answer.</summary>
    /// <exception cref="JsonException">The body is not a whole JSON document.</exception>
    /// <exception cref="Neo4jFailure">The body says that the statement failed, or holds neither rows nor errors.</exception>
    public static (IReadOnlyList<Row> Rows, IReadOnlyList<string> Bookmarks) Answer(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var answer = document.RootElement;
        if (answer.ValueKind != JsonValueKind.Object)
            throw new Neo4jFailure(FailureKind.NotNeo4j, "the answer is no object");

        // Errors may follow rows that have come already, under a status that says all is well. The last one is the one that counts.
        if (answer.TryGetProperty("errors"u8, out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
        {
            var last = errors[errors.GetArrayLength() - 1];
            throw new Neo4jFailure(FailureKind.Refused, Word(last, "message"), Word(last, "code"));
        }

        if (!answer.TryGetProperty("data"u8, out var data) || !data.TryGetProperty("values"u8, out var values))
            throw new Neo4jFailure(FailureKind.NotNeo4j, "the answer holds neither rows nor errors");
        var bookmarks = answer.TryGetProperty("bookmarks"u8, out var marks) ? [.. marks.EnumerateArray().Select(b => b.GetString()!)] : Array.Empty<string>();
        return ([.. values.EnumerateArray().Select(row => new Row([.. row.EnumerateArray().Select(Value)]))], bookmarks);
    }

    private static string Word(JsonElement error, string name) => error.TryGetProperty(name, out var word) ? word.ToString() : "";

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(Neo4jText.Encode(text));
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteRawValue(Float(number));
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, held) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, held);
                }

                json.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var held in list)
                    Write(json, held);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A parameter cannot be a {value.GetType()}.");
        }
    }

    // Without a fraction the server would store an integer.
    private static string Float(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return double.IsInteger(number) && !text.Contains('E', StringComparison.Ordinal) ? text + ".0" : text;
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Neo4jText.Decode(value.GetString()!),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value), StringComparer.Ordinal),
        _ => null,
    };
}
