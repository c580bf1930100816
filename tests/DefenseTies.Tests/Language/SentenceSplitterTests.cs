using CsCheck;
using DefenseTies.Articles;
using DefenseTies.Language;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Language;

/// <summary>What holds for the cutting of any text; the cuts themselves are shown in <c>Specs/1-sentences.md</c>.</summary>
public sealed class SentenceSplitterTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, AnyText.Made).Where(t => Article.Parse(t).BodyStart == 0); // a header is no text

    [Fact]
    public void Every_character_of_a_word_is_in_exactly_one_token() => Texts.Sample(text =>
    {
        var seen = new int[text.Length];
        foreach (var token in Split(text).SelectMany(s => s.Tokens))
        {
            token.Form.ShouldBe(text.Substring(token.Span.Start, token.Span.Length));
            for (var i = token.Span.Start; i < token.Span.End; i++)
                seen[i]++;
        }

        for (var i = 0; i < text.Length; i++)
            seen[i].ShouldBe(char.IsWhiteSpace(text[i]) || text[i] is '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\0' ? 0 : 1, $"character {i} of '{text}'");
    });

    [Fact]
    public void Sentences_and_tokens_are_in_text_order() => Texts.Sample(text =>
    {
        var sentences = Split(text);
        sentences.Select(s => s.Index).ShouldBe(Enumerable.Range(0, sentences.Count));
        var starts = sentences.SelectMany(s => s.Tokens).Select(t => t.Span.Start).ToArray();
        starts.ShouldBe(starts.Order());
    });

    [Fact]
    public void A_sentence_without_an_end_is_cut_where_the_parser_would_suffer() =>
        Split(string.Concat(Enumerable.Repeat("word ", 1000))).Max(s => s.Tokens.Count).ShouldBeLessThanOrEqualTo(200);

    [Fact]
    public void A_word_without_an_end_is_cut() => Split(new string('x', 10_000)).SelectMany(s => s.Tokens).Max(t => t.Form.Length).ShouldBeLessThan(100);

    private static IReadOnlyList<Sentence> Split(string text) => Loaded.Pipeline.Split(Article.Parse(text));
}
