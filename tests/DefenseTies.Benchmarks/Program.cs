using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using DefenseTies.Benchmarks;

if (args is ["ingest", ..])
    return await IngestRun.RunAsync(Console.Out);
if (args is ["stages", ..])
    return StageRun.Run(Console.Out);

// In process: the vocabulary and the model lie beside this program, not beside the ones BenchmarkDotNet would build.
var shortRun = Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Articles).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], DefaultConfig.Instance.AddJob(shortRun));
return 0;
