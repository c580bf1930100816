using DefenseTies.Articles;
using DefenseTies.LanguageModel;

namespace DefenseTies.AppTests.SecondOpinion;

/// <summary>An article of any length is asked about in questions of bounded length.</summary>
public sealed class ProposalPromptTests
{
    [Theory]
    [InlineData("Turkey sold drones to Poland.\n", 5_000)]
    [InlineData("word ", 20_000)]
    [InlineData("x", 50_000)]
    [InlineData("\U0001F680", 40_000)]
    public void A_long_article_is_cut_into_parts_that_together_are_its_text(string piece, int times)
    {
        var article = Article.Parse(string.Concat(Enumerable.Repeat(piece, times)));
        var questions = ProposalPrompt.Questions(article).Select(q => q.Text).ToList();
        questions.Count.ShouldBeGreaterThan(1);
        questions.ShouldAllBe(q => q.Length < 17_000);
        var (head, tail) = ($"<article {article.Id}>\n\n", $"\n</article {article.Id}>");
        string.Concat(questions.Select(q => q[head.Length..^tail.Length])).ShouldBe(article.Text);
        questions.ShouldAllBe(q => !char.IsLowSurrogate(q[head.Length]));
    }

    [Fact]
    public void An_article_without_text_is_no_question() => ProposalPrompt.Questions(Article.Parse("title: Nothing\n\n \n")).ShouldBeEmpty();
}
