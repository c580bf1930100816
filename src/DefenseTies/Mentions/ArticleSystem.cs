namespace DefenseTies.Mentions;

/// <summary>The weapon system that an article is about, where that is plain: the one system that its headline names, or else the one that it names far more often than any other.</summary>
internal static class ArticleSystem
{
    // Fewer mentions make no article about it.
    private const int Least = 4;

    /// <summary>The first mention of that system, or null.</summary>
    public static Mention? Of(ArticleMentions mentions)
    {
        var named = mentions.All.Where(m => m is { Entity.Type: "WeaponSystem", Kind: not NameKind.Reference }).GroupBy(m => m.Entity.Id, StringComparer.Ordinal).Select(g => (First: g.First(), Count: g.Count())).OrderByDescending(s => s.Count).ToArray();
        if (mentions.Sentences[0] is { IsTitle: true } title && mentions.In(title).Where(m => m.Entity.Type == "WeaponSystem").Select(m => m.Entity.Id).Distinct().ToArray() is [var headline])
            return named.Where(s => s.First.Entity.Id == headline && s.Count > 1).Select(s => s.First).FirstOrDefault();
        return named is [{ Count: >= Least } top, ..] && (named.Length == 1 || top.Count >= 2 * named[1].Count) ? top.First : null;
    }
}
