using DefenseTies.Articles;
using DefenseTies.Stores;

namespace DefenseTies.WorkerTests.Support;

/// <summary>The graph that workers of a folder write, read from outside.</summary>
internal static class Graph
{
    public static async Task<IReadOnlyList<Article>> ArticlesAsync(string folder)
    {
        await using var store = await StoreAddress.Parse($"sqlite:{Path.Combine(folder, "defenseties.db")}").OpenToReadAsync();
        return await store.ArticlesAsync().ToListAsync();
    }
}
