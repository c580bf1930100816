using Microsoft.Extensions.AI;

namespace DefenseTies.LanguageModel;

/// <summary>How much may be spent, and how much is. Not thread-safe: one question at a time.</summary>
/// <param name="limit">In tokens, those of questions and of answers together.</param>
internal sealed class TokenBudget(long limit)
{
    // Where a service does not count: about four letters to a token in English.
    private const int LettersPerToken = 4;

    public long Limit => limit;

    public long Used { get; private set; }

    /// <summary>True when some of what was used is a guess: the service told no number, or gave no answer.</summary>
    public bool IsGuessed { get; private set; }

    /// <summary>What may still be spent on an answer to a question of so many letters; 0 or less when the question alone is too much.</summary>
    public long Left(int letters) => limit - Used - (letters / LettersPerToken);

    /// <summary>Counts one question and its answer.</summary>
    /// <param name="letters">Letters of both.</param>
    /// <param name="usage">What the service counted, or null.</param>
    public void Spend(int letters, UsageDetails? usage)
    {
        var counted = usage?.TotalTokenCount ?? (usage?.InputTokenCount + usage?.OutputTokenCount);
        IsGuessed |= counted is not > 0;
        Used += counted is > 0 ? counted.Value : Math.Max(1, letters / LettersPerToken);
    }
}
