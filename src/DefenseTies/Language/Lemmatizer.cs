namespace DefenseTies.Language;

/// <summary>
/// Mends the lemmas of the words the vocabulary knows. The model guesses by suffix and is wrong where English is irregular or doubles a letter
/// (<c>sold</c> → <c>so</c>, <c>supplied</c> → <c>suppli</c>); every form of a known word can simply be written out.
/// </summary>
internal sealed class Lemmatizer
{
    private readonly Dictionary<string, string> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> nouns = new(StringComparer.Ordinal);

    /// <param name="rules">Has the irregular verbs.</param>
    /// <param name="verbs">Verb lemmas that the frames and word lists use.</param>
    /// <param name="nouns">Noun lemmas that they use.</param>
    public Lemmatizer(LanguageRules rules, IEnumerable<string> verbs, IEnumerable<string> nouns)
    {
        foreach (var (lemma, forms) in rules.IrregularVerbs)
        {
            foreach (var form in forms.Append(lemma))
                this.verbs[form] = lemma;
        }

        foreach (var lemma in verbs.Concat(rules.IrregularVerbs.Keys).Where(IsWord).Distinct().Order(StringComparer.Ordinal))
        {
            this.verbs[lemma] = lemma;
            foreach (var form in VerbForms(lemma))
                this.verbs.TryAdd(form, lemma);
        }

        // Lists may name a plural beside its singular ("talk", "talks"): the singular is the lemma of both.
        var known = nouns.Where(IsWord).Distinct().Order(StringComparer.Ordinal).ToArray();
        foreach (var lemma in known)
            this.nouns[Plural(lemma)] = lemma;
        foreach (var lemma in known)
            this.nouns.TryAdd(lemma, lemma);
    }

    /// <summary>The verb whose third person singular a form is (<c>supplies</c> → <c>supply</c>); null when it is no form of a known verb.</summary>
    public string? ThirdPerson(string form) => verbs.TryGetValue(form, out var lemma) && form == Plural(lemma) ? lemma : null;

    /// <summary>Mends the lemmas of parsed sentences.</summary>
    public void Mend(IEnumerable<Sentence> sentences)
    {
        foreach (var token in sentences.SelectMany(s => s.Tokens))
        {
            var known = token.Upos is "VERB" or "AUX" || token.Xpos.StartsWith('V') ? verbs : token.Upos == "NOUN" ? nouns : null;
            if (known is not null && known.TryGetValue(token.Form.ToLowerInvariant(), out var lemma) && token.Lemma != "be")
                token.Lemma = lemma;
        }
    }

    private static bool IsWord(string lemma) => lemma.Length > 1 && lemma.All(c => char.IsAsciiLetterLower(c) || c == '-');

    // Regular inflection; both spellings where a final consonant may double (travelled, traveled).
    private static IEnumerable<string> VerbForms(string lemma)
    {
        yield return Plural(lemma);
        var stem = lemma.EndsWith('e') ? lemma[..^1] : lemma;
        var ending = lemma[^1];
        yield return ending == 'y' && !IsVowel(lemma[^2]) ? lemma[..^1] + "ied" : stem + "ed";
        yield return (lemma.EndsWith("ee", StringComparison.Ordinal) ? lemma : stem) + "ing";
        if (lemma.Length > 2 && !IsVowel(ending) && ending is not ('w' or 'x' or 'y' or 'h') && IsVowel(lemma[^2]) && (!IsVowel(lemma[^3]) || lemma[..^2].EndsWith("qu", StringComparison.Ordinal)))
        {
            yield return lemma + ending + "ed";
            yield return lemma + ending + "ing";
        }
    }

    private static string Plural(string lemma) => lemma switch
    {
        [.., 'y'] when lemma.Length > 1 && !IsVowel(lemma[^2]) => lemma[..^1] + "ies",
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => lemma + "es",
        _ => lemma + "s",
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
