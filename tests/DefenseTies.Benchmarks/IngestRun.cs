using System.Diagnostics;
using System.Globalization;
using DefenseTies.Articles;
using DefenseTies.Sqlite;

namespace DefenseTies.Benchmarks;

/// <summary>Ingests 1,000 changed copies of the articles into SQLite, and reports speed and memory on the way.</summary>
internal static class IngestRun
{
    private static readonly int[] Marks = [100, 250, 500, 750, 1000];

    public static async Task<int> RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("defenseties-ingest-").FullName;
        try
        {
            for (var i = 0; i < Marks[^1]; i++)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{i:0000}.txt"), ChangedCopy.Make(i));
            await using var store = await SqliteGraphStore.OpenAsync(Path.Combine(folder, "graph.db"));
            var ingestion = new Ingestion(new Extraction(Pipeline.Load(), new ArticleReader()), store);
            var start = Stopwatch.GetTimestamp();
            var (articles, claims) = (0, 0);
            await foreach (var result in ingestion.RunAsync(ArticlePaths.List([folder])))
            {
                if (result.Change is not { Unchanged: false } change)
                    throw new InvalidOperationException($"{result.Path}: {result.Problem ?? "an article twice"}");
                (articles, claims) = (articles + 1, claims + change.NewClaims);
                if (!Marks.Contains(articles))
                    continue;
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{articles,5} articles, {claims,6} claims: {articles / seconds,6:0.0} articles/s, resident {Memory("VmRSS")} MB, peak {Memory("VmHWM")} MB"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static long Memory(string field) => long.Parse(
        File.ReadLines("/proc/self/status").First(l => l.StartsWith(field, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;
}
