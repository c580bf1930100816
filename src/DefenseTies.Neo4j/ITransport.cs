namespace DefenseTies.Neo4j;

/// <summary>Carries one statement to the server and its rows back: over HTTP, or over Bolt where the driver is built in.</summary>
/// <remarks>
/// Each statement is a transaction of its own: done whole or not at all. Values are null, <see cref="bool"/>, <see cref="long"/> or <see cref="int"/>,
/// <see cref="double"/>, <see cref="string"/>, and lists and dictionaries of these. Strings arrive unit for unit: see <see cref="Neo4jText"/>.
/// </remarks>
internal interface ITransport : IAsyncDisposable
{
    /// <summary>Runs the statement once.</summary>
    /// <exception cref="Neo4jFailure">The server refused it or did not answer.</exception>
    Task<IReadOnlyList<Row>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, Access access, CancellationToken cancellationToken);
}

/// <summary>What a statement may do.</summary>
internal enum Access
{
    /// <summary>Only read; a cluster may ask any member.</summary>
    Read,

    /// <summary>Write, too.</summary>
    Write,
}

/// <summary>One row of an answer.</summary>
internal sealed class Row(IReadOnlyList<object?> values)
{
    public object? this[int column] => values[column];

    public string Text(int column) => (string)values[column]!;

    public bool Flag(int column) => (bool)values[column]!;

    public IReadOnlyDictionary<string, object?> Map(int column) => (IReadOnlyDictionary<string, object?>)values[column]!;

    public IEnumerable<string> Texts(int column) => ((IReadOnlyList<object?>)values[column]!).Cast<string>();
}
