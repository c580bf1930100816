using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Exports;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Queries;
using DefenseTies.Sqlite;
using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

/// <summary>Whatever is asked, a SQLite file and a Neo4j database that hold the same articles give the same characters.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class StoresAnswerAlikeTests(Neo4jServer server) : IDisposable
{
    private const int States = 150;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_the_golden_articles()
    {
        Golden.Articles.Count.ShouldBeGreaterThan(5);

        await AnswersShouldBeAlikeAsync(Golden.Articles, most: 60, ties: 100);
    }

    [Fact]
    public async Task On_a_generated_graph_of_ten_thousand_ties() =>
        await AnswersShouldBeAlikeAsync([.. Enumerable.Range(0, 1000).Select(Generated)], most: 6, ties: 10_000);

    private async Task AnswersShouldBeAlikeAsync(IReadOnlyList<ExtractedArticle> articles, int most, int ties)
    {
        await server.EmptyAsync();
        await using var neo4j = await server.OpenAsync();
        await using IGraphStore sqlite = await SqliteGraphStore.OpenAsync(folder.File("store.db"), cancellationToken: Stop);
        var changes = await neo4j.AddAllAsync(articles, Stop).ToListAsync(Stop);
        changes.ShouldBe(await sqlite.AddAllAsync(articles, Stop).ToListAsync(Stop));

        var names = (await sqlite.EntitiesAsync(Stop).ToListAsync(Stop)).Select(e => e.Name).ToList();
        var asked = names.Where((_, i) => i % Math.Max(1, names.Count / most) == 0).Take(most).ToList();
        foreach (var filter in new[] { TieFilter.Default, TieFilter.AnyStatus with { AsOf = new DateOnly(2024, 6, 1), MinBelief = 0.3 } })
        {
            await AlikeAsync(store => WholeAsync(store, filter));
            foreach (var name in asked)
                await AlikeAsync(store => AboutAsync(store, name, filter), name);
        }

        (await WholeGraph.ReadAsync(neo4j, TieFilter.AnyStatus, Stop)).Ties.Count.ShouldBeGreaterThanOrEqualTo(ties);
        (await Verification.RunAsync(neo4j, Stop)).Failures.ShouldBeEmpty();

        // One store answers while the other does.
        async Task AlikeAsync(Func<IGraphStore, Task<string>> ask, string about = "")
        {
            var answers = await Task.WhenAll(ask(neo4j), ask(sqlite));
            answers[0].ShouldBe(answers[1], about);
        }
    }

    // What the verbs export, supplies and alliances answer.
    private static async Task<string> WholeAsync(IGraphStore store, TieFilter filter)
    {
        var graph = await WholeGraph.ReadAsync(store, filter, Stop);
        graph.Ties.ShouldNotBeEmpty();
        using var text = new StringWriter();
        foreach (var format in GraphExports.Formats)
            GraphExports.For(format, Golden.Reading.Schema).Write(graph, text);
        text.Write(AnswerJson.Alliances(await Alliances.FindAsync(store, null, filter, Stop)));
        text.Write(AnswerJson.Supplies(await new SupplyQuery().ReadAsync(store, Golden.Reading.Gazetteer, filter, Stop)));
        return text.ToString();
    }

    // What the verbs supplies, ties, tie, path, around, alliances and timeline answer about one entity.
    private static async Task<string> AboutAsync(IGraphStore store, string name, TieFilter filter)
    {
        var match = await new NameSearch(store, Golden.Reading.Gazetteer).FindAsync(name, Stop);
        var id = (match.Chosen ?? match.Meanings[0]).Id;
        var ties = await TiesOf.ReadAsync(store, id, filter, Stop);
        var other = ties.Count > 0 ? ties[^1].Other(id).Id : id;
        return string.Join(
            '\n',
            string.Join(' ', match.Meanings.Select(m => $"{m.Id} {m.Name} {string.Join('|', m.Aliases)}")),
            AnswerJson.Supplies(await new SupplyQuery(id).ReadAsync(store, Golden.Reading.Gazetteer, filter, Stop)),
            AnswerJson.Ties(ties),
            ties.Count > 0 ? AnswerJson.Evidence((await TieEvidence.ReadAsync(store, ties[0].Id, filter, Stop))!) : "",
            other != id ? AnswerJson.Paths(await Paths.FindAsync(store, id, other, filter, 3, 4, Stop)) : "",
            AnswerJson.Around(await Neighbourhood.ReadAsync(store, id, 2, filter, Stop)),
            AnswerJson.Alliances(await Alliances.FindAsync(store, id, filter, Stop)),
            AnswerJson.Timeline(await Timeline.ReadAsync(store, id, filter, Stop)));
    }

    // Ten claims of several types, statuses and dates between states that are near each other in a ring.
    private static ExtractedArticle Generated(int number)
    {
        var article = Some.Article($"Report {number}: things were said.", date: $"20{10 + (number % 15)}-0{1 + (number % 9)}", source: number % 3 == 0 ? null : $"Agency {number % 7}");
        return Some.Extracted(article, [.. Enumerable.Range(0, 10).Select(i => Some.Claim(article, State(number), State(number + i + 1), Types[(number + i) % Types.Length], $"thing {number / States}") with
        {
            Status = (ClaimStatus)((number + (i * 7)) % 4),
            Confidence = 0.5 + ((number + i) % 50 / 100.0),
            Date = i % 2 == 0 ? new PartialDate(2010 + ((number + i) % 15)) : null,
        })]);
    }

    private static readonly string[] Types = ["SUPPLIES", "ALLIED_WITH", "TRAINS", "EXERCISES_WITH"];

    private static Entity State(int number) => Some.Country($"State {number % States}");
}
