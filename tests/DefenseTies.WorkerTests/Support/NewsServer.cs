using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DefenseTies.WorkerTests.Support;

/// <summary>A news site on this machine: feeds and pages, as good or bad as a test makes them.</summary>
internal sealed class NewsServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private int now, most;

    private NewsServer(WebApplication application) => this.application = application;

    /// <summary>What stands at a path.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>What was asked for, in order: path, and what the request said.</summary>
    public ConcurrentQueue<(string Path, IHeaderDictionary Headers)> Requests { get; } = [];

    /// <summary>How many requests were under way at once, at most.</summary>
    public int MostAtOnce => most;

    public Uri Address => new(application.Urls.Single());

    public static async Task<NewsServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        var server = new NewsServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync();
        return server;
    }

    /// <summary>Puts a text at a path.</summary>
    public void Put(string path, string text, string type = "text/html; charset=utf-8") => Pages[path] = context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Requests.Enqueue((path, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value))));
        var underway = Interlocked.Increment(ref now);
        lock (Requests)
            most = Math.Max(most, underway);
        try
        {
            if (Pages.TryGetValue(path, out var answer))
                await answer(context);
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        finally
        {
            Interlocked.Decrement(ref now);
        }
    }
}
