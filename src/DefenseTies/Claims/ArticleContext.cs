using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>What the rest of an article adds to a sentence that leaves an end out.</summary>
internal sealed class ArticleContext(ArticleMentions mentions, IReadOnlyList<Claim> claims)
{
    // A recipient left out is the one just spoken of.
    private const int SentencesBack = 4;

    /// <summary>The state a system comes from: who the article says makes or supplies it; else the state of origin that it speaks of first.</summary>
    public Filler[] Origins(Filler? item, int token)
    {
        if (item?.Entity is not { } system)
            return [];
        var stated = claims
            .Where(c => c.From.Type == "Country" && c.Status == ClaimStatus.Actual && ((c.Type == "PRODUCES" && c.To.Id == system.Id) || (c.Type == "SUPPLIES" && c.Item?.Id == system.Id)))
            .OrderByDescending(c => c.Type == "PRODUCES").ThenBy(c => c.Evidence.Span)
            .Select(c => c.From.Id).Distinct().ToArray();
        if (stated.Length > 0)
            return [.. Mentioned(stated[0], token)];
        var known = (item.Known?.States ?? []).Select(s => Entity.IdOf("Country", s)).ToHashSet(StringComparer.Ordinal);
        return mentions.All.FirstOrDefault(m => known.Contains(m.Entity.Id)) is { } first ? [.. Mentioned(first.Entity.Id, token)] : [];
    }

    /// <summary>The same end of the last supply spoken of in the sentences just before.</summary>
    public Filler[] Previous(Sentence sentence, string slot, int token)
    {
        var start = mentions.Sentences[Math.Max(0, sentence.Index - SentencesBack)].Span.Start;
        var last = claims
            .Where(c => c.Type == "SUPPLIES" && c.Evidence.Span.Start >= start && c.Evidence.Span.Start <= sentence.Span.Start)
            .OrderBy(c => c.Evidence.Span).LastOrDefault();
        if (last is not null)
            return [.. Mentioned(slot == "from" ? last.From.Id : last.To.Id, token)];

        // "Military support to Ukraine": the headline's recipient is the article's.
        var title = mentions.Sentences.FirstOrDefault();
        return title is { IsTitle: true } && slot == "to"
            ? [.. mentions.In(title).Where(m => m.Entity.Type == "Country" && m.First > 0 && title.Tokens[m.First - 1].Form.ToLowerInvariant() is "to" or "for").Take(1).SelectMany(m => Mentioned(m.Entity.Id, token))]
            : [];
    }

    private IEnumerable<Filler> Mentioned(string id, int token) =>
        mentions.All.Where(m => m.Entity.Id == id).Take(1).Select(m => new Filler(mentions.Latest(m.Entity), m.Entity.Name, token, IsReference: true) { Known = m.Known });
}
