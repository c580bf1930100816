using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using DefenseTies.Benchmarks;

if (args is ["ingest", ..])
    return await IngestRun.RunAsync(Console.Out);
if (args is ["stages", ..])
    return await StageRun.RunAsync(Console.Out);
if (args is ["neo4j", ..])
    return await Neo4jRun.RunAsync(args.Skip(1).FirstOrDefault() ?? "", Console.Out);

// In process: the vocabulary and the model lie beside this program, not beside the ones BenchmarkDotNet would build.
var shortRun = Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Articles).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], DefaultConfig.Instance.AddJob(shortRun));
return 0;
