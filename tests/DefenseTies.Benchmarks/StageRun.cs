using System.Diagnostics;
using System.Globalization;

namespace DefenseTies.Benchmarks;

/// <summary>Words per second of the warm pipeline on one core, and the share of each stage; the best of several rounds, for other work on the machine only slows.</summary>
internal static class StageRun
{
    private const int WarmUp = 40;
    private const int Rounds = 25;

    private static readonly string[] Stages = ["split", "parse", "mentions", "claims"];

    public static int Run(TextWriter output)
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
        return 0;
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
        var start = Stopwatch.GetTimestamp();
        var result = work();
        times[stage] += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result;
    }

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
