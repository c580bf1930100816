using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DefenseTies.Claims;
using DefenseTies.Exports;
using DefenseTies.Graphs;
using DefenseTies.Queries;
using DefenseTies.Tests.Support;

namespace DefenseTies.Tests.Exports;

public sealed partial class ExportTests
{
    private const string Hostile = "<script>alert(\"x\")</script> 'q' \\ `b` ]]> & | # ; \u0001\u001b[31m\n new {name} --> ü 🚀";
    private static readonly Pipeline Pipeline = Pipeline.Load();

    public static TheoryData<string> Formats => [.. GraphExports.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_same_graph_gives_the_same_text(string format)
    {
        var text = Write(format, await GraphAsync(TinyGraph.Lines));
        text.ShouldBe(Write(format, await GraphAsync([.. TinyGraph.Lines.Reverse()])));
        text.ShouldEndWith("\n");
    }

    [Fact]
    public async Task GraphMl_keeps_parallel_ties_apart()
    {
        var graph = await GraphAsync(TinyGraph.Lines);
        var xml = XDocument.Parse(Write("graphml", graph));
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        xml.Descendants(ns + "node").Count().ShouldBe(graph.Nodes.Count);
        var edges = xml.Descendants(ns + "edge").ToList();
        edges.Select(e => e.Attribute("id")!.Value).ShouldBe(graph.Ties.Select(t => t.Id));
        edges.Count(e => e.Attribute("source")!.Value == "country:turkey" && e.Attribute("target")!.Value == "country:azerbaijan").ShouldBe(2);
        edges.Count(e => e.Attribute("directed")?.Value == "false").ShouldBe(graph.Ties.Count(t => t.Type is "ALLIED_WITH" or "FOUGHT"));
        var keys = xml.Descendants(ns + "key").ToDictionary(k => k.Attribute("id")!.Value, k => k.Attribute("attr.type")!.Value);
        keys["e_belief"].ShouldBe("double");
        xml.Descendants(ns + "data").ShouldAllBe(d => keys.ContainsKey(d.Attribute("key")!.Value));
    }

    [Fact]
    public async Task Cytoscape_keeps_parallel_ties_apart()
    {
        var graph = await GraphAsync(TinyGraph.Lines);
        using var json = JsonDocument.Parse(Write("cytoscape", graph));
        var elements = json.RootElement.GetProperty("elements");
        elements.GetProperty("nodes").GetArrayLength().ShouldBe(graph.Nodes.Count);
        var edges = elements.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("data")).ToList();
        edges.Select(e => e.GetProperty("id").GetString()).ShouldBe(graph.Ties.Select(t => t.Id));
        edges.ShouldAllBe(e => e.GetProperty("belief").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Csv_has_one_line_per_tie_and_per_node()
    {
        var graph = await GraphAsync(TinyGraph.Lines);
        ReadCsv(Write("csv", graph)).Count.ShouldBe(graph.Ties.Count + 1);
        using var nodes = new StringWriter();
        CsvExport.Nodes.Write(graph, nodes);
        ReadCsv(nodes.ToString()).Count.ShouldBe(graph.Nodes.Count + 1);
    }

    [Fact]
    public async Task Pictures_draw_ties_of_one_type_and_status_together()
    {
        var dot = Write("dot", await GraphAsync(TinyGraph.Lines, TieFilter.AnyStatus));
        Regex.Count(dot, "\"country:turkey\" -> \"country:azerbaijan\"").ShouldBe(1);
        dot.ShouldContain("label=\"supplies\\nBayraktar TB2\\narmed drones\"");
        dot.ShouldContain("style=dashed");
        dot.ShouldContain("arrowhead=tee");
        var mermaid = Write("mermaid", await GraphAsync(TinyGraph.Lines, TieFilter.AnyStatus));
        mermaid.ShouldContain("|\"supplies<br>Bayraktar TB2<br>armed drones\"|");
        mermaid.ShouldContain("-.->");
    }

    [Fact]
    public void Hostile_names_come_back_from_xml_json_and_csv_as_they_were()
    {
        var graph = HostileGraph();
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        var names = XDocument.Parse(Write("graphml", graph)).Descendants(ns + "data").Where(d => d.Attribute("key")!.Value == "n_name").Select(d => d.Value);
        names.ShouldContain(Hostile.Replace("\u0001", "", StringComparison.Ordinal).Replace("\u001b", "", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(Write("cytoscape", graph));
        json.RootElement.GetProperty("elements").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("data").GetProperty("name").GetString()).ShouldContain(Hostile);
        ReadCsv(Write("csv", graph))[1].ShouldContain(Hostile);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.org\")", "\"'=HYPERLINK(\"\"http://example.org\"\")\"")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("F-16", "F-16")]
    public void No_cell_of_csv_is_a_formula(string value, string cell)
    {
        using var line = new StringWriter();
        CsvExport.WriteLine(line, [value]);
        line.ToString().ShouldBe(cell + "\r\n");
    }

    [Fact]
    public void Hostile_names_cannot_leave_their_quotes()
    {
        var graph = HostileGraph();
        foreach (var line in Write("dot", graph).Split('\n').Where(l => l.Contains("label=", StringComparison.Ordinal)))
            DotLine().IsMatch(line).ShouldBeTrue(line);
        foreach (var line in Write("cypher", graph).TrimEnd().Split('\n'))
            CypherLine().IsMatch(line).ShouldBeTrue(line);
        foreach (var line in Write("mermaid", graph).TrimEnd().Split('\n').Skip(1))
            MermaidLine().IsMatch(line).ShouldBeTrue(line);
    }

    [Fact]
    public async Task Cypher_has_labels_types_and_the_claims_behind_each_tie()
    {
        var cypher = Write("cypher", await GraphAsync(["Turkey SUPPLIES Azerbaijan: Bayraktar TB2 @2020"]));
        cypher.ShouldContain("MERGE (n:Entity {id: 'country:turkey'}) SET n:Country, n.type = 'Country', n.name = 'Turkey', n.names = ['Turkey'");
        cypher.ShouldContain("MERGE (a)-[r:SUPPLIES {id: '");
        cypher.ShouldContain("MERGE (c)-[:STATED_IN]->(d)");
    }

    [Fact]
    public async Task Extracted_json_has_the_shape_others_rely_on()
    {
        var read = TinyGraph.Read("Turkey SUPPLIES Azerbaijan: Bayraktar TB2 @2020 ?planned");
        using var json = JsonDocument.Parse(ExtractedJson.Text(read, indented: false));
        ExtractedJson.Text(read, indented: false).ShouldNotContain("\n");
        var claim = json.RootElement.GetProperty("claims")[0];
        claim.GetProperty("from").GetProperty("name").GetString().ShouldBe("Turkey");
        claim.GetProperty("item").GetProperty("type").GetString().ShouldBe("WeaponSystem");
        claim.GetProperty("status").GetString().ShouldBe("planned");
        claim.TryGetProperty("role", out _).ShouldBeFalse();
        var evidence = claim.GetProperty("evidence");
        read.Article.Text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()].ShouldBe(evidence.GetProperty("text").GetString());
        json.RootElement.GetProperty("entities")[0].GetProperty("mentions")[0].GetProperty("end").GetInt32().ShouldBe(1);
        var graph = await GraphAsync(TinyGraph.Lines);
        using var supplies = JsonDocument.Parse(AnswerJson.Supplies(graph.Ties));
        supplies.RootElement[0].EnumerateObject().Select(p => p.Name).ShouldBe(
            ["supplier", "recipient", "item", "status", "stage", "belief", "since", "until", "articles", "tie"]);
    }

    private static string Write(string format, TieGraph graph)
    {
        using var text = new StringWriter();
        GraphExports.For(format, Pipeline.Schema).Write(graph, text);
        return text.ToString();
    }

    private static async Task<TieGraph> GraphAsync(string[] lines, TieFilter? filter = null)
    {
        await using var store = await TinyGraph.OfAsync(lines);
        return await WholeGraph.ReadAsync(store, filter ?? TieFilter.Default);
    }

    private static TieGraph HostileGraph()
    {
        var claim = TinyGraph.Read("Turkey SUPPLIES Azerbaijan: drones").Claims[0];
        var from = new EntityRef($"country:{Hostile}", "Country", Hostile);
        claim = claim with { From = from, Item = new ClaimItem(Hostile), Role = Hostile, Evidence = claim.Evidence with { Quote = Hostile } };
        return TieGraph.Of(TieBuilder.Build([new StoredClaim(claim.WithId(), null, Hostile, Hostile)], TieFilter.Default));
    }

    private static List<List<string>> ReadCsv(string text)
    {
        var rows = new List<List<string>>();
        foreach (Match field in CsvField().Matches(text))
        {
            if (field.Index == 0 || field.Groups["before"].Value == "\r\n")
                rows.Add([]);
            rows[^1].Add(field.Groups["quoted"].Success ? field.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups["plain"].Value);
        }

        return rows;
    }

    [GeneratedRegex("(?<before>^|,|\r\n)(?!$)(\"(?<quoted>([^\"]|\"\")*)\"|(?<plain>[^,\"\r\n]*))")]
    private static partial Regex CsvField();

    [GeneratedRegex("""^  "(\\.|[^"\\])*"( -> "(\\.|[^"\\])*")? \[(\w+=("(\\.|[^"\\])*"|\w+)(, )?)+\];$""")]
    private static partial Regex DotLine();

    [GeneratedRegex("""^([\w\s(){}:.,=;\[\]>-]|'(\\.|[^'\\])*')+;$""")]
    private static partial Regex CypherLine();

    [GeneratedRegex("""^  (classDef \w+ fill:#\w+,color:#fff,stroke:none|n\d+\["[\w\s,.–/#;-]*"\]:::\w+|n\d+ [-.x>]+\|"([\w\s,.–/#;-]|<br>)*"\| n\d+)$""")]
    private static partial Regex MermaidLine();
}
