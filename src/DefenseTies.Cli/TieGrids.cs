using System.Globalization;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Queries;
using DefenseTies.Stores;

namespace DefenseTies.Cli;

/// <summary>How ties are shown in rows, with the words behind each and where they stand.</summary>
internal sealed class TieGrids
{
    private readonly IReadOnlyDictionary<string, StoredClaim> words;

    private TieGrids(IReadOnlyDictionary<string, StoredClaim> words) => this.words = words;

    public static async Task<TieGrids> ReadAsync(IGraphStore store, IReadOnlyCollection<Tie> ties, CancellationToken cancellationToken) =>
        new(await BestWords.ReadAsync(store, ties, cancellationToken));

    /// <summary>For people.</summary>
    public Grid Table(Shell shell, IEnumerable<Tie> ties) => Grid.Of(
        ties,
        ("From", t => t.From.Name),
        ("", t => Verb(shell, t)),
        ("To", t => t.To.Name),
        ("Item", t => t.Item?.Name ?? t.Role),
        ("Status", Status),
        ("Belief", t => Belief(t.Belief)),
        ("Since", t => t.Since?.ToString()),
        ("Tie", t => t.Id),
        ("Says", Says));

    /// <summary>Supplies for people.</summary>
    public Grid Supplies(IEnumerable<Tie> ties) => Grid.Of(
        ties,
        ("Supplier", t => t.From.Name),
        ("Recipient", t => t.To.Name),
        ("Item", t => t.Item?.Name),
        ("Status", Status),
        ("Belief", t => Belief(t.Belief)),
        ("Since", t => t.Since?.ToString()),
        ("Tie", t => t.Id),
        ("Says", Says));

    /// <summary>Supplies for spreadsheets.</summary>
    public Grid SuppliesCsv(IEnumerable<Tie> ties) => Csv(ties, "supplier", "recipient");

    /// <summary>Ties for spreadsheets.</summary>
    public Grid Csv(IEnumerable<Tie> ties, string from = "from", string to = "to") => Grid.Of(
        ties,
        [
            .. from == "from" ? new (string, Func<Tie, string?>)[] { ("type", t => t.Type) } : [],
            (from, t => t.From.Name),
            (to, t => t.To.Name),
            ("item", t => t.Item?.Name),
            .. from == "from" ? new (string, Func<Tie, string?>)[] { ("role", t => t.Role) } : [],
            ("status", t => Word(t.Status)),
            ("stage", t => t.Stage),
            ("belief", t => t.Belief.ToString("0.####", CultureInfo.InvariantCulture)),
            ("since", t => t.Since?.ToString()),
            ("until", t => t.Until?.ToString()),
            ("articles", t => t.Articles.ToString(CultureInfo.InvariantCulture)),
            ("proposed", t => t.IsProposal ? "true" : null),
            ("tie", t => t.Id),
            ("quote", t => t.Quote),
            ("source", t => words.GetValueOrDefault(t.Id)?.Source),
        ]);

    /// <summary>The verb between the ends.</summary>
    public static string Verb(Shell shell, Tie tie) => shell.Pipeline.Schema.Claim(tie.Type)?.Label ?? tie.Type;

    public static string Status(Tie tie) => Status(tie.Status, tie.Stage, tie.IsProposal);

    /// <summary>How far it is, and whether only a language model says so.</summary>
    public static string Status(ClaimStatus status, string? stage, bool isProposal) =>
        string.Join(", ", new[] { Word(status), stage == Word(status) ? null : stage, isProposal ? "proposed" : null }.OfType<string>());

    public static string Word(Enum status) => status.ToString().ToLowerInvariant();

    public static string Belief(double belief) => belief.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Where words stand: title or source, and date.</summary>
    public static string Where(StoredClaim claim) =>
        string.Join(", ", new[] { claim.Title ?? claim.Source ?? $"article {claim.Claim.Evidence.ArticleId}", claim.Published?.ToString() }.Where(p => p is not null));

    /// <summary>The best words of a tie, and where they stand.</summary>
    public string Says(Tie tie) => $"“{tie.Quote}” ({Where(tie)})";

    private string Where(Tie tie)
    {
        var where = words.TryGetValue(tie.Id, out var claim) ? Where(claim) : $"article {tie.Claims[0].Evidence.ArticleId}";
        return tie.Articles > 1 ? string.Create(CultureInfo.InvariantCulture, $"{where}; {tie.Articles} articles in all") : where;
    }
}
