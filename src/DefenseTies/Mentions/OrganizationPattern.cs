using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Organizations nobody listed: forces of a state (<c>Turkish Navy</c>), capitalised names on a telling word (<c>… Ministry</c>, <c>… Aerospace</c>), acronyms introduced in brackets.</summary>
internal sealed class OrganizationPattern(Gazetteer gazetteer, Lexicon lexicon)
{
    private static readonly (string List, string Kind)[] Words =
    [
        ("ministry words", "ministry"), ("agency words", "agency"), ("alliance words", "alliance"), ("body words", "body"), ("company words", "company"),
    ];

    /// <summary>Adds the organizations of one sentence.</summary>
    public void Find(Sentence sentence, ArticleMentions into)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            if (Force(sentence, t, into) is { } force)
                t = force.Last;
            else if (Named(sentence, t, into) is { } named)
                t = named.Last;
        }
    }

    /// <summary>Gives names that the article introduces in brackets (<c>Turkish Aerospace Industries (TAI)</c>) to their later mentions.</summary>
    public void FindIntroduced(ArticleMentions mentions)
    {
        var introduced = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var sentence in mentions.Sentences)
        {
            var tokens = sentence.Tokens;
            for (var t = 0; t < tokens.Count; t++)
            {
                if (t > 1 && t + 1 < tokens.Count && tokens[t - 1].Form == "(" && tokens[t + 1].Form == ")" && IsAcronym(tokens[t].Form)
                    && mentions.At(sentence, t - 2) is { Entity.Type: "Organization" or "Agreement" or "WeaponSystem" or "Programme" } full)
                {
                    full.Entity = full.Known is null ? mentions.Introduce(full.Entity.Type, full.Entity.Name, full.Entity.State, tokens[t].Form) : full.Entity;
                    introduced[tokens[t].Form] = full.Entity;
                }

                if (!introduced.TryGetValue(tokens[t].Form, out var entity))
                    continue;
                // What the article introduces goes before what the acronym stands for elsewhere.
                if (mentions.At(sentence, t) is { } other && other.First == other.Last && other.Entity.Id != entity.Id)
                    mentions.Remove(other);
                if (mentions.At(sentence, t) is null)
                    mentions.Add(new Mention { Sentence = sentence, First = t, Last = t, Entity = entity, Kind = NameKind.Name, Known = gazetteer.Entry(entity.Id) });
            }
        }
    }

    // A state's name, demonym or possessive and a force noun, all in capitals: Indian Air Force, Philippine Marine Corps.
    private Mention? Force(Sentence sentence, int t, ArticleMentions into)
    {
        if (into.At(sentence, t) is not { Entity.Type: "Country" } state || state.Last != t)
            return null;
        var first = t + 1;
        if (first >= sentence.Tokens.Count || !sentence.Tokens[first].IsCapitalized)
            return null;
        for (var last = Math.Min(first + 3, sentence.Tokens.Count - 1); last >= first; last--)
        {
            var noun = string.Join(' ', Enumerable.Range(first, last - first + 1).Select(i => sentence.Tokens[i].Form.ToLowerInvariant()));
            if (gazetteer.ForceNouns.Contains(noun) && sentence.Tokens[last].IsCapitalized && into.IsFree(sentence, first, last))
                return Add(sentence, state.First, last, state.Entity.Id, "force", into);
        }

        return null;
    }

    private Mention? Named(Sentence sentence, int t, ArticleMentions into)
    {
        var token = sentence.Tokens[t];
        if (!token.IsCapitalized || into.At(sentence, t) is { Entity.Type: not "Office" })
            return null;
        foreach (var (list, kind) in Words)
        {
            if (!lexicon[list].Contains(token.Form))
                continue;
            var first = CapitalizedRun.Start(sentence, t, joints: false);
            while (first < t && Taken(sentence, first, into))
                first++;
            // "The Administration of President Biden" is no body of that name.
            var last = kind is "company" || (t + 2 < sentence.Tokens.Count && into.At(sentence, t + 2) is { Entity.Type: "Office" or "Leader" }) ? t : OfWhat(sentence, t);
            while (last + 1 < sentence.Tokens.Count && kind is not "company" && CapitalizedRun.IsCapital(sentence.Tokens[last + 1]) && into.At(sentence, last + 1) is null)
                last++;
            if (last == first || IsOfPair(sentence, first, into))
                return null;
            var state = StateIn(sentence, first, last, into);
            return Add(sentence, first, last, state, kind, into);
        }

        return null;
    }

    // "The U.S.-Japan Alliance" is no alliance of its own name.
    private static bool IsOfPair(Sentence sentence, int first, ArticleMentions into) =>
        first >= 2 && sentence.Tokens[first - 1].Form is "-" or "–" && into.At(sentence, first)?.Entity.Type == "Country" && into.At(sentence, first - 2)?.Entity.Type == "Country";

    // "Ministry of Defence", "Coalition for Ukraine": on through of/for and capitals.
    private static int OfWhat(Sentence sentence, int t) =>
        t + 2 < sentence.Tokens.Count && sentence.Tokens[t + 1].Form is "of" or "for" ? CapitalizedRun.End(sentence, t) : t;

    // A leader's name or an office before the run does not belong to it; a demonym does.
    private static bool Taken(Sentence sentence, int t, ArticleMentions into) =>
        into.At(sentence, t) is { } mention && mention.Entity.Type is not "Country" and not "Organization" and not "Office";

    private static string? StateIn(Sentence sentence, int first, int last, ArticleMentions into)
    {
        for (var t = first; t <= last; t++)
        {
            if (into.At(sentence, t) is { Entity.Type: "Country" } state)
                return state.Entity.Id;
        }

        // Indonesia's Ministry of Defence; the Ministry of Defence of Poland is found by its "of".
        return first >= 2 && sentence.Tokens[first - 1].Form is "'s" or "’s" && into.At(sentence, first - 2) is { Entity.Type: "Country" } owner ? owner.Entity.Id : null;
    }

    private static Mention? Add(Sentence sentence, int first, int last, string? state, string kind, ArticleMentions into)
    {
        var name = into.Words(sentence, first, last);
        var short_ = into.At(sentence, first) is { Entity.Type: "Country" } adjective && adjective.Last < last ? into.Words(sentence, adjective.Last + 1, last) : "";
        var entity = into.Introduce("Organization", name, state, kind is "force" ? "" : short_);
        return into.Add(new Mention
        {
            Sentence = sentence,
            First = first,
            Last = last,
            Entity = entity,
            Kind = NameKind.Name,
            Known = new GazetteerEntry { Entity = entity, Kind = kind, IsArm = state is not null && kind is "force" or "ministry" },
        });
    }

    private static bool IsAcronym(string form) => form.Length is >= 2 and <= 8 && form.Count(char.IsUpper) * 2 > form.Length;
}
