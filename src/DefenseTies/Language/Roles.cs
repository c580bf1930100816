namespace DefenseTies.Language;

/// <summary>
/// The role layer: who does what to whom around a predicate, with passives, relative and participial clauses, control, apposition, light verbs and
/// coordination already resolved. Fillers are head tokens of noun phrases; a path such as <c>obj.prep:to</c> goes on from the fillers of its first part.
/// </summary>
internal sealed class Roles(Sentence sentence)
{
    // Verbs whose object, not subject, does what the following infinitive says.
    private static readonly HashSet<string> ObjectControl = new(StringComparer.Ordinal)
    {
        "allow", "enable", "help", "order", "force", "ask", "urge", "permit", "invite", "cause", "lead", "require", "encourage", "persuade", "push",
        "request", "authorize", "authorise", "want", "expect", "let", "make", "see", "direct", "instruct", "press", "call", "look", "pick", "choose", "select", "contract", "hire", "commission", "tap", "task", "clear",
    };

    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal)
    {
        "thank", "praise", "criticize", "criticise", "accuse", "blame", "condemn", "congratulate", "commend", "applaud", "fault", "suspect", "rebuke", "sanction", "grateful", "thankful",
    };

    // What such a paper does, does whoever made it: "made a determination approving the sale".
    private static readonly HashSet<string> Decisions = new(StringComparer.Ordinal) { "determination", "decision", "statement", "notification", "order", "letter", "law", "bill", "decree", "resolution", "announcement", "memorandum" };

    private static readonly HashSet<string> Relativizers = new(StringComparer.OrdinalIgnoreCase) { "which", "that", "who", "whom" };

    private static readonly HashSet<string> Counting = new(StringComparer.Ordinal) { "thousand", "hundred", "dozen", "number", "group", "couple", "handful", "score", "most", "some", "part", "half", "rest", "remainder", "company", "contingent", "force", "total" };

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
        foreach (var child in sentence.Children(t))
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
        "iobj" => Children(t, "iobj").Concat(HasChild(t, "obj") ? Children(t, "nsubj:pass") : []),
        "poss" => Children(t, "nmod:poss"),
        "mod" => sentence.Children(t).Where(c => Tokens[c].Relation is "amod" or "compound" or "nmod" or "nmod:desc" or "nmod:unmarked" or "flat" && CaseOf(c).Length == 0),
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
        "where" => Tokens[t].Head >= 0 && Tokens[t].Relation is "acl:relcl" or "advcl:relcl" or "advcl" && sentence.Children(t).Any(c => Tokens[c].Form.Equals("where", StringComparison.OrdinalIgnoreCase)) ? [Tokens[t].Head] : [],
        "there" => sentence.Children(t).Concat(Tokens[t].Head >= 0 ? sentence.Children(Tokens[t].Head) : []).Where(c => Tokens[c].Form == "there" && Tokens[c].Relation == "advmod"),
        _ when role.StartsWith("prep:", StringComparison.Ordinal) => Prepositional(t, role[5..], 0),
        _ when role.StartsWith("after:", StringComparison.Ordinal) => After(t, role[6..]),
        _ => [],
    };

    private IEnumerable<int> Subject(int t, int depth)
    {
        if (depth > 8)
            return [];
        var token = Tokens[t];
        if (IsPassive(t))
        {
            var agents = sentence.Children(t).Where(c => Tokens[c].Relation == "obl:agent" || (Tokens[c].BaseRelation is "obl" or "nmod" && CaseOf(c) == "by")).ToArray();
            if (agents.Length == 0)
                agents = [.. AgentsBelow(t)];
            if (agents.Length > 0 || token.Relation != "conj")
                return agents;
        }

        // What follows an infinitive is not its subject: "in talks to buy jets, two people said".
        var own = sentence.Children(t).Where(c => Tokens[c].Relation is "nsubj" or "csubj" or "nsubj:outer" && !(c > t && IsInfinitive(t))).Select(c => Antecedent(t, c)).ToArray();
        if (own.Length == 0)
        {
            // "Belarus had for years supplied": the subject may hang on the auxiliary.
            own = [.. sentence.Children(t).Where(c => Tokens[c].BaseRelation is "aux").SelectMany(c => Children(c, "nsubj"))];
        }

        if (own.Length > 0)
            return own;
        var head = token.Head;
        if (head < 0)
            return [];
        switch (token.Relation)
        {
            case "conj":
                return Surface(head, depth + 1);
            case "xcomp":
                var objects = ObjectControl.Contains(Tokens[head].Lemma) && !IsGap(t, head) ? Children(head, "obj").Concat(Children(head, "iobj")).ToArray() : [];
                return objects.Length > 0 ? objects : Surface(head, depth + 1);
            case "advcl" when IsInfinitive(t) && ObjectControl.Contains(Tokens[head].Lemma) && HasChild(head, "obj"):
                return Children(head, "obj");
            case "advcl" or "advcl:relcl" when !HasChild(t, "nsubj:pass"):
                return Thanked(t, head) is { Length: > 0 } thanked ? thanked : Surface(head, depth + 1);
            case "acl" when sentence.Children(t).Any(c => Tokens[c].Relation is "mark" or "case"):
                return NounActor(head, depth + 1);
            case "acl" when token.Xpos == "VBG" && Decisions.Contains(Tokens[head].Lemma):
                return NounActor(head, depth + 1);
            case "acl" or "amod" or "acl:relcl" when token.Xpos != "VBN":
                return [head];
            case "acl:relcl":
                return [head];
            case "appos":
                return [head];
            case "nmod" when CaseOf(t) is "of" or "among" && (Tokens[head].Upos == "NUM" || Tokens[head].Lemma is "one" or "part" or "some" or "most" or "many" or "group" or "number"):
                return Subject(head, depth + 1);
            case "csubj" when IsInfinitive(t) && HasChild(head, "nsubj"):
                return Children(head, "nsubj"); // "was the first to give"
            // "Meeting X in Manila, Y promised": a clause before the subject is no subject.
            case "csubj" when token.Xpos == "VBG" && HasChild(head, "nsubj"):
                return Children(head, "nsubj");
            case "ccomp" or "parataxis" or "aux" or "cop" when token.Xpos is "VBG" or "VB":
                return Surface(head, depth + 1);
            default:
                return IsNoun(t) ? Children(t, "nmod:poss") : [];
        }
    }

    // "was supplied with drones by Turkey": the tree may hang the agent on what stands before it.
    private IEnumerable<int> AgentsBelow(int passive) =>
        sentence.Children(passive).Where(c => c > passive && Tokens[c].BaseRelation is "obl" or "obj" or "iobj" or "nmod")
            .SelectMany(sentence.Children).Where(c => Tokens[c].BaseRelation is "nmod" or "obl" && CaseOf(c) == "by");

    // thank X for providing, criticise X for selling, grateful to X for committing: X is the one who does it.
    private int[] Thanked(int t, int head)
    {
        if (!Judging.Contains(Tokens[head].Lemma) || !sentence.Children(t).Any(c => Tokens[c].Relation is "mark" or "case" && Tokens[c].Form is "for" or "of" or "over"))
            return [];
        return [.. Children(head, "obj").Concat(Children(head, "nsubj:pass")).Concat(Tokens[head].Upos == "ADJ" ? Prepositional(head, "to", 1) : [])];
    }

    // What stands as the grammatical subject, also of a passive: that is whom a joined or dependent clause shares.
    private IEnumerable<int> Surface(int t, int depth)
    {
        var passive = sentence.Children(t).Where(c => Tokens[c].Relation is "nsubj:pass").Select(c => Antecedent(t, c)).ToArray();
        return passive.Length > 0 ? passive : IsNoun(t) && Tokens[t].Relation is not ("root" or "conj" or "ccomp" or "parataxis" or "acl:relcl") && !HasChild(t, "cop") ? NounActor(t, depth) : Subject(t, depth);
    }

    // Whose plan, whose contract: the possessor, the nationality, or the subject of the verb that has it as object.
    private IEnumerable<int> NounActor(int noun, int depth)
    {
        var owners = Children(noun, "nsubj").Concat(Children(noun, "nmod:poss")).Concat(Prepositional(noun, "by", depth)).ToArray();
        if (owners.Length > 0)
            return owners;
        if (Tokens[noun].Relation == "obj" && HasChild(Tokens[noun].Head, "nsubj:pass"))
            return Children(Tokens[noun].Head, "nsubj:pass"); // "was awarded a contract to build"
        return Tokens[noun].Head >= 0 && Tokens[noun].BaseRelation is "obj" or "obl" ? Subject(Tokens[noun].Head, depth) : [];
    }

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
        if (token.Head >= 0 && token.Relation == "acl:relcl" && sentence.Children(t).Any(c => Tokens[c].Relation == "nsubj" && !Relativizers.Contains(Tokens[c].Form)))
            return [token.Head];
        if (IsNoun(t))
            return Prepositional(t, "of", depth);
        if (token.Relation == "xcomp" && token.Head >= 0 && IsGap(t, token.Head))
            return [Tokens[token.Head].Head];
        if (token.Relation == "conj" && token.Head >= 0 && Tokens[token.Head].Upos == "VERB")
            return IsPassive(t) ? Surface(token.Head, depth + 1) : Children(token.Head, "obj");
        return sentence.Children(t).Where(c => Tokens[c].Relation == "conj" && Tokens[c].Upos == "VERB").SelectMany(c => Children(c, "obj"));
    }

    private IEnumerable<int> Prepositional(int t, string preposition, int depth)
    {
        var own = sentence.Children(t).Where(c => Tokens[c].BaseRelation is "obl" or "nmod" or "advcl" or "acl" or "obj" or "nummod" or "xcomp" && CaseOf(c) == preposition).ToArray();
        if (own.Length > 0 || depth > 0)
            return own.Select(c => Relativizers.Contains(Tokens[c].Form) && Tokens[t].Head >= 0 && IsNoun(Tokens[t].Head) ? Tokens[t].Head : c);
        // Joined predicates share what follows the last or precedes the first of them.
        var joined = sentence.Children(t).Where(c => Tokens[c].Relation == "conj" && Tokens[c].Upos == Tokens[t].Upos);
        if (Tokens[t].Relation == "conj" && Tokens[t].Head >= 0)
            joined = joined.Append(Tokens[t].Head);
        return joined.SelectMany(c => Prepositional(c, preposition, 1));
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
        }
    }

    // Whoever acts in the clause a noun stands in, however deep: "upgrading its inventory with acquisitions from …".
    private IEnumerable<int> Clause(int t)
    {
        for (var (at, steps) = (Tokens[t].Head, 0); at >= 0 && steps < 6; at = Tokens[at].Head, steps++)
        {
            if (Tokens[at].Upos == "VERB")
                return Subject(at, 0);
        }

        return [];
    }

    // The surface fallback for subjects: the noun right before a verb, and what it is joined to.
    private IEnumerable<int> Left(int t)
    {
        var at = t - 1;
        while (at > 0 && Tokens[at].Upos is "AUX" or "ADV" or "PART")
            at--;
        if (at < 0 || Tokens[at].Upos is not ("PROPN" or "NOUN"))
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

    private int Antecedent(int clause, int filler) =>
        Relativizers.Contains(Tokens[filler].Form) && Tokens[clause].Relation == "acl:relcl" && Tokens[clause].Head >= 0 ? Tokens[clause].Head : filler;

    private IReadOnlyList<int> Children(int t, string relation) => sentence.Children(t, relation);
    private bool HasChild(int t, string relation) => sentence.HasChild(t, relation);
    private bool IsInfinitive(int t) => Children(t, "mark").Any(c => Tokens[c].Form == "to");
    private bool IsNoun(int t) => Tokens[t].Upos is "NOUN" or "PROPN" or "PRON" or "ADJ";
}
