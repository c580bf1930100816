using System.Diagnostics;
using System.Globalization;
using DefenseTies.Sqlite;

namespace DefenseTies.StoreTests.Support;

/// <summary>A process of its own that adds numbered articles to a store: this test program, told to run one explicit test.</summary>
public sealed class WriterProcess : IDisposable
{
    private const string PathVariable = "DEFENSETIES_TEST_STORE";
    private const string NumbersVariable = "DEFENSETIES_TEST_NUMBERS";
    private readonly Process process;

    private WriterProcess(Process process) => this.process = process;

    /// <summary>Starts adding articles <paramref name="first"/> to <paramref name="last"/>, each with <paramref name="claims"/> claims.</summary>
    internal static WriterProcess Start(string path, int first, int last, int claims)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WriterProcess).Assembly.Location, "-explicit", "only", "-method", $"{typeof(InTheProcess).FullName}.*"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[PathVariable] = path;
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
            await using var store = await SqliteGraphStore.OpenAsync(Environment.GetEnvironmentVariable(PathVariable)!, cancellationToken: TestContext.Current.CancellationToken);
            for (var i = numbers[0]; i <= numbers[1]; i++)
                await store.AddAsync(Some.Numbered(i, numbers[2]), TestContext.Current.CancellationToken);
        }
    }
}
