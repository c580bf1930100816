using System.Diagnostics;
using System.Globalization;
using DefenseTies.Stores;

namespace DefenseTies.StoreTests.Support;

/// <summary>A process of its own that adds numbered articles to a store: this test program, told to run one explicit test.</summary>
public sealed class WriterProcess : IDisposable
{
    private const string StoreVariable = "DEFENSETIES_TEST_STORE";
    private const string ArticlesVariable = "DEFENSETIES_TEST_ARTICLES";
    private const string NumbersVariable = "DEFENSETIES_TEST_NUMBERS";
    private readonly Process process;

    private WriterProcess(Process process) => this.process = process;

    /// <summary>Starts adding articles <paramref name="first"/> to <paramref name="last"/>, each with <paramref name="claims"/> claims.</summary>
    /// <param name="store">Address of the store.</param>
    /// <param name="first">Number of the first article.</param>
    /// <param name="last">Number of the last article.</param>
    /// <param name="claims">Claims of each.</param>
    /// <param name="sharing">True for articles that speak of the same ties, ten at once: see <see cref="Some.Sharing"/>.</param>
    internal static WriterProcess Start(string store, int first, int last, int claims, bool sharing = false)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WriterProcess).Assembly.Location, "-explicit", "only", "-method", $"{typeof(InTheProcess).FullName}.*"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[StoreVariable] = store;
        start.Environment[ArticlesVariable] = sharing ? nameof(Some.Sharing) : nameof(Some.Numbered);
        start.Environment[NumbersVariable] = string.Create(CultureInfo.InvariantCulture, $"{first} {last} {claims}");
        return new WriterProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end; fails with the process's own words when it failed.</summary>
    internal async Task EndAsync(CancellationToken cancellationToken)
    {
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, output);
        output.ShouldContain("Total: 1,", Case.Sensitive, output);
    }

    /// <summary>Ends it without any warning, as a crash would.</summary>
    internal async Task KillAsync(CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose() => process.Dispose();

    public sealed class InTheProcess
    {
        [Fact(Explicit = true)]
        public async Task Adds_the_articles_it_was_started_for()
        {
            var numbers = Environment.GetEnvironmentVariable(NumbersVariable)!.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
            await using var store = await StoreAddress.Parse(Environment.GetEnvironmentVariable(StoreVariable)!).OpenToWriteAsync(cancellationToken: TestContext.Current.CancellationToken);
            var sharing = Environment.GetEnvironmentVariable(ArticlesVariable) == nameof(Some.Sharing);
            foreach (var batch in Enumerable.Range(numbers[0], numbers[1] - numbers[0] + 1).Chunk(sharing ? 10 : 1))
                await store.AddAllAsync([.. batch.Select(i => sharing ? Some.Sharing(i, numbers[2]) : Some.Numbered(i, numbers[2]))], TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);
        }
    }
}
