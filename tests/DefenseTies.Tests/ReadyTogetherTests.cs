using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DefenseTies.Tests;

public sealed class ReadyTogetherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_came_meanwhile_comes_together_in_order_and_no_more_than_asked_for()
    {
        var source = Channel.CreateUnbounded<int>();
        source.Writer.TryWrite(1).ShouldBeTrue();
        var seen = new List<string>();
        await foreach (var ready in source.Reader.ReadAllAsync(Stop).TogetherAsync(most: 3, Stop))
        {
            seen.Add(string.Join(' ', ready));
            if (seen.Count > 1)
                continue;
            foreach (var number in Enumerable.Range(2, 4))
                source.Writer.TryWrite(number).ShouldBeTrue();
            source.Writer.Complete();
        }

        seen[0].ShouldBe("1");
        string.Join(' ', seen).ShouldBe("1 2 3 4 5");
        seen.ShouldAllBe(ready => ready.Length <= "2 3 4".Length);
        seen.Count.ShouldBeLessThan(5, "some came together");
    }

    [Fact]
    public async Task A_stream_that_is_left_while_nothing_comes_is_cancelled()
    {
        var isCancelled = false;
        await foreach (var ready in OneAndSilenceAsync(Stop).TogetherAsync(most: 3, Stop))
        {
            ready.ShouldBe([1]);
            break;
        }

        isCancelled.ShouldBeTrue();

        async IAsyncEnumerable<int> OneAndSilenceAsync([EnumeratorCancellation] CancellationToken stop)
        {
            yield return 1;
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            catch (OperationCanceledException)
            {
                isCancelled = true;
            }
        }
    }

    [Fact]
    public async Task A_stream_that_fails_gives_first_what_came_before()
    {
        var seen = new List<int>();

        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var ready in TwoAndAFaultAsync().TogetherAsync(most: 3, Stop))
                seen.AddRange(ready);
        });

        seen.ShouldBe([1, 2]);

        static async IAsyncEnumerable<int> TwoAndAFaultAsync()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
            throw new InvalidOperationException();
        }
    }
}
