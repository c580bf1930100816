using DefenseTies.Articles;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DefenseTies.Worker;

/// <summary>Watched folders → ledger. It looks again and again: what an operating system tells of changes gets lost on network disks and in large bursts.</summary>
internal sealed class FolderWatch(Ledger ledger, Intake intake, WorkerOptions options, TimeProvider clock, ILogger<FolderWatch> log) : BackgroundService
{
    private readonly SettledFiles settled = new(options.Settle, clock);
    private readonly HashSet<ArticlePath> told = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var folder in options.Watch)
            log.Watching(Path.GetFullPath(folder));
        using var timer = new PeriodicTimer(options.ScanEvery, clock);
        try
        {
            do
            {
                if (Arrivals() is { Count: > 0 } arrivals && ledger.AddAll(arrivals) > 0)
                    intake.Wake();
            }
            while (options.Watch.Count > 0 && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private List<Arrival> Arrivals()
    {
        var files = new List<(string, string)>();
        foreach (var path in ArticlePaths.List(options.Watch.Select(Path.GetFullPath)).Where(p => !p.IsSkipped))
        {
            if (path.Problem is not null)
                TellOnce(path);
            else if (EntryReader.VersionOf(path.Path) is { } version)
                files.Add((path.Path, version));
        }

        return [.. settled.See(files).Select(f => new Arrival(Origin.File, f.Path, f.Version))];
    }

    private void TellOnce(ArticlePath path)
    {
        if (told.Add(path))
            log.PathProblem(path.Path, path.Problem!);
    }
}
