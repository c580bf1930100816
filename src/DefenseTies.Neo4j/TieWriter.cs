using DefenseTies.Graphs;

namespace DefenseTies.Neo4j;

/// <summary>Keeps the relationships of ties up to date with their claims: the same <see cref="TieBuilder"/> computes them as everywhere.</summary>
/// <remarks>
/// A tie is computed here and written there, and other writers may add claims about it in between. So the server takes the tie's lock, counts the
/// tie's claims, and takes the new state only if it was computed from as many; otherwise the claims are read again and the tie is computed anew.
/// Claims are committed before the tie is written. Whoever commits a claim last therefore counts all of them when it gets the lock, and what it
/// writes nobody who saw fewer can replace. A claim is never changed, so as many claims are the same claims.
/// A writer that dies in between leaves its articles marked <c>TiesPending</c>; the next one that opens the store makes up for it.
/// No answer depends on this: queries compute ties from claims.
/// </remarks>
internal sealed class TieWriter(Neo4jConnection connection, Statements statements)
{
    // So many rows to a request; more are no faster, and hold locks for longer.
    private const int MostRows = 2000;

    // Proposals of a language model, too: they are claims in the database, and a tie that nothing else says is marked as proposed.
    private static readonly TieFilter Everything = TieFilter.AnyStatus with { Proposals = true };

    // A round fails only when another writer got on with the same tie.
    private const int MostRounds = 20;

    /// <summary>Writes the ties these claims belong to.</summary>
    /// <param name="claims">What the caller has added. Other claims about the same ties are read when there are any.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>Ids of the ties that were not there before.</returns>
    public async Task<IReadOnlySet<string>> WriteAsync(IReadOnlyList<StoredClaim> claims, CancellationToken cancellationToken)
    {
        var created = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; claims.Count > 0; round++)
        {
            if (round == MostRounds)
                throw Neo4jProblems.Crowded(connection.Address);
            var stale = await WriteOnceAsync(claims, created, cancellationToken);
            claims = await ClaimsOfAsync(stale, cancellationToken);
        }

        return created;
    }

    /// <summary>Writes the ties of articles whose writer did not get that far.</summary>
    public async Task MakeUpAsync(CancellationToken cancellationToken)
    {
        var pending = await connection.ReadAsync(Statements.Pending, null, cancellationToken);
        if (pending.Count == 0)
            return;
        foreach (var ties in pending.SelectMany(row => row.Texts(1)).Distinct(StringComparer.Ordinal).Chunk(MostRows))
            await WriteAsync(await ClaimsOfAsync(ties, cancellationToken), cancellationToken);
        await SettleAsync([.. pending.Select(row => row.Text(0))], cancellationToken);
    }

    /// <summary>Says of articles that their ties are written.</summary>
    public Task SettleAsync(IReadOnlyCollection<string> articleIds, CancellationToken cancellationToken) =>
        connection.WriteAsync(Statements.Settle, new Dictionary<string, object?> { ["ids"] = articleIds }, cancellationToken);

    private async Task<IReadOnlyList<string>> WriteOnceAsync(IReadOnlyList<StoredClaim> claims, HashSet<string> created, CancellationToken cancellationToken)
    {
        var stale = new List<string>();
        foreach (var group in TieBuilder.Build(claims, Everything).GroupBy(tie => statements.RelationshipOf(tie.Type)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // In one order for all writers, so that they wait for each other rather than deadlock.
            foreach (var ties in group.OrderBy(t => t.From.Id, StringComparer.Ordinal).ThenBy(t => t.To.Id, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal).Chunk(MostRows))
            {
                var rows = ties.Select(tie => ArticleRows.Of(tie, statements.CaptionOf(tie.Type), withType: group.Key == Statements.OtherTie)).ToList();
                foreach (var row in await connection.WriteAsync(statements.WriteTiesOf(group.Key), new Dictionary<string, object?> { ["ties"] = rows }, cancellationToken))
                {
                    if (row.Flag(1))
                        created.Add(row.Text(0));
                    if (!row.Flag(2))
                        stale.Add(row.Text(0));
                }
            }
        }

        return stale;
    }

    private async Task<IReadOnlyList<StoredClaim>> ClaimsOfAsync(IReadOnlyCollection<string> ties, CancellationToken cancellationToken)
    {
        if (ties.Count == 0)
            return [];
        var rows = await connection.ReadAsync(Statements.ClaimsOfTies, new Dictionary<string, object?> { ["ids"] = ties }, cancellationToken);
        return [.. rows.Select(StoredRows.Claim)];
    }
}
