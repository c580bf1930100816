using DefenseTies.StoreTests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Neo4jFirst))]

namespace DefenseTies.StoreTests.Support;

/// <summary>The tests on a server take longest: they begin first, and the others run beside them rather than before.</summary>
public sealed class Neo4jFirst : ITestCollectionOrderer
{
    /// <summary>The collection of those tests.</summary>
    public const string Collection = "Neo4j";

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(c => c.TestCollectionDisplayName == Collection)];
}
