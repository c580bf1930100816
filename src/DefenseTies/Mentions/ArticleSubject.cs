namespace DefenseTies.Mentions;

/// <summary>The state that an article is about, where that is plain: the one state that its headline names, or of several the one it names more often than any other.</summary>
internal static class ArticleSubject
{
    // Of a state named less often an article may say something, but it is hardly about it.
    private const int Least = 3;

    /// <summary>The first mention of that state, or null. Without a headline the first sentence tells.</summary>
    public static Mention? Of(ArticleMentions mentions)
    {
        var states = mentions.All.Where(m => m.Entity.Type == "Country").GroupBy(m => m.Entity.Id).ToDictionary(g => g.Key, g => (First: g.MinBy(m => m.Span)!, Count: g.Count()), StringComparer.Ordinal);
        var start = mentions.Sentences[0];
        var named = mentions.In(start).Where(m => m.Entity.Type == "Country" && AntecedentKinds.IsActor(m)).DistinctBy(m => m.Entity.Id).ToArray();
        if (named is [var only] && start.IsTitle)
            return states[only.Entity.Id] is { Count: >= Least } alone ? alone.First : null;
        var most = states.Values.OrderByDescending(s => s.Count).Take(2).ToArray();
        return most is [{ Count: >= Least } top, ..] && (most.Length == 1 || most[1].Count < top.Count) && mentions.In(start).Any(m => m.Entity.Id == top.First.Entity.Id) ? top.First : null;
    }
}
