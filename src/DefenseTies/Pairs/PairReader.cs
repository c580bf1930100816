using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Language;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.Pairs;

/// <summary>
/// The second reading: pairs of ends that no frame joined, judged by what was learned from annotated articles. What it finds is marked by its extractor and by a confidence
/// below that of frames: no rule tells why it is so, only how much each feature weighs.
/// </summary>
internal sealed class PairReader(PairModel model, Factuality factuality)
{
    /// <summary>Name and version of this reader.</summary>
    public const string Extractor = "pairs/1";

    // A pair whose weights add up to this is a tie: the odds are two to one.
    private const double Least = 0.7;

    // What a claim of a pair just above that is believed with, and one beyond doubt.
    private const double Lowest = 0.3;
    private const double Span = 0.2;

    private const int Shown = 12;

    /// <summary>The claims of pairs that no frame found, in text order.</summary>
    /// <param name="framed">What frames found in the article; a pair that they join somewhere, or deny to be joined, is theirs.</param>
    /// <param name="readings">Takes what spoke for each; null where nobody wants to see it.</param>
    public IReadOnlyList<Claim> Read(ArticleMentions mentions, Fillers fillers, IReadOnlyList<Claim> framed, ICollection<PairReading>? readings = null)
    {
        var known = framed.Select(c => (c.Type, c.From.Id, c.To.Id)).ToHashSet();
        var saidIn = framed.ToLookup(c => c.Evidence.Span);
        var claims = new List<Claim>();
        foreach (var sentence in mentions.Sentences.Where(s => s.IsParsed))
        {
            var (roles, features, said) = (new Roles(sentence), new PairFeatures(sentence, mentions), saidIn[sentence.Span].ToArray());
            foreach (var (from, to, column, sum) in Pairs(roles, features, mentions, fillers, said))
            {
                var type = model.Types[column];
                if (known.Contains((type.Name, from.Id, to.Id)) || (type.Symmetric && known.Contains((type.Name, to.Id, from.Id))))
                    continue;
                var standing = factuality.Read(roles, Predicate(from, to, features, mentions, sentence), mentions.Article.Text);
                claims.Add(type.Symmetric && string.CompareOrdinal(from.Id, to.Id) > 0 ? ClaimOf(type, to, from, sum, standing, sentence, mentions.Article) : ClaimOf(type, from, to, sum, standing, sentence, mentions.Article));
                readings?.Add(new PairReading(claims[^1], [.. features.All(from, to, type, said).Select(f => (Feature: f, Weight: model.Weight(f, column))).OrderByDescending(w => Math.Abs(w.Weight)).Take(Shown)]));
            }
        }

        return claims;
    }

    // The pairs of a sentence whose weights add up to a tie.
    private IEnumerable<(PairEnd From, PairEnd To, int Type, double Sum)> Pairs(Roles roles, PairFeatures features, ArticleMentions mentions, Fillers fillers, IReadOnlyList<Claim> said)
    {
        var ends = PairEnd.Of(roles, mentions, fillers);
        if (ends.Count < 2)
            yield break;
        var shared = Sums(features.Words.Append(PairModel.Bias));
        var sides = ends.Select(e => (End: e, X: Sums(features.Of(e, 'x')), Y: Sums(features.Of(e, 'y')))).ToArray();
        foreach (var from in sides)
        {
            foreach (var to in sides)
            {
                double[]? pair = null;
                for (var t = 0; t < model.Types.Count; t++)
                {
                    if (!from.End.MayHave(model.Types[t], to.End))
                        continue;
                    pair ??= Sums(features.Of(from.End, to.End));
                    var sum = shared[t] + from.X[t] + to.Y[t] + pair[t] + PairFeatures.Beside(model.Types[t], from.End.Id, to.End.Id, said).Sum(f => model.Weight(f, t));
                    if (sum >= Least)
                        yield return (from.End, to.End, t, sum);
                }
            }
        }
    }

    private static Claim ClaimOf(ClaimType type, PairEnd from, PairEnd to, double sum, Standing standing, Sentence sentence, Article article) =>
        new()
        {
            Type = type.Name,
            From = EntityRef.To(from.Filler.Entity!),
            To = EntityRef.To(to.Filler.Entity!),
            Role = type.Properties.Contains("role") ? from.Filler.Mention?.Office?.Role : null,
            Status = standing.Status,
            AttributedTo = standing.AttributedTo,
            Cues = standing.Cues,
            Confidence = Math.Round(Lowest + (Span * (1 - Math.Exp(Least - sum))), 2),
            Evidence = new Evidence(article.Id, sentence.Span, sentence.Span.In(article.Text).ToString()),
            Extractor = Extractor,
        };

    private double[] Sums(IEnumerable<string> features)
    {
        var sums = new double[model.Types.Count];
        model.Sum(features, sums);
        return sums;
    }

    // What joins the two: where their ways up the tree meet, or what governs that where it is one of them.
    private static int Predicate(PairEnd from, PairEnd to, PairFeatures features, ArticleMentions mentions, Sentence sentence)
    {
        var top = features.Meeting(from.Head, to.Head).Top;
        for (var steps = 0; top >= 0 && steps < 4 && mentions.At(sentence, top) is { Entity.Type: not "Office" } && sentence.Tokens[top].Head >= 0; steps++)
            top = sentence.Tokens[top].Head;
        return top >= 0 ? top : from.Head;
    }
}

/// <summary>A claim of a pair and what weighed most for it and against.</summary>
internal sealed record PairReading(Claim Claim, IReadOnlyList<(string Feature, double Weight)> Weights);
