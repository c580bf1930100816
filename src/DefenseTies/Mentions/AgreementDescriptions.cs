using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Agreements without a name: <c>a defense pact with Armenia</c> becomes <c>Armenia–Russia defense pact</c> once both parties are known.</summary>
internal sealed class AgreementDescriptions(Fillers fillers, Lexicon lexicon)
{
    private const int MostParties = 4;

    // How far behind it an agreement's aim may stand, in tokens.
    private const int Aim = 10;

    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal) { "contract", "deal", "order", "document", "paper", "plan", "package", "letter", "statement", "arrangement" };

    private static readonly string[] Between = ["prep:between", "gov.prep:between"];
    private static readonly string[] Sides = ["gov.subj", "gov.prep:by", "poss", "mod", "subj", "prep:by"];

    /// <summary>True when nothing but a signature makes such an agreement worth a claim: a contract, a deal.</summary>
    public static bool IsWeak(Entity agreement) => agreement.Aliases.Any(a => a.Split('–')[^1].Split(' ')[^1] is var noun && Weak.Contains(noun));

    /// <summary>Adds described agreements to the mentions of one sentence.</summary>
    public void Find(Roles roles, ArticleMentions mentions)
    {
        var sentence = roles.Sentence;
        foreach (var named in mentions.In(sentence).Where(m => m.Entity.Type == "Agreement" && m.Last > m.First))
        {
            named.Parties = [.. fillers.StatesIn(sentence, named.First, named.Last)];
            Name(named, mentions);
        }

        foreach (var token in sentence.Tokens)
        {
            if (token.Upos != "NOUN" || !(lexicon["binding agreements"].Contains(token.Lemma) || IsSignedPartnership(roles, token)) || mentions.At(sentence, token.Index) is not null || !IsAboutDefence(sentence, token.Index))
                continue;
            // "The document" takes up an agreement that stands already.
            if (fillers.Named(roles, token.Index, "Agreement").Count > 0)
                continue;
            // "AUKUS, the 2021 pact between …" has its name.
            if (token.Relation == "appos" && mentions.At(sentence, token.Head) is { Entity.Type: "Organization" or "Agreement" })
                continue;
            var parties = Parties(roles, token.Index);
            // "A defence treaty with the US, the 1951 ANZUS Treaty": the name follows.
            if (sentence.Children(token.Index).Where(c => sentence.Tokens[c].Relation == "appos").Select(c => mentions.At(sentence, c)).FirstOrDefault(m => m?.Entity.Type == "Agreement") is { } name)
            {
                name.Parties = parties;
                continue;
            }

            if (parties.Count < 2 || parties.Count > MostParties || IsOneOfMany(sentence, token))
                continue;
            var pair = string.Join('–', parties.Select(p => p.Entity!.Name).Order(StringComparer.Ordinal));
            var noun = Noun(sentence, token.Index);
            mentions.Add(new Mention
            {
                Sentence = sentence,
                First = token.Index,
                Last = token.Index,
                Entity = mentions.Introduce("Agreement", $"{pair} defense pact", null, $"{pair} {noun}", noun.Contains(" of ", StringComparison.Ordinal) ? "" : $"{pair} {token.Lemma}", parties.Any(p => p.Known?.Kind == "company") || IsSale(roles, token.Index) ? $"{pair} contract" : ""),
                Kind = NameKind.Reference,
                Parties = parties,
            });
        }
    }

    // An agreement "to purchase 20 jets" or "for the procurement of jets" is a contract.
    private bool IsSale(Roles roles, int noun) =>
        ((string[])["comp", "gov.comp", "prep:for", "prep:on"]).SelectMany(p => roles.Fill(noun, p)).Any(t => lexicon["trade in arms"].Contains(roles.Sentence.Tokens[t].Lemma)
            && !(roles.Sentence.Tokens[t].Lemma == "transfer" && roles.CaseOf(t) == "on")); // what an agreement "on the transfer of technology" allows is no sale yet

    // "A mutual defence treaty with Australia … the Pukpuk Treaty": the treaty described before has its name now.
    private static void Name(Mention named, ArticleMentions mentions)
    {
        var (sentence, tokens) = (named.Sentence, named.Sentence.Tokens);
        if (named.Known is not null || named.Parties.Count > 0 || named.First == 0 || tokens[named.First - 1].Form.ToLowerInvariant() is not "the" || mentions.HasNamed(named))
            return;
        var noun = tokens[named.Last].Form.ToLowerInvariant();
        var described = mentions.All.TakeWhile(m => m.Sentence.Index < sentence.Index).Where(m => m is { Kind: NameKind.Reference, Entity.Type: "Agreement", Parties.Count: > 0 }).DistinctBy(m => m.Entity.Id).ToArray();
        // "Under a new defence pact … The Lunna House Agreement was signed": another word for it, soon after.
        if (described is [var only] && (only.Sentence.Tokens[only.Last].Lemma == noun || (only.Sentence.Index >= sentence.Index - 2 && tokens[named.Head].BaseRelation is "nsubj")))
            mentions.Rename(only.Entity, named.Entity);
    }

    // "Four foundational agreements", "similar agreements": which is meant nobody can say.
    private static bool IsOneOfMany(Sentence sentence, Token noun) =>
        noun.Xpos == "NNS" && sentence.Children(noun.Index).Any(c => sentence.Tokens[c] is { Relation: "nummod" } or { Lemma: "similar" or "such" or "several" or "various" or "other" or "many" });

    // A partnership is a tie; one that is signed is an agreement.
    private static bool IsSignedPartnership(Roles roles, Token noun) =>
        noun.Lemma == "partnership" && roles.Fill(noun.Index, "gov").Any(v => roles.Sentence.Tokens[v].Lemma is "sign" or "ink" or "conclude" or "ratify");

    // One side and the other ("has a pact with"), or both at once ("between"). More than two make no name.
    private List<Filler> Parties(Roles roles, int noun)
    {
        // "The treaty was criticised by Turkey and Russia": they are no parties by that.
        var sides = roles.Fill(noun, "gov").Any(v => lexicon["reacting verbs"].Contains(roles.Sentence.Tokens[v].Lemma)) ? [.. Sides.Where(s => !s.StartsWith("gov.", StringComparison.Ordinal))] : Sides;
        var others = First(roles, noun, ["prep:with", "prep:on.prep:with", "gov.prep:with", "comp.prep:with", "comp.prep:from", "prep:for.prep:from"]);
        // "Has agreements with A and B" are two; "a pact with A and B" is one.
        var parties = First(roles, noun, others.Count == 0 ? [.. Between, .. sides] : sides).Where(p => others.All(o => o.Entity!.Id != p.Entity!.Id)).ToList();
        if (parties.Count == 1 && others.Count == 0)
            parties.AddRange(First(roles, noun, ["prep:by", "gov.prep:by", "prep:from", "gov.subj"]).Where(p => p.Entity!.Id != parties[0].Entity!.Id));
        // "A protocol concluded by Egypt and Somalia", "the agreement bears the signatures of X and Y"
        if (parties.Count + others.Count < 2)
        {
            var by = First(roles, noun, roles.Fill(noun, "gov").Any(v => roles.Sentence.Tokens[v].Lemma is "bear" or "carry") ? ["gov.obj.prep:of", "comp.prep:by"] : ["comp.prep:by"]);
            if (by.Count == 2)
                return by;
        }

        // "The minister signed a framework agreement in Seoul": with his host.
        if (parties is [{ Entity: { Type: "Country" } guest }] && others.Count == 0 && roles.Fill(noun, "gov").Any(v => roles.Sentence.Tokens[v].Lemma is "sign" or "ink" or "conclude" or "initial" or "seal"))
            parties.AddRange(roles.Fill(noun, "gov.prep:in").Concat(roles.Fill(noun, "prep:in")).Select(t => fillers.Host(roles.Sentence, t)).OfType<Filler>().Where(h => h.Entity!.Id != guest.Id).Take(1));
        // "A 2013 treaty commits them to": those whom it binds.
        if (parties.Count + others.Count == 0 && roles.Fill(noun, "gov").Any(v => roles.Sentence.Tokens[v].Lemma is "commit" or "bind" or "oblige" or "link" or "tie"))
            parties.AddRange(First(roles, noun, ["gov.obj"]));
        // "The defence pact concluded with France remains in force": with the state that is spoken of.
        if (parties.Count == 0 && others is [{ Entity.Type: "Country" }] && roles.Sentence.Children(noun).Any(c => roles.Sentence.Tokens[c].Form.ToLowerInvariant() is "the"))
            parties.AddRange(fillers.Topic(roles.Sentence, noun, others).Take(1));
        return others.Count + parties.Count > 2 && roles.Sentence.Tokens[noun].Xpos == "NNS" ? [] : [.. others, .. parties];
    }

    private List<Filler> First(Roles roles, int noun, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var found = new List<Filler>();
            foreach (var token in roles.Fill(noun, path))
            {
                var seats = fillers.Named(roles, token, "Leader").SelectMany(fillers.Seats).Select(m => fillers.State(m, token)).ToArray();
                found.AddRange(seats.Length > 0 ? seats : fillers.Actors(roles, token));
            }

            if (found.Count > 0)
                return [.. found.Where(f => f.Entity!.Type is "Country" or "Organization").DistinctBy(f => f.Entity!.Id)];
        }

        return [];
    }

    // A trade or climate agreement is none of ours, nor one "to generate an economic exchange".
    private bool IsAboutDefence(Sentence sentence, int noun)
    {
        if (sentence.Children(noun).Any(c => IsCivil(sentence.Tokens[c])))
            return false;
        var after = sentence.Tokens.Skip(noun + 1).Take(Aim).TakeWhile(t => t.Upos != "PUNCT" || t.Form == "-").ToArray();
        return !after.Any(IsCivil) || after.Any(t => lexicon["military"].Contains(t.Lemma.ToLowerInvariant()));
    }

    private bool IsCivil(Token token) => lexicon["civil matters"].Contains(token.Lemma.ToLowerInvariant());

    // The noun with the words that say what kind: "statement of intent", "mutual defence pact".
    private static string Noun(Sentence sentence, int noun)
    {
        var first = noun;
        while (first > 0 && sentence.Tokens[first - 1] is { Upos: "NOUN" or "ADJ" } before && before.Head == noun)
            first--;
        var words = string.Join(' ', Enumerable.Range(first, noun - first + 1).Select(t => sentence.Tokens[t].Form));
        return noun + 2 < sentence.Tokens.Count && sentence.Tokens[noun + 1].Form == "of" && sentence.Tokens[noun + 2].Form is "intent" or "understanding" ? $"{words} of {sentence.Tokens[noun + 2].Form}" : words;
    }
}
