namespace DefenseTies.Mentions;

/// <summary>The state that an article is about, where that is plain: the one state that its headline names, or of several the one it names more often than any other.</summary>
internal static class ArticleSubject
{
    // Of a state named less often an article may say something, but it is hardly about it.
    private const int Least = 3;

    /// <summary>The first mention of that state, or null. Without a headline the first sentence tells.</summary>
    public static Mention? Of(ArticleMentions mentions)
    {
        // References are found later and by this answer, so they do not count.
        var named = mentions.All.Where(m => m.Kind != NameKind.Reference && StateOf(m) is not null).GroupBy(m => StateOf(m)!, StringComparer.Ordinal)
            .Select(g => (First: g.Where(m => m.Entity.Type == "Country").MinBy(m => m.Span), Count: g.Count())).Where(s => s.First is not null).ToDictionary(s => s.First!.Entity.Id, StringComparer.Ordinal);
        var start = mentions.Sentences[0];
        if (start.IsTitle && mentions.In(start).Where(m => m.Entity.Type != "Country" || AntecedentKinds.IsActor(m)).Select(StateOf).OfType<string>().Distinct().ToArray() is [var only])
            return named.TryGetValue(only, out var alone) && alone.Count >= Least ? alone.First : null;
        var most = named.Values.OrderByDescending(s => s.Count).Take(2).ToArray();
        return most is [{ Count: >= Least } top, ..] && (most.Length == 1 || most[1].Count < top.Count) && mentions.In(start).Any(m => StateOf(m) == top.First!.Entity.Id) ? top.First : null;
    }

    // The state itself, or whose arm it is: the Qatar Armed Forces.
    private static string? StateOf(Mention m) => m.Entity.Type == "Country" ? m.Entity.Id : m.Known is { IsArm: true } ? m.Entity.State : null;
}
