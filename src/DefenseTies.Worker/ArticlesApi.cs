using System.Globalization;
using DefenseTies.Articles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace DefenseTies.Worker;

/// <summary><c>/articles</c>: takes articles in, and tells what became of them.</summary>
internal static class ArticlesApi
{
    private const int RetryAfterSeconds = 5;

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/articles", PostAsync);
        routes.MapGet("/articles", (Ledger ledger, string? state, int? limit) => ledger.Latest(state, Math.Clamp(limit ?? 100, 1, 1000)));
        routes.MapGet("/articles/{number:long}", Results<Ok<LedgerEntry>, NotFound> (Ledger ledger, long number) => ledger.Find(number) is { } entry ? TypedResults.Ok(entry) : TypedResults.NotFound());
    }

    // 202 when it was taken in, 200 when it had been before: posting again is always safe.
    private static async Task<Results<Accepted<LedgerEntry>, Ok<LedgerEntry>, ProblemHttpResult>> PostAsync(HttpRequest request, Intake intake, ArticleReader reader, string? source)
    {
        if (IsHtml(request) is not { } isHtml)
            return Problem(StatusCodes.Status415UnsupportedMediaType, "send text/plain, text/markdown or text/html, in UTF-8");
        ArticleResult read;
        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            body.Position = 0;
            read = reader.Read(source ?? "posted", body, isHtml);
        }
        catch (BadHttpRequestException error)
        {
            return Problem(error.StatusCode, error.Message);
        }

        if (read.Article is not { } article)
            return Problem(StatusCodes.Status400BadRequest, read.Problem!);
        var text = System.Text.Encoding.UTF8.GetBytes(article.Text);
        if (intake.TryPost(new Arrival(Origin.Post, article.Source ?? "posted", article.Id, Text: text)) is not var (entry, isNew))
        {
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Problem(StatusCodes.Status429TooManyRequests, "the queue is full; post again later");
        }

        return isNew ? TypedResults.Accepted($"/articles/{entry.Number}", entry) : TypedResults.Ok(entry);
    }

    private static bool? IsHtml(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        null or "text/plain" or "text/markdown" => false,
        "text/html" or "application/xhtml+xml" => true,
        _ => null,
    };

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
