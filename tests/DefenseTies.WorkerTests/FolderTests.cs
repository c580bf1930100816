using DefenseTies.AppTests.Cli;
using DefenseTies.StoreTests.Support;
using DefenseTies.WorkerTests.Support;

namespace DefenseTies.WorkerTests;

public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_file_is_read_once_when_it_has_stopped_growing()
    {
        var inbox = Directory.CreateDirectory(folder.File("inbox")).FullName;
        using var worker = WorkerProcess.Start(folder.Path, [("DEFENSETIES_SETTLE", "00:00:03")], "--watch", "inbox");
        await worker.AddressAsync();
        foreach (var line in SomeNews.Caucasus.Split('\n'))
        {
            await File.AppendAllTextAsync(Path.Combine(inbox, "slow.txt"), line + "\n");
            await Task.Delay(150);
        }

        var entry = (await worker.UntilAsync(e => e.Any(x => x.State == "done"))).ShouldHaveSingleItem();
        entry.Source.ShouldBe(Path.Combine(inbox, "slow.txt"));
        (await Graph.ArticlesAsync(folder.Path)).ShouldHaveSingleItem().Text.ShouldBe(SomeNews.Caucasus.ReplaceLineEndings("\n") + "\n");
    }

    [Fact]
    public async Task Bad_files_are_set_aside_with_their_reason_and_the_rest_is_read_once_across_restarts()
    {
        var inbox = Directory.CreateDirectory(folder.File("inbox")).FullName;
        File.WriteAllText(Path.Combine(inbox, "a.txt"), SomeNews.Caucasus);
        File.WriteAllText(Path.Combine(inbox, "b-copy.txt"), SomeNews.Caucasus);
        File.WriteAllText(Path.Combine(inbox, "c-empty.txt"), "");
        File.WriteAllBytes(Path.Combine(inbox, "d-binary.txt"), [0x89, 0x50, 0, 1]);
        File.WriteAllText(Path.Combine(inbox, ".hidden.txt"), SomeNews.BlackSea);
        File.WriteAllText(Path.Combine(inbox, "picture.png"), "png");
        Directory.CreateDirectory(Path.Combine(inbox, "deep"));
        File.WriteAllText(Path.Combine(inbox, "deep/e.html"), $"<html><title>Black Sea</title><article><p>{SomeNews.BlackSea}</p></article></html>");
        using (var worker = WorkerProcess.Start(folder.Path, "--watch", "inbox"))
        {
            var entries = await worker.UntilAsync(e => e.Count >= 5 && e.All(x => x.State != "waiting"));
            entries.Select(Ends).Order().ShouldBe(["a.txt done", "b-copy.txt unchanged", "c-empty.txt failed", "d-binary.txt failed", "e.html done"]);
            entries.Where(e => e.State == "failed").Select(e => e.Reason).ShouldBe(["the file is empty", "a binary file (a zero at byte 2), not text; UTF-16 is read when it begins with a byte order mark"]);
            worker.Terminate();
            await worker.EndAsync();
        }

        // The next worker knows them, reads what is new and what has changed.
        File.WriteAllText(Path.Combine(inbox, "c-empty.txt"), SomeNews.Numbered(1));
        File.WriteAllText(Path.Combine(inbox, "f.md"), SomeNews.Numbered(2));
        using var next = WorkerProcess.Start(folder.Path, "--watch", "inbox");
        var after = await next.UntilAsync(e => e.Count(x => x.State is "done" or "unchanged") == 5);
        after.Count.ShouldBe(7, string.Join('\n', after));
        after.Skip(5).Select(Ends).Order().ShouldBe(["c-empty.txt done", "f.md done"]);
    }

    private static string Ends(Entry entry) => $"{Path.GetFileName(entry.Source)} {entry.State}";

    public void Dispose() => folder.Dispose();
}
