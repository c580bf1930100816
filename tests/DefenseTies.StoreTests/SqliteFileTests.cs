using DefenseTies.Sqlite;
using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;
using Microsoft.Data.Sqlite;
using SqliteOpenMode = DefenseTies.Sqlite.SqliteOpenMode;

namespace DefenseTies.StoreTests;

/// <summary>What opening does with files of every kind: each refusal says what to do and leaves the folder as it was, byte for byte.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string StorePath => folder.File("store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_file_becomes_a_store_that_is_one_file_when_closed()
    {
        await AddAsync(1);

        Directory.GetFiles(folder.Path).ShouldBe([StorePath]);
        (await CountAsync()).ShouldBe(1);
        Directory.GetFiles(folder.Path).ShouldBe([StorePath], "reading leaves nothing beside it");
    }

    [Fact]
    public async Task An_empty_file_becomes_a_store()
    {
        await File.WriteAllTextAsync(StorePath, "", Stop);

        await AddAsync(1);

        (await CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("sto're ?mode=memory&x=1#100%25.db")]
    [InlineData(":memory:")]
    [InlineData("с пробелом;Mode=Memory.db")]
    public async Task Any_file_name_will_do(string name)
    {
        await using (var store = await SqliteGraphStore.OpenAsync(folder.File(name), cancellationToken: Stop))
            await store.AddAsync(Some.Numbered(1), Stop);

        Directory.GetFiles(folder.Path).ShouldBe([folder.File(name)]);
        await using var again = await SqliteGraphStore.OpenAsync(folder.File(name), SqliteOpenMode.Read, cancellationToken: Stop);
        (await again.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(1);
    }

    [Fact]
    public Task Reading_a_missing_file_is_refused_and_creates_none() =>
        RefusesAsync("There is no store at", SqliteOpenMode.Read);

    [Fact]
    public async Task Reading_an_empty_file_is_refused()
    {
        await File.WriteAllTextAsync(StorePath, "", Stop);

        await RefusesAsync("is empty. Ingest articles", SqliteOpenMode.Read);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("A text of some length, which is no database at all. ")]
    public async Task A_file_that_is_no_database_is_refused(string text)
    {
        await File.WriteAllTextAsync(StorePath, string.Concat(Enumerable.Repeat(text, 200)), Stop);

        await RefusesAsync("is not a DefenseTies store", SqliteOpenMode.Create, SqliteOpenMode.Read);
    }

    [Theory]
    [InlineData("CREATE TABLE article (id)")]
    [InlineData("PRAGMA journal_mode = WAL; CREATE TABLE article (id)")]
    public async Task A_database_of_another_program_is_refused(string sql)
    {
        Execute(sql);

        await RefusesAsync("is not a DefenseTies store", SqliteOpenMode.Create, SqliteOpenMode.Read);
    }

    [Fact]
    public async Task A_folder_is_refused()
    {
        Directory.CreateDirectory(StorePath);

        await RefusesAsync("is a folder. Name a file in it", SqliteOpenMode.Create, SqliteOpenMode.Read);
    }

    [Fact]
    public async Task A_file_in_a_missing_folder_is_refused()
    {
        var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(folder.File("missing/store.db"), cancellationToken: Stop));

        error.Message.ShouldContain("does not exist. Create it");
        Directory.Exists(folder.File("missing")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await AddAsync(1);
        Execute("PRAGMA user_version = 99");

        await RefusesAsync("has schema version 99", SqliteOpenMode.Create, SqliteOpenMode.Read);
    }

    [Fact]
    public async Task A_store_cut_short_is_refused()
    {
        await AddAsync(1);
        await using (var file = File.OpenWrite(StorePath))
            file.SetLength(file.Length / 2);

        await RefusesAsync("is damaged. Restore a copy", SqliteOpenMode.Create, SqliteOpenMode.Read);
    }

    [Fact]
    public async Task A_store_with_pages_overwritten_is_refused_when_they_are_read_or_written()
    {
        await AddAsync(1, claims: 50);
        await using (var file = File.OpenWrite(StorePath))
        {
            file.Position = 4096; // all pages but the first, which holds the header
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)file.Length - 4096).ToArray(), Stop);
        }

        var before = Snapshot();
        (await Should.ThrowAsync<GraphStoreException>(CountAsync)).Message.ShouldContain("is damaged");
        (await Should.ThrowAsync<GraphStoreException>(() => AddAsync(2))).Message.ShouldContain("is damaged");
        Snapshot().ShouldBe(before);
    }

    [Fact]
    public async Task A_store_opened_for_reading_takes_no_articles()
    {
        await AddAsync(1);
        await using var store = await SqliteGraphStore.OpenAsync(StorePath, SqliteOpenMode.Read, cancellationToken: Stop);

        (await Should.ThrowAsync<GraphStoreException>(() => store.AddAsync(Some.Numbered(2), Stop))).Message.ShouldContain("was opened for reading");
    }

    [Fact]
    public async Task A_store_on_a_read_only_disk_can_be_read_and_not_written()
    {
        using var disk = new SmallDisk(1024);
        await using (var store = await SqliteGraphStore.OpenAsync(disk.File("store.db"), cancellationToken: Stop))
            await store.AddAsync(Some.Numbered(1), Stop);
        disk.MakeReadOnly();

        await using (var store = await SqliteGraphStore.OpenAsync(disk.File("store.db"), SqliteOpenMode.Read, cancellationToken: Stop))
            (await store.ArticlesAsync(Stop).CountAsync(Stop)).ShouldBe(1);
        foreach (var name in new[] { "store.db", "new.db" })
        {
            var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(disk.File(name), cancellationToken: Stop));
            error.Message.ShouldContain("folder");
            error.IsTransient.ShouldBeFalse();
        }
    }

    private async Task AddAsync(int number, int claims = 1)
    {
        await using var store = await SqliteGraphStore.OpenAsync(StorePath, cancellationToken: Stop);
        await store.AddAsync(Some.Numbered(number, claims), Stop);
    }

    private async Task<int> CountAsync()
    {
        await using var store = await SqliteGraphStore.OpenAsync(StorePath, SqliteOpenMode.Read, cancellationToken: Stop);
        return await store.ClaimsAsync(null, [], Stop).CountAsync(Stop);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = StorePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task RefusesAsync(string reason, params SqliteOpenMode[] modes)
    {
        var before = Snapshot();
        foreach (var mode in modes)
        {
            var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(StorePath, mode, cancellationToken: Stop));
            error.Message.ShouldContain(reason);
            error.Message.ShouldContain(StorePath);
            Snapshot().ShouldBe(before);
        }
    }

    private List<string> Snapshot() =>
        [.. Directory.GetFiles(folder.Path).Order(StringComparer.Ordinal).Select(file => file + " " + Convert.ToBase64String(File.ReadAllBytes(file)))];
}
