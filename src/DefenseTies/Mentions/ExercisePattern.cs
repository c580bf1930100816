using System.Text.RegularExpressions;
using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Exercises nobody listed: capitals beside the word for what they are (<c>exercise Sea Breeze</c>, <c>the Arctic Light exercise</c>, <c>Angkor Sentinel, a drill</c>).</summary>
internal sealed partial class ExercisePattern(Lexicon lexicon)
{
    // Between an exercise's name and the word exercise: "Anatolian Eagle air force exercise".
    private const int Gap = 4;

    // Between the word and what gives the name: "a drill of its own, named …".
    private const int Reach = 8;

    /// <summary>Adds the exercise that the word at <paramref name="t"/> tells of, if it has a name.</summary>
    public void Find(Sentence sentence, int t, ArticleMentions into)
    {
        if (!FindAfter(sentence, t, into) && !FindBefore(sentence, t, into))
            FindApposed(sentence, t, into);
    }

    // exercise Sea Breeze; exercise "Sea Breeze 2021"; drills called Sea Breeze; a drill of its own, named General Domingo Sifontes
    private bool FindAfter(Sentence sentence, int t, ArticleMentions into)
    {
        var tokens = sentence.Tokens;
        var calling = t;
        for (var i = t + 1; i < Math.Min(tokens.Count, t + Reach) && calling == t; i++)
        {
            if (tokens[i].Form is "called" or "named" or "dubbed" or "codenamed" or "code-named" or "titled" && (i == t + 1 || tokens[i].Head == t))
                calling = i;
        }

        var next = calling + 1;
        while (next < tokens.Count && tokens[next].Form is "\"" or "“" or "‘" or "'" or ",")
            next++;
        if (next >= tokens.Count || next - calling > 2 || !CapitalizedRun.IsCapital(tokens[next]) || !(into.At(sentence, next) is null or { Entity.Type: "Office" } || IsPart(sentence, next, into)))
            return false;
        var last = next;
        while (last + 1 < tokens.Count && CapitalizedRun.IsCapital(tokens[last + 1]) && into.At(sentence, last + 1) is null)
            last++;
        if (last + 2 < tokens.Count && tokens[last + 1].Form == "of" && CapitalizedRun.IsCapital(tokens[last + 2]) && into.At(sentence, last + 2) is null)
            last += 2;
        Add(sentence, next, last, into);
        return true;
    }

    // Anatolian Eagle air force exercise; "Sea Breeze" drills; the Birlestik-2024 exercise
    private bool FindBefore(Sentence sentence, int t, ArticleMentions into)
    {
        for (var at = t - 1; at >= Math.Max(0, t - Gap); at--)
        {
            var token = sentence.Tokens[at];
            if (CapitalizedRun.IsCapital(token))
            {
                var first = CapitalizedRun.Start(sentence, at, joints: false);
                var free = IsPart(sentence, first, into) ? first + 1 : first;
                if (into.IsFree(sentence, free, at) && (at - first >= 1 || IsSingle(sentence, at, t)) && !lexicon["agency words"].Contains(token.Form) && !lexicon["state actors"].Contains(token.Form.ToLowerInvariant()))
                    Add(sentence, first, at, into);
                return true;
            }

            if (token.Form is "," or "." || token.Upos is "VERB" or "DET" or "ADP")
                return false;
        }

        return false;
    }

    // "Angkor Sentinel, the drill that it used to hold with …"
    private void FindApposed(Sentence sentence, int t, ArticleMentions into)
    {
        if (sentence.Tokens[t] is not { Relation: "appos", Head: >= 0 } word || word.Head > t || sentence.Tokens[word.Head] is not { Upos: "PROPN", NameClass: not ("GPE" or "LOC" or "NORP") } name || !CapitalizedRun.IsCapital(name))
            return;
        var (first, last) = (CapitalizedRun.Start(sentence, name.Index, joints: false), name.Index);
        while (last + 1 < t && CapitalizedRun.IsCapital(sentence.Tokens[last + 1]))
            last++;
        if (into.IsFree(sentence, first, last) && last < t - 1 && sentence.Tokens[last + 1].Form is "," or "(" or "–" or "—")
            Add(sentence, first, last, into);
    }

    // "Exercise Ramstein Alloy": a place that begins a name.
    private static bool IsPart(Sentence sentence, int first, ArticleMentions into) =>
        into.At(sentence, first) is { Entity.Type: "Place" } place && place.Last == first && first + 1 < sentence.Tokens.Count && CapitalizedRun.IsCapital(sentence.Tokens[first + 1]) && into.At(sentence, first + 1) is null;

    // "The Nasr exercise", "the Birlestik-2024 exercise", "the Selenga joint exercise"; "the JEF exercise" is somebody's.
    private static bool IsSingle(Sentence sentence, int name, int exercise) =>
        (name == exercise - 1 || Enumerable.Range(name + 1, exercise - name - 1).All(i => sentence.Tokens[i].Form is "-" or "joint" or "naval" or "military" or "staff" or "field" || sentence.Tokens[i].Form.All(char.IsDigit)))
        && name > 0 && sentence.Tokens[name - 1].Form is "the" or "The" or "its" or "annual" && sentence.Tokens[name] is { Upos: "PROPN", NameClass: not ("NORP" or "GPE" or "LOC") } word && word.Form.Any(char.IsAsciiLetterLower);

    // An exercise goes by its name without the year.
    private static void Add(Sentence sentence, int first, int last, ArticleMentions into)
    {
        var tokens = sentence.Tokens;
        while (last + 1 < tokens.Count && (tokens[last + 1].Form.All(char.IsDigit) || (tokens[last + 1].Form == "-" && last + 2 < tokens.Count && tokens[last + 2].Form.All(char.IsDigit))))
            last++;
        var words = into.Words(sentence, first, last);
        var name = Year().Replace(words, "");
        TitlePattern.Add(sentence, first, last, "Exercise", name, into, name == words ? "" : words);
    }

    [GeneratedRegex(@"(?<=\p{L}{3,})[-– ]?(?:19|20)?\d\d$")]
    private static partial Regex Year();
}
