using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using DefenseTies.AppTests.Cli;
using DefenseTies.StoreTests.Support;
using DefenseTies.WorkerTests.Support;

namespace DefenseTies.WorkerTests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Counters_and_traces_go_where_OpenTelemetry_is_told_to_send_them()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await NewsServer.StartAsync();
        var received = new ConcurrentQueue<(string Path, string Body)>();
        foreach (var path in (string[])["/v1/metrics", "/v1/traces"])
        {
            collector.Pages[path] = async context =>
            {
                using var body = new StreamReader(context.Request.Body, Encoding.Latin1);
                received.Enqueue((path, await body.ReadToEndAsync()));
            };
        }

        using var worker = WorkerProcess.Start(
            folder.Path, [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.AbsoluteUri), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "300")]);
        (await worker.PostAsync(SomeNews.Caucasus)).Dispose();
        await worker.UntilAsync(e => e.Single().State == "done");
        worker.Terminate();
        await worker.EndAsync();
        var metrics = string.Concat(received.Where(r => r.Path == "/v1/metrics").Select(r => r.Body));
        foreach (var name in (string[])["articles.finished", "claims.written", "article.duration", "store.duration", "queue.length", "store.away"])
            metrics.ShouldContain($"defenseties.worker.{name}");
        var traces = string.Concat(received.Where(r => r.Path == "/v1/traces").Select(r => r.Body));
        traces.ShouldContain("DefenseTies.Worker");
        traces.ShouldContain("Some Agency");
    }

    [Fact]
    public async Task A_collector_that_hangs_does_not_hold_up_the_end()
    {
        using var folder = new TemporaryFolder();
        await using var collector = await NewsServer.StartAsync();
        foreach (var path in (string[])["/v1/metrics", "/v1/traces"])
            collector.Pages[path] = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var worker = WorkerProcess.Start(
            folder.Path, [("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address.AbsoluteUri), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("DEFENSETIES_STOPWITHIN", "00:00:02")]);
        (await worker.PostAsync(SomeNews.Caucasus)).Dispose();
        await worker.UntilAsync(e => e.Single().State == "done");
        var waited = Stopwatch.StartNew();
        worker.Terminate();
        await worker.EndAsync();
        waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(9));
        worker.ExitCode.ShouldBe(0, worker.Log);
    }
}
