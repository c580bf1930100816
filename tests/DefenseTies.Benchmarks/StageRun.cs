using System.Diagnostics;
using System.Globalization;
using DefenseTies.Articles;

namespace DefenseTies.Benchmarks;

/// <summary>Words per second of the warm pipeline on one core, the share of each stage, and what all cores bring; the best of several rounds, for whatever else the machine does only slows it.</summary>
internal static class StageRun
{
    private const int WarmUp = 40;
    private const int Rounds = 25;
    private const int Copies = 40;

    private static readonly string[] Stages = ["split", "parse", "mentions", "claims"];

    public static async Task<int> RunAsync(TextWriter output)
    {
        var start = Stopwatch.GetTimestamp();
        var pipeline = Pipeline.Load();
        var loaded = Stopwatch.GetElapsedTime(start);
        var first = Round(pipeline);
        for (var i = 0; i < WarmUp; i++)
            Round(pipeline);
        // The runtime compiles hot methods again in the background.
        Thread.Sleep(500);
        var best = Enumerable.Range(0, Rounds).Select(_ => Round(pipeline)).MinBy(times => times.Sum())!;
        Line(output, $"{Articles.All.Count} articles, {Articles.Words} words; loading {loaded.TotalMilliseconds:0} ms, first round {first.Sum():0} ms");
        Line(output, $"{Articles.Words / best.Sum() * 1000:0} words/s warm on one core");
        foreach (var (stage, time) in Stages.Zip(best))
            Line(output, $"  {stage,-9}{time,7:0.0} ms {time / best.Sum(),6:0.0%}");
        var copies = Enumerable.Repeat(Articles.All, Copies).SelectMany(all => all).ToList();
        var (alone, together) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 3; i++)
        {
            alone = Math.Min(alone, await SecondsAsync(() => Task.Run(() => copies.ForEach(a => pipeline.Extract(a)))));
            together = Math.Min(together, await SecondsAsync(() => ExtractTogetherAsync(pipeline, copies)));
        }

        Line(output, $"{Articles.Words * Copies / together:0} words/s on {Environment.ProcessorCount} cores, {alone / together:0.00} times as many as one after the other");
        return 0;
    }

    private static async Task ExtractTogetherAsync(Pipeline pipeline, IEnumerable<Article> articles)
    {
        await foreach (var result in new Extraction(pipeline, new ArticleReader()).RunAsync(articles.Select(a => new ArticleResult("", a, null)).ToAsyncEnumerable()))
        {
            if (result.Extracted is null)
                throw new InvalidOperationException(result.Problem);
        }
    }

    private static async Task<double> SecondsAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double[] Round(Pipeline pipeline)
    {
        var times = new double[Stages.Length];
        foreach (var article in Articles.All)
        {
            var sentences = Timed(times, 0, () => pipeline.Split(article));
            Timed(times, 1, () => pipeline.Parse(sentences));
            var mentions = Timed(times, 2, () => pipeline.Find(article, sentences));
            Timed(times, 3, () => pipeline.Read(mentions));
        }

        return times;
    }

    private static T Timed<T>(double[] times, int stage, Func<T> work)
    {
        var start = ThreadClock.Milliseconds;
        var result = work();
        times[stage] += ThreadClock.Milliseconds - start;
        return result;
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
