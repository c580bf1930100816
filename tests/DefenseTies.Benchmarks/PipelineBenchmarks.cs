using BenchmarkDotNet.Attributes;
using DefenseTies.Language;
using DefenseTies.Mentions;

namespace DefenseTies.Benchmarks;

/// <summary>The whole pipeline and each of its stages, one core, over all articles; a mean over the number of words is the time per word.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly Pipeline pipeline = Pipeline.Load();
    private IReadOnlyList<Sentence>[] sentences = [];
    private ArticleMentions[] mentions = [];

    /// <summary>What each stage begins with.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        sentences = [.. Articles.All.Select(a => pipeline.Parse(pipeline.Split(a)))];
        mentions = [.. Articles.All.Zip(sentences, pipeline.Find)];
    }

    [Benchmark(Baseline = true)]
    public int Whole() => Articles.All.Sum(a => pipeline.Extract(a).Claims.Count);

    [Benchmark]
    public int Split() => Articles.All.Sum(a => pipeline.Split(a).Count);

    [Benchmark]
    public int Parse() => sentences.Sum(s => pipeline.Parse(s).Count);

    [Benchmark]
    public int Mentions() => Articles.All.Zip(sentences, pipeline.Find).Count(m => m.Sentences.Count > 0);

    [Benchmark]
    public int Claims() => mentions.Sum(m => pipeline.Read(m).Claims.Count);
}
