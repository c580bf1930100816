using System.Globalization;
using System.Text;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Vocabulary;

namespace DefenseTies.Exports;

/// <summary>A Cypher script for Neo4j: entities with two labels, one typed relationship per tie, and the claims behind it stated in articles.</summary>
/// <param name="schema">Says what ties are called in pictures.</param>
/// <remarks>It makes the graph that a store in Neo4j makes, without the articles' texts. Everything is merged by id, so running the script twice changes nothing. A script has no parameters: texts are escaped literals.</remarks>
public sealed class CypherExport(GraphSchema schema) : IGraphExport
{
    private readonly Field<Tie>[] fields = Fields.OfRelationship(schema);

    /// <inheritdoc/>
    public void Write(TieGraph graph, TextWriter output)
    {
        foreach (var label in (ReadOnlySpan<string>)["Entity", "Claim", "Article"])
            Line(output, $"CREATE CONSTRAINT {label.ToLowerInvariant()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;");
        foreach (var node in graph.Nodes)
            Line(output, Node(node));
        foreach (var tie in graph.Ties)
        {
            Line(output, $"MATCH (a:Entity {{id: {Text(tie.From.Id)}}}) MATCH (b:Entity {{id: {Text(tie.To.Id)}}}) MERGE (a)-[r:{Name(tie.Type)} {{id: {Text(tie.Id)}}}]->(b) SET {Properties(tie)};");
            foreach (var claim in tie.Claims)
                Line(output, Claim(claim, tie));
        }
    }

    private static string Node(Entity node)
    {
        var names = string.Join(", ", node.Aliases.Prepend(node.Name).Select(Text));
        return $"MERGE (n:Entity {{id: {Text(node.Id)}}}) SET n:{Name(node.Type)}, n.type = {Text(node.Type)}, n.name = {Text(node.Name)}, n.names = [{names}]"
            + Optional("n.state", node.State) + Optional("n.family", node.Family) + ";";
    }

    private string Properties(Tie tie) => string.Join(", ", fields
        .Select(f => (f, Value: f.Of(tie)))
        .Where(p => p.Value is not null)
        .Select(p => $"r.{p.f.Name} = {(p.f.Type == "string" ? Text(p.Value!) : p.Value)}"));

    private static string Claim(Claim claim, Tie tie) =>
        $"MERGE (c:Claim {{id: {Text(claim.Id)}}}) MERGE (d:Article {{id: {Text(claim.Evidence.ArticleId)}}}) MERGE (c)-[:STATED_IN]->(d) SET "
        + $"c.tie = {Text(tie.Id)}, c.type = {Text(claim.Type)}, c.from = {Text(claim.From.Id)}, c.to = {Text(claim.To.Id)}, c.status = {Text(claim.Status.ToString().ToLowerInvariant())}, "
        + $"c.confidence = {Fields.Belief(claim.Confidence)}, c.start = {Number(claim.Evidence.Span.Start)}, c.end = {Number(claim.Evidence.Span.End)}, c.quote = {Text(claim.Evidence.Quote)}, c.extractor = {Text(claim.Extractor)}"
        + Optional("c.item", claim.Item?.Name) + Optional("c.role", claim.Role) + Optional("c.date", claim.Date?.ToString()) + Optional("c.stage", claim.Stage) + Optional("c.quantity", claim.Quantity)
        + Optional("c.value", claim.Value) + Optional("c.attributedTo", claim.AttributedTo) + ";";

    private static string Optional(string property, string? value) => value is null ? "" : $", {property} = {Text(value)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(TextWriter output, string line)
    {
        output.Write(line);
        output.Write('\n');
    }

    /// <summary>A label or type: in backticks unless it is plain letters, digits and underscores.</summary>
    private static string Name(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : $"`{Escape(name, '`').Replace("`", "``", StringComparison.Ordinal)}`";

    private static string Text(string text) => $"'{Escape(text, '\'')}'";

    private static string Escape(string text, char quote)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '\\' || (c == quote && quote == '\''))
                escaped.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
