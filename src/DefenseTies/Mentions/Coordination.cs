using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Lists: what is joined by <c>and</c>, and what words such as <c>including</c> introduce.</summary>
internal static class Coordination
{
    /// <summary>No list of suppliers in one phrase is longer.</summary>
    public const int Longest = 16;

    private static readonly HashSet<string> Introducing = new(StringComparer.Ordinal) { "including", "such as", "like", "namely", "among" };

    /// <summary>True for a preposition that introduces the members of what stands before it.</summary>
    public static bool Introduces(string preposition) => Introducing.Contains(preposition);

    /// <summary>The head and everything coordinated with it, in the tree's order.</summary>
    public static IEnumerable<int> Of(Sentence sentence, int token)
    {
        yield return token;
        var open = new Queue<int>([token]);
        for (var count = 0; open.TryDequeue(out var at) && count < Longest; count++)
        {
            foreach (var child in sentence.Children(at))
            {
                if (sentence.Tokens[child].Relation != "conj" || sentence.Tokens[child].Upos is "VERB" or "AUX" || StartsClause(sentence, at, child) || IsDenied(sentence, child))
                    continue;
                yield return child;
                open.Enqueue(child);
            }
        }
    }

    // "of the European Union but not of NATO"
    private static bool IsDenied(Sentence sentence, int child) =>
        sentence.Children(child).Any(c => c < child && sentence.Tokens[c].Form.ToLowerInvariant() is "not" or "without" or "except");

    // "trains Ukrainian soldiers, and Latvia …": a name after a comma and "and" goes with no common noun.
    private static bool StartsClause(Sentence sentence, int head, int child) =>
        sentence.Tokens[head].Upos == "NOUN" && sentence.Tokens[child].Upos == "PROPN" && child >= 2
        && sentence.Tokens[child - 1].Upos == "CCONJ" && sentence.Tokens[child - 2].Form == ",";
}
