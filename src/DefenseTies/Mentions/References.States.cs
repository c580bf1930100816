using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <content>One state that is not named: <c>the country</c>, <c>the navy</c>.</content>
internal sealed partial class References
{
    // The nearer reason goes first: whose leader speaks, where the sentence is, what the article is about, who was spoken of last.
    private IReadOnlyList<Mention> TheState(Sentence sentence, int token, bool place)
    {
        var word = sentence.Tokens[token];
        // "President Milei has promised to align the country with": his.
        if (word.Lemma is "country" or "nation" && mentions.In(sentence).LastOrDefault(m => m.Last < token && m.Entity.Type == "Leader" && IsSubject(m) && IsOfMainClause(m)) is { } speaker
            && !mentions.In(sentence).Any(m => m.Last < token && AntecedentKinds.IsActor(m)) && Offices.Of(speaker)?.Seats.FirstOrDefault(s => s.Entity.Type == "Country") is { } theirs)
            return [theirs];
        // "In Tunisia, the guard trained the country's forces"
        if (word.Lemma is "country" or "nation" or "island" && mentions.In(sentence).FirstOrDefault(m => m.Entity.Type == "Country") is { Kind: NameKind.Name or NameKind.Seat } front && front.Last < token
            && sentence.Tokens[front.Head] is { BaseRelation: "obl", Head: >= 0 and var clause } && sentence.Child(clause, "nsubj") > front.Last && sentence.Governs(clause, token))
            return [front];
        if (Called(sentence, token) is { Count: > 0 } called)
            return called;
        if (!StateNouns.Contains(word.Lemma) || word.Xpos != "NN")
            return [];
        // "Elbit has delivered drones to the navy": of the state that the article is about, unless the sentence has spoken of another as its subject.
        if (Subject is { } about && about.Span.CompareTo(sentence.Span) < 0 && !(word.Lemma is "country" or "nation" && !sentence.HasChild(token, "amod") && TurnsFrom(about, sentence))
            && !mentions.In(sentence).Any(m => m.Last < token && (word.BaseRelation is "obj" or "iobj" or "obl" or "nmod" ? m.Entity.Id == about.Entity.Id && IsSubject(m) : AntecedentKinds.IsActor(m))))
            return [about];
        // "French soldiers have left the country": not France.
        var leaving = word.BaseRelation is "obj" or "obl" ? mentions.In(sentence).FirstOrDefault(m => m.Last < token && m is { Entity.Type: "Country", Kind: NameKind.Demonym } && IsSubject(m))?.Entity.Id : null;
        return Last(sentence, token, place ? Kinds.Hosts : Kinds.States, preferSubject: word.BaseRelation is "nsubj" or "nmod", isNot: m => (place || word.Relation == "nmod:poss" || word.BaseRelation is "obj" or "iobj" or "obl") && ActsBeside(sentence, token, m), not: leaving);
    }

    // "Armenia has turned to India. The country ordered …" in an article on Azerbaijan: the sentence before is about another; "the Balkan nation" is still the article's.
    private bool TurnsFrom(Mention about, Sentence sentence) =>
        sentence.Index > 0 && mentions.Sentences[sentence.Index - 1] is { IsTitle: false } before && mentions.In(before).All(m => m.Entity.Id != about.Entity.Id)
        && mentions.In(before).Any(m => m is { Entity.Type: "Country", Kind: NameKind.Name or NameKind.Seat } && IsSubject(m) && IsOfMainClause(m));

    // "The kingdom", "the Balkan nation": of the states that are called so, the one spoken of last.
    private IReadOnlyList<Mention> Called(Sentence sentence, int token)
    {
        var noun = sentence.Tokens[token];
        if (noun.Xpos != "NN" || !(StateNouns.Contains(noun.Lemma) || noun.Lemma is "island" or "neighbour" or "neighbor" or "ally"))
            return [];
        var words = sentence.Children(token).Where(c => c < token && Tokens(sentence, c).BaseRelation is "amod" or "compound").Select(c => Tokens(sentence, c).Form).Append(noun.Lemma).ToArray();
        var known = Kinds.Named.CalledBefore(sentence);
        return words.Where(w => known.Contains(w) || mentions.In(sentence).Any(m => m.Known?.Called.Contains(w) is true)).ToArray() is { Length: > 0 } telling ? Last(sentence, token, Kinds.Called(telling), preferSubject: false, isNot: m => sentence.Tokens[m.Head].Head == noun.Head) : [];
    }
}
