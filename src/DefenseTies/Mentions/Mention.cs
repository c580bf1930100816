using DefenseTies.Articles;
using DefenseTies.Language;

namespace DefenseTies.Mentions;

/// <summary>Words of one sentence that stand for an entity.</summary>
internal sealed class Mention
{
    public required Sentence Sentence { get; init; }

    /// <summary>First token, by index in the sentence.</summary>
    public required int First { get; init; }

    /// <summary>Last token, included.</summary>
    public required int Last { get; init; }

    public required Entity Entity { get; set; }

    public required NameKind Kind { get; init; }

    /// <summary>What the gazetteers know of it, or null.</summary>
    public GazetteerEntry? Known { get; init; }

    /// <summary>The office a leader is given here, or null.</summary>
    public Office? Office { get; set; }

    /// <summary>Whom an agreement is between: as its name says, or the words around it where it has none.</summary>
    public IReadOnlyList<Filler> Parties { get; set; } = [];

    /// <summary>The token that the mention hangs on in the tree: the one whose head is outside.</summary>
    public int Head
    {
        get
        {
            for (var t = Last; t >= First; t--)
            {
                var head = Sentence.Tokens[t].Head;
                if (head < First || head > Last)
                    return t;
            }

            return Last;
        }
    }

    public TextSpan Span => TextSpan.FromBounds(Sentence.Tokens[First].Span.Start, Sentence.Tokens[Last].Span.End);

    public bool Covers(int token) => First <= token && token <= Last;

    public override string ToString() => $"{Entity.Id} {First}-{Last} {Kind}";
}

/// <summary>An office as one sentence gives it to somebody.</summary>
/// <param name="First">First token of the office's words.</param>
/// <param name="Last">Last token, included.</param>
/// <param name="Role">The office in the article's words, e.g. <c>Prime Minister</c>.</param>
/// <param name="Rank">The gazetteer's rank: <c>state</c>, <c>minister</c>, <c>agency</c> …</param>
/// <param name="Seats">The state or organization it belongs to; empty when the article does not tell.</param>
/// <param name="IsCertain">False when the seat is inferred from the company the name keeps.</param>
internal sealed record Office(int First, int Last, string Role, string Rank, IReadOnlyList<Mention> Seats, bool IsCertain)
{
    /// <summary>True for an office of a state or one of its bodies; company people and analysts lead nothing here.</summary>
    public bool IsPublic => Rank is not ("executive" or "other" or "honorific");
}
