using System.Globalization;
using DefenseTies.Graphs;

namespace DefenseTies.Cli.Commands;

/// <summary>How stored claims are shown in rows.</summary>
internal static class Claims
{
    /// <summary>The words of each claim, for people.</summary>
    public static Grid Table(IEnumerable<StoredClaim> claims) => Grid.Of(
        claims,
        ("Date", c => c.When?.ToString()),
        ("Status", Status),
        ("Claim", c => c.Claim.Id),
        ("Who says", c => c.Claim.AttributedTo),
        ("Says", c => $"“{c.Claim.Evidence.Quote}” ({TieGrids.Where(c)}, at {c.Claim.Evidence.Span})"));

    /// <summary>Who did what with whom, and the words, for people.</summary>
    public static Grid Story(IEnumerable<StoredClaim> claims, Shell shell) => Grid.Of(
        claims,
        ("Date", c => c.When?.ToString()),
        ("From", c => c.Claim.From.Name),
        ("", c => shell.Pipeline.Schema.Claim(c.Claim.Type)?.Label ?? c.Claim.Type),
        ("To", c => c.Claim.To.Name),
        ("Item", c => c.Claim.Item?.Name ?? c.Claim.Role),
        ("Status", Status),
        ("Says", c => $"“{c.Claim.Evidence.Quote}” ({TieGrids.Where(c)})"));

    /// <summary>For spreadsheets.</summary>
    public static Grid Csv(IEnumerable<StoredClaim> claims) => Grid.Of(
        claims,
        ("date", c => c.When?.ToString()),
        ("type", c => c.Claim.Type),
        ("from", c => c.Claim.From.Name),
        ("to", c => c.Claim.To.Name),
        ("item", c => c.Claim.Item?.Name),
        ("role", c => c.Claim.Role),
        ("status", c => TieGrids.Word(c.Claim.Status)),
        ("stage", c => c.Claim.Stage),
        ("quantity", c => c.Claim.Quantity),
        ("value", c => c.Claim.Value),
        ("attributedTo", c => c.Claim.AttributedTo),
        ("confidence", c => c.Claim.Confidence.ToString("0.####", CultureInfo.InvariantCulture)),
        ("extractor", c => c.Claim.Extractor),
        ("claim", c => c.Claim.Id),
        ("tie", c => c.Claim.TieId),
        ("quote", c => c.Claim.Evidence.Quote),
        ("start", c => c.Claim.Evidence.Span.Start.ToString(CultureInfo.InvariantCulture)),
        ("end", c => c.Claim.Evidence.Span.End.ToString(CultureInfo.InvariantCulture)),
        ("article", c => c.Claim.Evidence.ArticleId),
        ("source", c => c.Source),
        ("published", c => c.Published?.ToString()));

    private static string Status(StoredClaim stored) => TieGrids.Status(stored.Claim.Status, stored.Claim.Stage, stored.Claim.IsProposal);
}
