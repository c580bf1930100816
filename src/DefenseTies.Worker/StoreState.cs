using DefenseTies.Stores;
using Microsoft.Extensions.Logging;

namespace DefenseTies.Worker;

/// <summary>Whether the store can be written, as the last attempt found it.</summary>
internal sealed class StoreState(TimeProvider clock, ILogger<StoreState> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30);

    private volatile string? trouble = "The store is not open yet.";

    /// <summary>What is wrong with the store, or null.</summary>
    public string? Trouble => trouble;

    /// <summary>Does something with the store, again and again while trying again may help: an outage costs time and nothing else. Pauses double from 1 to 30 seconds.</summary>
    /// <exception cref="GraphStoreException">Trying again does not help.</exception>
    /// <exception cref="OperationCanceledException">The worker stops.</exception>
    public async Task<T> TryAsync<T>(Func<Task<T>> step, CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                var result = await step();
                if (pause > FirstPause)
                    log.StoreBack();
                trouble = null;
                return result;
            }
            catch (GraphStoreException error)
            {
                trouble = error.Message;
                if (!error.IsTransient)
                    throw;
                log.StoreAway(pause, error.Message);
            }

            await Task.Delay(pause, clock, stopping);
        }
    }
}
