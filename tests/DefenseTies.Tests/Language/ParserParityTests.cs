using System.Text.Json;
using DefenseTies.Articles;
using DefenseTies.Language;

namespace DefenseTies.Tests.Language;

/// <summary>The parser in C# gives what the reference runner in Python gave for the same eight sentences.</summary>
public sealed class ParserParityTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "model");
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Language", "parity.json"))).RootElement;

    [Fact]
    public void Every_token_has_the_reference_feature_ids()
    {
        var config = ModelConfig.Read(Path.Combine(Folder, "config.json"));
        var features = new TokenFeatures(File.ReadLines(Path.Combine(Folder, "vocab.txt")), config.Buckets);
        foreach (var (sentence, s) in Sentences().Select((x, i) => (x, i)))
        {
            foreach (var (token, t) in sentence.Tokens.Select((x, i) => (x, i)))
            {
                var ids = features.Of(token.Form);
                ids[0].ShouldBe(Expected.GetProperty("pre")[s][t].GetInt64(), token.Form);
                ids[1..].ShouldBe(Expected.GetProperty("feat")[s][t].EnumerateArray().Select(x => x.GetInt64()).ToArray(), token.Form);
            }
        }
    }

    [Fact]
    public void Every_token_has_the_tag_and_head_that_the_reference_scores_give()
    {
        // int8 products round differently from processor to processor: a near tie may fall the other way.
        var (sentences, config) = Parsed();
        var (same, all) = (0, 0);
        for (var s = 0; s < sentences.Length; s++)
        {
            var arcs = Expected.GetProperty("arcs")[s].EnumerateArray().SelectMany(row => row.EnumerateArray().Select(x => x.GetSingle())).ToArray();
            var heads = TreeDecoder.Decode(arcs, Expected.GetProperty("arcs")[s][0].GetArrayLength(), sentences[s].Tokens.Count);
            foreach (var token in sentences[s].Tokens)
            {
                var tags = Expected.GetProperty("tags")[s][token.Index].EnumerateArray().Select(x => x.GetSingle()).ToArray();
                all += 3;
                same += token.Head + 1 == heads[token.Index] ? 1 : 0;
                same += token.Upos == config.Values["upos"][config.Best(tags, "upos")] ? 1 : 0;
                same += token.Xpos == config.Values["xpos"][config.Best(tags, "xpos")] ? 1 : 0;
            }
        }

        ((double)same / all).ShouldBeGreaterThan(0.985);
    }

    [Fact]
    public void Every_token_whose_head_is_the_annotated_one_has_the_reference_relation()
    {
        var (sentences, config) = Parsed();
        var compared = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var (heads, relations) = (Row("heads", s, sentences[s].Tokens.Count), Row("rel", s, sentences[s].Tokens.Count));
            foreach (var token in sentences[s].Tokens.Where(t => t.Head + 1 == heads[t.Index]))
            {
                token.Relation.ShouldBe(config.Values["rel"][relations[token.Index]]);
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void A_missing_model_is_told_with_its_path()
    {
        var error = Should.Throw<DefenseTies.Vocabulary.VocabularyException>(() => Parser.Load("/nowhere"));
        error.Message.ShouldContain("/nowhere");
    }

    private static int[] Row(string name, int sentence, int count) =>
        [.. Expected.GetProperty(name)[sentence].EnumerateArray().Take(count).Select(x => x.GetInt32())];

    private static (Sentence[] Sentences, ModelConfig Config) Parsed()
    {
        var sentences = Sentences();
        using var parser = Parser.Load(Folder);
        parser.Parse(sentences);
        return (sentences, ModelConfig.Read(Path.Combine(Folder, "config.json")));
    }

    private static Sentence[] Sentences() =>
        [.. Expected.GetProperty("forms").EnumerateArray().Select((forms, s) => new Sentence
        {
            Index = s,
            Paragraph = 1,
            Span = default,
            Tokens = [.. forms.EnumerateArray().Select((f, t) => new Token { Index = t, Form = f.GetString()!, Span = new TextSpan(t, 1) })],
        })];
}
