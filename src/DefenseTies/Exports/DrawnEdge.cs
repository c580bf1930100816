using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>One line of a picture: ties of one type and status, read or proposed, between the same two nodes are drawn together, their items as its label.</summary>
/// <param name="From">Id of the node it leaves.</param>
/// <param name="To">Id of the node it reaches.</param>
/// <param name="Type">The claim type; null when the schema does not know it.</param>
/// <param name="Status">Drawn solid when actual, dashed when planned, dotted when possible, crossed when denied.</param>
/// <param name="Lines">The verb, then each item.</param>
/// <param name="Belief">The strongest belief among the ties.</param>
internal sealed record DrawnEdge(string From, string To, ClaimType? Type, ClaimStatus Status, IReadOnlyList<string> Lines, double Belief)
{
    public bool Symmetric => Type?.Symmetric == true;

    public string Colour => Type?.Colour ?? "#7f7f7f";

    /// <summary>The lines of a graph, in the order of its ties.</summary>
    public static IEnumerable<DrawnEdge> Of(TieGraph graph, GraphSchema schema) => graph.Ties
        .GroupBy(t => (t.From.Id, To: t.To.Id, t.Type, t.Status, t.IsProposal))
        .Select(g => new DrawnEdge(
            g.Key.Id, g.Key.To, schema.Claim(g.Key.Type), g.Key.Status,
            [(schema.Claim(g.Key.Type)?.Label ?? g.Key.Type) + (g.Key.IsProposal ? " (proposed)" : ""), .. g.Select(Detail).OfType<string>().Distinct()],
            g.Max(t => t.Belief)));

    private static string? Detail(Tie tie) => tie.Item?.Name ?? tie.Role;
}
