using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Agreements, exercises and conflicts by their names: capitals on a telling word (<c>Shusha Declaration</c>, <c>Anatolian Eagle … exercise</c>, <c>Tigray war</c>).</summary>
internal sealed class TitlePattern(Lexicon lexicon)
{
    private readonly ExercisePattern exercises = new(lexicon);

    /// <summary>Adds the titles of one sentence.</summary>
    public void Find(Sentence sentence, ArticleMentions into)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            var form = sentence.Tokens[t].Form;
            if (lexicon["agreement words"].Contains(form) && t > 0 && !(t + 1 < sentence.Tokens.Count && lexicon["agreement words"].Contains(sentence.Tokens[t + 1].Form))) // "Framework Agreement"
                Agreement(sentence, t, into);
            else if (lexicon["exercise words"].Contains(form.ToLowerInvariant()))
                exercises.Find(sentence, t, into);
            else if (lexicon["conflict words"].Contains(form) && t > 0)
                Conflict(sentence, t, into);
        }
    }

    private static void Agreement(Sentence sentence, int t, ArticleMentions into)
    {
        var first = CapitalizedRun.Start(sentence, t, joints: true);
        while (first < t && into.At(sentence, first) is { Entity.Type: not ("Country" or "Place" or "Programme") })
            first++;
        // "Treaty of Kars": the rest follows.
        var last = t + 2 < sentence.Tokens.Count && sentence.Tokens[t + 1].Form is "of" or "on" or "for" && sentence.Tokens[t + 2].IsCapitalized ? Series(sentence, CapitalizedRun.End(sentence, t), into) : t;
        if (first == t && last == t)
            return;
        var name = first == t ? into.Words(sentence, first, last) : into.Words(sentence, first, t);
        Add(sentence, first, first == t ? last : t, "Agreement", name, into, last > t && first < t ? into.Words(sentence, first, last) : "");
    }

    // "Treaty of Friendship, Cooperation and Mutual Assistance": the list goes on to its last.
    private static int Series(Sentence sentence, int last, ArticleMentions into)
    {
        for (var end = last; end + 2 < sentence.Tokens.Count && sentence.Tokens[end + 1].Form == "," && CapitalizedRun.IsCapital(sentence.Tokens[end + 2]);)
        {
            var next = end + 2;
            end = CapitalizedRun.End(sentence, next);
            if (!into.IsFree(sentence, next, end))
                break;
            if (Enumerable.Range(next, end - next + 1).Any(t => sentence.Tokens[t].Form == "and"))
                return end;
        }

        return last;
    }

    private static void Conflict(Sentence sentence, int t, ArticleMentions into)
    {
        if (into.At(sentence, t) is not null)
            return;
        var first = t;
        while (first > 0 && (into.At(sentence, first - 1) is { Entity.Type: "Place", Kind: NameKind.Name } || sentence.Tokens[first - 1].NameClass is "EVENT"))
            first--;
        if (first < t && t - first <= 6)
            Add(sentence, first, t, "Conflict", into.Words(sentence, first, t), into);
    }

    internal static void Add(Sentence sentence, int first, int last, string type, string name, ArticleMentions into, string alias = "")
    {
        if (into.At(sentence, first) is { } there && there.First == first && there.Last >= last && there.Entity.Type == type)
            return;
        into.Add(new Mention { Sentence = sentence, First = first, Last = last, Entity = into.Introduce(type, name, null, alias), Kind = NameKind.Name });
    }
}
