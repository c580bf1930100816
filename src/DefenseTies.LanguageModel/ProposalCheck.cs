using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.LanguageModel;

/// <summary>Proposals about one article → claims. Whatever the answer says, a claim comes of it only with words that stand in the article.</summary>
internal sealed class ProposalCheck
{
    // How often a model is right here nobody has measured. Below what any frame claims for itself, so that a read claim always goes before it.
    private const double Confidence = 0.4;

    // Fewer words say nothing; more are no longer a sentence.
    private const int FewestWords = 3, LongestQuote = 1_000;

    private readonly ExtractedArticle read;
    private readonly GraphSchema vocabulary;
    private readonly string extractor;
    private readonly FoldedText text;
    private readonly EndResolver ends;
    private readonly HashSet<(string Tie, ClaimStatus Status)> known;
    private readonly Dictionary<(string Tie, ClaimStatus Status), Claim> kept = [];
    private readonly Dictionary<string, (Entity Entity, TextSpan? Place)> found = new(StringComparer.Ordinal);

    public ProposalCheck(ExtractedArticle read, GraphSchema vocabulary, Gazetteer gazetteer, string extractor)
    {
        (this.read, this.vocabulary, this.extractor) = (read, vocabulary, extractor);
        text = new FoldedText(read.Article.Text);
        ends = new EndResolver(read, vocabulary, gazetteer, text);
        known = [.. read.Claims.Select(c => (c.TieId, c.Status))];
    }

    /// <summary>Keeps a proposal as a claim, or tells why not.</summary>
    public Fault? Add(Proposal proposal)
    {
        if (proposal is not { Type: not null, From.Name: not null, To.Name: not null, Quote: not null } || !IsStatus(proposal.Status, out var status))
            return Fault.Incomplete;
        if (vocabulary.Claim(proposal.Type) is not { } type)
            return Fault.Type;
        var quote = text.Find(proposal.Quote);
        if (quote is null)
            return Fault.QuoteNotInText;
        if (quote.Value.Length > LongestQuote || proposal.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < FewestWords)
            return Fault.QuoteLength;
        if (ends.Resolve(proposal.From) is not { } from || ends.Resolve(proposal.To) is not { } to)
            return Fault.EndNotInText;
        if (!Joins(type, from, to))
            return Fault.Ends;
        if (!ends.IsSpokenOf(from, proposal.From.Name, out var fromPlace) || !ends.IsSpokenOf(to, proposal.To.Name, out var toPlace))
            return Fault.EndNotInText;
        var item = Item(type, proposal.Item);
        if (item is null && !string.IsNullOrWhiteSpace(proposal.Item) && type.Properties.Contains("item"))
            return Fault.ItemNotInText;

        var claim = ClaimOf(proposal, type, type.Symmetric && string.CompareOrdinal(from.Id, to.Id) > 0 ? (to, from) : (from, to), item, status, quote.Value);
        if (known.Contains((claim.TieId, status)))
            return Fault.AlreadyRead;
        if (!kept.TryAdd((claim.TieId, status), claim))
            return Fault.Twice;
        found.TryAdd(from.Id, (from, fromPlace));
        found.TryAdd(to.Id, (to, toPlace));
        return null;
    }

    /// <summary>What was read, with the kept proposals beside it; nothing of what was read is changed.</summary>
    public ExtractedArticle Result()
    {
        var before = read.Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var added = found.Values.Where(f => !before.Contains(f.Entity.Id)).ToArray();
        return read with
        {
            Entities = [.. read.Entities, .. added.Select(f => f.Entity)],
            Mentions = [.. read.Mentions.Concat(found.Values.Where(f => f.Place is not null).Select(f => new EntityMention(f.Entity.Id, f.Place!.Value))).OrderBy(m => m.Span)],
            Claims = [.. read.Claims.Concat(kept.Values).OrderBy(c => c.Evidence.Span).ThenBy(c => c.Id, StringComparer.Ordinal)],
        };
    }

    private Claim ClaimOf(Proposal proposal, ClaimType type, (Entity From, Entity To) pair, ClaimItem? item, ClaimStatus status, TextSpan quote) => new Claim
    {
        Type = type.Name,
        From = EntityRef.To(pair.From),
        To = EntityRef.To(pair.To),
        Item = item,
        Role = Words(type, "role", proposal.Role),
        Quantity = Words(type, "quantity", proposal.Quantity),
        Date = type.Properties.Contains("date") && PartialDate.TryParse(proposal.Date, out var date) ? date : null,
        Status = status,
        AttributedTo = InText(proposal.AttributedTo),
        Confidence = Confidence,
        Evidence = new Evidence(read.Article.Id, quote, quote.In(read.Article.Text).ToString()),
        Extractor = extractor,
    }.WithId();

    // A named system, else the article's words; null when the type carries none or the words are not there.
    private ClaimItem? Item(ClaimType type, string? words)
    {
        if (!type.Properties.Contains("item") || string.IsNullOrWhiteSpace(words))
            return null;
        return ends.System(words) is { } system ? new ClaimItem(system.Name, system.Id) : InText(words) is { } said ? new ClaimItem(said) : null;
    }

    private string? Words(ClaimType type, string property, string? words) => type.Properties.Contains(property) ? InText(words) : null;

    // The article's own words on one line, or null when they are not its own.
    private string? InText(string? words) =>
        words is not null && text.Find(words) is { } place ? FoldedText.OneLine(place.In(read.Article.Text).ToString()) : null;

    private static bool IsStatus(string? word, out ClaimStatus status) =>
        Enum.TryParse(word, ignoreCase: true, out status) && word!.All(char.IsLetter);

    private static bool Joins(ClaimType type, Entity from, Entity to) =>
        from.Id != to.Id
        && ((type.From.Contains(from.Type) && type.To.Contains(to.Type)) || (type.Symmetric && type.From.Contains(to.Type) && type.To.Contains(from.Type)));
}
