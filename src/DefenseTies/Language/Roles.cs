namespace DefenseTies.Language;

/// <summary>
/// The role layer: who does what to whom around a predicate, with passives, relative and participial clauses, control, apposition, light verbs and
/// coordination already resolved. Fillers are head tokens of noun phrases; a path such as <c>obj.prep:to</c> goes on from the fillers of its first part.
/// </summary>
internal sealed partial class Roles(Sentence sentence)
{
    private static readonly HashSet<string> Relativizers = new(StringComparer.OrdinalIgnoreCase) { "which", "that", "who", "whom" };

    private static readonly HashSet<string> Counting = new(StringComparer.Ordinal) { "thousand", "hundred", "dozen", "number", "group", "couple", "handful", "score", "most", "some", "part", "half", "rest", "remainder", "company", "contingent", "force", "total", "worth" };

    // How far a surface role may reach, in tokens.
    private const int Reach = 14;

    // The frames of a trigger ask for the same roles again and again.
    private readonly Dictionary<(int Predicate, string Path), IReadOnlyList<int>> filled = [];

    public Sentence Sentence => sentence;

    /// <summary>Fillers of a role path, in text order of discovery, each once. The tree must not change any more.</summary>
    public IReadOnlyList<int> Fill(int predicate, string path)
    {
        if (filled.TryGetValue((predicate, path), out var known))
            return known;
        // From the left, so that "obj" of "obj.prep:to" is looked for once.
        var found = path.LastIndexOf('.') is > 0 and var dot
            ? Fill(predicate, path[..dot]).SelectMany(Joined).SelectMany(t => One(t, path[(dot + 1)..]))
            : One(predicate, path);
        return filled[(predicate, path)] = [.. found.Distinct()];
    }

    /// <summary>A noun and what it only counts: <c>thousands</c> of <c>troops</c>.</summary>
    public IEnumerable<int> Counted(int t) => Counting.Contains(Tokens[t].Lemma) ? Prepositional(t, "of", 1).Prepend(t) : [t];

    // "Canadian soldiers as well as a Spanish battery": a path goes on from each.
    private IEnumerable<int> Joined(int t) => IsNoun(t) ? sentence.Children(t).Where(c => Tokens[c].Relation == "conj" && Tokens[c].Upos == "NOUN").Prepend(t) : [t];

    /// <summary>True for a passive or a past participle that modifies what it is done to.</summary>
    public bool IsPassive(int t) =>
        HasChild(t, "aux:pass") || HasChild(t, "nsubj:pass")
        || (Tokens[t].Relation is "acl" or "amod" && (Tokens[t].Xpos == "VBN" ? !HasChild(t, "aux") : HasChild(t, "obl:agent")))
        || (Tokens[t].Relation == "conj" && Tokens[t].Xpos == "VBN" && !HasChild(t, "nsubj") && !HasChild(t, "aux") && Tokens[t].Head >= 0 && IsPassive(Tokens[t].Head));

    /// <summary>The preposition that introduces a token, its fixed continuation included (<c>because of</c>), lower case; empty when there is none.</summary>
    public string CaseOf(int t)
    {
        // "While howitzers are on order": the order is introduced by its preposition.
        foreach (var child in sentence.Children(t).OrderBy(c => Tokens[c].Relation == "mark"))
        {
            if (Tokens[child].Relation is not ("case" or "mark") || child > t)
                continue;
            var form = Tokens[child].Form.ToLowerInvariant();
            // "because of" is one word to the tree, "out of" two side by side.
            var of = child + 1 < t && Tokens[child + 1].Relation == "case" && Tokens[child + 1].Form == "of";
            var rest = Children(child, "fixed");
            return rest.Count == 0 && !of ? form : string.Join(' ', [form, .. rest.Select(c => Tokens[c].Form.ToLowerInvariant()), .. of ? (string[])["of"] : []]);
        }

        return "";
    }

    private IReadOnlyList<Token> Tokens => sentence.Tokens;

    private IEnumerable<int> One(int t, string role) => role switch
    {
        "self" => [t],
        "subj" => Subject(t, 0),
        "obj" => Object(t, 0),
        "iobj" => Children(t, "iobj").Concat(!HasChild(t, "obj") ? [] : Tokens[t] is { Relation: "conj", Head: >= 0 } && HasChild(t, "aux:pass") && !HasChild(t, "nsubj:pass") ? Surface(Tokens[t].Head, 1) : Children(t, "nsubj:pass")),
        "poss" => Children(t, "nmod:poss").Select(Whose),
        "mod" => Modifiers(t),
        "appos" => Children(t, "appos").Concat(Tokens[t].Relation is "appos" or "nmod:desc" ? [Tokens[t].Head] : []),
        "is" => Tokens[t].Relation == "nsubj" && HasChild(Tokens[t].Head, "cop") ? [Tokens[t].Head] : [],
        "det" => sentence.Children(t).Where(c => Tokens[c].Relation is "det" or "nmod:poss"),
        "case" => Children(t, "case"),
        "gov" => Governor(t),
        "head" => Tokens[t].Head >= 0 ? [Tokens[t].Head] : [],
        "comp" => sentence.Children(t).Where(c => Tokens[c].Relation is "xcomp" or "ccomp" or "advcl" or "acl"),
        "pred" => Children(t, "xcomp"),
        "left" => Left(t),
        "clause" => Clause(t),
        "host" => Tokens[t].Relation is "acl" ? Clause(t).Where(c => c != Tokens[t].Head) : [],
        "where" => Where(t),
        "there" => sentence.Children(t).Concat(Tokens[t].Head >= 0 ? sentence.Children(Tokens[t].Head) : []).Where(c => Tokens[c].Form == "there" && Tokens[c].Relation == "advmod"),
        _ when role.StartsWith("prep:", StringComparison.Ordinal) => Prepositional(t, role[5..], 0),
        _ when role.StartsWith("after:", StringComparison.Ordinal) => After(t, role[6..]),
        _ => [],
    };

    private IEnumerable<int> Object(int t, int depth)
    {
        if (depth > 8)
            return [];
        // "Poland was given jets": the passive subject is the recipient.
        var own = sentence.Children(t).Where(c => Tokens[c].Relation is "obj" || (Tokens[c].Relation is "nsubj:pass" or "csubj:pass" && !HasChild(t, "obj"))).Select(c => Antecedent(t, c)).ToArray();
        if (own.Length > 0)
            return own;
        var token = Tokens[t];
        if (token.Head >= 0 && token.Relation is "acl" or "amod" && token.Xpos == "VBN")
            return [token.Head];
        // "A letter that X signed with Y": the parser may take the relative "that" for a conjunction.
        if (token.Head >= 0 && token.Relation == "acl" && token.Xpos is "VBD" or "VBZ" or "VBP" && sentence.Children(t).Any(c => Tokens[c].Relation == "mark" && Tokens[c].Form is "that"))
            return [token.Head];
        if (token.Head >= 0 && token.Relation == "acl:relcl" && sentence.Children(t).Any(c => Tokens[c].Relation == "nsubj" && !Relativizers.Contains(Tokens[c].Form))
            && !sentence.Children(t).Any(c => Relativizers.Contains(Tokens[c].Form) && CaseOf(c).Length > 0)) // "the exercise in which they trained"
            return [token.Head];
        if (IsNoun(t))
            return Prepositional(t, "of", depth);
        if (token.Relation == "xcomp" && token.Head >= 0 && IsGap(t, token.Head))
            return [Tokens[token.Head].Head];
        // "is a member and has been designated an ally": the subject of a copula is shared too.
        if (token.Relation == "conj" && token.Head >= 0 && (Tokens[token.Head].Upos == "VERB" || (IsPassive(t) && HasChild(token.Head, "cop"))))
            return IsPassive(t) ? Surface(token.Head, depth + 1)
                : Children(token.Head, "obj").Where(c => c > t || Relativizers.Contains(Tokens[c].Form)).Select(c => Antecedent(token.Head, c)); // "bought and operates jets", not "bought jets and trains"
        return sentence.Children(t).Where(c => Tokens[c].Relation == "conj" && Tokens[c].Upos == "VERB").SelectMany(c => Children(c, "obj"));
    }

    private IEnumerable<int> Prepositional(int t, string preposition, int depth)
    {
        var own = sentence.Children(t).Where(c => Tokens[c].BaseRelation is "obl" or "nmod" or "advcl" or "acl" or "obj" or "nummod" or "xcomp" && CaseOf(c) == preposition).ToArray();
        if (own.Length > 0 || depth > 0)
            return own.Select(c => Relativizers.Contains(Tokens[c].Form) && Tokens[t].Head >= 0 && IsNoun(Tokens[t].Head) ? Tokens[t].Head : c);
        // "Has been given jets by Germany, and signed": who gives does not sign.
        if (preposition == "by" && Tokens[t].Upos == "VERB" && !IsPassive(t))
            return own;
        // Joined predicates share what follows the last or precedes the first of them.
        var joined = sentence.Children(t).Where(c => Tokens[c].Relation == "conj" && Tokens[c].Upos == Tokens[t].Upos);
        if (Tokens[t].Relation == "conj" && Tokens[t].Head >= 0)
            joined = joined.Append(Tokens[t].Head);
        // "Delivered jets to Mali and sent instructors to Niger": each has its own.
        return joined.Where(c => !(HasChild(t, "obj") && HasChild(c, "obj") && Children(c, "obj").Concat(Children(t, "obj")).All(o => Tokens[o].Upos != "PRON"))).SelectMany(c => Prepositional(c, preposition, 1));
    }

    // The surface fallback: the next such phrase to the right, whatever the tree says it hangs on, up to the next clause.
    private IEnumerable<int> After(int t, string preposition)
    {
        for (var at = t + 1; at < Math.Min(Tokens.Count, t + Reach); at++)
        {
            if (Tokens[at].Upos == "VERB" && Tokens[at].Xpos is "VBD" or "VBZ" or "VBP" || Tokens[at].Form is ";" or ".")
                yield break;
            if (Tokens[at].Relation is "case" && Tokens[at].Form.Equals(preposition, StringComparison.OrdinalIgnoreCase) && Tokens[at].Head > at && Tokens[at - 1].Form is not ("apart" or "aside" or "away" or "far"))
                yield return Tokens[at].Head;
            // "maintains an embargo on Argentina dating back to the war": the tree may make a clause of it.
            if (Tokens[at] is { Relation: "mark", Head: var clause } && clause > at && Tokens[clause].Xpos == "VBG" && Tokens[at].Form.Equals(preposition, StringComparison.OrdinalIgnoreCase) && sentence.Child(clause, "nsubj") is var name && name > at && name < clause)
                yield return name;
        }
    }

    // Whoever acts in the clause a noun stands in, however deep: "upgrading its inventory with acquisitions from …".
    private IEnumerable<int> Clause(int t)
    {
        for (var (at, steps) = (Tokens[t].Head, 0); at >= 0 && steps < 6; at = Tokens[at].Head, steps++)
        {
            if (Tokens[at].Upos == "VERB")
                return Subject(at, 0);
            if (HasChild(at, "cop") && HasChild(at, "nsubj"))
                return Children(at, "nsubj");
            if (Tokens[at].Relation == "parataxis")
                return []; // a sentence of its own
        }

        return [];
    }

    // Where a clause with "where" says something is: the noun that it hangs on, or "seeking a base in Djibouti, where France keeps troops" the name right before it.
    private IEnumerable<int> Where(int t)
    {
        if (Tokens[t].Head < 0 || Tokens[t].Relation is not ("acl:relcl" or "advcl:relcl" or "advcl"))
            return [];
        var where = sentence.Children(t).Where(c => Tokens[c].Form.Equals("where", StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty(-1).First();
        if (where < 0)
            return [];
        var before = where > 1 && Tokens[where - 1].Form == "," ? where - 2 : where - 1;
        if (before < 0 || Tokens[t].Relation != "advcl" || Tokens[before].Upos != "PROPN")
            return [Tokens[t].Head];
        return [Tokens[before].Relation is "flat" && Tokens[before].Head >= 0 ? Tokens[before].Head : before];
    }

    // "a Greek Patriot battery": the nationality may hang on the system's name.
    private IEnumerable<int> Modifiers(int t)
    {
        foreach (var c in sentence.Children(t).Where(c => Tokens[c].Relation is "amod" or "compound" or "nmod" or "nmod:desc" or "nmod:unmarked" or "flat" && CaseOf(c).Length == 0))
        {
            yield return c;
            foreach (var nation in Tokens[c].Relation is "compound" && c < t ? sentence.Children(c).Where(g => g < c && Tokens[g] is { BaseRelation: "amod", NameClass: "NORP", IsCapitalized: true }) : [])
                yield return nation;
        }
    }

    // The surface fallback for subjects: the noun right before a verb, and what it is joined to.
    private IEnumerable<int> Left(int t)
    {
        var at = t - 1;
        while (at > 0 && Tokens[at].Upos is "AUX" or "ADV" or "PART")
            at--;
        if (at < 0 || Tokens[at].Upos is not ("PROPN" or "NOUN"))
            return [];
        // "The government of Javier Milei signed": the government did.
        if (HasChild(t, "nsubj") && Children(t, "nsubj")[0] is var subject && subject < at && Tokens[Tokens[at].Relation == "flat" ? Tokens[at].Head : at] is { Relation: "nmod" })
            return [];
        while (Tokens[at].Relation is "flat" or "compound" or "appos" && Tokens[at].Head >= 0 && Tokens[at].Head < t)
            at = Tokens[at].Head;
        return Tokens[at].Relation == "conj" && Tokens[at].Head < t ? [Tokens[at].Head, at] : [at];
    }

    // The verb that has a noun as its object or passive subject: sign a contract, a contract was signed.
    private IEnumerable<int> Governor(int t)
    {
        var token = Tokens[t];
        if (token.Head < 0)
            return [];
        var governed = token.Relation is "obj" or "nsubj:pass" or "obl" or "xcomp" or "nsubj" or "obl:agent" && Tokens[token.Head].Upos is "VERB" or "AUX";
        if (governed && token.Relation is not ("obl" or "nsubj"))
            return [token.Head];
        // "in a contract signed by": the participle says more of the contract than the verb it is an adjunct of.
        var participles = sentence.Children(t).Where(c => Tokens[c].Relation is "acl" or "acl:relcl" && Tokens[c].Upos == "VERB" && (!governed || Tokens[c].Xpos == "VBN" || (token.Relation is "obl" or "nsubj" && (Tokens[c].Relation == "acl:relcl" || Tokens[c].Xpos is "VBD" or "VBZ")))).ToArray();
        if (participles.Length > 0 || governed)
            return governed ? [.. participles, token.Head] : participles;
        return token.Relation == "conj" ? Governor(token.Head) : [];
    }

    // "the army, which Italy helped to train": the infinitive's object is the relative pronoun that the tree gives to its governor.
    private bool IsGap(int infinitive, int governor) =>
        Tokens[governor].Relation == "acl:relcl" && !HasChild(infinitive, "obj") && Children(governor, "obj").Any(c => c < governor && Relativizers.Contains(Tokens[c].Form));

    // "Fiji, whose troops serve": Fiji's.
    private int Whose(int possessor)
    {
        if (Tokens[possessor].Form != "whose")
            return possessor;
        for (var (at, steps) = (Tokens[possessor].Head, 0); at >= 0 && steps < 5; at = Tokens[at].Head, steps++)
        {
            if (Tokens[at] is { Relation: "acl:relcl", Head: >= 0 and var antecedent })
                return antecedent;
        }

        return possessor;
    }

    private int Antecedent(int clause, int filler) =>
        Relativizers.Contains(Tokens[filler].Form) && Tokens[clause].Relation == "acl:relcl" && Tokens[clause].Head >= 0 ? Tokens[clause].Head : filler;

    private IReadOnlyList<int> Children(int t, string relation) => sentence.Children(t, relation);
    private bool HasChild(int t, string relation) => sentence.HasChild(t, relation);
    private bool IsInfinitive(int t) => Children(t, "mark").Any(c => Tokens[c].Form == "to");
    private bool IsNoun(int t) => Tokens[t].Upos is "NOUN" or "PROPN" or "PRON" or "ADJ";
}
