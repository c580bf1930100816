using System.Globalization;
using System.Text;
using DefenseTies.Articles;
using DefenseTies.Language;
using DefenseTies.Mentions;
using DefenseTies.Pairs;
using DefenseTies.Scoring;
using DefenseTies.Vocabulary;

namespace DefenseTies;

/// <summary>Annotated articles → the weights of <see cref="PairModel"/>, by logistic regression for each claim type. The same articles give the same file.</summary>
/// <param name="pipeline">Reads the articles with its frames alone.</param>
public sealed class PairTrainer(Pipeline pipeline)
{
    // Others near these do as well on articles that were not learned from.
    private const int Epochs = 8;
    private const double Rate = 0.05;
    private const double Decay = 0.003;

    // Knuth's multiplicative hash: neighbours end up far apart.
    private const uint Scattering = 2654435761;

    // A feature seen less often, or that weighs less, says nothing that can be relied on.
    private const int Rare = 3;
    private const double Slight = 0.05;

    // Who supplies whom, and who leads what, people act on: only a rule that can be read tells it.
    private static readonly string[] LeftToFrames = ["LEADS", "SUPPLIES"];

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<Example>> examples = new(StringComparer.Ordinal);

    /// <summary>Takes one article and what people found in it. Pairs that they left open, or found said elsewhere in the article, are no examples.</summary>
    public void Add(Article article, Gold gold)
    {
        var names = new GoldNames(gold);
        var asked = gold.Claims.Where(c => !c.Optional || c.TieRequired).ToLookup(c => (c.Type, names.Of(c.From), names.Of(c.To)), c => Place(article.Text, c.Evidence));
        var open = gold.Claims.Select(c => (c.Type, names.Of(c.From), names.Of(c.To))).ToHashSet();
        Add(article, only: null, (type, from, to, sentence) =>
        {
            foreach (var key in type.Symmetric ? [(type.Name, from, to), (type.Name, to, from)] : new[] { (type.Name, from, to) })
            {
                if (asked[key].Any(s => s is { } span && span.Start < sentence.End && sentence.Start < span.End))
                    return true;
                if (open.Contains(key))
                    return null;
            }

            return false;
        }, e => names.OfType(e.Type, e.Name, e.Aliases));
    }

    /// <summary>Takes the sentences that stand with the frames: those that say a claim of a type, and the look-alikes that say none.</summary>
    public void AddExamples()
    {
        foreach (var (type, example) in pipeline.Frames.SelectMany(f => f.Examples.Select(e => (f.Type.Name, e))).DistinctBy(x => (x.Name, x.e.Text)))
        {
            var said = example.Claims.Select(Ends).ToHashSet();
            Add(Article.Parse(example.Text), type, (tie, from, to, _) => said.Contains((from, to)) || (tie.Symmetric && said.Contains((to, from))), e => e.Name);
        }
    }

    /// <summary>Fits the weights: the text of the file, without what says next to nothing.</summary>
    public string Train()
    {
        var text = new StringBuilder("# Written by `defenseties learn`; see docs/extraction.md. Under each claim type what speaks for a tie between two ends of a sentence, or against, and how much.\n");
        foreach (var (type, weights) in examples.AsParallel().AsOrdered().Select(e => (e.Key, Weights: Fit(e.Value))))
        {
            text.Append('[').Append(type).Append("]\n");
            foreach (var (feature, id) in ids.Where(f => Math.Abs(weights[f.Value]) >= Slight).OrderBy(f => f.Key, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"{feature}\t{weights[id]:0.00}\n");
        }

        return text.ToString();
    }

    private void Add(Article article, string? only, Func<ClaimType, string, string, TextSpan, bool?> isTie, Func<Entity, string> nameOf)
    {
        var mentions = pipeline.Find(article, pipeline.Parse(pipeline.Split(article)));
        var (fillers, framed) = pipeline.ReadFrames(mentions);
        var saidIn = framed.ToLookup(c => c.Evidence.Span);
        var types = pipeline.Schema.ClaimTypes.Where(t => (only is null || t.Name == only) && !LeftToFrames.Contains(t.Name)).ToArray();
        foreach (var sentence in mentions.Sentences.Where(s => s.IsParsed))
        {
            var (seen, said) = (new PairFeatures(sentence, mentions), saidIn[sentence.Span].ToArray());
            var ends = PairEnd.Of(new Roles(sentence), mentions, fillers);
            foreach (var (from, to, type) in from a in ends from b in ends from t in types where a.MayHave(t, b) select (a, b, t))
            {
                if (isTie(type, nameOf(from.Filler.Entity!), nameOf(to.Filler.Entity!), sentence.Span) is not { } answer)
                    continue;
                if (!examples.TryGetValue(type.Name, out var list))
                    examples[type.Name] = list = [];
                list.Add(new Example([.. seen.All(from, to, type, said).Select(Id)], answer));
            }
        }
    }

    private int Id(string feature)
    {
        if (!ids.TryGetValue(feature, out var id))
            ids[feature] = id = ids.Count;
        return id;
    }

    // AdaGrad with weight decay; the examples are scattered, each time in the same way.
    private double[] Fit(IReadOnlyList<Example> pairs)
    {
        var (weights, squares, counts) = (new double[ids.Count], new double[ids.Count], new int[ids.Count]);
        Array.Fill(squares, 1e-6);
        foreach (var feature in pairs.SelectMany(p => p.Features))
            counts[feature]++;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var turn = epoch;
            foreach (var (seen, isTie) in Enumerable.Range(0, pairs.Count).OrderBy(i => unchecked((uint)((i * Epochs) + turn) * Scattering)).Select(i => pairs[i]))
            {
                var error = (1 / (1 + Math.Exp(-seen.Sum(f => weights[f])))) - (isTie ? 1 : 0);
                foreach (var feature in seen.Where(f => counts[f] >= Rare))
                {
                    var slope = error + (Decay * weights[feature]);
                    squares[feature] += slope * slope;
                    weights[feature] -= Rate * slope / Math.Sqrt(squares[feature]);
                }
            }
        }

        return weights;
    }

    private sealed record Example(int[] Features, bool IsTie);

    private static TextSpan? Place(string text, string? evidence) =>
        evidence is { Length: > 0 } && text.IndexOf(evidence, StringComparison.Ordinal) is >= 0 and var start ? new TextSpan(start, evidence.Length) : null;

    // "From > To: item (status)"
    private static (string From, string To) Ends(string claim)
    {
        var parts = claim.Split(" > ", 2);
        var to = parts[1];
        if (to.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var status)
            to = to[..status];
        return (parts[0], to.IndexOf(": ", StringComparison.Ordinal) is > 0 and var item ? to[..item] : to);
    }
}
