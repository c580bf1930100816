using DefenseTies.Sqlite;
using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;
using Microsoft.Data.Sqlite;
using SqliteOpenMode = DefenseTies.Sqlite.SqliteOpenMode;

namespace DefenseTies.StoreTests;

/// <summary>Writers side by side, and writers that do not finish: a store holds an article whole or not at all.</summary>
public sealed class SqliteWritingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string StorePath => folder.File("store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_may_create_and_fill_one_store_at_once()
    {
        using var one = WriterProcess.Start($"sqlite:{StorePath}", 1, 150, claims: 20);
        using var other = WriterProcess.Start($"sqlite:{StorePath}", 101, 250, claims: 20);

        await one.EndAsync(Stop);
        await other.EndAsync(Stop);

        await using var store = await SqliteGraphStore.OpenAsync(StorePath, SqliteOpenMode.Read, cancellationToken: Stop);
        (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(250);
        (await store.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(250 * 20);
    }

    [Fact]
    public async Task Two_stores_in_one_process_may_share_a_file()
    {
        await using var one = await SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop);
        await using var other = await SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop);

        await Task.WhenAll(
            Task.Run(() => FillAsync(one, 1, 100), Stop),
            Task.Run(() => FillAsync(other, 51, 150), Stop));

        (await one.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(150);
    }

    [Fact]
    public async Task Creating_a_store_from_many_sides_makes_one_store()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop), Stop)));

        await Task.WhenAll(stores.Select((store, i) => Task.Run(() => store.AddAsync(Some.Numbered(i), Stop), Stop)));

        (await stores[0].ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(8);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task A_locked_store_is_given_up_after_the_busy_timeout_and_may_be_tried_again()
    {
        await using var store = await SqliteGraphStore.OpenAsync(StorePath, busyTimeout: TimeSpan.FromMilliseconds(50), cancellationToken: Stop);
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE");

        var error = await Should.ThrowAsync<GraphStoreException>(() => store.AddAsync(Some.Numbered(1), Stop));

        error.IsTransient.ShouldBeTrue();
        error.Message.ShouldContain("is being written by another process. Wait until");
        (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(0, "reading needs no turn");
        Execute(other, "ROLLBACK");
        (await store.AddAsync(Some.Numbered(1), Stop)).NewClaims.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_another_process_keeps_locked_is_given_up_when_opening_too()
    {
        using var other = Connect();
        Execute(other, "BEGIN EXCLUSIVE");

        var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(StorePath, busyTimeout: TimeSpan.Zero, cancellationToken: Stop));

        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Waiting_for_a_turn_can_be_cancelled()
    {
        await using var store = await SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop);
        using var other = Connect();
        Execute(other, "BEGIN IMMEDIATE");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Should.ThrowAsync<OperationCanceledException>(() => store.AddAsync(Some.Numbered(1), soon.Token));
    }

    [Fact]
    public async Task An_article_that_fails_halfway_leaves_nothing_and_the_next_one_is_written()
    {
        await using var store = await SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop);
        using var other = Connect();
        Execute(other, "CREATE TRIGGER trap BEFORE INSERT ON claim WHEN NEW.item_name = 'thing 7' BEGIN SELECT RAISE(ABORT, 'trapped'); END");

        (await Should.ThrowAsync<GraphStoreException>(() => store.AddAsync(Some.Numbered(1, claims: 10), Stop))).Message.ShouldContain("trapped");

        (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(0);
        (await store.EntitiesAsync(Stop).CountAsync(Stop)).ShouldBe(0);
        (await store.AddAsync(Some.Numbered(1, claims: 5), Stop)).NewClaims.ShouldBe(5);
    }

    [Fact]
    public async Task A_killed_process_leaves_whole_articles_only()
    {
        const int claims = 1000;
        for (var round = 0; round < 3; round++)
        {
            using var writer = WriterProcess.Start($"sqlite:{StorePath}", round * 1000, (round * 1000) + 999, claims);
            await WaitForAsync(articles: (round * 5) + 3);
            await Task.Delay(7 * round, Stop); // another place within an article each time
            await writer.KillAsync(Stop);

            await using var store = await SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop);
            var found = await store.ArticlesAsync(Stop).CountAsync(Stop);
            (await store.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(found * claims);
            using var connection = Connect();
            Text(connection, "PRAGMA integrity_check").ShouldBe("ok");
            Text(connection, "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM mention)").ShouldBe("0");
        }
    }

    [Fact]
    public async Task A_full_disk_is_reported_and_keeps_the_articles_written_before()
    {
        using var disk = new SmallDisk(1024);
        var path = disk.File("store.db");
        var added = 0;
        await using (var store = await SqliteGraphStore.OpenAsync(path, cancellationToken: Stop))
        {
            var error = await Should.ThrowAsync<GraphStoreException>(async () =>
            {
                for (; added < 1000; added++)
                    await store.AddAsync(Some.Numbered(added, claims: 50), Stop);
            });
            error.Message.ShouldContain("disk");
            error.IsTransient.ShouldBeFalse();
            (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(added);
        }

        added.ShouldBeGreaterThan(0);
        await using var again = await SqliteGraphStore.OpenAsync(path, SqliteOpenMode.Read, cancellationToken: Stop);
        (await again.ClaimsAsync(null, [], Stop).CountAsync(Stop)).ShouldBe(added * 50);
    }

    [Fact]
    public async Task A_disk_full_from_the_start_is_reported()
    {
        using var disk = new SmallDisk(16);
        await File.WriteAllBytesAsync(disk.File("filling"), new byte[12 * 1024], Stop);

        (await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(disk.File("store.db"), cancellationToken: Stop))).Message.ShouldContain("disk");
    }

    private static async Task FillAsync(SqliteGraphStore store, int first, int last)
    {
        for (var i = first; i <= last; i++)
            await store.AddAsync(Some.Numbered(i, claims: 5), Stop);
    }

    private async Task WaitForAsync(int articles)
    {
        while (true)
        {
            try
            {
                await using var store = await SqliteGraphStore.OpenAsync(StorePath, SqliteOpenMode.Read, cancellationToken: Stop);
                if (await store.ArticlesAsync(Stop).CountAsync(Stop) >= articles)
                    return;
            }
            catch (GraphStoreException)
            {
                // Not there yet.
            }

            await Task.Delay(5, Stop);
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = StorePath, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql) => Text(connection, sql);

    private static string? Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
