using System.Reflection;
using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;
using DefenseTies.Stores;

namespace DefenseTies.StoreTests;

public sealed class EveryStoreHonoursTheContract
{
    private static readonly Type[] Contracts = typeof(EveryStoreHonoursTheContract).Assembly.GetTypes();

    [Fact]
    public void No_store_is_without_a_subclass_of_the_contract()
    {
        var libraries = Directory.GetFiles(AppContext.BaseDirectory, "DefenseTies*.dll")
            .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file)))
            .Where(assembly => assembly != typeof(EveryStoreHonoursTheContract).Assembly);
        var stores = libraries.SelectMany(library => library.GetTypes()).Where(IsStore).ToList();

        stores.ShouldContain(typeof(MemoryGraphStore));
        WithoutContract(stores).ShouldBeEmpty();
    }

    [Fact]
    public void A_store_without_a_subclass_is_noticed() =>
        WithoutContract([typeof(MemoryGraphStore), typeof(ForgottenStore)]).ShouldBe([typeof(ForgottenStore)]);

    private static bool IsStore(Type type) => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IGraphStore));

    private static IEnumerable<Type> WithoutContract(IEnumerable<Type> stores) =>
        stores.Where(store => !Contracts.Any(test => !test.IsAbstract && test.IsSubclassOf(typeof(GraphStoreContract<>).MakeGenericType(store))));

    private sealed class ForgottenStore : IGraphStore
    {
        public Task<StoreChange> AddAsync(ExtractedArticle extracted, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> HasArticleAsync(string articleId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<Article> ArticlesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<Entity>> FindAsync(string nameKey, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<Entity> EntitiesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredClaim> ClaimsAsync(IReadOnlyCollection<string>? entityIds, IReadOnlyCollection<string> types, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<StoredClaim>> ClaimsOfTieAsync(string tieId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
