using System.Text.Json;
using DefenseTies.Claims;

namespace DefenseTies.Exports;

/// <summary>What was read in one article, as one JSON document: the form that <c>gold/score.py</c> and other programs read.</summary>
public static class ExtractedJson
{
    /// <summary>Writes the document, without a final line end.</summary>
    /// <param name="extracted">What was read.</param>
    /// <param name="indented">False for one line.</param>
    public static string Text(ExtractedArticle extracted, bool indented) => Json.Text(json => Write(extracted, json), indented);

    private static void Write(ExtractedArticle extracted, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("article");
        json.WriteString("id", extracted.Article.Id);
        json.WriteString("title", extracted.Article.Title);
        json.WriteString("date", extracted.Article.Date?.ToString());
        json.WriteString("source", extracted.Article.Source);
        json.WriteEndObject();
        Entities(extracted, json);
        json.WriteStartArray("claims");
        var types = extracted.Entities.ToDictionary(e => e.Id, e => e.Type, StringComparer.Ordinal);
        foreach (var claim in extracted.Claims)
            Write(claim, types, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Entities(ExtractedArticle extracted, Utf8JsonWriter json)
    {
        var mentions = extracted.Mentions.ToLookup(m => m.EntityId, m => m.Span, StringComparer.Ordinal);
        json.WriteStartArray("entities");
        foreach (var entity in extracted.Entities)
        {
            json.WriteStartObject();
            json.WriteString("id", entity.Id);
            json.WriteString("type", entity.Type);
            json.WriteString("name", entity.Name);
            json.WriteStartArray("aliases");
            foreach (var alias in entity.Aliases)
                json.WriteStringValue(alias);
            json.WriteEndArray();
            json.WriteStartArray("mentions");
            foreach (var span in mentions[entity.Id])
            {
                json.WriteStartObject();
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Claim claim, Dictionary<string, string> types, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("type", claim.Type);
        json.Entity("from", claim.From);
        json.Entity("to", claim.To);
        if (claim.Item is { } item)
        {
            json.WriteStartObject("item");
            json.Optional("type", item.Id is null ? null : types.GetValueOrDefault(item.Id, "WeaponSystem"));
            json.WriteString("name", item.Name);
            json.WriteEndObject();
        }

        json.Optional("role", claim.Role);
        json.Optional("quantity", claim.Quantity);
        json.Optional("value", claim.Value);
        json.Optional("date", claim.Date?.ToString());
        json.WriteString("status", Json.Of(claim.Status));
        json.Optional("stage", claim.Stage);
        json.Optional("attributedTo", claim.AttributedTo);
        json.Share("confidence", claim.Confidence);
        json.Reader(claim);
        json.WriteStartObject("evidence");
        json.WriteNumber("start", claim.Evidence.Span.Start);
        json.WriteNumber("end", claim.Evidence.Span.End);
        json.WriteString("text", claim.Evidence.Quote);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
