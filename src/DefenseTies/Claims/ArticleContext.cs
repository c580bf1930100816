using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Claims;

/// <summary>What the rest of an article adds to a sentence that leaves an end out.</summary>
/// <param name="mentions">All mentions of the article; none is added any more.</param>
/// <param name="claims">The claims so far; more are added at the end while the article is read.</param>
internal sealed class ArticleContext(ArticleMentions mentions, IReadOnlyList<Claim> claims)
{
    // A recipient left out is the one just spoken of.
    private const int SentencesBack = 4;

    // With fewer suppliers an article may be about somebody else.
    private const int LeastSuppliers = 3;

    private readonly Dictionary<string, Mention> firstNamed = mentions.FirstOfEach();
    private readonly Dictionary<string, Claim> makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityRef> companies = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Claim> supplies = [];

    // "Embraer wins another customer for its C-390": whom an article calls the seller in its headline sells throughout it.
    private readonly Mention[] headline = mentions.Sentences is [{ IsTitle: true } title, ..] ? [.. mentions.In(title).Where(m => m.Known is { Kind: "company" })] : [];
    private int seen;

    /// <summary>
    /// Where a system comes from. The state: who the article says makes or supplies it; else the state of origin that it speaks of first.
    /// And the company that makes it, where the article tells of somebody whom it sold it to or names it in its headline.
    /// </summary>
    public Filler[] Origins(Filler? item, int token)
    {
        if (item?.Entity is not { } system)
            return [];
        TakeNewClaims();
        // Which company's a system of several nations is it does not say.
        var company = item.Known is { States.Count: > 1 } ? null : companies.GetValueOrDefault(system.Id) is { } seller && item.Known?.Makers.Contains(seller.Name) is not false ? seller.Id
            : headline.FirstOrDefault(m => item.Known?.Makers.Contains(m.Entity.Name) is true)?.Entity.Id;
        return [.. StateOfOrigin(item, system, token), .. company is null ? [] : Mentioned(company, token)];
    }

    private Filler[] StateOfOrigin(Filler item, Entity system, int token)
    {
        if (makers.TryGetValue(system.Id, out var made))
            return Mentioned(made.From.Id, token);
        return (item.Known?.States ?? []).Select(s => firstNamed.GetValueOrDefault(Entity.IdOf("Country", s))).OfType<Mention>().MinBy(m => m.Span) is { } first ? Mentioned(first.Entity.Id, token) : [];
    }

    /// <summary>The same end of the last supply spoken of in the sentences just before.</summary>
    /// <param name="back">How many sentences before this one may be asked.</param>
    public Filler[] Previous(Sentence sentence, string slot, int token, int back = SentencesBack)
    {
        TakeNewClaims();
        for (var s = sentence.Index; s >= Math.Max(0, sentence.Index - back); s--)
        {
            if (supplies.TryGetValue(mentions.Sentences[s].Span.Start, out var last))
                return Mentioned(slot == "from" ? last.From.Id : last.To.Id, token);
        }

        // "Military support to Ukraine": the headline's recipient is the article's.
        var title = mentions.Sentences.FirstOrDefault();
        return title is { IsTitle: true } && slot == "to"
            ? [.. mentions.In(title).Where(m => m.Entity.Type == "Country" && m.First > 0 && title.Tokens[m.First - 1].Form.ToLowerInvariant() is "to" or "for").Take(1).SelectMany(m => Mentioned(m.Entity.Id, token))]
            : [];
    }

    /// <summary>Whom an article tells most about what it gets, where its headline names two: "Turkey and Indonesia sign for 48 jets … A plan to buy Mirages was dropped".</summary>
    /// <param name="others">Who fills the other end, and is not meant.</param>
    public Filler[] ChiefRecipient(int token, IReadOnlyList<Filler> others)
    {
        var suppliers = claims.Where(c => c is { Type: "SUPPLIES", To.Type: "Country" }).GroupBy(c => c.To.Id, StringComparer.Ordinal)
            .Select(g => (Id: g.Key, Count: g.Select(c => c.From.Id).Distinct(StringComparer.Ordinal).Count())).OrderByDescending(r => r.Count).Take(2).ToArray();
        return suppliers is [{ Count: >= LeastSuppliers } chief, ..] && (suppliers.Length == 1 || suppliers[1].Count * 2 <= chief.Count) && others.All(o => o.Entity!.Id != chief.Id && o.Entity.State != chief.Id) ? Mentioned(chief.Id, token) : [];
    }

    private void TakeNewClaims()
    {
        for (; seen < claims.Count; seen++)
        {
            var claim = claims[seen];
            if (claim.Type == "SUPPLIES")
                supplies[claim.Evidence.Span.Start] = claim;
            if ((claim.Type == "PRODUCES" ? claim.To.Id : claim.Type == "SUPPLIES" ? claim.Item?.Id : null) is { } system
                && claim.From.Type == "Country" && claim.Status == ClaimStatus.Actual && !IsCopy(claim)
                && (!makers.TryGetValue(system, out var earlier) || IsBetter(claim, earlier)))
                makers[system] = claim;
            if (claim is { Type: "SUPPLIES", From.Type: "Organization", Status: not ClaimStatus.Denied, Item.Id: { } sold })
                companies.TryAdd(sold, claim.From);
        }
    }

    // "Poland builds the K2": the design is another's.
    private bool IsCopy(Claim claim) =>
        claim.Type == "PRODUCES" && firstNamed.GetValueOrDefault(claim.To.Id)?.Known is { States: { Count: > 0 } states } && !states.Contains(claim.From.Name);

    // Who makes it before who supplies it, and what is said first.
    private static bool IsBetter(Claim claim, Claim earlier) =>
        (claim.Type == "PRODUCES", earlier.Type == "PRODUCES") switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => claim.Evidence.Span.CompareTo(earlier.Evidence.Span) < 0,
        };

    private Filler[] Mentioned(string id, int token) =>
        firstNamed.TryGetValue(id, out var m) ? [new Filler(mentions.Latest(m.Entity), m.Entity.Name, token, IsReference: true) { Known = m.Known }] : [];
}
