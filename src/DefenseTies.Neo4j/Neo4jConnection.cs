using System.Security.Cryptography;

namespace DefenseTies.Neo4j;

/// <summary>Runs statements until they are done or there is no hope. Every statement of this project may be repeated: what it writes it merges by id.</summary>
/// <param name="address">As messages name it.</param>
/// <param name="transport">Carries the statements.</param>
internal sealed class Neo4jConnection(Neo4jAddress address, ITransport transport) : IAsyncDisposable
{
    // A deadlock's loser is told at once and its winner needs some milliseconds: 25 ms, doubled each time, half up or down, 3 s in all.
    private const int Tries = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(25);

    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    public Neo4jAddress Address => address;

    /// <summary>Rows of a statement that only reads.</summary>
    /// <exception cref="Stores.GraphStoreException">The server failed, also after further tries.</exception>
    public Task<IReadOnlyList<Row>> ReadAsync(string statement, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken) =>
        RunAsync(statement, parameters ?? None, Access.Read, cancellationToken);

    /// <summary>Rows of a statement that writes.</summary>
    /// <exception cref="Stores.GraphStoreException">The server failed, also after further tries.</exception>
    public Task<IReadOnlyList<Row>> WriteAsync(string statement, IReadOnlyDictionary<string, object?>? parameters, CancellationToken cancellationToken) =>
        RunAsync(statement, parameters ?? None, Access.Write, cancellationToken);

    /// <summary>Runs a statement once; for the first contact, where waiting would only delay the message.</summary>
    /// <exception cref="Stores.GraphStoreException">The server failed.</exception>
    public async Task<IReadOnlyList<Row>> TryAsync(string statement, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.RunAsync(statement, None, Access.Read, cancellationToken);
        }
        catch (Neo4jFailure failure)
        {
            throw Neo4jProblems.From(failure, address);
        }
    }

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private async Task<IReadOnlyList<Row>> RunAsync(string statement, IReadOnlyDictionary<string, object?> parameters, Access access, CancellationToken cancellationToken)
    {
        for (var (attempt, pause) = (1, FirstPause); ; attempt++, pause *= 2)
        {
            try
            {
                return await transport.RunAsync(statement, parameters, access, cancellationToken);
            }
            catch (Neo4jFailure failure) when (failure.IsPassing && attempt < Tries)
            {
                await Task.Delay(pause * (RandomNumberGenerator.GetInt32(50, 151) / 100.0), cancellationToken);
            }
            catch (Neo4jFailure failure)
            {
                throw Neo4jProblems.From(failure, address);
            }
        }
    }
}
