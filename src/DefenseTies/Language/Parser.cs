using DefenseTies.Vocabulary;
using Microsoft.ML.OnnxRuntime;

namespace DefenseTies.Language;

/// <summary>Fills in tags, lemmas, heads, relations and names of sentences with the model in <c>model/</c>. Thread-safe: ONNX sessions may be shared.</summary>
internal sealed class Parser : IDisposable
{
    // The model's README: sort by length and fill batches of about this many tokens.
    private const int TokensPerBatch = 1500;

    private readonly InferenceSession main;
    private readonly InferenceSession labels;
    private readonly ModelConfig config;
    private readonly TokenFeatures features;
    private readonly NameDecoder names;
    private readonly TagGroup upos;
    private readonly TagGroup xpos;
    private readonly TagGroup lemma;
    private readonly string[] relationNames;
    private readonly Dictionary<string, string> nameClasses;

    private Parser(string folder)
    {
        config = ModelConfig.Read(Path.Combine(folder, "config.json"));
        features = new TokenFeatures(File.ReadLines(Path.Combine(folder, "vocab.txt")), config.Buckets);
        names = new NameDecoder(config.Values["ner"]);
        (upos, xpos, lemma) = (config.Group("upos"), config.Group("xpos"), config.Group("lemma"));
        relationNames = config.Values["rel"];
        nameClasses = config.Values["ner"].Where(l => l != "O").ToDictionary(l => l, l => l[2..], StringComparer.Ordinal);
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        main = new InferenceSession(Path.Combine(folder, "main.int8.onnx"), options);
        labels = new InferenceSession(Path.Combine(folder, "labels.onnx"), options);
    }

    /// <summary>Opens the model.</summary>
    /// <exception cref="VocabularyException">A file of the model is missing or broken.</exception>
    public static Parser Load(string folder)
    {
        try
        {
            return new Parser(folder);
        }
        catch (Exception error) when (error is IOException or OnnxRuntimeException or System.Text.Json.JsonException or InvalidDataException or KeyNotFoundException)
        {
            throw new VocabularyException([new VocabularyProblem(folder, 0, $"the parser cannot be loaded: {error.Message}")]);
        }
    }

    /// <summary>Parses sentences of one article; rows of marks without a letter are none. Batches never mix articles, so that an article reads the same in any company.</summary>
    public void Parse(IEnumerable<Sentence> sentences)
    {
        var ordered = sentences.Where(HasWords).OrderBy(s => s.Tokens.Count).ThenBy(s => s.Index).ToArray();
        for (var at = 0; at < ordered.Length;)
        {
            var n = 1;
            while (at + n < ordered.Length && (n + 1) * ordered[at + n].Tokens.Count <= TokensPerBatch && IsLike(ordered[at], ordered[at + n]))
                n++;
            ParseBatch(ordered.AsSpan(at, n));
            at += n;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        main.Dispose();
        labels.Dispose();
    }

    // Padding costs as much as words: a batch of all lengths is half padding.
    private static bool IsLike(Sentence shortest, Sentence longest) => longest.Tokens.Count <= (shortest.Tokens.Count * 5 / 4) + 4;

    private static bool HasWords(Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            foreach (var c in token.Form)
            {
                if (char.IsLetter(c))
                    return true;
            }
        }

        return false;
    }

    private void ParseBatch(ReadOnlySpan<Sentence> batch)
    {
        long b = batch.Length, t = batch[^1].Tokens.Count;
        var pre = new long[b * t];
        var feat = new long[b * t * TokenFeatures.Rows];
        var lens = new int[b];
        var at = 0L;
        for (var i = 0; i < batch.Length; i++)
        {
            lens[i] = batch[i].Tokens.Count;
            for (var j = 0; j < lens[i]; j++)
            {
                var ids = features.Of(batch[i].Tokens[j].Form);
                pre[at + j] = ids[0];
                ids.AsSpan(1).CopyTo(feat.AsSpan((int)((at + j) * TokenFeatures.Rows)));
            }

            at += t;
        }

        using var run = new RunOptions();
        using var preValue = OrtValue.CreateTensorValueFromMemory(pre, [b, t]);
        using var featValue = OrtValue.CreateTensorValueFromMemory(feat, [b, t, TokenFeatures.Rows]);
        using var lensValue = OrtValue.CreateTensorValueFromMemory(lens, [b]);
        using var output = main.Run(run, ["pre", "feat", "lens"], [preValue, featValue, lensValue], ["tags", "arcs", "rel_d", "rel_h"]);
        var heads = Heads(output[1].GetTensorDataAsSpan<float>(), batch, (int)t);
        using var headsValue = OrtValue.CreateTensorValueFromMemory(heads, [b, t]);
        using var labelled = labels.Run(run, ["rel_d", "rel_h", "heads"], [output[2], output[3], headsValue], ["rel"]);
        var relations = labelled[0].GetTensorDataAsSpan<int>();
        var tags = output[0].GetTensorDataAsSpan<float>();
        for (var i = 0; i < batch.Length; i++)
        {
            var row = i * (int)t;
            Fill(batch[i], tags.Slice(row * config.TagsDim, (int)t * config.TagsDim), heads.AsSpan(row, (int)t), relations.Slice(row, (int)t));
        }
    }

    private static long[] Heads(ReadOnlySpan<float> arcs, ReadOnlySpan<Sentence> batch, int t)
    {
        var heads = new long[batch.Length * t];
        for (var i = 0; i < batch.Length; i++)
        {
            var tree = TreeDecoder.Decode(arcs[(i * t * (t + 1))..], t + 1, batch[i].Tokens.Count);
            for (var j = 0; j < tree.Length; j++)
                heads[(i * t) + j] = tree[j];
        }

        return heads;
    }

    private void Fill(Sentence sentence, ReadOnlySpan<float> tags, ReadOnlySpan<long> heads, ReadOnlySpan<int> relations)
    {
        for (var j = 0; j < sentence.Tokens.Count; j++)
        {
            var token = sentence.Tokens[j];
            var scores = tags.Slice(j * config.TagsDim, config.TagsDim);
            token.Upos = upos.Best(scores);
            token.Xpos = xpos.Best(scores);
            token.Lemma = LemmaRule.Apply(token.Form, lemma.Best(scores));
            token.Head = (int)heads[j] - 1;
            token.Relation = relationNames[relations[j]];
        }

        var found = names.Decode(tags, config.TagsDim, config.Groups["ner"][0], sentence.Tokens.Count);
        for (var j = 0; j < found.Length; j++)
        {
            sentence.Tokens[j].NameClass = found[j] == "O" ? null : nameClasses[found[j]];
            sentence.Tokens[j].NameStart = found[j][0] is 'B' or 'S';
        }

        sentence.IsParsed = true;
    }
}
