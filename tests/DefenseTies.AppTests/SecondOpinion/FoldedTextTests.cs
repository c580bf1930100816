using CsCheck;
using DefenseTies.Articles;
using DefenseTies.LanguageModel;

namespace DefenseTies.AppTests.SecondOpinion;

/// <summary>Words are found with white space folded, and their place is the text's own.</summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("one  two\n\tthree", "one two three", "one  two\n\tthree")]
    [InlineData("one two three", " two\u00A0three\n", "two three")]
    [InlineData("one two", "onetwo", null)]
    [InlineData("one two", "", null)]
    [InlineData("one two", " \n", null)]
    [InlineData("One two", "one two", null)]
    public void Words_are_found_where_only_the_white_space_differs(string text, string words, string? found) =>
        Words(text, new FoldedText(text).Find(words)).ShouldBe(found);

    [Theory]
    [InlineData("Romania, then Oman.", "Oman", 14)]
    [InlineData("Romania", "Oman", null)]
    [InlineData("the United\n States of", "United States", 4)]
    public void A_name_is_found_as_a_whole_word(string text, string name, int? start) =>
        (new FoldedText(text).FindWhole(name)?.Start).ShouldBe(start);

    [Fact]
    public void Every_stretch_of_a_text_is_found_however_its_white_space_is_written() =>
        Gen.Int[0, 3].Select(i => "a\n \u00A0"[i]).Array[1, 40].Select(Gen.Int[0, 39], Gen.Int[1, 40], (letters, from, length) => (Text: new string(letters), from, length)).Sample(s =>
        {
            var from = Math.Min(s.from, s.Text.Length - 1);
            var words = s.Text.Substring(from, Math.Min(s.length, s.Text.Length - from));
            var asked = string.Join(" ", words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var found = Words(s.Text, new FoldedText(s.Text).Find(asked));
            return asked.Length == 0 ? found is null : found is not null && string.Join(" ", found.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) == asked;
        });

    private static string? Words(string text, TextSpan? place) => place is { } span ? span.In(text).ToString() : null;
}
