using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DefenseTies.Benchmarks;

/// <summary>The time this thread has run on a core, so that other work on the machine disturbs little; plain time where Linux is not.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static double Milliseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux() || ClockGetTime(ThreadCpuTime, out var time) != 0)
                return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
            return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
