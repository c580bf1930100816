namespace DefenseTies.Language;

/// <summary>
/// Mends clauses whose only verb the tagger took for a plural noun: in <c>Germany supplies tanks to Turkey</c> it sees supplies of some kind.
/// Only where the whole sentence has no other predicate, the word is a form of a verb of the vocabulary, and it stands between two noun phrases.
/// </summary>
/// <param name="verbOf">The verb whose third person a lower-case form is, or null.</param>
/// <param name="rules">Has the plurals that name a thing more often than they are verbs.</param>
internal sealed class MissedVerbs(Func<string, string?> verbOf, LanguageRules rules)
{
    /// <summary>Mends parsed sentences; must run before anything asks for the dependents of a token.</summary>
    public void Mend(IEnumerable<Sentence> sentences)
    {
        foreach (var sentence in sentences.Where(s => s.IsParsed && !s.IsTitleCase))
        {
            if (VerblessRoot(sentence.Tokens) is >= 0 and var root && Find(sentence.Tokens, root) is > 0 and var verb)
                MakeRoot(sentence.Tokens, verb, root);
        }
    }

    // The root of a sentence that is one noun phrase.
    private static int VerblessRoot(IReadOnlyList<Token> tokens)
    {
        var root = -1;
        foreach (var token in tokens)
        {
            if (token.Head < 0)
                root = token.Index;
        }

        return root >= 0 && tokens[root].Upos is "NOUN" or "PROPN" && !tokens.Any(t => t.Head == root && t.BaseRelation is "cop" or "aux") ? root : -1;
    }

    private int Find(IReadOnlyList<Token> tokens, int root)
    {
        for (var t = 1; t < tokens.Count - 1; t++)
        {
            var token = tokens[t];
            // "Egypt and the United States co-host Bright Star"
            if (token is { Upos: "NOUN" or "ADJ" or "PROPN" } && token.Form.StartsWith("co-", StringComparison.Ordinal) && verbOf(Third(token.Form)) is not null && tokens[t - 1].Upos is "PROPN" or "NOUN" && IsObject(tokens, t))
                return t;
            if (token.Upos != "NOUN" || token.Form[^1] != 's' || (t != root && !IsUnder(tokens, t, root)) || verbOf(token.Form) is null)
                continue;
            if (tokens[t - 1].Upos is "PROPN" || tokens[t - 1] is { Upos: "NOUN", Xpos: "NN" } && IsObject(tokens, t))
                return IsObject(tokens, t) ? t : -1;
        }

        return -1;
    }

    // Part of the root's own phrase, not of a clause or a prepositional phrase in it.
    private static bool IsUnder(IReadOnlyList<Token> tokens, int t, int root)
    {
        for (var steps = 0; t != root && steps < 4; steps++, t = tokens[t].Head)
        {
            if (tokens[t].BaseRelation is not ("compound" or "nsubj" or "obj" or "flat" or "nmod" or "dep" or "appos") || tokens[t].Head < 0)
                return false;
        }

        return t == root;
    }

    // What follows begins a noun phrase of its own: "12 jets", "the rebels", "tanks". "Arms sales" is one phrase.
    private bool IsObject(IReadOnlyList<Token> tokens, int verb)
    {
        var next = tokens[verb + 1];
        var after = verb + 2 < tokens.Count ? tokens[verb + 2] : null;
        return next.Upos switch
        {
            "DET" or "PROPN" => true,
            "PRON" => next.Form.ToLowerInvariant() is not ("that" or "which" or "who" or "whom"),
            "NUM" or "ADJ" => after?.Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" or "ADP",
            "NOUN" => !rules.PluralNames.Contains(tokens[verb].Form) && (next.Xpos == "NNS" || after is { Upos: "NOUN", Xpos: "NNS" }),
            _ => false,
        };
    }

    private static string Third(string form) => form.EndsWith('s') ? form : form + "s";

    private void MakeRoot(IReadOnlyList<Token> tokens, int verb, int root)
    {
        var subject = verb - 1;
        while (tokens[subject].Head is >= 0 and var up && up < verb)
            subject = up;
        foreach (var token in tokens)
        {
            var at = token.Index;
            if (at == verb || at == subject || (token.Head != root && token.Head != verb))
                continue;
            if (at < verb)
                token.Head = token.BaseRelation is "det" or "amod" or "nmod" or "compound" or "nummod" or "flat" or "case" && at < subject ? subject : verb;
            else if (root <= verb || token.BaseRelation is "obl" or "advcl" or "parataxis" or "punct" && at > root)
                token.Head = verb;
        }

        (tokens[verb].Head, tokens[verb].Relation) = (-1, "root");
        (tokens[subject].Head, tokens[subject].Relation) = (verb, "nsubj");
        // "Egypt and the United States": who stands before the subject is joined to it.
        if (tokens.FirstOrDefault(t => t.Index < subject && (t.Index == root || (t.Head == verb && t.BaseRelation is "nsubj"))) is { } first)
        {
            (first.Head, first.Relation) = (verb, "nsubj");
            (tokens[subject].Head, tokens[subject].Relation) = (first.Index, "conj");
        }

        (tokens[verb].Upos, tokens[verb].Xpos, tokens[verb].Lemma) = ("VERB", tokens[verb].Form.EndsWith('s') ? "VBZ" : "VBP", verbOf(Third(tokens[verb].Form))!);
        var thing = root > verb ? tokens[root] : tokens.FirstOrDefault(t => t.Index > verb && t.Head == verb && t.Upos is "NOUN" or "PROPN" or "PRON" or "NUM" && !tokens.Any(c => c.Head == t.Index && c.Relation == "case"));
        if (thing is not null)
            (thing.Head, thing.Relation) = (verb, "obj");
    }
}
