using System.Runtime.CompilerServices;

namespace DefenseTies.AppTests.Cli;

/// <summary>Compares text with an approved file. When they differ the new text is written beside it as <c>.received.txt</c>; with <c>APPROVE=1</c> it takes its place.</summary>
internal static class Approve
{
    public static void Text(string text, string name, [CallerFilePath] string from = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(from)!, "..", "Approved");
        var approved = Path.Combine(folder, name + ".txt");
        var received = Path.Combine(folder, name + ".received.txt");
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
            File.WriteAllText(approved, text);
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        text.ShouldBe(File.Exists(approved) ? File.ReadAllText(approved) : "", $"{approved} says otherwise; APPROVE=1 takes the new text");
    }
}
