using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Mentions;

/// <summary>What pronouns and definite descriptions stand for: <c>it</c>, <c>the two countries</c>, <c>the company</c>, <c>the system</c>. Precision first: none is a fine answer.</summary>
internal sealed partial class References(ArticleMentions mentions, Lexicon lexicon)
{
    // Further back than this a reader would repeat the name.
    private const int SentencesBack = 3;

    private static readonly HashSet<string> Singular = new(StringComparer.OrdinalIgnoreCase) { "it", "its", "itself" };
    private static readonly HashSet<string> FirstPerson = new(StringComparer.OrdinalIgnoreCase) { "we", "us", "our" };
    private static readonly HashSet<string> Plural = new(StringComparer.OrdinalIgnoreCase) { "they", "them", "their", "themselves", "both", "each" };
    private static readonly HashSet<string> Fronting = new(StringComparer.OrdinalIgnoreCase) { "after", "since", "before", "in", "under", "with", "despite", "like", "as", "from", "until", "during", "through" };
    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six"];
    private static readonly HashSet<string> StateNouns = new(StringComparer.Ordinal) { "sultanate", "monarchy", "federation", "archipelago", "country", "nation", "kingdom", "republic", "state", "government", "capital", "junta", "emirate", "regime", "military", "army", "navy", "ministry", "force", "emirates" };
    private static readonly HashSet<string> Definite = new(StringComparer.OrdinalIgnoreCase) { "the", "this", "that", "these", "those", "its", "their", "both", "all" };

    private readonly Headings headings = new(mentions);
    private readonly OwnedForces forces = new(mentions);
    private readonly Lazy<Mention?> subject = new(() => ArticleSubject.Of(mentions));
    private readonly Lazy<Mention?> system = new(() => ArticleSystem.Of(mentions));

    /// <summary>What references may stand for.</summary>
    public AntecedentKinds Kinds { get; } = new(new NamedSoFar(mentions));

    /// <summary>The state that the article is about, or null where that is not plain.</summary>
    public Mention? Subject => subject.Value;

    /// <summary>The offices of the article's leaders.</summary>
    public Offices Offices { get; } = new(mentions);

    /// <summary>The states or organizations a token stands for; empty when unsure.</summary>
    /// <param name="states">True when only a state will do.</param>
    /// <param name="place">True for where something is, so that a state named as a place will do.</param>
    public IReadOnlyList<Mention> Actors(Sentence sentence, int token, bool states = false, bool place = false)
    {
        var word = sentence.Tokens[token];
        if (FirstPerson.Contains(word.Form))
            return Speakers(sentence);
        if (Heading(sentence) is { } heading && ((Singular.Contains(word.Form) && (word.BaseRelation is "nsubj" || !mentions.In(sentence).Any(m => m.Last < token && AntecedentKinds.IsActor(m) && IsSubject(m)))) || (IsDefinite(sentence, token) && (StateNouns.Contains(word.Lemma) ? word is { Upos: "NOUN", Xpos: "NN" } : ForceAcronyms.IsAcronym(sentence.Tokens, token, token)))))
            return [heading];
        if (Singular.Contains(word.Form) && Ahead(sentence, token) is { } ahead)
            return [ahead];
        if (Singular.Contains(word.Form))
        {
            // An object pronoun is not its own clause's subject: "Ankara increased its exports to Baku and supplied it".
            // A clause's own subject pronoun takes up whoever was named last; elsewhere the subject goes on.
            if (word.BaseRelation is "nsubj" && JoinedSubject(sentence, token, states) is { } joined)
                return [joined];
            var isObject = word.BaseRelation is "obj" or "obl" or "iobj";
            // "It signed a pact with A, and B has sold it batteries": the same.
            if (isObject && mentions.In(sentence).FirstOrDefault(m => m.Last < token && m.Kind == NameKind.Reference && m.Entity.Type == "Country" && sentence.Tokens[m.First].Form.ToLowerInvariant() is "it" && !IsBesideInClause(sentence, token, m)) is { } same)
                return [same];
            var found = Last(sentence, token, Kinds.Actors, preferSubject: !isObject, not: OwnerOfMany(sentence, token), nearestHere: (word.BaseRelation is "nsubj" && !IsInRelativeClause(sentence, token)) || IsAside(sentence, token),
                isNot: m => IsBound(sentence, token, m) || (isObject && sentence.Tokens[m.Head].BaseRelation is "nsubj") || (word.Relation == "nmod:poss" && (IsCounterpart(m) || IsOfMany(m))));
            // "Its air force flew jets bought from France. It has since": who an article is about, rather than somebody in passing.
            if (word.BaseRelation is "nsubj" && Subject is { } main && main.Span.CompareTo(sentence.Span) < 0 && found is [{ } other] && other.Sentence != sentence && other.Entity.Type == "Country" && !IsSubject(other))
                return [main];
            // "LIG Nex1 said it had signed": a company is meant, and no state further back.
            return states && found is [var actor] && actor.Entity.Type != "Country" ? [] : found;
        }

        // "The Moroccan Armed Forces brought tanks, which they bought": a force that is many is they.
        if (word is { Form: "they" or "their", Upos: "PRON" } && mentions.In(sentence).LastOrDefault(m => m.Last < token && m is { Entity.Type: "Organization", Known: { IsArm: true } } && sentence.Tokens[m.Last].Form is "Forces" or "Guards" && IsSubject(m)) is { } many)
            return [many];
        if (Plural.Contains(word.Form) && word.Upos is "PRON" or "DET")
            return Subjects(sentence, token) is { Count: > 1 } several ? several : Pair(sentence, token);
        if (word.Upos == "NOUN" && StateNouns.Contains(word.Lemma) && sentence.Children(token).Any(c => Tokens(sentence, c) is { Relation: "nmod:poss", Form: "his" or "her" or "His" or "Her" }))
            return Last(sentence, token, Kinds.Leaders, preferSubject: true) is [var leader] && Offices.Of(leader) is { } office ? [.. office.Seats.Where(s => s.Entity.Type == "Country").Take(1)] : [];
        if (!(word.Upos == "NOUN" || word is { Upos: "PROPN", Form: "Alliance" or "Union" }) || !IsDefinite(sentence, token))
            return [];
        if (IsTwo(sentence, token) && lexicon["pair nouns"].Contains(word.Lemma))
            return Number(sentence, token) is > 2 and var n ? Several(sentence, token, n) : Pair(sentence, token);
        if (!states && word.Lemma.ToLowerInvariant() is "alliance" or "bloc" or "grouping" or "union" or "coalition" or "organization" or "organisation")
            return Last(sentence, token, Kinds.Alliances, preferSubject: false);
        if (word.Lemma is "group" or "militia" or "movement" && Last(sentence, token, Kinds.Groups, preferSubject: true) is [var armed])
            return [armed];
        if (lexicon["companies"].Contains(word.Lemma))
            return Last(sentence, token, Kinds.Companies, preferSubject: false);
        if (word.Xpos == "NN" && forces.OwnerOf(sentence, token) is { } owner)
            return [owner];
        return TheState(sentence, token, place);
    }

    // "India depends on Russia, but it is turning to France": a joined clause goes on with the subject of the first.
    private Mention? JoinedSubject(Sentence sentence, int token, bool states)
    {
        var verb = sentence.Tokens[token].Head;
        if (verb < 0 || sentence.Tokens[verb].Relation is not ("conj" or "parataxis") || sentence.Tokens[verb].Head is var first && first < 0)
            return null;
        return sentence.Child(first, "nsubj") is >= 0 and var subject && mentions.At(sentence, subject) is { } m && (states ? Kinds.States : Kinds.Actors).Fit(m) ? m : null;
    }

    /// <summary>The state spoken of before a token: the last clause's subject, else the last named.</summary>
    /// <param name="isNot">True for mentions of the token's sentence that are not meant.</param>
    public IReadOnlyList<Mention> Topic(Sentence sentence, int token, Func<Mention, bool> isNot) =>
        Heading(sentence) is { } heading ? [heading] : Last(sentence, token, Kinds.States, preferSubject: true, isNot: isNot);

    /// <summary>The state whose section of a reference book the sentence stands in; null elsewhere.</summary>
    public Mention? Heading(Sentence sentence) => headings.Of(sentence);

    /// <summary>The state that "there" points to: the last one named that is not the subject.</summary>
    public IReadOnlyList<Mention> There(Sentence sentence, int token) => Heading(sentence) is { } heading ? [heading] :
        Last(sentence, token, Kinds.Places, preferSubject: false, isNot: m => IsSubject(m) || InSubject(sentence, token, m));

    private static bool InSubject(Sentence sentence, int there, Mention m) =>
        sentence.Tokens[there].Head is >= 0 and var head && sentence.Children(head).Any(c => Tokens(sentence, c).BaseRelation is "nsubj" && sentence.Governs(c, m.Head));

    /// <summary>The weapon system spoken of before a token.</summary>
    public IReadOnlyList<Mention> Spoken(Sentence sentence, int token) => Or(sentence, Kinds.Systems(null, null), Last(sentence, token, Kinds.Systems(null, null), preferSubject: false), back: 0);

    // Long after a system was named, the one that the article is about is meant: "Portugal has ordered six".
    private IReadOnlyList<Mention> Or(Sentence sentence, Antecedents kind, IReadOnlyList<Mention> last, int back) =>
        last is [var named, ..] && named.Sentence.Index >= sentence.Index - back ? last : system.Value is { } main && main.Sentence.Index < sentence.Index && kind.Fit(main) ? [main] : last;

    /// <summary>The exercise spoken of before a token.</summary>
    public IReadOnlyList<Mention> Exercises(Sentence sentence, int token) => Last(sentence, token, Kinds.Exercises, preferSubject: false);

    /// <summary>The weapon system a pronoun or a definite noun stands for; empty when unsure.</summary>
    public IReadOnlyList<Mention> Weapons(Sentence sentence, int token)
    {
        var word = sentence.Tokens[token];
        var pronoun = Singular.Contains(word.Form) || Plural.Contains(word.Form);
        if (!pronoun && !(word.Upos == "NOUN" && sentence.Children(token).Any(c => Tokens(sentence, c).Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those")))
            return [];
        // "The Gepard and Skynex systems" are those.
        if (sentence.Children(token).Any(c => c < token && mentions.At(sentence, c)?.Entity.Type == "WeaponSystem"))
            return [];
        // "The French jets" are no American system.
        var nation = sentence.Children(token).Select(c => mentions.At(sentence, c)).FirstOrDefault(m => m?.Entity.Type == "Country")?.Entity.Name;
        var kind = Kinds.Systems(pronoun ? null : word.Lemma, nation);
        var found = Last(sentence, token, kind, preferSubject: false);
        // "Drones, including the TB2 and the Mohajer-6, and used them": all of the list.
        if (found is [var last] && Plural.Contains(word.Form))
            return [.. mentions.In(last.Sentence).Where(m => kind.Fit(m) && Coordination.Of(last.Sentence, m.Head).Any(last.Covers)), last];
        // "The Indian Air Force operates the system"
        return pronoun ? found : Or(sentence, kind, found, back: 1);
    }

    /// <summary>The agreement a definite noun stands for; empty when unsure.</summary>
    public IReadOnlyList<Mention> Agreements(Sentence sentence, int token) =>
        Singular.Contains(sentence.Tokens[token].Form)
            ? Last(sentence, token, Kinds.Agreements, preferSubject: false) :
        IsDefinite(sentence, token) && lexicon["agreements"].Contains(sentence.Tokens[token].Lemma) && sentence.Child(token, "acl") < 0
            && !sentence.Children(token).Any(c => sentence.Tokens[c].Relation == "nmod" && sentence.Children(c).Any(p => sentence.Tokens[p] is { Relation: "case", Form: "with" or "between" })) // "its treaty with Djibouti" is another
            ? Last(sentence, token, Kinds.Agreements, preferSubject: false) : [];

    // "After its accession to NATO, Finland …": in a phrase before the subject, with nobody named yet, the subject is meant.
    private Mention? Ahead(Sentence sentence, int token)
    {
        if (mentions.In(sentence).Any(m => m.Last < token && AntecedentKinds.IsActor(m) && !IsBound(sentence, token, m)))
            return null;
        for (var (at, steps) = (token, 0); sentence.Tokens[at].Head is >= 0 and var head && steps < 8; at = head, steps++)
        {
            if (sentence.Tokens[at].BaseRelation is "obl" or "advcl" && head > token && Fronting.Contains(sentence.Tokens[sentence.Subtree(at).First].Form)
                && sentence.Child(head, "nsubj") is var subject && subject > token)
                return mentions.At(sentence, subject) is { Entity.Type: "Country" } named && AntecedentKinds.IsActor(named) ? named : null;
        }

        return null;
    }

    // "From Iran, with which it signed a pact, it received boats": neither "it" is Iran, a phrase of the same clause and its antecedent.
    private static bool IsBound(Sentence sentence, int token, Mention m) =>
        // "The USA and Germany were its suppliers": nor are those who are its suppliers.
        (sentence.Tokens[token] is { Relation: "nmod:poss", Head: >= 0 and var noun } && (sentence.HasChild(noun, "cop") ? sentence.Child(noun, "nsubj")
            : sentence.Tokens[noun] is { BaseRelation: "obj" or "xcomp", Head: >= 0 and var link } && sentence.Tokens[link].Lemma is "become" or "remain" ? sentence.Child(link, "nsubj") : -1) is >= 0 and var subject && sentence.Governs(subject, m.Head))
        // "The United States, which gives it aid": who gives does not get.
        || (sentence.Tokens[token] is { BaseRelation: "obj" or "iobj" or "obl", Head: >= 0 and var act } && sentence.Tokens[act] is { Relation: "acl:relcl", Head: >= 0 and var giver } && m.Covers(giver))
        || sentence.Tokens[token] is { BaseRelation: "nsubj", Head: >= 0 and var verb }
        && (sentence.Tokens[m.Head].Head == verb || (sentence.Tokens[verb].Relation == "acl:relcl" && sentence.Tokens[verb].Head == m.Head));

    // "Chad asked France to close its bases in the country", "it keeps no base in the country": where somebody does something is not who does it.
    private static bool ActsBeside(Sentence sentence, int token, Mention m)
    {
        var verb = sentence.Tokens[token].Head;
        while (verb >= 0 && sentence.Tokens[verb].Upos == "NOUN")
            verb = sentence.Tokens[verb].Head;
        if (verb < 0)
            return false;
        var actor = sentence.Tokens[m.Head];
        var controller = sentence.Tokens[verb].Relation == "xcomp" ? sentence.Tokens[verb].Head : -1;
        // "Bombed plants near Tehran and knocked out the country's radars": nor is who did the first.
        var first = sentence.Tokens[verb] is { Relation: "conj", Head: >= 0 and var joined } && sentence.Child(verb, "nsubj") < 0 ? joined : verb;
        return ((actor.Head == verb || actor.Head == first) && actor.BaseRelation is "nsubj")
            || (actor.Head == controller && actor.BaseRelation is "iobj" or "obj")
            || (actor.Head == controller && actor.BaseRelation is "nsubj" && !sentence.Children(controller).Any(c => Tokens(sentence, c).BaseRelation is "iobj" or "obj"));
    }

    // "would give Ukraine missiles for its war": the possessor in an adjunct is whoever was named last; in an object, the subject.
    private static bool IsAside(Sentence sentence, int token)
    {
        if (sentence.Tokens[token] is not { Relation: "nmod:poss", Head: >= 0 and var owned })
            return false;
        // "Replace the oldest of its jets": the jets are what is replaced.
        while (sentence.Tokens[owned] is { Relation: "nmod", Head: >= 0 and var whole } && sentence.Children(owned).Any(c => c < owned && sentence.Tokens[c] is { Relation: "case", Form: "of" }))
            owned = whole;
        return sentence.Tokens[owned].BaseRelation is "obl" or "nmod";
    }

    // "The army ordered tanks from KNDS to go with the howitzers that it bought": whoever the sentence is about.
    private static bool IsInRelativeClause(Sentence sentence, int token) => sentence.Tokens[token].Head is >= 0 and var verb && sentence.Tokens[verb].Relation == "acl:relcl";

    private static bool IsBesideInClause(Sentence sentence, int token, Mention m) => sentence.Tokens[m.Head].Head == sentence.Tokens[token].Head;

    // "Is in talks with India over missiles for its jets": of who acts, not of whom he deals with.
    private static bool IsCounterpart(Mention m) =>
        m.Sentence.Tokens[m.Head].BaseRelation is "obl" or "nmod" && m.Sentence.Tokens.Take(m.First).LastOrDefault(t => t.Upos is not ("DET" or "ADJ"))?.Form.ToLowerInvariant() is "with" or "from" or "against";

    // "Australia has given it boats, and Australian instructors train its soldiers": not Australia's.
    private string? OwnerOfMany(Sentence sentence, int token) =>
        sentence.Tokens[token] is { Relation: "nmod:poss", Head: >= 0 and var owned } && sentence.Tokens[owned] is { BaseRelation: "obj", Head: >= 0 and var verb }
        && sentence.Child(verb, "nsubj") is >= 0 and var many && sentence.Tokens[many].Xpos == "NNS"
            ? sentence.Children(many).Where(c => sentence.Tokens[c].BaseRelation is "amod" or "compound").Select(c => mentions.At(sentence, c)).FirstOrDefault(m => m?.Entity.Type == "Country")?.Entity.Id : null;

    // "French and US instructors train its battalions": of neither.
    private static bool IsOfMany(Mention m) =>
        m.Sentence.Tokens[m.Head] is { BaseRelation: "amod" or "compound" or "conj", Head: >= 0 and var noun } && (m.Sentence.Tokens[m.Head].Relation == "conj" ? m.Sentence.Tokens[noun].Head : noun) is >= 0 and var many && m.Sentence.Tokens[many] is { Xpos: "NNS", BaseRelation: "nsubj" };

    // Who says "we": the leader quoted in the sentence; in a statement, the leaders or else the states its headline names.
    private IReadOnlyList<Mention> Speakers(Sentence sentence)
    {
        var quoted = sentence.Tokens.Any(t => t.Form is "“" or "\"" or "”" or "''" or "``");
        if (quoted)
            return SeatsIn(sentence);
        var title = mentions.Sentences[0];
        if (!title.IsTitle || !title.Tokens.Any(t => t.Form.ToLowerInvariant() is "statement" or "remarks" or "communique" or "communiqué" or "declaration"))
            return [];
        var seats = SeatsIn(title);
        return seats.Count > 0 ? seats : [.. mentions.In(title).Where(m => m.Entity.Type == "Country").DistinctBy(m => m.Entity.Id)];
    }

    /// <summary>The leaders who say "we": those whom the headline of a statement names; none where somebody is quoted.</summary>
    public IReadOnlyList<Mention> SpeakingLeaders(Sentence sentence)
    {
        var title = mentions.Sentences[0];
        return title.IsTitle && title.Tokens.Any(t => t.Form.ToLowerInvariant() is "statement" or "declaration" or "communique" or "communiqué") && !sentence.Tokens.Any(t => t.Form is "“" or "\"" or "”")
            ? [.. mentions.In(title).Where(m => m.Entity.Type == "Leader").DistinctBy(m => m.Entity.Id)] : [];
    }

    private IReadOnlyList<Mention> SeatsIn(Sentence sentence) =>
        [.. mentions.In(sentence).Where(m => m.Entity.Type == "Leader")
            .Select(Offices.Of)
            .OfType<Office>().SelectMany(o => o.Seats).Where(s => s.Entity.Type == "Country").DistinctBy(s => s.Entity.Id)];

    internal static bool IsDefinite(Sentence sentence, int token) =>
        sentence.Children(token).Any(c => Tokens(sentence, c).Relation is "det" or "nmod:poss" or "det:predet" && Definite.Contains(Tokens(sentence, c).Form));

    internal static bool IsTwo(Sentence sentence, int token) =>
        !sentence.Children(token).Any(c => Tokens(sentence, c).Form is "other") &&
        (sentence.Tokens[token].Xpos is "NNS" or "NNPS" || sentence.Children(token).Any(c => Tokens(sentence, c).Form.ToLowerInvariant() is "two" or "both" or "all" or "three"));

    private static Token Tokens(Sentence sentence, int t) => sentence.Tokens[t];

    /// <summary>Going back: this sentence before the token, then earlier ones; in each the subject first.</summary>
    /// <param name="isNot">True for mentions of this sentence that are not meant.</param>
    /// <param name="not">The entity that is not meant, in whatever sentence; null: any may be.</param>
    internal IReadOnlyList<Mention> Last(Sentence sentence, int token, Antecedents kind, bool preferSubject, bool nearestHere = false, Func<Mention, bool>? isNot = null, string? not = null)
    {
        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - SentencesBack); s--)
        {
            var earlier = mentions.Sentences[s];
            var found = mentions.In(earlier).Where(m => kind.Fit(m) && m.Entity.Id != not && (s < sentence.Index || (m.Last < token && isNot?.Invoke(m) is not true))).ToArray();
            if (found.Length == 0)
                continue;
            var subjects = preferSubject && !(nearestHere && s == sentence.Index) ? found.Where(IsSubject).ToArray() : [];
            return [subjects.LastOrDefault(m => IsOfMainClause(m) && IsItself(m)) ?? subjects.LastOrDefault(IsItself) ?? subjects.LastOrDefault(IsOfMainClause) ?? subjects.LastOrDefault() ?? found[^1]];
        }

        // Further back only what has no rival.
        return kind.Before(sentence).ToArray() is [var only] ? [only] : [];
    }

    private static bool IsItself(Mention m) => m.Sentence.Tokens[m.Head].Relation is not ("nmod:poss" or "amod");

    // The subject itself, or whose the subject is: "Azerbaijan's ties with Turkey have included …".
    private static bool IsSubject(Mention m)
    {
        var token = m.Sentence.Tokens[m.Head];
        while (token.Relation == "conj" && token.Head >= 0)
            token = m.Sentence.Tokens[token.Head];
        return token.BaseRelation is "nsubj" || (token.Relation is "nmod:poss" or "amod" && token.Head >= 0 && m.Sentence.Tokens[token.Head].BaseRelation is "nsubj");
    }

    private static bool IsOfMainClause(Mention m)
    {
        var tokens = m.Sentence.Tokens;
        var at = m.Head;
        for (var steps = 0; steps < 3 && tokens[at].BaseRelation is "nsubj" or "nmod" or "amod" && tokens[at].Head >= 0; steps++)
            at = tokens[at].Head;
        return tokens[at].Relation is "root" or "conj" or "parataxis";
    }
}
