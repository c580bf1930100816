using DefenseTies.Articles;
using DefenseTies.Language;

namespace DefenseTies.Tests.Support;

/// <summary>Sentences parsed by the real parser.</summary>
internal static class Trees
{
    /// <summary>The one sentence of a text.</summary>
    public static Sentence Of(string text) => Loaded.Pipeline.Parse(Loaded.Pipeline.Split(Article.Parse(text))).ShouldHaveSingleItem();

    /// <summary>The index of the first token with that form.</summary>
    public static int At(this Sentence sentence, string form) =>
        sentence.Tokens.FirstOrDefault(t => t.Form == form)?.Index ?? throw new ArgumentException($"no '{form}' in the sentence");
}
