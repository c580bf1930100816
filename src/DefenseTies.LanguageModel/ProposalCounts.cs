using System.Globalization;

namespace DefenseTies.LanguageModel;

/// <summary>Why a proposal was dropped.</summary>
internal enum Fault
{
    /// <summary>Type, an end, status or quote is missing.</summary>
    Incomplete,

    /// <summary>The vocabulary has no such type.</summary>
    Type,

    /// <summary>The vocabulary does not let the type join these two.</summary>
    Ends,

    /// <summary>An end is not spoken of in the article.</summary>
    EndNotInText,

    /// <summary>The item is not in the article's words.</summary>
    ItemNotInText,

    /// <summary>The quote is not in the article.</summary>
    QuoteNotInText,

    /// <summary>The quote is a scrap or half the article.</summary>
    QuoteLength,

    /// <summary>The frames read the same, in the same status.</summary>
    AlreadyRead,

    /// <summary>The answer says it twice.</summary>
    Twice,
}

/// <summary>What became of all proposals of a run.</summary>
internal sealed class ProposalCounts
{
    private static readonly string[] Reasons =
    [
        "incomplete", "type not in the vocabulary", "ends not allowed", "end not in the text", "item not in the text", "quote not in the text", "quote too short or too long",
        "already read", "said twice",
    ];

    private readonly int[] dropped = new int[Reasons.Length];

    public int Kept { get; private set; }

    public int Asked { get; set; }

    public int NotAsked { get; set; }

    public void Keep() => Kept++;

    public void Drop(Fault fault) => dropped[(int)fault]++;

    /// <summary>One line for people: proposed, kept, dropped by reason, tokens.</summary>
    public string Told(string model, TokenBudget budget)
    {
        var reasons = Reasons.Zip(dropped).Where(r => r.Second > 0).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Second} {r.First}")).ToArray();
        var why = reasons.Length > 0 ? $" ({string.Join(", ", reasons)})" : "";
        var articles = NotAsked > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {Asked} articles asked about, {NotAsked} not") : "";
        var guessed = budget.IsGuessed ? ", in part by guess," : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"second opinion of {model}: {Kept + dropped.Sum()} proposed, {Kept} kept, {dropped.Sum()} dropped{why}{articles}; {budget.Used}{guessed} of at most {budget.Limit} tokens");
    }
}
