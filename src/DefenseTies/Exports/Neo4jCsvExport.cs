using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>The files that <c>neo4j-admin database import full</c> reads: the way to load millions of ties into an empty Neo4j database.</summary>
/// <remarks>
/// One file of this kind each for entities, articles (their ids), claims, what states them, and ties. Lists are held together by U+001F, which no name holds.
/// Nulls are empty and empty texts are quoted. The importer makes no constraints: run what <c>schema cypher</c> prints afterwards.
/// </remarks>
public sealed class Neo4jCsvExport : IGraphExport
{
    private const char Separator = '\u001F';

    private readonly string[] header;
    private readonly Func<TieGraph, IEnumerable<string?[]>> rows;

    private Neo4jCsvExport(string header, Func<TieGraph, IEnumerable<string?[]>> rows) => (this.header, this.rows) = (header.Split(','), rows);

    /// <summary>Name of each file, what kind it is of, and what writes it.</summary>
    /// <param name="schema">Says what ties are called in pictures.</param>
    public static IReadOnlyList<(string File, bool IsNodes, IGraphExport Export)> Files(GraphSchema schema) =>
    [
        ("entities.csv", true, new Neo4jCsvExport(
            "id:ID(Entity),name,names:string[],type,state,family,:LABEL",
            graph => graph.Nodes.Select(n => new[] { n.Id, n.Name, List(n.Aliases.Prepend(n.Name)), n.Type, n.State, n.Family, List(["Entity", n.Type]) }))),
        ("articles.csv", true, new Neo4jCsvExport(
            "id:ID(Article),:LABEL",
            graph => Claims(graph).Select(c => c.Claim.Evidence.ArticleId).Distinct(StringComparer.Ordinal).Select(id => new[] { id, "Article" }))),
        ("claims.csv", true, new Neo4jCsvExport(
            "id:ID(Claim),type,tie,article,from,to,item,itemId,role,quantity,value,date,status,stage,attributedTo,confidence:double,start:int,end:int,quote,extractor,:LABEL",
            graph => Claims(graph).Select(c => Row(c.Claim, c.Tie)))),
        ("stated-in.csv", false, new Neo4jCsvExport(
            ":START_ID(Claim),:END_ID(Article),:TYPE",
            graph => Claims(graph).Select(c => new[] { c.Claim.Id, c.Claim.Evidence.ArticleId, "STATED_IN" }))),
        ("ties.csv", false, Ties(Fields.OfRelationship(schema))),
    ];

    /// <summary>The command that loads the files of a folder.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="schema">The one they were written with.</param>
    public static string Command(string folder, GraphSchema schema) =>
        "neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true --array-delimiter=U+001F "
        + string.Join(' ', Files(schema).Select(f => $"{(f.IsNodes ? "--nodes" : "--relationships")}={Path.Combine(folder, f.File)}"));

    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output)
    {
        Line(output, header);
        foreach (var row in rows(graph))
            Line(output, row.Select(Cell));
    }

    private static Neo4jCsvExport Ties(Field<Tie>[] fields) => new(
        string.Join(',', new[] { ":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", "id" }.Concat(fields.Select(f => f.Type == "string" ? f.Name : $"{f.Name}:{f.Type}"))),
        graph => graph.Ties.Select(t => new[] { t.From.Id, t.To.Id, t.Type, t.Id }.Concat(fields.Select(f => f.Of(t))).ToArray()));

    private static IEnumerable<(Claim Claim, Tie Tie)> Claims(TieGraph graph) => graph.Ties.SelectMany(tie => tie.Claims.Select(claim => (claim, tie)));

    private static string?[] Row(Claim claim, Tie tie) =>
    [
        claim.Id, claim.Type, tie.Id, claim.Evidence.ArticleId, claim.From.Id, claim.To.Id, claim.Item?.Name, claim.Item?.Id, claim.Role, claim.Quantity, claim.Value, claim.Date?.ToString(),
        claim.Status.ToString().ToLowerInvariant(), claim.Stage, claim.AttributedTo, Fields.Belief(claim.Confidence), Number(claim.Evidence.Span.Start), Number(claim.Evidence.Span.End),
        claim.Evidence.Quote, claim.Extractor, "Claim",
    ];

    private static string List(IEnumerable<string> values) => string.Join(Separator, values.Select(v => v.Replace(Separator, ' ')));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Cell(string? value) => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Line(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(',', cells));
        output.Write('\n');
    }
}
