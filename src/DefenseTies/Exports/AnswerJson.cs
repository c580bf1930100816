using System.Text.Json;
using DefenseTies.Graphs;
using DefenseTies.Queries;

namespace DefenseTies.Exports;

/// <summary>Answers as JSON for programs: one document each, without a final line end. Ends are names; ids stand beside them.</summary>
public static class AnswerJson
{
    /// <summary>Who supplies whom.</summary>
    public static string Supplies(IEnumerable<Tie> supplies) => Array(supplies, (json, tie) =>
    {
        json.WriteString("supplier", tie.From.Name);
        json.WriteString("recipient", tie.To.Name);
        json.WriteString("item", tie.Item?.Name);
        State(json, tie);
        json.WriteString("tie", tie.Id);
    });

    /// <summary>Ties of any type.</summary>
    public static string Ties(IEnumerable<Tie> ties) => Array(ties, Tie);

    /// <summary>One tie with all its evidence.</summary>
    public static string Evidence(TieEvidence evidence) => Json.Text(
        json =>
        {
            json.WriteStartObject();
            Tie(json, evidence.Tie);
            json.WriteStartArray("evidence");
            foreach (var claim in evidence.Claims)
                Claim(json, claim);
            json.WriteEndArray();
            json.WriteEndObject();
        },
        indented: true);

    /// <summary>Ways between two entities.</summary>
    public static string Paths(IEnumerable<TiePath> paths) => Json.Text(
        json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("paths");
            foreach (var path in paths)
            {
                json.WriteStartObject();
                json.WriteStartArray("nodes");
                foreach (var node in path.Nodes)
                    json.Entity(null, node);
                json.WriteEndArray();
                json.WriteStartArray("ties");
                foreach (var tie in path.Ties)
                {
                    json.WriteStartObject();
                    Tie(json, tie);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.Share("belief", path.Belief);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        },
        indented: true);

    /// <summary>A neighbourhood: <c>{"nodes": [{…, "hops"}], "ties": […]}</c>.</summary>
    public static string Around(Neighbourhood neighbourhood) => Json.Text(
        json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var node in neighbourhood.Graph.Nodes)
            {
                json.WriteStartObject();
                json.WriteString("id", node.Id);
                json.WriteString("type", node.Type);
                json.WriteString("name", node.Name);
                json.WriteNumber("hops", neighbourhood.Hops[node.Id]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("ties");
            foreach (var tie in neighbourhood.Graph.Ties)
            {
                json.WriteStartObject();
                Tie(json, tie);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        },
        indented: true);

    /// <summary>Groups of allied states.</summary>
    public static string Alliances(IEnumerable<Alliance> alliances) => Array(alliances, (json, alliance) =>
    {
        json.WriteString("name", alliance.Name);
        json.WriteString("basis", alliance.Basis);
        json.WriteString("id", alliance.Id);
        json.WriteStartArray("members");
        foreach (var member in alliance.Members)
            json.WriteStringValue(member.Name);
        json.WriteEndArray();
        json.Share("belief", alliance.Belief);
        json.WriteStartArray("ties");
        foreach (var tie in alliance.Ties)
            json.WriteStringValue(tie.Id);
        json.WriteEndArray();
    });

    /// <summary>Claims in the order of their dates.</summary>
    public static string Timeline(IEnumerable<StoredClaim> claims) => Json.Text(
        json =>
        {
            json.WriteStartArray();
            foreach (var claim in claims)
                Claim(json, claim);
            json.WriteEndArray();
        },
        indented: true);

    private static string Array<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T> write) => Json.Text(
        json =>
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                write(json, row);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        },
        indented: true);

    private static void Tie(Utf8JsonWriter json, Tie tie)
    {
        json.WriteString("id", tie.Id);
        json.WriteString("type", tie.Type);
        json.WriteString("from", tie.From.Name);
        json.WriteString("to", tie.To.Name);
        json.WriteString("fromId", tie.From.Id);
        json.WriteString("toId", tie.To.Id);
        json.WriteString("item", tie.Item?.Name);
        json.Optional("role", tie.Role);
        State(json, tie);
        json.WriteString("quote", tie.Quote);
    }

    private static void State(Utf8JsonWriter json, Tie tie)
    {
        json.WriteString("status", Json.Of(tie.Status));
        json.WriteString("stage", tie.Stage);
        json.Share("belief", tie.Belief);
        json.WriteString("since", tie.Since?.ToString());
        json.WriteString("until", tie.Until?.ToString());
        json.WriteNumber("articles", tie.Articles);
        if (tie.IsProposal)
            json.WriteBoolean("proposed", true);
    }

    private static void Claim(Utf8JsonWriter json, StoredClaim stored)
    {
        var claim = stored.Claim;
        json.WriteStartObject();
        json.WriteString("date", stored.When?.ToString());
        json.WriteString("claim", claim.Id);
        json.WriteString("tie", claim.TieId);
        json.WriteString("type", claim.Type);
        json.WriteString("from", claim.From.Name);
        json.WriteString("to", claim.To.Name);
        json.WriteString("item", claim.Item?.Name);
        json.Optional("role", claim.Role);
        json.WriteString("status", Json.Of(claim.Status));
        json.Optional("stage", claim.Stage);
        json.Optional("quantity", claim.Quantity);
        json.Optional("value", claim.Value);
        json.Optional("attributedTo", claim.AttributedTo);
        json.Share("confidence", claim.Confidence);
        json.Reader(claim);
        json.WriteString("quote", claim.Evidence.Quote);
        json.WriteNumber("start", claim.Evidence.Span.Start);
        json.WriteNumber("end", claim.Evidence.Span.End);
        json.WriteString("article", claim.Evidence.ArticleId);
        json.WriteString("title", stored.Title);
        json.WriteString("source", stored.Source);
        json.WriteString("published", stored.Published?.ToString());
        json.WriteEndObject();
    }
}
