using DefenseTies.Articles;
using DefenseTies.Language;
using DefenseTies.Vocabulary;

namespace DefenseTies.Claims;

/// <summary>How far what a predicate says has come about, and by which words.</summary>
/// <param name="Status">The weakest that any word around the predicate allows.</param>
/// <param name="Cues">The words that decided.</param>
/// <param name="AttributedTo">Who says so, or null.</param>
/// <param name="Lemmas">Lemmas of the governing words that decided, for the stage.</param>
internal sealed record Standing(ClaimStatus Status, IReadOnlyList<Cue> Cues, string? AttributedTo, IReadOnlyList<string> Lemmas);

/// <summary>
/// Walks from a predicate up to the root and composes what modals, negations, plans, hedges, conditions and reports on the way say about it.
/// Word lists are data: <c>graph-schema/lexicons/factuality.yaml</c>.
/// </summary>
internal sealed class Factuality(Lexicon lexicon)
{
    private const int Deepest = 12;

    /// <summary>Reads how a predicate stands.</summary>
    /// <param name="roles">The roles of its sentence.</param>
    /// <param name="predicate">The predicate.</param>
    /// <param name="text">The article's text.</param>
    /// <param name="presupposed">True when only the words at the predicate itself count.</param>
    /// <param name="lasting">True for what is so until it ends, such as a base.</param>
    /// <param name="pastCounts">True for what lasts and is so also when it has ended, such as a war.</param>
    public Standing Read(Roles roles, int predicate, string text, bool presupposed = false, bool lasting = false, bool pastCounts = false)
    {
        var walk = new StandingWalk(roles.Sentence, lexicon);
        walk.Own(predicate);
        var at = predicate;
        if (lasting)
        {
            if (!pastCounts)
                walk.Past(predicate);
            var given = walk.IsGiven(predicate) || roles.Sentence.Tokens[predicate].Relation is "acl" or "acl:relcl";
            if (given && !pastCounts && walk.Ender(predicate) is >= 0 and var ender && Read(roles, ender, text).Status == ClaimStatus.Actual)
                walk.End(ender);
            if (walk.IsGiven(predicate))
                return walk.Standing(null);
        }

        if (presupposed || walk.IsPresupposed(predicate))
            return walk.Standing(null);
        for (var depth = 0; depth < Deepest && roles.Sentence.Tokens[at].Head >= 0; depth++)
        {
            var next = walk.Up(at, roles);
            if (next < 0)
                break;
            at = next;
        }

        if (roles.Sentence.Tokens[^1].Form == "?")
            walk.Weaken(ClaimStatus.Possible, "question", roles.Sentence.Tokens.Count - 1);
        var speaker = walk.Speaker >= 0 ? Phrase(roles.Sentence, walk.Speaker, text) : null;
        return walk.Standing(speaker);
    }

    private static string Phrase(Sentence sentence, int head, string text)
    {
        var (first, last) = sentence.Subtree(head);
        // A relative clause or apposition tells more than who speaks.
        last = Math.Min(last, first + 11);
        return TextSpan.FromBounds(sentence.Tokens[first].Span.Start, sentence.Tokens[last].Span.End).In(text).ToString().ReplaceLineEndings(" ");
    }
}
