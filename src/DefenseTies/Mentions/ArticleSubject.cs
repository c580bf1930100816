namespace DefenseTies.Mentions;

/// <summary>The state that an article is about, where that is plain: named in its headline (or, without one, in its first sentence), and nobody is named as often.</summary>
internal static class ArticleSubject
{
    // Of a state named less often an article may say something, but it is hardly about it.
    private const int Least = 3;

    /// <summary>The first mention of that state, or null.</summary>
    public static Mention? Of(ArticleMentions mentions)
    {
        var states = mentions.All.Where(m => m.Entity.Type == "Country").GroupBy(m => m.Entity.Id).Select(g => (First: g.MinBy(m => m.Span)!, Count: g.Count())).OrderByDescending(s => s.Count).Take(2).ToArray();
        if (states is not [var most, ..] || most.Count < Least || (states.Length > 1 && states[1].Count == most.Count))
            return null;
        var start = mentions.Sentences[0];
        return mentions.In(start).Any(m => m.Entity.Id == most.First.Entity.Id) ? most.First : null;
    }
}
