using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using DefenseTies.Neo4j;
using DefenseTies.StoreTests.Support;
using DefenseTies.Vocabulary;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace DefenseTies.StoreTests.Support;

/// <summary>One Neo4j server for the whole run, started by the first test that asks for it; where there is none, such tests are skipped with the reason.</summary>
/// <remarks>
/// In this order: the server that <c>NEO4J_HTTP</c> names (its database is emptied!), one started by <c>shared/neo4j/start</c> beside the repository, one in Docker.
/// It has one database. Tests that use it are in the collection <see cref="Collection"/>, so that they take turns, and begin with an empty one.
/// </remarks>
public sealed class Neo4jServer : IAsyncDisposable
{
    public const string Collection = Neo4jFirst.Collection;

    private static readonly Lazy<GraphSchema> Types = new(() => GraphSchema.Load());
    private readonly Lazy<Task<Started>> started = new(StartAsync);

    internal static GraphSchema Schema => Types.Value;

    /// <summary>The server's address.</summary>
    internal async Task<Neo4jAddress> AddressAsync()
    {
        var server = await started.Value;
        Assert.SkipWhen(server.Http is null, server.Why);
        return Neo4jAddress.Parse(server.Http!);
    }

    /// <summary>Where Browser reaches it, which speaks Bolt.</summary>
    internal async Task<string> BoltAsync()
    {
        using var client = new HttpClient();
        var addresses = await client.GetFromJsonAsync<Dictionary<string, JsonElement>>((await AddressAsync()).Server, TestContext.Current.CancellationToken);
        return addresses!["bolt_direct"].GetString()!;
    }

    /// <summary>A store opened to write; the database is as it is.</summary>
    internal async Task<Neo4jGraphStore> OpenAsync() =>
        await Neo4jGraphStore.OpenToWriteAsync(await AddressAsync(), Schema, Neo4jLogin.FromEnvironment(), cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Takes everything out of the database but constraints and indexes.</summary>
    internal async Task EmptyAsync()
    {
        await using var connection = await ConnectAsync();
        await connection.WriteAsync("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", null, TestContext.Current.CancellationToken);
    }

    /// <summary>A connection, to look at what a store has written.</summary>
    internal async Task<Neo4jConnection> ConnectAsync()
    {
        var address = await AddressAsync();
        return new Neo4jConnection(address, new HttpTransport(address, Neo4jLogin.FromEnvironment(), TimeSpan.FromMinutes(1)));
    }

    /// <summary>What the server says about a statement, done or explained: errors and notifications, each as JSON.</summary>
    internal async Task<IReadOnlyList<string>> SaysAsync(string statement)
    {
        // A statement that is only explained is not given its parameters; a constraint may be there already.
        string[] accepted = ["Neo.ClientNotification.Statement.ParameterNotProvided", "Neo.ClientNotification.Schema.IndexOrConstraintAlreadyExists"];
        var address = await AddressAsync();
        using var client = new HttpClient();
        if (Neo4jLogin.FromEnvironment() is { } login)
            client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{login.User}:{login.Password}")));
        using var response = await client.PostAsJsonAsync(new Uri(address.Server, $"db/{address.Database}/query/v2"), new { statement }, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return [.. new[] { "errors", "notifications" }
            .SelectMany(kind => answer.TryGetProperty(kind, out var list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>())
            .Where(n => !accepted.Contains(n.GetProperty("code").GetString()))
            .Select(n => n.ToString())];
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated && (await started.Value).Process is { } process)
        {
            // The process is the server itself.
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static async Task<Started> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_HTTP") is { Length: > 0 } http)
            return new Started(http, "");
        if (Neo4jScripts.Folder is { } scripts)
            return await Neo4jScripts.StartAsync(scripts) is { } server ? new Started(server.Http, "", server.Server) : new Started(null, Neo4jScripts.NoJava);
        return await Neo4jContainer.StartAsync() is { } address
            ? new Started(address, "")
            : new Started(null, "No Neo4j: NEO4J_HTTP is not set, there is no shared/neo4j beside the repository, and no Docker.");
    }

    private sealed record Started(string? Http, string Why, Process? Process = null);
}

/// <summary>The turn of tests that use the one database.</summary>
[CollectionDefinition(Neo4jServer.Collection)]
public sealed class Neo4jTurn;
