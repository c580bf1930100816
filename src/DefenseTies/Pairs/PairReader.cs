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

    // A tie that a frame found and whose weights add up to less is none: of such claims three in four were wrong.
    private const double Doubtful = -4.5;

    // What a claim of a pair just above that is believed with, and one beyond doubt.
    private const double Lowest = 0.3;
    private const double Span = 0.2;

    private const int Shown = 12;

    /// <summary>The claims of frames but for those against which all speaks, and the claims of pairs that no frame joins.</summary>
    /// <param name="framed">What frames found in the article; a pair that they join somewhere, or deny to be joined, is theirs.</param>
    /// <param name="readings">Takes what weighed for each claim that is added, and against each that is left out; null where nobody wants to see it.</param>
    public IReadOnlyList<Claim> Read(ArticleMentions mentions, Fillers fillers, IReadOnlyList<Claim> framed, ICollection<PairReading>? readings = null)
    {
        var known = framed.Select(c => (c.Type, c.From.Id, c.To.Id)).ToHashSet();
        var saidIn = framed.ToLookup(c => c.Evidence.Span);
        var (found, doubted) = (new List<Claim>(), new List<Claim>());
        foreach (var sentence in mentions.Sentences.Where(s => s.IsParsed))
        {
            var roles = new Roles(sentence);
            var ends = PairEnd.Of(roles, mentions, fillers);
            if (ends.Count < 2)
                continue;
            var (features, said) = (new PairFeatures(sentence, mentions), saidIn[sentence.Span].ToArray());
            // Where a pair stands in a sentence twice, the place that speaks for it most tells.
            foreach (var pair in Pairs(ends, features, said).GroupBy(p => p.Tie).Select(g => g.MaxBy(p => p.Sum)!))
            {
                var isTie = pair.Sum >= Least && !known.Contains(pair.Tie);
                Claim[] judged = isTie ? [ClaimOf(pair, factuality.Read(roles, Predicate(pair, features, mentions, sentence), mentions.Article.Text), sentence, mentions.Article)]
                    : pair.Sum < Doubtful ? [.. said.Where(c => (c.Type, c.From.Id, c.To.Id) == pair.Tie)] : [];
                (isTie ? found : doubted).AddRange(judged);
                foreach (var claim in readings is null ? [] : judged)
                    readings!.Add(new PairReading(claim, Heaviest(features.All(pair.From, pair.To, pair.Type, said), pair.Column)));
            }
        }

        return [.. framed.Except<Claim>(doubted, ReferenceEqualityComparer.Instance), .. found];
    }

    private IReadOnlyList<(string Feature, double Weight)> Heaviest(IEnumerable<string> features, int column) =>
        [.. features.Select(f => (Feature: f, Weight: model.Weight(f, column))).OrderByDescending(w => Math.Abs(w.Weight)).Take(Shown)];

    // The pairs of a sentence with what speaks for each; where no frame says anything, only those that speak for a tie.
    private IEnumerable<Pair> Pairs(IReadOnlyList<PairEnd> ends, PairFeatures features, IReadOnlyList<Claim> said)
    {
        var shared = Sums(features.Words.Append(PairModel.Bias));
        var sides = ends.Select(e => (End: e, X: Sums(features.Of(e, 'x')), Y: Sums(features.Of(e, 'y')))).ToArray();
        foreach (var from in sides)
        {
            foreach (var to in sides)
            {
                double[]? both = null;
                for (var t = 0; t < model.Types.Count; t++)
                {
                    if (!from.End.MayHave(model.Types[t], to.End))
                        continue;
                    both ??= Sums(features.Of(from.End, to.End));
                    var sum = shared[t] + from.X[t] + to.Y[t] + both[t] + PairFeatures.Beside(model.Types[t], from.End.Id, to.End.Id, said).Sum(f => model.Weight(f, t));
                    if (sum >= Least || said.Count > 0)
                        yield return new Pair(from.End, to.End, model.Types[t], t, sum);
                }
            }
        }
    }

    private static Claim ClaimOf(Pair pair, Standing standing, Sentence sentence, Article article)
    {
        var (from, to) = pair.IsTurned ? (pair.To, pair.From) : (pair.From, pair.To);
        return new Claim
        {
            Type = pair.Type.Name,
            From = EntityRef.To(from.Filler.Entity!),
            To = EntityRef.To(to.Filler.Entity!),
            Role = pair.Type.Properties.Contains("role") ? from.Filler.Mention?.Office?.Role : null,
            Status = standing.Status,
            AttributedTo = standing.AttributedTo,
            Cues = standing.Cues,
            Confidence = Math.Round(Lowest + (Span * (1 - Math.Exp(Least - pair.Sum))), 2),
            Evidence = new Evidence(article.Id, sentence.Span, sentence.Span.In(article.Text).ToString()),
            Extractor = Extractor,
        };
    }

    private double[] Sums(IEnumerable<string> features)
    {
        var sums = new double[model.Types.Count];
        model.Sum(features, sums);
        return sums;
    }

    // What joins the two: where their ways up the tree meet, or what governs that where it is one of them.
    private static int Predicate(Pair pair, PairFeatures features, ArticleMentions mentions, Sentence sentence)
    {
        var top = features.Meeting(pair.From.Head, pair.To.Head).Top;
        for (var steps = 0; top >= 0 && steps < 4 && mentions.At(sentence, top) is { Entity.Type: not "Office" } && sentence.Tokens[top].Head >= 0; steps++)
            top = sentence.Tokens[top].Head;
        return top >= 0 ? top : pair.From.Head;
    }

    private sealed record Pair(PairEnd From, PairEnd To, ClaimType Type, int Column, double Sum)
    {
        /// <summary>True when the ends of a symmetric tie stand in another order in the sentence than in the graph.</summary>
        public bool IsTurned => Type.Symmetric && string.CompareOrdinal(From.Id, To.Id) > 0;

        public (string Type, string From, string To) Tie => IsTurned ? (Type.Name, To.Id, From.Id) : (Type.Name, From.Id, To.Id);
    }
}

/// <summary>A claim and what weighed most for it and against: one of a pair that no frame joins, or one of a frame that is left out.</summary>
internal sealed record PairReading(Claim Claim, IReadOnlyList<(string Feature, double Weight)> Weights)
{
    /// <summary>True for what a frame found and all speaks against.</summary>
    public bool IsLeftOut => Claim.Extractor != PairReader.Extractor;
}
