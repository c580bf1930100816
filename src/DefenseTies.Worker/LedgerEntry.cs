using System.Text.Json.Serialization;

namespace DefenseTies.Worker;

/// <summary>How an article came in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Origin>))]
internal enum Origin
{
    /// <summary>A file in a watched folder.</summary>
    File,

    /// <summary>An item of a feed, with the page it links to.</summary>
    Page,

    /// <summary>Posted over HTTP.</summary>
    Post,
}

/// <summary>What came in.</summary>
/// <param name="Origin">How.</param>
/// <param name="Source">Path, address, or what a posted article says.</param>
/// <param name="Version">Tells a source that has changed from what it was; the same source and version come in once.</param>
/// <param name="Date">When a feed says that it was published.</param>
/// <param name="Text">UTF-8; null for a file, which is read where it is, and for a page that is still to be fetched.</param>
internal sealed record Arrival(Origin Origin, string Source, string Version, string? Date = null, byte[]? Text = null);

/// <summary>One line of the ledger.</summary>
/// <param name="Number">In order of arrival, from 1.</param>
/// <param name="State">waiting, done, unchanged or failed.</param>
/// <param name="Attempts">How many failed.</param>
/// <param name="Reason">Why the last one failed.</param>
/// <param name="ArticleId">The article's id in the graph.</param>
/// <param name="Claims">New claims it brought.</param>
/// <param name="Ties">New ties it brought.</param>
internal sealed record LedgerEntry(
    long Number, Origin Origin, string Source, string State, int Attempts, string? Reason, string? ArticleId, long? Claims, long? Ties,
    [property: JsonIgnore] string Version, [property: JsonIgnore] string? Date);
