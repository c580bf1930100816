using DefenseTies.Sqlite;
using DefenseTies.StoreTests.Support;

namespace DefenseTies.StoreTests;

public sealed class SqliteGraphStoreTests : GraphStoreContract<SqliteGraphStore>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<SqliteGraphStore> OpenAsync() => SqliteGraphStore.OpenAsync(folder.File("store.db"));
}
