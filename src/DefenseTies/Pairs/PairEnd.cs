using DefenseTies.Language;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.Pairs;

/// <summary>One end that a tie of a sentence may have: a name, or a pronoun or description that stands for one.</summary>
/// <param name="Filler">The entity; what is plainly an arm of a state is the state.</param>
/// <param name="Head">The token the tree hangs it on.</param>
/// <param name="First">Its first token.</param>
/// <param name="Last">Its last token, included.</param>
/// <param name="Kind">How it is named.</param>
internal sealed record PairEnd(Filler Filler, int Head, int First, int Last, string Kind)
{
    // A sentence that names more is a list, of which pairs say nothing.
    private const int Most = 24;

    /// <summary>The entity's id.</summary>
    public string Id => Filler.Entity!.Id;

    /// <summary>True when a tie of a type may lead from this end to the other; of a symmetric type, from the one that stands first.</summary>
    public bool MayHave(ClaimType tie, PairEnd to) =>
        Id != to.Id && (!tie.Symmetric || Head < to.Head) && tie.From.Contains(Filler.Entity!.Type) && tie.To.Contains(to.Filler.Entity!.Type);

    /// <summary>The ends of a sentence in text order; empty where there are too many to pair.</summary>
    public static IReadOnlyList<PairEnd> Of(Roles roles, ArticleMentions mentions, Fillers fillers)
    {
        var sentence = roles.Sentence;
        var ends = new List<PairEnd>();
        foreach (var mention in mentions.In(sentence).Where(m => m.Kind != NameKind.City && m.Known?.Kind is not ("media" or "think-tank" or "university")))
        {
            var filler = mention.Entity.Type is "Country" or "Organization" ? fillers.State(mention, mention.Head) : new Filler(mentions.Latest(mention.Entity), mention.Entity.Name, mention.Head) { Known = mention.Known, Mention = mention };
            ends.Add(new PairEnd(filler, mention.Head, mention.First, mention.Last, filler.Entity!.Id == mention.Entity.Id ? mention.Kind.ToString() : $"{mention.Kind} arm"));
            if (ends.Count > Most)
                return [];
        }

        foreach (var token in sentence.Tokens.Where(t => mentions.At(sentence, t.Index) is null && (t.Upos == "PRON" || (t.Upos is "NOUN" or "NUM" && References.IsDefinite(sentence, t.Index)))))
        {
            var meant = fillers.Actors(roles, token.Index).Concat(fillers.Named(roles, token.Index, "Leader")).Concat(fillers.Named(roles, token.Index, "Agreement")).Concat(fillers.Things.Of(roles, token.Index, plain: false));
            ends.AddRange(meant.Where(f => f is { IsReference: true, Entity: not null }).Select(f => new PairEnd(f, token.Index, token.Index, token.Index, "Pronoun")));
            if (ends.Count > Most)
                return [];
        }

        return [.. ends.DistinctBy(e => (e.Id, e.Head)).OrderBy(e => e.Head).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }
}
