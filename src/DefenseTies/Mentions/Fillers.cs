using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>Noun phrases → whoever fills a slot: states behind governments and forces, lists expanded, pronouns resolved.</summary>
internal sealed class Fillers(ArticleMentions mentions, References references, Gazetteer gazetteer, Lexicon lexicon)
{
    /// <summary>What fills the slots of things.</summary>
    public ItemFillers Things { get; } = new(mentions, references, lexicon);

    private readonly LeaderReferences leaders = new(mentions, references, lexicon);

    // The words that lead to the one that is looked at. "A and B, none of which" leads back to where it began, and names nobody more.
    private readonly HashSet<int> asked = [];

    /// <summary>The states that things come from.</summary>
    public ItemSources Sources { get; } = new(mentions, lexicon);

    private static readonly HashSet<string> PlacePrepositions = new(StringComparer.Ordinal) { "in", "at", "near", "outside", "over", "inside", "around", "above", "off", "into", "across", "within", "throughout" };

    /// <summary>States and organizations.</summary>
    /// <param name="place">True when a place stands for its state: a base in a city.</param>
    /// <param name="states">True when only a state will do, so that a pronoun is not taken for an organization.</param>
    public IReadOnlyList<Filler> Actors(Roles roles, int token, bool place = false, bool states = false)
    {
        if (!asked.Add(token))
            return [];
        var found = new List<Filler>();
        foreach (var head in Coordination.Of(roles.Sentence, token))
        {
            found.AddRange(Actor(roles, head, place, states));
            found.AddRange(Hyphenated(roles.Sentence, head));
        }

        asked.Remove(token);

        if (found.Count > 0)
            found.AddRange(Enumerated(roles.Sentence, token, found[0], place).Concat(Enumerated(roles.Sentence, token, found[^1], place)).ToArray());
        return [.. found.DistinctBy(f => f.Entity!.Id).Take(Coordination.Longest)];
    }

    /// <summary>The states that a longer name names: "the Treaty between the United States and Japan".</summary>
    public IEnumerable<Filler> StatesIn(Sentence sentence, int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            var (length, candidates) = gazetteer.Match(sentence.Tokens, at, c => c is { Kind: NameKind.Name, Entry.Entity.Type: "Country" });
            if (length == 0 || at + length - 1 > last)
                continue;
            yield return new Filler(candidates[0].Entry.Entity, candidates[0].Entry.Entity.Name, at) { Known = candidates[0].Entry };
            at += length - 1;
        }
    }

    /// <summary>Mentions of a type at a token or joined to it.</summary>
    public IReadOnlyList<Filler> Named(Roles roles, int token, string type)
    {
        var found = new List<Filler>();
        foreach (var head in Coordination.Of(roles.Sentence, token))
        {
            var at = mentions.At(roles.Sentence, head) is { } own && own.Entity.Type == type ? [own]
                : Near(roles.Sentence, head, type).SelectMany(m => Coordination.Of(roles.Sentence, m.Head).Select(t => mentions.At(roles.Sentence, t))).OfType<Mention>().Where(m => m.Entity.Type == type).ToArray();
            if (at.Length == 0)
                at = [.. type switch { "Leader" => leaders.Of(roles.Sentence, head), "Agreement" => references.Agreements(roles.Sentence, head), _ => [] }];
            found.AddRange(at.Select(m => Of(m, head, m.Sentence != roles.Sentence)));
        }

        return [.. found.DistinctBy(f => f.Entity!.Id)];
    }

    // The phrase's own named parts: "President Macron", "the S-400 system", "Raytheon, maker of …".
    private IEnumerable<Mention> Near(Sentence sentence, int head, string type)
    {
        var (first, _) = sentence.Subtree(head);
        for (var t = head - 1; t >= Math.Max(first, head - 6); t--)
        {
            // "President Macron's adviser" is not President Macron.
            if (mentions.At(sentence, t) is { } before && before.Entity.Type == type && sentence.Governs(head, before.Head) && !(type == "Leader" && sentence.Tokens[before.Head].Relation == "nmod:poss"))
                return [before];
        }

        return sentence.Children(head).Where(c => sentence.Tokens[c].Relation is "flat" or "appos" or "nmod:desc" or "dep" or "compound")
            .Select(c => mentions.At(sentence, c)).OfType<Mention>().Where(m => m.Entity.Type == type).Take(1);
    }

    private IEnumerable<Filler> Actor(Roles roles, int head, bool place, bool states)
    {
        var sentence = roles.Sentence;
        var token = sentence.Tokens[head];
        if (mentions.At(sentence, head) is { } mention && mention.Entity.Type is "Country" or "Organization" or "Place")
        {
            if (IsAdjective(mention))
                return [];
            // "Türkiye's army", "the Indian Army": an arm of a state is the state.
            if (mention.Entity.Type == "Place")
                return place ? Host(mention, head) : [];
            if (mention.Kind == NameKind.City && !place)
                return [];
            if (mention.Kind == NameKind.Seat && !place && PlacePrepositions.Contains(roles.CaseOf(mention.Head)))
                return [];
            return [StateOf(mention, head, mention.Kind == NameKind.Reference)];
        }

        if (place && token.Form.ToLowerInvariant() is "there")
            return references.There(sentence, head).SelectMany(m => m.Entity.Type == "Place" ? Host(m, head) : [StateOf(m, head, true)]);

        // "The two are bound by a treaty", "sent instructors to all three"
        if (token is { Upos: "NUM", BaseRelation: "nsubj" or "obl" or "nmod" or "obj" } && References.NumberOf(token) is (2 or 3 or 4) and var count && sentence.Children(head).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "the" or "all"))
            return references.Last(sentence, head, count).Select(m => StateOf(m, head, true));

        // "those of Eritrea", "neither of the two countries"
        if (token.Form.ToLowerInvariant() is "those" or "that" or "neither" or "none" or "both" or "each" or "all" && roles.Fill(head, "prep:of") is [var whose, ..])
            return Actors(roles, whose, place, states);

        // "asked France to close its bases": whose the object is, is whoever does it.
        if (token is { Relation: "nmod:poss", Head: >= 0 } && token.Form.ToLowerInvariant() is "its" or "their" && sentence.Tokens[token.Head].BaseRelation is "obj"
            && roles.Fill(head, "clause").Select(c => mentions.At(sentence, c)).FirstOrDefault() is { } actor && (actor is { Entity.Type: "Country", Kind: not NameKind.City } || actor.Known?.Kind == "company"))
            return Coordination.Of(sentence, actor.Head).Select(t => mentions.At(sentence, t)).OfType<Mention>().Where(m => m.Entity.Type == actor.Entity.Type).Select(m => StateOf(m, head, true));

        // "Biden approved the sale": what a leader decides his state does.
        if (!states && mentions.At(sentence, head) is { Entity.Type: "Leader", Kind: NameKind.Name } decider && (token is { Relation: "conj", Head: >= 0 and var joined } ? sentence.Tokens[joined].Relation : token.Relation) is "nsubj" or "obl:agent" or "iobj")
            return StateOfFirst([Of(decider, head, true)]).Select(m => StateOf(m, head, true));

        // "France sold him 24 jets": what a leader does or gets, his state does or gets.
        if (token is { Upos: "PRON", BaseRelation: "iobj" or "obj" or "obl" } && token.Form is "him" or "her" && leaders.Of(sentence, head) is [var he])
            return StateOfFirst([Of(he, head, true)]).Select(m => StateOf(m, head, true));

        if (token.Upos is "PRON" || token.Form.ToLowerInvariant() is "its" or "their")
            return references.Actors(sentence, head, states).Select(m => StateOf(m, head, true));

        // "named Vietnam and Thailand among the countries that have asked"
        if (roles.CaseOf(head) == "among" && token.Head >= 0 && roles.Fill(token.Head, "obj") is [var members, ..] && members != head)
            return Actors(roles, members, place, states);

        var listed = sentence.Children(head).Where(c => Coordination.Introduces(roles.CaseOf(c)) || sentence.Tokens[c].Relation == "appos").ToArray();
        var inside = sentence.Children(head).Where(c => sentence.Tokens[c].Relation is "amod" or "compound" or "nmod:poss" or "nmod" or "nmod:desc" or "flat" or "nmod:unmarked" && roles.CaseOf(c) is "" or "of" or "from" or "for" || (roles.CaseOf(c) == "in" && mentions.At(sentence, c)?.Kind == NameKind.Seat));
        if (lexicon["companies"].Contains(token.Lemma) && Near(sentence, head, "Organization").ToArray() is [var company, ..])
            return [StateOf(company, head)];

        if (IsActorNoun(token))
        {
            // "India's suppliers" are not India.
            if (lexicon["relational"].Contains(token.Lemma) || (lexicon["companies"].Contains(token.Lemma) && inside.Any(c => sentence.Tokens[c] is { Relation: "nmod:poss", Upos: "PRON" })))
                inside = [.. inside.Where(c => sentence.Tokens[c].Relation != "nmod:poss")];
            var owners = inside.SelectMany(c => Coordination.Of(sentence, c)).Select(c => mentions.At(sentence, c)).OfType<Mention>()
                .Where(m => !IsAdjective(m) && m.Entity.Type is "Country" && m.Kind != NameKind.City || m.Entity.Type == "Organization" && m.Known?.Kind is not ("media" or "think-tank")).ToArray();
            // "Portugal, whose air force flies"
            if (owners.Length == 0 && inside.Any(c => sentence.Tokens[c].Form == "whose"))
                owners = [.. roles.Fill(head, "poss").SelectMany(c => Coordination.Of(sentence, c)).Select(c => mentions.At(sentence, c)).OfType<Mention>().Where(m => m.Entity.Type == "Country")];
            // "the Biden administration", "the government of Javier Milei", "Nasser's troops"
            if (owners.Length == 0)
                owners = [.. StateOfFirst(lexicon["governments"].Contains(token.Lemma) ? Named(roles, head, "Leader").Concat(inside.Where(c => roles.CaseOf(c) == "of").SelectMany(c => Named(roles, c, "Leader"))) : inside.Where(c => sentence.Tokens[c].Relation == "nmod:poss").SelectMany(c => Named(roles, c, "Leader")))];
            if (owners.Length == 0)
                owners = [.. inside.Where(c => sentence.Tokens[c].Relation == "nmod:poss" && (sentence.Tokens[c].Upos == "PRON" || lexicon["pair nouns"].Contains(sentence.Tokens[c].Lemma))).SelectMany(c => references.Actors(sentence, c, states))]; // "its army", "the two countries' air forces"
            // "a brigade of the Ukrainian army"
            if (owners.Length == 0 && inside.FirstOrDefault(c => sentence.Tokens[c].Upos == "NOUN" && roles.CaseOf(c) == "of", -1) is >= 0 and var whole && whole > head)
                return Actor(roles, whole, place, states);
            if (owners.Length > 0)
                return owners.Select(m => StateOf(m, head, m.Sentence != sentence));
        }

        // "Canada and Latvia are among the states paying for it": the predicate noun is its subject.
        if (sentence.Child(head, "nsubj") is >= 0 and var subject && token.Upos == "NOUN")
            return Actors(roles, subject, place, states);

        // The Manda Bay airfield, Ganja airport: a place by its name.
        if (place && inside.Select(c => mentions.At(sentence, c)).OfType<Mention>().FirstOrDefault(m => m.Entity.Type is "Place" or "Country") is { } site && Actor(roles, site.Head, place, states).ToArray() is { Length: > 0 } there)
            return there;

        // "M23, an armed group sanctioned by": what stands in apposition to a name is it.
        if (token is { Relation: "appos", Upos: "NOUN", Head: >= 0 and var apposed } && apposed < head && mentions.At(sentence, apposed) is { Entity.Type: "Organization", Kind: NameKind.Name, Known: not { IsArm: true } } same)
            return [StateOf(same, head)];

        if (listed.Length > 0)
        {
            var named = listed.SelectMany(c => Actors(roles, c, place, states)).ToArray();
            if (named.Length > 0)
                return named;
        }

        return references.Actors(sentence, head, states, place).Select(m => StateOf(m, head, true));
    }

    /// <summary>The state whose capital a token names; null for all else.</summary>
    public Filler? Host(Sentence sentence, int token) => mentions.At(sentence, token) is { Entity.Type: "Country", Kind: NameKind.Seat } seat ? StateOf(seat, token) : null;

    private IEnumerable<Filler> Host(Mention site, int head) =>
        site.Known?.States is [var host, ..] && gazetteer.State(host) is { } state ? [new Filler(state.Entity, state.Entity.Name, head) { Known = state, Mention = site }] : [];

    // "Soviet-era weapons" come from nobody, "NATO-led missions" are nobody's.
    private bool IsAdjective(Mention mention)
    {
        var tokens = mention.Sentence.Tokens;
        return mention.Last + 2 < tokens.Count && tokens[mention.Last + 1].Form is "-" or "–" && lexicon["hyphenated"].Contains(tokens[mention.Last + 2].Form.ToLowerInvariant());
    }

    private bool IsActorNoun(Token token) => token.Upos is "NOUN" or "PROPN" && (lexicon["state actors"].Contains(token.Lemma.ToLowerInvariant()) || lexicon["companies"].Contains(token.Lemma));

    /// <summary>The state an actor is or belongs to; null when it belongs to none.</summary>
    public Filler? Home(Filler actor) => actor.Entity!.Type == "Country" ? actor
        : (actor.Entity.State ?? actor.Known?.Entity.State) is { } id && gazetteer.Entry(id) is { } state ? actor with { Entity = state.Entity, Words = state.Entity.Name, Known = state } : null;

    /// <summary>The state that the text is speaking of before a token.</summary>
    /// <param name="others">Who fills the other end, and is not meant.</param>
    public IEnumerable<Filler> Topic(Sentence sentence, int token, IReadOnlyList<Filler> others) =>
        references.Topic(sentence, token, m => others.Any(o => o.Entity!.Id == m.Entity.Id)).Select(m => StateOf(m, token, true));

    /// <summary>The exercise that the text is speaking of before a token.</summary>
    public IEnumerable<Filler> SpokenExercise(Sentence sentence, int token) => references.Exercises(sentence, token).Select(m => Of(m, token, true));

    /// <summary>The state that the article, or the section of a reference book, is about.</summary>
    /// <param name="others">Who fills the other end, and is not meant; nor is the state of that company.</param>
    public IEnumerable<Filler> Subject(Sentence sentence, int token, IReadOnlyList<Filler> others) =>
        (references.Heading(sentence) ?? references.Subject) is { } state && others.All(o => o.Entity!.Id != state.Entity.Id && o.Entity.State != state.Entity.Id) ? [StateOf(state, token, true)] : [];

    /// <summary>True when the sentence tells of another state that gets, wants or objects to something: "Turkey has offered its TB2 and Morocco bought 13".</summary>
    /// <param name="but">Who is not another.</param>
    public bool NamesTaker(Sentence sentence, IReadOnlyList<Filler> but) =>
        mentions.In(sentence).Any(m => m is { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat } && but.All(f => f.Entity!.Id != m.Entity.Id)
            && sentence.Tokens[m.Head] is { BaseRelation: "nsubj", Head: >= 0 and var verb } && lexicon["taking verbs"].Contains(sentence.Tokens[verb].Lemma));

    /// <summary>The state whose section of a reference book the sentence stands in.</summary>
    public IEnumerable<Filler> Heading(Sentence sentence, int token) => references.Heading(sentence) is { } state ? [StateOf(state, token, true)] : [];

    /// <summary>The two sides of a named conflict, where the sentence or the conflict's own name names both; which of many is meant nobody can say.</summary>
    public IReadOnlyList<Filler> Opponents(Sentence sentence, int token)
    {
        if (mentions.At(sentence, token) is not { Entity.Type: "Conflict", Known: { } known } conflict)
            return [];
        bool IsNamed(string state) => mentions.In(sentence).Any(m => m.Entity.Type == "Country" && m.Entity.Name == state)
            || Enumerable.Range(conflict.First, conflict.Last - conflict.First + 1).Any(t => gazetteer.Match(sentence.Tokens, t, c => c.Entry.Entity.Type == "Country" && c.Entry.Entity.Name == state).Length > 0);
        return known.Opponents.Where(pair => pair.All(IsNamed)).ToArray() is [var sides]
            ? [.. sides.Select(s => gazetteer.State(s)).OfType<GazetteerEntry>().Select(s => new Filler(s.Entity, s.Entity.Name, token) { Known = s })] : [];
    }

    /// <summary>What a leader's office belongs to: as the article gives it, else the state the gazetteer knows the leader by.</summary>
    public IReadOnlyList<Mention> Seats(Filler leader)
    {
        var office = leader.Mention?.Office ?? references.Offices.Seated(leader.Entity!.Id);
        if (office is { Seats.Count: > 0 })
            return office.Seats;
        return leader.Known?.Entity is { Type: "Leader", State: { } id } && leader.Mention is { } mention && gazetteer.Entry(id) is { } state
            ? [new Mention { Sentence = mention.Sentence, First = mention.First, Last = mention.Last, Entity = state.Entity, Kind = NameKind.Reference, Known = state }] : [];
    }

    // The state of the first of these leaders who has one.
    private IEnumerable<Mention> StateOfFirst(IEnumerable<Filler> leaders) => leaders.SelectMany(Seats).Where(m => m.Entity.Type == "Country").Take(1);

    /// <summary>A mention as an end: what is plainly an arm of a state is the state.</summary>
    public Filler State(Mention mention, int head) => StateOf(mention, head);

    private Filler StateOf(Mention mention, int head, bool reference = false)
    {
        // "Authorised the Ministry of Defence to buy": of the state that is spoken of.
        if (mention is { Entity: { Type: "Organization", State: null }, Known: { Kind: "ministry", IsArm: false } } && references.Topic(mention.Sentence, mention.First, _ => false) is [var whose])
            return Of(whose, head, reference: true);
        if (mention.Entity.Type == "Organization" && mention.Known is { IsArm: true } && mention.Entity.State is { } id && gazetteer.Entry(id) is { } state)
            return new Filler(state.Entity, state.Entity.Name, head, reference) { Known = state, Mention = mention };
        return Of(mention, head, reference);
    }

    private Filler Of(Mention mention, int head, bool reference) =>
        new(mentions.Latest(mention.Entity), mention.Entity.Name, head, reference) { Known = mention.Known, Mention = mention, Quantity = mention.Covers(head) ? Things.Quantity(mention.Sentence, head) : null };

    // "The US-South Korea exercises": what a hyphen joins is a list.
    private IEnumerable<Filler> Hyphenated(Sentence sentence, int head)
    {
        for (var m = mentions.At(sentence, head); m is { First: >= 2, Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat or NameKind.Demonym } && sentence.Tokens[m.First - 1].Form is "-" or "–";)
        {
            m = mentions.At(sentence, m.First - 2);
            if (m is { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat or NameKind.Demonym })
                yield return StateOf(m, m.Head);
        }
    }

    // Where the tree loses a list, the commas keep it: "from Turkey, Israel, Germany and the United States".
    private IEnumerable<Filler> Enumerated(Sentence sentence, int token, Filler last, bool place)
    {
        if (last.Mention is not { Kind: NameKind.Name or NameKind.Seat } mention || mention.Sentence != sentence || mentions.At(sentence, token) is null)
            yield break;
        for (var at = mention.Last + 1; at < sentence.Tokens.Count - 1;)
        {
            var start = at;
            while (at < sentence.Tokens.Count && sentence.Tokens[at].Form.ToLowerInvariant() is "," or "and" or "or" or "the" or "also" or "as" or "well")
                at++;
            if (at == start || at >= sentence.Tokens.Count || mentions.At(sentence, at) is not { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat } next || next.First != at)
                yield break;
            var after = next.Last + 1 < sentence.Tokens.Count ? sentence.Tokens[next.Last + 1] : null;
            if (sentence.Tokens[next.Head].BaseRelation is "nsubj" or "obj" || after?.Form is "'s" or "’s" or "-" || after?.Upos is "NOUN" or "AUX" or "VERB")
                yield break;
            yield return StateOf(next, next.Head);
            at = next.Last + 1;
        }
    }
}
