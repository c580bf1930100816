using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Agreements, exercises and conflicts by their names: capitals on a telling word (<c>Shusha Declaration</c>, <c>Anatolian Eagle … exercise</c>, <c>Tigray war</c>).</summary>
internal sealed class TitlePattern(Lexicon lexicon)
{
    // Between an exercise's name and the word exercise: "Anatolian Eagle air force exercise".
    private const int Gap = 4;

    /// <summary>Adds the titles of one sentence.</summary>
    public void Find(Sentence sentence, ArticleMentions into)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            var form = sentence.Tokens[t].Form;
            if (lexicon["agreement words"].Contains(form) && t > 0 && !(t + 1 < sentence.Tokens.Count && lexicon["agreement words"].Contains(sentence.Tokens[t + 1].Form))) // "Framework Agreement"
                Agreement(sentence, t, into);
            else if (lexicon["exercise words"].Contains(form.ToLowerInvariant()))
                Exercise(sentence, t, into);
            else if (lexicon["conflict words"].Contains(form) && t > 0)
                Conflict(sentence, t, into);
        }
    }

    private static void Agreement(Sentence sentence, int t, ArticleMentions into)
    {
        var first = CapitalizedRun.Start(sentence, t, joints: true);
        while (first < t && into.At(sentence, first) is { Entity.Type: not "Country" and not "Place" })
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

    private void Exercise(Sentence sentence, int t, ArticleMentions into)
    {
        // exercise Sea Breeze; exercise "Sea Breeze 2021"; drills called Sea Breeze
        var called = t + 1 < sentence.Tokens.Count && sentence.Tokens[t + 1].Form is "called" or "named" or "dubbed" or "codenamed" or "code-named" ? 1 : 0;
        var next = t + 1 + called;
        while (next < sentence.Tokens.Count && sentence.Tokens[next].Form is "\"" or "“" or "‘" or "'" or ",")
            next++;
        if (next < sentence.Tokens.Count && next - t <= 2 + called && CapitalizedRun.IsCapital(sentence.Tokens[next]) && (into.At(sentence, next) is null || IsPart(sentence, next, into)))
        {
            var last = next;
            while (last + 1 < sentence.Tokens.Count && CapitalizedRun.IsCapital(sentence.Tokens[last + 1]) && into.At(sentence, last + 1) is null)
                last++;
            if (last + 2 < sentence.Tokens.Count && sentence.Tokens[last + 1].Form == "of" && CapitalizedRun.IsCapital(sentence.Tokens[last + 2]) && into.At(sentence, last + 2) is null)
                last += 2;
            Add(sentence, next, last, "Exercise", into.Words(sentence, next, last), into);
            return;
        }

        // Anatolian Eagle air force exercise; "Sea Breeze" drills
        for (var at = t - 1; at >= Math.Max(0, t - Gap); at--)
        {
            var token = sentence.Tokens[at];
            if (CapitalizedRun.IsCapital(token))
            {
                var first = CapitalizedRun.Start(sentence, at, joints: false);
                if (into.IsFree(sentence, first, at) && (at - first >= 1 || IsSingle(sentence, at, t)) && !lexicon["agency words"].Contains(token.Form))
                    Add(sentence, first, at, "Exercise", into.Words(sentence, first, at), into);
                return;
            }

            if (token.Form is "," or "." || token.Upos is "VERB" or "DET" or "ADP")
                return;
        }
    }

    // "Exercise Ramstein Alloy": a place that begins a name.
    private static bool IsPart(Sentence sentence, int first, ArticleMentions into) =>
        into.At(sentence, first) is { Entity.Type: "Place" } place && place.Last == first && first + 1 < sentence.Tokens.Count && CapitalizedRun.IsCapital(sentence.Tokens[first + 1]) && into.At(sentence, first + 1) is null;

    // "The Nasr exercise"; "the JEF exercise" is somebody's.
    private static bool IsSingle(Sentence sentence, int name, int exercise) =>
        name == exercise - 1 && name > 0 && sentence.Tokens[name - 1].Form is "the" or "its" or "annual" && sentence.Tokens[name] is { Upos: "PROPN", NameClass: not ("NORP" or "GPE" or "LOC") } word && word.Form.Any(char.IsAsciiLetterLower);

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

    private static void Add(Sentence sentence, int first, int last, string type, string name, ArticleMentions into, string alias = "")
    {
        if (into.At(sentence, first) is { } there && there.First == first && there.Last >= last && there.Entity.Type == type)
            return;
        into.Add(new Mention { Sentence = sentence, First = first, Last = last, Entity = into.Introduce(type, name, null, alias), Kind = NameKind.Name });
    }
}
