using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>
/// Lists of arms, as fact sheets have them: <c>The package includes: • 50 Bradley vehicles; • M113 carriers</c>. What is on the list goes from and to whoever the sentence that leads to it,
/// or those right before it, speak of.
/// </summary>
internal static class ListReader
{
    // The sentence that ends in a colon often names nobody; the one that announces the package does.
    private const int LeadsBack = 3;

    // How much less sure what is on a list is than what leads to it.
    private const double Cost = 0.1;

    /// <summary>The claims of all lists of an article, given those that its sentences make.</summary>
    public static IEnumerable<Claim> Read(ArticleMentions mentions, Fillers fillers, IReadOnlyList<Claim> claims)
    {
        var said = claims.Where(c => c.Type is "SUPPLIES" or "FUNDS" && c.Status != ClaimStatus.Denied).ToLookup(c => c.Evidence.Span);
        Claim? lead = null;
        foreach (var sentence in mentions.Sentences.Where(s => s.IsParsed && s.Tokens.Count > 0))
        {
            if (sentence.Tokens[^1].Form == ":")
                lead = Lead(mentions, sentence, said);
            else if (!IsItem(sentence))
                lead = null;
            else if (lead is not null)
            {
                foreach (var claim in Items(sentence, mentions, fillers, lead))
                    yield return claim;
            }
        }
    }

    private static Claim? Lead(ArticleMentions mentions, Sentence colon, ILookup<Articles.TextSpan, Claim> said)
    {
        for (var s = colon.Index; s >= Math.Max(0, colon.Index - LeadsBack); s--)
        {
            if (said[mentions.Sentences[s].Span].OrderBy(c => c.Type == "FUNDS").FirstOrDefault() is { } claim)
                return claim;
        }

        return null;
    }

    // A line that begins with a bullet, or ends in a semicolon, and says nothing by a verb.
    private static bool IsItem(Sentence sentence) =>
        (sentence.Tokens[0].Form is "-" or "–" or "•" or "*" or "·" || sentence.Tokens[^1].Form == ";") && Root(sentence) is { Upos: "NOUN" or "PROPN" or "NUM" } root && !sentence.HasChild(root.Index, "nsubj");

    private static Token? Root(Sentence sentence) => sentence.Tokens.FirstOrDefault(t => t.Relation == "root");

    private static IEnumerable<Claim> Items(Sentence sentence, ArticleMentions mentions, Fillers fillers, Claim lead)
    {
        var (roles, root) = (new Roles(sentence), Root(sentence)!.Index);
        return roles.Fill(root, "prep:with").Prepend(root).SelectMany(t => fillers.Things.Of(roles, t, plain: true)).Select(item => lead with
        {
            Type = "SUPPLIES",
            Item = new ClaimItem(item.Words, item.Entity?.Id),
            Quantity = item.Quantity,
            Value = null,
            Stage = lead.Type == "SUPPLIES" ? lead.Stage : null,
            Confidence = Math.Round(lead.Confidence - Cost, 2),
            Evidence = new Evidence(mentions.Article.Id, sentence.Span, sentence.Span.In(mentions.Article.Text).ToString()),
        });
    }
}
