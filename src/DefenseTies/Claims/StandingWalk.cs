using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Claims;

/// <summary>The walk of <see cref="Factuality"/>: each step up the tree reads what its words do to the status of what is said below.</summary>
internal sealed class StandingWalk(Sentence sentence, Lexicon lexicon)
{
    private readonly CueWords words = new(sentence, lexicon);

    public ClaimStatus Status { get; private set; } = ClaimStatus.Actual;

    public List<Cue> Cues { get; } = [];

    public List<string> Lemmas { get; } = [];

    public int Speaker { get; private set; } = -1;

    private bool isSaid;

    /// <summary>What stands at the predicate itself: auxiliaries, negation, adverbs, a condition.</summary>
    public void Own(int t)
    {
        if (words.Negation(t) is >= 0 and var not)
            Deny(not);
        Modifiers(t);
    }

    public Standing Standing(string? speaker) => new(Status, [.. Cues.OrderBy(c => c.Span).Distinct()], speaker, Lemmas);

    /// <summary>True for the object of a verb that takes it for granted: "agreed to deepen their cooperation".</summary>
    public bool IsPresupposed(int t)
    {
        var token = sentence.Tokens[t];
        return token.Upos is "NOUN" or "PROPN" && token.Head >= 0 && token.BaseRelation is "obj" or "obl" or "nsubj:pass" && sentence.Tokens[token.Head].Upos == "VERB"
            && lexicon["presupposing verbs"].Contains(words.Lemma(token.Head)) && words.Negation(token.Head) < 0;
    }

    public void Weaken(ClaimStatus status, string kind, int cue)
    {
        if (Status != ClaimStatus.Denied && status < Status)
            Status = status;
        Cues.Add(new Cue(kind, sentence.Tokens[cue].Span));
    }

    /// <summary>
    /// For what lasts (a base, troops somewhere, a war): what is definite is there already, whatever is asked or planned about it, unless it is only being made.
    /// </summary>
    public bool IsGiven(int t)
    {
        var token = sentence.Tokens[t];
        return token.Upos == "NOUN" && sentence.Children(t).Any(c => sentence.Tokens[c].Relation == "nmod:poss" || (sentence.Tokens[c].Relation == "det" && sentence.Tokens[c].Form.ToLowerInvariant() is "the" or "this" or "these" or "those"))
            && !(token.Head >= 0 && lexicon["creating verbs"].Contains(words.Lemma(token.Head)));
    }

    /// <summary>The verb that ends what a noun stands for, if it is so far that it has: <c>closed its base</c>, <c>the troops left</c>; else -1.</summary>
    public int Ender(int t)
    {
        var token = sentence.Tokens[t];
        if (token.Relation is "acl" or "acl:relcl" && token.Head >= 0)
            token = sentence.Tokens[token.Head];
        return token.Head >= 0 && token.BaseRelation is "obj" or "nsubj" or "obl" && sentence.Tokens[token.Head].Upos == "VERB" && lexicon["ending verbs"].Contains(words.Lemma(token.Head)) ? token.Head : -1;
    }

    /// <summary>What lasted and is over: a <c>former</c> base, troops that <c>stayed until 2021</c>, a state that <c>used to</c> keep some.</summary>
    public void Past(int t)
    {
        foreach (var child in sentence.Children(t))
        {
            var token = sentence.Tokens[child];
            if (token.BaseRelation is "amod" && token.Lemma.ToLowerInvariant() is "former" or "erstwhile" or "ex")
                End(child);
            else if (token.BaseRelation is "obl" or "advcl" && sentence.Tokens[t].Upos == "VERB" && IsPast(t) && sentence.Children(child).FirstOrDefault(c => sentence.Tokens[c].Form.ToLowerInvariant() is "until" or "till", -1) is >= 0 and var until)
                End(until);
        }

        if (sentence.Tokens[t] is { Relation: "xcomp", Head: >= 0 and var head } && sentence.Tokens[head] is { Lemma: "use", Xpos: "VBD" })
            End(head);
    }

    /// <summary>Denies what lasts, because it has ended.</summary>
    public void End(int cue)
    {
        Status = ClaimStatus.Denied;
        Cues.Add(new Cue("ended", sentence.Tokens[cue].Span));
    }

    private bool IsPast(int t) => sentence.Tokens[t].Xpos == "VBD" || sentence.Children(t).Any(c => sentence.Tokens[c].Form.ToLowerInvariant() is "was" or "were" or "had");

    /// <summary>One step up; -1 when nothing further bears on the predicate.</summary>
    public int Up(int t, Roles roles)
    {
        var token = sentence.Tokens[t];
        var head = token.Head;
        var relation = token.Relation;
        switch (relation)
        {
            case "conj":
                // Joined predicates share an auxiliary when the second brings neither subject nor auxiliary of its own.
                if (sentence.Child(t, "nsubj") < 0 && sentence.Child(t, "aux") < 0)
                    Modifiers(head);
                return sentence.Tokens[head].Head >= 0 ? head : -1;
            case "advcl" or "obl" or "acl" or "ccomp" when words.Against(t) is >= 0 and var against:
                Deny(against);
                return head;
            case "advcl" when sentence.Children(t).Any(c => sentence.Tokens[c].Relation == "mark" && sentence.Tokens[c].Form == "to"):
                Governed(head, roles);
                // "Visited Tirana to meet X": met.
                if (Status == ClaimStatus.Actual && !(sentence.Tokens[head].Xpos == "VBD" && lexicon["travel verbs"].Contains(words.Lemma(head))))
                    Weaken(ClaimStatus.Planned, "plan", sentence.Children(t)[0]);
                return head;
            case "csubj" when token.Xpos == "VBG" && sentence.Child(head, "nsubj") >= 0:
                return -1; // "Meeting X in Manila, Y promised"
            case "acl" when token.Xpos == "VBN" && !sentence.Children(t).Any(c => sentence.Tokens[c].Relation is "mark" or "case"):
                return -1; // "a contract signed by": signed it is, whatever a contract promises
            case "advcl" when token.Xpos == "VBG" && t > head && t - head <= 2 && !sentence.Children(t).Any(c => sentence.Tokens[c].Relation is "mark" or "punct"):
                Governed(head, roles, "xcomp"); // "ruled out selling"
                return head;
            case "advcl" when roles.CaseOf(t) == "from" && lexicon["denying verbs"].Contains(words.Lemma(head)):
                Governed(head, roles); // "blocked Germany from sending"
                return head;
            case "obl" when !IsAbout(roles.CaseOf(t)):
                return -1; // "are to leave under an agreement": the agreement stands
            case "xcomp" or "ccomp" or "csubj" or "csubj:pass" or "obj" or "nsubj:pass" or "acl" or "nmod" or "nmod:poss" or "obl" or "compound" or "obl:agent":
                Governed(head, roles, relation, t);
                // What governs the saying ("declined to say whether") says nothing of what is said.
                return isSaid ? -1 : head;
            case "acl:relcl" when sentence.Children(t).Any(c => sentence.Tokens[c].Relation == "mark" && sentence.Tokens[c].Form == "that"):
                Governed(head, roles, "acl"); // "reports that China has delivered" are taken for a relative clause
                return head;
            case "nsubj" or "nsubj:outer":
                Subject(head, t);
                return -1;
            case "parataxis":
                Report(head, roles);
                return -1;
            case "advcl":
                return -1;
            case "appos" when sentence.Tokens[head].Upos == "PROPN" || (sentence.Tokens[head].IsCapitalized && sentence.Tokens[head].Form.Any(char.IsDigit)):
                return -1; // "Iran, its rival, denied it": what a name is called is so whatever the name does
            default:
                return relation is "appos" or "cop" or "aux" ? head : -1;
        }
    }

    private static bool IsAbout(string preposition) => preposition is "on" or "about" or "for" or "over" or "to" or "from" or "against" or "into" or "in" or "of" or "as" or "with";

    // What a governing word does to what it governs.
    private void Governed(int head, Roles roles, string relation = "advcl", int from = -1)
    {
        var token = sentence.Tokens[head];
        var lemma = words.Lemma(head);
        var kind = token.Upos switch { "NOUN" or "PROPN" => "nouns", "ADJ" => "adjectives", _ => "verbs" };
        var not = words.Negation(head) is var found && found == from ? -1 : found; // "hosts no missiles": the noun's own negation is counted already
        if (kind == "verbs" && lexicon["reporting verbs"].Contains(lemma) && relation is "ccomp" or "xcomp")
        {
            if (lexicon["doubtful reporting verbs"].Contains(lemma))
                Cues.Add(new Cue("attribution", token.Span));
            Report(head, roles);
            if (not >= 0)
                Weaken(ClaimStatus.Possible, "negation", not);
            isSaid = true;
            return;
        }

        if (kind != "adjectives" && lexicon["denying " + kind].Contains(lemma) && !(kind == "nouns" && relation is "compound" && lemma is "end"))
        {
            Lemmas.Add(lemma);
            if (not >= 0 || Status == ClaimStatus.Denied)
            {
                // "did not rule out", "denied that it had not"
                Status = ClaimStatus.Possible;
                Cues.Add(new Cue("hedge", token.Span));
            }
            else
            {
                Deny(head);
            }
        }
        else if (relation is not ("compound" or "nmod:poss") && lexicon["possible " + kind].Contains(lemma) && !(kind == "verbs" && relation is "obl" && lemma is "need" or "call"))
        {
            Lemmas.Add(lemma);
            Weaken(ClaimStatus.Possible, "hedge", head);
            if (not >= 0)
                Deny(not);
        }
        else if (relation is not ("compound" or "nmod:poss") && lexicon["planning " + kind].Contains(lemma))
        {
            Lemmas.Add(lemma);
            // A "possible sale" that is approved is planned.
            if (Status == ClaimStatus.Possible && lexicon["stage approved"].Contains(lemma))
                Status = ClaimStatus.Planned;
            Weaken(ClaimStatus.Planned, "plan", head);
            if (not >= 0 && lexicon["reporting verbs"].Contains(lemma))
                Weaken(ClaimStatus.Possible, "negation", not); // "has not been confirmed"
            else if (not >= 0)
                Deny(not);
        }
        else if (not >= 0 && relation is not ("nmod:poss" or "compound"))
        {
            Deny(not);
        }

        Modifiers(head);
    }

    // "The sale collapsed", "the delivery is due", "the purchase is being considered" with the noun as subject.
    private void Subject(int head, int from)
    {
        var lemma = words.Lemma(head);
        var kind = sentence.Tokens[head].Upos == "ADJ" && !sentence.Tokens[head].Xpos.StartsWith('V') ? "adjectives" : "verbs";
        // "The talks collapsed"; but "the sanctions bar the sale" denies no sanctions.
        if (kind == "verbs" && lexicon["denying verbs"].Contains(lemma) && sentence.Child(head, "obj") < 0)
        {
            Lemmas.Add(lemma);
            Deny(head);
        }
        else if (kind == "adjectives" && lexicon["possible adjectives"].Contains(lemma))
            Weaken(ClaimStatus.Possible, "hedge", head);
        else if (kind == "adjectives" && lexicon["planning adjectives"].Contains(lemma))
            Weaken(ClaimStatus.Planned, "plan", head);
        if (words.Negation(head) is >= 0 and var not && not != from)
            Deny(not);
        Modifiers(head);
    }

    private void Modifiers(int t)
    {
        // "is to sell", "are to be delivered"
        if (sentence.Children(t).Any(c => sentence.Tokens[c].Relation == "mark" && sentence.Tokens[c].Form == "to") && sentence.Children(t).FirstOrDefault(c => sentence.Tokens[c].BaseRelation is "aux" or "cop" && sentence.Tokens[c].Form.ToLowerInvariant() is "is" or "are" or "was" or "were", -1) is >= 0 and var be)
            Weaken(ClaimStatus.Planned, "plan", be);
        foreach (var child in sentence.Children(t))
        {
            var token = sentence.Tokens[child];
            var form = token.Form.ToLowerInvariant();
            switch (token.BaseRelation)
            {
                case "aux" when lexicon["possible modals"].Contains(form):
                    Weaken(ClaimStatus.Possible, "modal", child);
                    break;
                case "aux" when lexicon["planned modals"].Contains(form):
                    Weaken(ClaimStatus.Planned, "modal", child);
                    break;
                case "advmod" when lexicon["hedges"].Contains(form):
                    Weaken(ClaimStatus.Possible, "hedge", child);
                    break;
                case "advmod" when lexicon["attributions"].Contains(form):
                    Cues.Add(new Cue("attribution", token.Span));
                    break;
                case "amod" when child < t && lexicon["possible modifiers"].Contains(token.Lemma):
                    Weaken(ClaimStatus.Possible, "hedge", child);
                    break;
                case "amod" when child < t && token.Lemma is "planned" or "future" or "upcoming" or "pending" or "plan":
                    Weaken(ClaimStatus.Planned, "plan", child);
                    break;
                case "amod" when child < t && token.Xpos == "VBN" && lexicon["denying verbs"].Contains(token.Lemma):
                    Deny(child); // "suspended deliveries"
                    break;
                case "mark" when form is "if" or "unless" or "whether":
                    Weaken(ClaimStatus.Possible, "condition", child);
                    break;
            }
        }
    }

    private void Report(int head, Roles roles)
    {
        if (Speaker >= 0 || !lexicon["reporting verbs"].Contains(words.Lemma(head)))
            return;
        Speaker = roles.Fill(head, "subj") is [var subject, ..] ? subject : -1;
        if (Speaker >= 0)
            Cues.Add(new Cue("attribution", sentence.Tokens[head].Span));
    }

    private void Deny(int cue)
    {
        Status = Status == ClaimStatus.Denied ? ClaimStatus.Actual : ClaimStatus.Denied;
        Cues.Add(new Cue("negation", sentence.Tokens[cue].Span));
    }
}
