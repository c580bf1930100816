using System.Net;
using Microsoft.Extensions.Logging;

namespace DefenseTies.Worker;

/// <summary>Every message of the worker's log.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Working for {Store}; ledger {Ledger} has {Waiting} waiting, {Failed} set aside")]
    public static partial void Started(this ILogger log, string store, string ledger, long waiting, long failed);

    [LoggerMessage(2, LogLevel.Information, "Taking articles at {Address}")]
    public static partial void Listening(this ILogger log, string address);

    [LoggerMessage(3, LogLevel.Warning, "Listening at {Address}, where others than this machine's users may post: whoever reaches it can write into the graph")]
    public static partial void OpenToOthers(this ILogger log, string address);

    [LoggerMessage(4, LogLevel.Information, "{Count} set aside before are tried again")]
    public static partial void RetryingFailed(this ILogger log, int count);

    [LoggerMessage(10, LogLevel.Information, "{State} #{Number} {Source}: {Claims} claims, {Ties} new ties")]
    public static partial void Finished(this ILogger log, string state, long number, string source, int claims, int ties);

    [LoggerMessage(11, LogLevel.Warning, "#{Number} {Source} failed and is tried again in {Pause}: {Reason}")]
    public static partial void Postponed(this ILogger log, long number, string source, TimeSpan pause, string reason);

    [LoggerMessage(12, LogLevel.Error, "#{Number} {Source} failed and is set aside: {Reason}")]
    public static partial void SetAside(this ILogger log, long number, string source, string reason);

    [LoggerMessage(20, LogLevel.Error, "The store is away and is tried again in {Pause}; nothing is lost: {Reason}")]
    public static partial void StoreAway(this ILogger log, TimeSpan pause, string reason);

    [LoggerMessage(21, LogLevel.Information, "The store is back")]
    public static partial void StoreBack(this ILogger log);

    [LoggerMessage(30, LogLevel.Information, "Watching {Folder}")]
    public static partial void Watching(this ILogger log, string folder);

    [LoggerMessage(31, LogLevel.Warning, "{Path}: {Problem}")]
    public static partial void PathProblem(this ILogger log, string path, string problem);

    [LoggerMessage(40, LogLevel.Information, "Feed {Feed}: {New} new of {Items} items")]
    public static partial void FeedRead(this ILogger log, string feed, int @new, int items);

    [LoggerMessage(41, LogLevel.Debug, "Feed {Feed} has no news")]
    public static partial void FeedUnchanged(this ILogger log, string feed);

    [LoggerMessage(42, LogLevel.Warning, "Feed {Feed} cannot be read and is asked again in {Pause}: {Reason}")]
    public static partial void FeedFailed(this ILogger log, string feed, TimeSpan pause, string reason);

    [LoggerMessage(43, LogLevel.Debug, "Fetched {Address}: {Status}")]
    public static partial void PageFetched(this ILogger log, string address, HttpStatusCode status);
}
