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
    public void Every_token_has_the_reference_head_and_relation()
    {
        var sentences = Sentences();
        using var parser = Parser.Load(Folder);
        var relations = ModelConfig.Read(Path.Combine(Folder, "config.json")).Values["rel"];
        parser.Parse(sentences);
        for (var s = 0; s < sentences.Length; s++)
        {
            sentences[s].Tokens.Select(t => t.Head + 1).ShouldBe(Row("heads", s, sentences[s].Tokens.Count));
            sentences[s].Tokens.Select(t => t.Relation).ShouldBe(Row("rel", s, sentences[s].Tokens.Count).Select(r => relations[r]));
        }
    }

    [Fact]
    public void A_missing_model_is_told_with_its_path()
    {
        var error = Should.Throw<DefenseTies.Vocabulary.VocabularyException>(() => Parser.Load("/nowhere"));
        error.Message.ShouldContain("/nowhere");
    }

    private static int[] Row(string name, int sentence, int count) =>
        [.. Expected.GetProperty(name)[sentence].EnumerateArray().Take(count).Select(x => x.GetInt32())];

    private static Sentence[] Sentences() =>
        [.. Expected.GetProperty("forms").EnumerateArray().Select((forms, s) => new Sentence
        {
            Index = s,
            Paragraph = 1,
            Span = default,
            Tokens = [.. forms.EnumerateArray().Select((f, t) => new Token { Index = t, Form = f.GetString()!, Span = new TextSpan(t, 1) })],
        })];
}
