using DefenseTies.Neo4j;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

[Collection(Neo4jServer.Collection)]
public sealed class Neo4jGraphStoreTests(Neo4jServer server) : GraphStoreContract<Neo4jGraphStore>
{
    protected override async Task<Neo4jGraphStore> OpenAsync()
    {
        await server.EmptyAsync();
        return await server.OpenAsync();
    }
}
