using DefenseTies.Stores;

namespace DefenseTies.StoreTests;

public sealed class MemoryGraphStoreTests : GraphStoreContract<MemoryGraphStore>
{
    protected override Task<MemoryGraphStore> OpenAsync() => Task.FromResult(new MemoryGraphStore());
}
