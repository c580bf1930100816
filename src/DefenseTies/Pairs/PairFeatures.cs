using DefenseTies.Claims;
using DefenseTies.Language;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.Pairs;

/// <summary>
/// What can be seen of two ends in a sentence: the words around, what each hangs on, what joins them in the tree, and what the frames found beside them.
/// Names themselves are no features, so that nothing is learned of who supplies whom.
/// </summary>
internal sealed class PairFeatures(Sentence sentence, ArticleMentions mentions)
{
    // Distances count in steps of so many tokens, up to the last step.
    private const int Step = 4;
    private const int Farthest = 6;

    private readonly string?[] lemmas = new string?[sentence.Tokens.Count];
    private readonly string?[] hangs = new string?[sentence.Tokens.Count];

    /// <summary>The content words of the sentence.</summary>
    public IReadOnlyList<string> Words { get; } =
        [.. sentence.Tokens.Where(t => t.Upos is "VERB" or "NOUN" or "ADJ" or "ADV" && mentions.At(sentence, t.Index) is null).Select(t => $"S:{t.Lemma.ToLowerInvariant()}").Distinct(StringComparer.Ordinal)];

    /// <summary>All that can be seen of a pair, for a tie of a type.</summary>
    /// <param name="said">The claims that frames found in the sentence.</param>
    public IEnumerable<string> All(PairEnd from, PairEnd to, ClaimType type, IReadOnlyList<Claim> said) =>
        [PairModel.Bias, .. Words, .. Of(from, 'x'), .. Of(to, 'y'), .. Of(from, to), .. Beside(type, from.Id, to.Id, said)];

    /// <summary>How one end stands.</summary>
    /// <param name="side"><c>x</c> for the first end, <c>y</c> for the second.</param>
    public IEnumerable<string> Of(PairEnd end, char side)
    {
        var tokens = sentence.Tokens;
        var entity = end.Filler.Entity!;
        yield return $"{side}k:{end.Kind}";
        yield return $"{side}t:{entity.Type}{(entity.Type == "Organization" ? end.Filler.Known?.Kind : "")}";
        yield return $"{side}r:{Hangs(end.Head)}";
        if (tokens[end.Head].Head is >= 0 and var above)
        {
            yield return $"{side}g:{Lemma(tokens[above])}";
            yield return $"{side}gr:{Lemma(tokens[above])}|{Hangs(end.Head)}";
            if (tokens[above].Head is >= 0 and var higher)
                yield return $"{side}gg:{Lemma(tokens[higher])}|{Hangs(above)}";
        }

        if (end.First > 0)
            yield return $"{side}p:{Lemma(tokens[end.First - 1])}";
        if (end.Last + 1 < tokens.Count)
            yield return $"{side}n:{Lemma(tokens[end.Last + 1])}";
    }

    /// <summary>How two ends stand to each other.</summary>
    public IEnumerable<string> Of(PairEnd from, PairEnd to)
    {
        var (first, last) = (Math.Min(from.Last, to.Last), Math.Max(from.First, to.First));
        yield return $"D:{Math.Min(Farthest, Math.Max(0, last - first) / Step)}";
        yield return from.Head < to.Head ? "O:xy" : "O:yx";
        var (top, below, beside) = Meeting(from.Head, to.Head);
        if (top >= 0)
        {
            yield return $"LL:{Lemma(sentence.Tokens[top])}";
            yield return $"L:{Lemma(sentence.Tokens[top])}|{Hangs(below)}|{Hangs(beside)}";
        }

        if (StateOf(from) is { } one && StateOf(to) is { } other)
            yield return one == other ? "state:same" : "state:other";
        if (to.Filler.Entity!.Type == "WeaponSystem")
        {
            var known = to.Filler.Known;
            var name = from.Filler.Entity!.Name;
            yield return known is { States.Count: > 0 } ? known.States.Contains(name) || known.Makers.Contains(name) ? "home:yes" : "home:no" : "home:unknown";
        }
    }

    // Whose leader, or whose company, the end is; null for states themselves and where the article does not tell.
    private static string? StateOf(PairEnd end) => end.Filler.Entity!.Type == "Country" ? end.Id
        : end.Filler.Mention?.Office?.Seats.FirstOrDefault(s => s.Entity.Type == "Country")?.Entity.Id ?? end.Filler.Entity.State ?? end.Filler.Known?.Entity.State;

    /// <summary>What the sentence's other claims tell of a tie of a type.</summary>
    public static IEnumerable<string> Beside(ClaimType type, string from, string to, IReadOnlyList<Claim> claims)
    {
        return claims.Count == 0 ? [] : claims.Select(Feature).OfType<string>().Distinct(StringComparer.Ordinal);

        string? Feature(Claim claim)
        {
            var same = (claim.From.Id == from && claim.To.Id == to) || (claim.From.Id == to && claim.To.Id == from);
            if (claim.Type != type.Name)
                return same ? $"other:{claim.Type}" : null;
            if (same)
                return null;
            return claim.To.Id == to || (type.Symmetric && claim.From.Id == to) ? "beside:to"
                : claim.From.Id == from || (type.Symmetric && claim.To.Id == from) ? "beside:from"
                : claim.From.Id == to ? "beside:turned"
                : "beside:others";
        }
    }

    /// <summary>The token where the ways up from two tokens meet, and the last before it on each way; the top is -1 where they do not.</summary>
    public (int Top, int Below, int Other) Meeting(int a, int b)
    {
        var way = new List<int>();
        for (var at = a; at >= 0 && way.Count < sentence.Tokens.Count; at = sentence.Tokens[at].Head)
            way.Add(at);
        var other = -1;
        for (var (at, steps) = (b, 0); at >= 0 && steps < sentence.Tokens.Count; at = sentence.Tokens[at].Head, steps++)
        {
            if (way.IndexOf(at) is >= 0 and var met)
                return (at, met == 0 ? -1 : way[met - 1], other);
            other = at;
        }

        return (-1, -1, -1);
    }

    // The relation with the preposition: obl|to; = for what is the meeting point itself.
    private string Hangs(int token) => token < 0 ? "=" : hangs[token] ??= Relation(token);

    private string Relation(int token)
    {
        var relation = sentence.Tokens[token].Relation;
        var kept = relation is "nmod:poss" or "obl:agent" ? relation : relation.Split(':')[0];
        var preposition = sentence.Children(token).FirstOrDefault(c => sentence.Tokens[c].Relation == "case" && sentence.Tokens[c].Form is not ("'s" or "’s" or "'" or "’"), -1);
        return preposition < 0 ? kept : $"{kept}|{Lemma(sentence.Tokens[preposition])}";
    }

    // Of a name no more than what kind it is.
    private string Lemma(Token token) => lemmas[token.Index] ??= mentions.At(sentence, token.Index) is { } mention ? $"<{mention.Entity.Type}>" : token.Upos == "PROPN" ? "<name>" : token.Lemma.ToLowerInvariant();
}
