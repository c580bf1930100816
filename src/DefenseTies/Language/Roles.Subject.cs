namespace DefenseTies.Language;

/// <content>Who does what a word says: the agent of a passive, the controller of an infinitive, whoever a joined or relative clause shares.</content>
internal sealed partial class Roles
{
    // Verbs whose object, not subject, does what the following infinitive says.
    private static readonly HashSet<string> ObjectControl = new(StringComparer.Ordinal)
    {
        "allow", "enable", "help", "send", "order", "force", "ask", "urge", "permit", "invite", "cause", "lead", "require", "encourage", "persuade", "push",
        "request", "authorize", "authorise", "want", "expect", "let", "make", "see", "direct", "instruct", "press", "call", "look", "pick", "choose", "select", "contract", "hire", "commission", "tap", "task", "clear", "forbid", "teach", "train",
    };

    private static readonly HashSet<string> Judging = new(StringComparer.Ordinal)
    {
        "thank", "praise", "criticize", "criticise", "accuse", "blame", "condemn", "congratulate", "commend", "applaud", "fault", "suspect", "rebuke", "sanction", "grateful", "thankful",
    };

    private static readonly HashSet<string> Preventing = new(StringComparer.Ordinal) { "block", "prevent", "stop", "bar", "ban", "prohibit", "discourage", "dissuade", "deter", "forbid" };

    // What such a paper does, does whoever made it: "made a determination approving the sale".
    private static readonly HashSet<string> Decisions = new(StringComparer.Ordinal) { "determination", "decision", "statement", "notification", "order", "letter", "law", "bill", "decree", "resolution", "announcement", "memorandum" };

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
            if (agents.Length > 0 || token.Relation != "conj" || HasChild(t, "nsubj:pass"))
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
            case "acl" when Tokens[head].Head is >= 0 and var judge && Tokens[head].Relation is "obj" or "nsubj:pass" && IsBlamed(t, judge):
                return [head]; // the tree may hang it on whom they accuse: "accused Sudan of arming"
            case "acl" when sentence.Children(t).Any(c => Tokens[c].Relation is "mark" or "case"):
                return NounActor(head, depth + 1);
            case "acl" when token.Xpos == "VBG" && Decisions.Contains(Tokens[head].Lemma):
                return NounActor(head, depth + 1);
            case "acl" when token.Xpos == "VBG" && head + 1 < t && Tokens[head + 1].Form == ",":
                return [.. Clause(t).DefaultIfEmpty(head)]; // "is one of the largest exporters, selling tanks to Poland"
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
            case "parataxis" when t > head && Tokens[head].Upos == "VERB" && token.Xpos is "VBD" or "VBN" or "VBZ" && t > 0 && Tokens[t - 1].Form == ",":
                return Surface(head, depth + 1); // "has ordered jets, received missiles and is negotiating"
            case "ccomp" or "parataxis" or "aux" or "cop" when token.Xpos is "VBG" or "VB":
                return Surface(head, depth + 1);
            // "remained the leading supplier": what it stays is its subject's.
            case "obj" when IsNoun(t) && Tokens[head].Lemma is "remain" or "become" or "stay" or "constitute":
                return Subject(head, depth + 1);
            default:
                return IsNoun(t) ? Children(t, "nmod:poss") : [];
        }
    }

    // "was supplied with drones by Turkey": the tree may hang the agent on what stands before it.
    private IEnumerable<int> AgentsBelow(int passive) =>
        sentence.Children(passive).Where(c => c > passive && Tokens[c].BaseRelation is "obl" or "obj" or "iobj" or "nmod")
            .SelectMany(sentence.Children).Where(c => Tokens[c].BaseRelation is "nmod" or "obl" && CaseOf(c) == "by");

    // thank X for providing, criticise X for selling, grateful to X for committing, bar X from exporting: X is the one who does it.
    private int[] Thanked(int t, int head) => !IsBlamed(t, head) ? [] :
        [.. Children(head, "obj").Concat(Children(head, "nsubj:pass")).Concat(Tokens[head].Upos == "ADJ" ? Prepositional(head, "to", 1) : [])];

    private bool IsBlamed(int t, int verb)
    {
        var marks = sentence.Children(t).Where(c => Tokens[c].Relation is "mark" or "case").Select(c => Tokens[c].Form).ToArray();
        return (Judging.Contains(Tokens[verb].Lemma) && marks.Any(m => m is "for" or "of" or "over")) || (Preventing.Contains(Tokens[verb].Lemma) && marks.Contains("from"));
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
        // "a Turkish plan to sell"
        if (Tokens[noun].Upos == "NOUN" && sentence.Children(noun).Where(c => c < noun && Tokens[c] is { BaseRelation: "amod" or "compound", NameClass: "NORP" or "GPE", IsCapitalized: true }).ToArray() is [var nation])
            return [nation];
        if (Tokens[noun].Relation == "obj" && HasChild(Tokens[noun].Head, "nsubj:pass"))
            return Children(Tokens[noun].Head, "nsubj:pass"); // "was awarded a contract to build"
        // "Notified Congress of plans to sell": whoever notifies.
        if (Tokens[noun] is { Relation: "nmod", Head: >= 0 and var told } && Tokens[told] is { BaseRelation: "obj" or "obl", Head: >= 0 and var teller } && CaseOf(noun) == "of")
            return Subject(teller, depth);
        return Tokens[noun].Head >= 0 && Tokens[noun].BaseRelation is "obj" or "obl" ? Subject(Tokens[noun].Head, depth) : [];
    }
}
