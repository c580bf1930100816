using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Stores;
using Microsoft.Data.Sqlite;

namespace DefenseTies.Sqlite;

/// <summary>Writes articles through statements that are prepared once. Knows nothing of transactions.</summary>
internal sealed class SqliteArticleWriter(SqliteConnection connection) : IDisposable
{
    private readonly PreparedInsert article = new(connection, SqliteQueries.AddArticle);
    private readonly PreparedInsert entity = new(connection, SqliteQueries.AddEntity);
    private readonly PreparedInsert entityLater = new(connection, SqliteQueries.CompleteEntity);
    private readonly PreparedInsert name = new(connection, SqliteQueries.AddName);
    private readonly PreparedInsert mention = new(connection, SqliteQueries.AddMention);
    private readonly PreparedInsert tie = new(connection, SqliteQueries.AddTie);
    private readonly PreparedInsert claim = new(connection, SqliteQueries.AddClaim);
    private readonly PreparedInsert cue = new(connection, SqliteQueries.AddCue);

    /// <summary>Writes the article and everything in it, unless the article is there already.</summary>
    public StoreChange Write(ExtractedArticle extracted)
    {
        if (!Add(extracted.Article))
            return new StoreChange(Unchanged: true, 0, 0, 0);
        var newEntities = extracted.Entities.Count(Add);
        for (var i = 0; i < extracted.Mentions.Count; i++)
        {
            var (entityId, span) = extracted.Mentions[i];
            mention.Run(("$article_id", extracted.Article.Id), ("$position", i), ("$entity_id", entityId), ("$start", span.Start), ("$length", span.Length));
        }

        var (newClaims, newTies) = (0, 0);
        foreach (var said in extracted.Claims)
        {
            var tieId = said.TieId;
            newTies += tie.Run(("$id", tieId), ("$type", said.Type), ("$from_id", said.From.Id), ("$to_id", said.To.Id), ("$item_key", said.Item?.Key));
            newClaims += Add(said, tieId) ? 1 : 0;
        }

        return new StoreChange(Unchanged: false, newEntities, newClaims, newTies);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var insert in (ReadOnlySpan<PreparedInsert>)[article, entity, entityLater, name, mention, tie, claim, cue])
            insert.Dispose();
    }

    private bool Add(Article added) =>
        article.Run(
            ("$id", added.Id), ("$title", added.Title), ("$date", added.Date?.ToString()), ("$source", added.Source), ("$language", added.Language),
            ("$body_start", added.BodyStart), ("$title_start", added.TitleSpan.Start), ("$title_length", added.TitleSpan.Length), ("$text", added.Text)) > 0;

    private bool Add(Entity added)
    {
        var isNew = entity.Run(("$id", added.Id), ("$type", added.Type), ("$name", added.Name), ("$state", added.State), ("$family", added.Family)) > 0;
        if (!isNew && (added.State ?? added.Family) is not null)
            entityLater.Run(("$id", added.Id), ("$state", added.State), ("$family", added.Family));
        foreach (var spelling in added.Aliases.Prepend(added.Name))
            name.Run(("$entity_id", added.Id), ("$name", spelling), ("$key", Names.Key(spelling)));
        return isNew;
    }

    private bool Add(Claim added, string tieId)
    {
        var isNew = claim.Run(
            ("$id", added.Id), ("$tie_id", tieId), ("$article_id", added.Evidence.ArticleId),
            ("$from_type", added.From.Type), ("$from_name", added.From.Name), ("$to_type", added.To.Type), ("$to_name", added.To.Name),
            ("$item_id", added.Item?.Id), ("$item_name", added.Item?.Name), ("$role", added.Role), ("$quantity", added.Quantity), ("$value", added.Value),
            ("$date", added.Date?.ToString()), ("$status", added.Status.ToString().ToLowerInvariant()), ("$stage", added.Stage),
            ("$attributed_to", added.AttributedTo), ("$confidence", added.Confidence), ("$extractor", added.Extractor),
            ("$start", added.Evidence.Span.Start), ("$length", added.Evidence.Span.Length), ("$quote", added.Evidence.Quote)) > 0;
        for (var i = 0; isNew && i < added.Cues.Count; i++)
        {
            var (kind, span) = added.Cues[i];
            cue.Run(("$claim_id", added.Id), ("$position", i), ("$kind", kind), ("$start", span.Start), ("$length", span.Length));
        }

        return isNew;
    }
}
