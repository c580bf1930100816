using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;

namespace DefenseTies.Neo4j;

/// <summary>Records → maps of properties, as <see cref="Statements"/> takes them. What is null is left out.</summary>
internal static class ArticleRows
{
    private const int LongestKey = 200;

    public static Dictionary<string, object?> Of(ExtractedArticle extracted)
    {
        var article = extracted.Article;
        return Map(
            ("id", article.Id), ("title", article.Title), ("date", article.Date?.ToString()), ("source", article.Source), ("language", article.Language),
            ("bodyStart", article.BodyStart), ("titleStart", article.TitleSpan.Start), ("titleLength", article.TitleSpan.Length), ("text", article.Text),
            ("mentionEntities", extracted.Mentions.Select(m => m.EntityId).ToList()),
            ("mentionStarts", extracted.Mentions.Select(m => m.Span.Start).ToList()),
            ("mentionLengths", extracted.Mentions.Select(m => m.Span.Length).ToList()));
    }

    public static Dictionary<string, object?> Of(Entity entity, string articleId, IReadOnlyList<string> labels)
    {
        var names = entity.Aliases.Prepend(entity.Name).Distinct(StringComparer.Ordinal).ToList();
        return Map(
            ("id", entity.Id), ("article", articleId), ("labels", labels), ("names", names), ("keys", names.Select(n => Key(Names.Key(n))).Distinct(StringComparer.Ordinal).ToList()),
            ("properties", Map(("type", entity.Type), ("name", entity.Name), ("state", entity.State), ("family", entity.Family))));
    }

    public static Dictionary<string, object?> Of(Claim claim) => Map(
        ("id", claim.Id), ("type", claim.Type), ("tie", claim.TieId), ("article", claim.Evidence.ArticleId),
        ("from", claim.From.Id), ("fromType", claim.From.Type), ("fromName", claim.From.Name),
        ("to", claim.To.Id), ("toType", claim.To.Type), ("toName", claim.To.Name),
        ("item", claim.Item?.Name), ("itemId", claim.Item?.Id), ("role", claim.Role), ("quantity", claim.Quantity), ("value", claim.Value),
        ("date", claim.Date?.ToString()), ("status", Word(claim.Status)), ("stage", claim.Stage), ("attributedTo", claim.AttributedTo),
        ("confidence", claim.Confidence), ("extractor", claim.Extractor),
        ("start", claim.Evidence.Span.Start), ("end", claim.Evidence.Span.End), ("quote", claim.Evidence.Quote),
        ("cueKinds", claim.Cues.Count > 0 ? claim.Cues.Select(c => c.Kind).ToList() : null),
        ("cueStarts", claim.Cues.Count > 0 ? claim.Cues.Select(c => c.Span.Start).ToList() : null),
        ("cueLengths", claim.Cues.Count > 0 ? claim.Cues.Select(c => c.Span.Length).ToList() : null));

    /// <summary>A tie, to be called <paramref name="caption"/> in pictures when it has neither item nor role; nulls are kept, for they take away what an earlier state of the tie had.</summary>
    public static Dictionary<string, object?> Of(Tie tie, string caption, bool withType) => Map(
        ("id", tie.Id), ("from", tie.From.Id), ("to", tie.To.Id),
        ("properties", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = withType ? tie.Type : null,
            ["caption"] = tie.Item?.Name ?? tie.Role ?? caption,
            ["item"] = tie.Item?.Name,
            ["itemId"] = tie.Item?.Id,
            ["role"] = tie.Role,
            ["status"] = Word(tie.Status),
            ["stage"] = tie.Stage,
            ["belief"] = tie.Belief,
            ["since"] = tie.Since?.ToString(),
            ["until"] = tie.Until?.ToString(),
            ["articles"] = tie.Articles,
            ["proposed"] = tie.IsProposal ? true : null,
            ["claims"] = tie.Claims.Count,
            ["quote"] = tie.Quote,
        }));

    /// <summary>A <see cref="Names.Key"/> as it is indexed: itself, or a hash of it when it is empty or long.</summary>
    public static string Key(string nameKey) => nameKey.Length is > 0 and <= LongestKey ? nameKey : $"#{Article.Parse(nameKey).Id}";

    private static string Word(ClaimStatus status) => status.ToString().ToLowerInvariant();

    private static Dictionary<string, object?> Map(params ReadOnlySpan<(string Name, object? Value)> properties)
    {
        var map = new Dictionary<string, object?>(properties.Length, StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                map.Add(name, value);
        }

        return map;
    }
}
