using System.Globalization;
using DefenseTies.Vocabulary;

namespace DefenseTies.Pairs;

/// <summary>What was learned from annotated articles: for each feature and claim type a weight. Read from <c>graph-schema/learned/pairs.tsv</c>, which the verb <c>learn</c> writes.</summary>
internal sealed class PairModel
{
    /// <summary>The file under the vocabulary's folder.</summary>
    public const string File = "learned/pairs.tsv";

    /// <summary>The feature that every pair has.</summary>
    public const string Bias = "*";

    private readonly Dictionary<string, double[]> weights = new(StringComparer.Ordinal);

    private PairModel(IReadOnlyList<ClaimType> types) => Types = types;

    /// <summary>The claim types, in the order of <see cref="Sum"/>.</summary>
    public IReadOnlyList<ClaimType> Types { get; }

    /// <summary>Reads the weights; null where the vocabulary has none, so that only frames are read.</summary>
    public static PairModel? Read(string folder, GraphSchema schema, List<VocabularyProblem> problems)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path) || problems.Count > 0) // claim types that are missing are told once
            return null;
        var model = new PairModel(schema.ClaimTypes);
        var columns = model.Types.Select((type, at) => (type.Name, at)).ToDictionary(t => t.Name, t => t.at, StringComparer.Ordinal);
        var (line, column) = (0, -1);
        foreach (var text in System.IO.File.ReadLines(path))
        {
            line++;
            if (text.StartsWith('#') || text.Length == 0)
                continue;
            if (text[0] == '[')
            {
                if (!columns.TryGetValue(text.Trim('[', ']'), out column))
                    Problem($"there is no claim type '{text}'");
            }
            else if (column < 0 || text.Split('\t') is not [var feature, var weight] || !double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                Problem("under a [CLAIM_TYPE] a feature and a weight are expected, with a tab between");
            }
            else
            {
                if (!model.weights.TryGetValue(feature, out var row))
                    model.weights[feature] = row = new double[model.Types.Count];
                row[column] = value;
            }
        }

        return model;

        void Problem(string text) => problems.Add(new VocabularyProblem(path, line, text));
    }

    /// <summary>Adds the weights of features to the sums, one for each claim type.</summary>
    public void Sum(IEnumerable<string> features, double[] sums)
    {
        foreach (var feature in features)
        {
            if (!weights.TryGetValue(feature, out var row))
                continue;
            for (var t = 0; t < sums.Length; t++)
                sums[t] += row[t];
        }
    }

    /// <summary>The weight of a feature for a claim type.</summary>
    public double Weight(string feature, int type) => weights.TryGetValue(feature, out var row) ? row[type] : 0;
}
