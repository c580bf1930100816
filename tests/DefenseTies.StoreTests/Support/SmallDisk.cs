using System.Diagnostics;
using System.Globalization;

namespace DefenseTies.StoreTests.Support;

/// <summary>A disk of a few hundred kilobytes in memory; skips the test where mounting one is not permitted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SmallDisk(int kilobytes)
    {
        var options = string.Create(CultureInfo.InvariantCulture, $"size={kilobytes}k");
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.Path))
            return;
        folder.Dispose();
        Assert.Skip("A small disk cannot be mounted here: that takes Linux and the right to mount.");
    }

    public string File(string name) => folder.File(name);

    public void Grow(int kilobytes) => Run("mount", "-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={kilobytes}k"), folder.Path).ShouldBeTrue();

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", folder.Path).ShouldBeTrue();

    public void Dispose()
    {
        Run("umount", folder.Path).ShouldBeTrue();
        folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
