using System.CommandLine;
using DefenseTies.Articles;
using DefenseTies.Vocabulary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DefenseTies.Worker;

/// <summary>The worker as a program: settings → services → a run that ends with an exit code.</summary>
public static class WorkerHost
{
    /// <summary>Works until it is told to stop.</summary>
    /// <param name="commandLine">The options of the command.</param>
    /// <param name="parsed">What was typed.</param>
    /// <param name="pipeline">Gives the pipeline that reads the articles.</param>
    /// <param name="cancellationToken">Stops it within the time that the options give.</param>
    /// <returns>0 when it was told to stop.</returns>
    /// <exception cref="InvalidDataException">It cannot start or go on; the message says why, in lines of their own.</exception>
    /// <exception cref="VocabularyException">The vocabulary or the parser has problems.</exception>
    public static async Task<int> RunAsync(WorkerCommandLine commandLine, ParseResult parsed, Func<Pipeline> pipeline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commandLine);
        ArgumentNullException.ThrowIfNull(pipeline);
        var file = WorkerSettings.ReadFile(commandLine.File(parsed));
        var options = WorkerSettings.Read(file, commandLine.Settings(parsed));
        try
        {
            using var ledger = new Ledger(options.LedgerPath, TimeProvider.System);
            var reading = pipeline();
            reading.LoadParser();
            var worker = Build(options, file, ledger, reading);
            try
            {
                await RunAsync(worker, options, ledger, cancellationToken);
            }
            finally
            {
                await EndAsync(worker);
            }

            return 0;
        }
        catch (Microsoft.Data.Sqlite.SqliteException error)
        {
            throw new InvalidDataException($"The ledger {options.LedgerPath} failed: {error.Message} What it holds waits for the next worker.", error);
        }
        catch (Exception error) when (error is LedgerException or Stores.GraphStoreException)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private static WebApplication Build(WorkerOptions options, IConfiguration file, Ledger ledger, Pipeline pipeline)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WorkerHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxSize;
        });
        Logging(builder.Logging, file.GetSection("Logging"));
        var services = builder.Services;
        services.AddRoutingCore();
        services.AddSystemd();
        services.AddProblemDetails();
        services.Configure<HostOptions>(o => o.ShutdownTimeout = options.StopWithin);
        services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
        services.AddHealthChecks().AddCheck<Readiness>("store");
        services.AddSingleton(options).AddSingleton(ledger).AddSingleton(pipeline).AddSingleton(TimeProvider.System);
        services.AddSingleton(new ArticleReader(options.MaxSize));
        services.AddSingleton<Extraction>().AddSingleton<Intake>().AddSingleton<EntryReader>().AddSingleton<Outcomes>().AddSingleton<StoreState>();
        services.AddSingleton<Web>().AddSingleton<PageText>().AddSingleton<WorkerTelemetry>().AddSingleton<PageFetching>();
        services.AddHostedService<IngestionService>();
        services.AddHostedService<FolderWatch>();
        services.AddHostedService<FeedPolling>();
        services.AddHostedService(s => s.GetRequiredService<PageFetching>());
        Telemetry(builder);
        if (options.Listen == WorkerOptions.Off)
            services.Replace(ServiceDescriptor.Singleton<Microsoft.AspNetCore.Hosting.Server.IServer, NoServer>());
        return Map(builder.Build(), options);
    }

    private static WebApplication Map(WebApplication worker, WorkerOptions options)
    {
        if (options.Listen != WorkerOptions.Off)
            worker.Urls.Add(options.Listen);

        // No page in somebody's browser has business here, also not one from this machine's own address.
        worker.Use((context, next) => context.Request.Headers.Origin.Count == 0
            ? next(context)
            : Results.Problem("requests from web pages are not taken", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context));
        worker.UseRouting();
        ArticlesApi.Map(worker);
        HealthApi.Map(worker);
        return worker;
    }

    private static async Task RunAsync(WebApplication worker, WorkerOptions options, Ledger ledger, CancellationToken cancellationToken)
    {
        var log = worker.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WorkerHost).FullName!);
        if (options.RetryFailed)
            log.RetryingFailed(ledger.RetryFailed());
        var counts = ledger.Counts();
        log.Started(options.Store, Path.GetFullPath(options.LedgerPath), counts["waiting"], counts["failed"]);
        try
        {
            await worker.StartAsync(cancellationToken);
            foreach (var address in options.Listen == WorkerOptions.Off ? [] : worker.Urls)
                log.Listening(address);
            if (options.IsOpenToOthers)
                log.OpenToOthers(options.Listen);
            await worker.WaitForShutdownAsync(cancellationToken);
        }
        // Also when a service fails before all have started, which stops the start.
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || worker.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
        }

        // A service that failed has stopped the others.
        foreach (var service in worker.Services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            if (service.ExecuteTask is { IsFaulted: true } failed)
                await failed;
        }
    }

    // What is left then is sending the last counters and traces; somebody who does not take them must not hold up the end.
    private static async Task EndAsync(WebApplication worker) =>
        await Task.Run(async () => await worker.DisposeAsync()).WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static void Logging(ILoggingBuilder logging, IConfiguration settings)
    {
        logging.AddConfiguration(settings);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // What ends the worker is its last word, and not told twice.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddSimpleConsole(o => (o.SingleLine, o.UseUtcTimestamp, o.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ssZ "));
        logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void Telemetry(WebApplicationBuilder builder)
    {
        builder.Services.AddMetrics();
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build().AsEnumerable().Where(v => v.Key.StartsWith("OTEL_", StringComparison.Ordinal)).ToList();
        if (!settings.Exists(s => s.Key == "OTEL_EXPORTER_OTLP_ENDPOINT" && !string.IsNullOrEmpty(s.Value)))
            return;
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddOpenTelemetry()
            .WithMetrics(m => m.AddMeter(WorkerTelemetry.Name).AddOtlpExporter())
            .WithTracing(t => t.AddSource(WorkerTelemetry.Name).AddOtlpExporter());
    }
}
