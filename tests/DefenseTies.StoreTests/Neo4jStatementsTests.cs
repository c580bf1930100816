using System.IO.Compression;
using System.Text.RegularExpressions;
using DefenseTies.Neo4j;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

/// <summary>Every piece of Cypher and GraSS that is shipped: read by the server itself, and complete.</summary>
[Collection(Neo4jServer.Collection)]
public sealed partial class Neo4jStatementsTests(Neo4jServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_server_has_nothing_to_say_against_any_statement()
    {
        await PrepareAsync();
        var statements = new Statements(Neo4jServer.Schema).All.Concat(SavedQueries.Of(Neo4jServer.Schema).Select(q => q.Text));
        var said = new List<string>();
        foreach (var statement in statements)
            said.AddRange((await ExplainAsync(statement)).Select(words => $"{words}\n{statement}"));

        said.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MATCH (n:Entty) RETURN n.id", "UnknownLabelWarning")]
    [InlineData("MATCH (n:Entity) RETURN n.nmae", "UnknownPropertyKeyWarning")]
    [InlineData("MATCH (:Entity)-[r:SUPLIES]->() RETURN r.id", "UnknownRelationshipTypeWarning")]
    [InlineData("MATCH (n:Entity) RETURN m", "SyntaxError")]
    public async Task A_mistake_in_a_statement_is_seen(string statement, string code)
    {
        await PrepareAsync();

        (await ExplainAsync(statement)).ShouldContain(words => words.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Constraints_and_indexes_are_there_and_making_them_again_changes_nothing()
    {
        await using var store = await server.OpenAsync();
        await using var connection = await server.ConnectAsync();
        foreach (var (_, statement) in Neo4jSchema.Of(Neo4jServer.Schema))
            await connection.WriteAsync(statement, null, Stop);

        var online = (await connection.ReadAsync("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name", null, Stop)).Select(r => r.Text(0));
        Neo4jSchema.Of(Neo4jServer.Schema).Select(s => s.Name).ShouldBeSubsetOf(online);
    }

    [Fact]
    public void The_style_has_a_rule_for_every_type_with_its_colour_and_none_that_Browser_would_misread()
    {
        var style = BrowserStyle.Of(Neo4jServer.Schema);
        var rules = Rule().Matches(style).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);

        foreach (var type in Neo4jServer.Schema.EntityTypes)
            rules[$"node.{type.Name}"].ShouldContain($"color: {type.Colour};");
        foreach (var type in Neo4jServer.Schema.ClaimTypes)
            rules[$"relationship.{type.Name}"].ShouldContain($"color: {type.Colour};");
        Rule().Replace(style, "").Trim().ShouldBeEmpty("only rules: Browser takes a comment for part of a selector");
        rules.Values.SelectMany(body => body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ShouldAllBe(line => Property().IsMatch(line), "one name, one value, one colon");
        rules.ShouldNotContainKey("node.Entity");
    }

    [Fact]
    public void A_size_stands_for_how_many_types_of_ties_may_touch_a_type()
    {
        var style = BrowserStyle.Of(Neo4jServer.Schema);

        Diameter("Country").ShouldBe(90);
        Diameter("WeaponSystem").ShouldBeLessThan(90);

        int Diameter(string type) => int.Parse(Regex.Match(style, $@"node\.{type} \{{[^}}]*diameter: (\d+)px").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_saved_queries_are_one_file_each_with_a_name_and_always_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        SavedQueries.WriteZip(Neo4jServer.Schema, first);
        SavedQueries.WriteZip(Neo4jServer.Schema, second);

        first.ToArray().ShouldBe(second.ToArray());
        using var zip = new ZipArchive(first);
        zip.Entries.Count.ShouldBe(SavedQueries.Of(Neo4jServer.Schema).Count);
        foreach (var entry in zip.Entries)
        {
            entry.FullName.ShouldMatch(@"^DefenseTies/[a-z-]+\.cypher$");
            using var reader = new StreamReader(entry.Open());
            reader.ReadLine()!.ShouldStartWith("// ");
        }
    }

    // Labels and properties count as known once they have been written.
    private async Task PrepareAsync()
    {
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        var article = Some.Article();
        var extracted = Some.Extracted(article, Some.FullClaim(article));
        await store.AddAsync(extracted with { Entities = [.. extracted.Entities.Select(e => e with { State = "country:turkey", Family = "weapon-system:tb2" })] }, Stop);
        var leading = Some.Article("Led.");
        await store.AddAsync(Some.Extracted(leading, Some.Claim(leading, Some.Country("Turkey"), Some.Country("Poland"), "MADE_UP") with { Extractor = "model:some" }), Stop);
    }

    private Task<IReadOnlyList<string>> ExplainAsync(string statement) => server.SaysAsync($"EXPLAIN {statement}");

    [GeneratedRegex(@"^(\S+) \{\n([^}]*(?:""\{\w+\}"";[^}]*)?)\}\n", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex("^[a-z-]+: [^:;]+;$")]
    private static partial Regex Property();
}
