using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DefenseTies.AppTests.Support;

/// <summary>A Markdown page of the repository whose fenced blocks are made by the program. With <c>APPROVE=1</c> the page takes what is made.</summary>
internal static class Page
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Find();

    public static bool IsApproving => Environment.GetEnvironmentVariable("APPROVE") == "1";

    public static string At(string path) => Path.Combine(Root, path);

    /// <summary>Makes each fenced block of a kind anew from what it holds, and expects the page to hold that already.</summary>
    public static async Task ExpectBlocksAsync(string page, string kind, Func<string, Task<string>> make)
    {
        var text = (await File.ReadAllTextAsync(At(page))).ReplaceLineEndings("\n");
        var made = new StringBuilder();
        var at = 0;
        foreach (Match match in Regex.Matches(text, $@"^```{kind}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            made.Append(text, at, match.Groups[1].Index - at).Append(await make(match.Groups[1].Value));
            at = match.Groups[1].Index + match.Groups[1].Length;
        }

        at.ShouldBeGreaterThan(0, $"{page} has no block of {kind}");
        await ExpectAsync(page, made.Append(text, at, text.Length - at).ToString());
    }

    /// <summary>Expects a file of the repository to hold a text.</summary>
    public static async Task ExpectAsync(string file, string text)
    {
        if (IsApproving)
            await File.WriteAllTextAsync(At(file), text);
        var shown = (await File.ReadAllTextAsync(At(file))).ReplaceLineEndings("\n");
        if (shown != text)
            Assert.Fail($"{file} shows something else; APPROVE=1 takes the new text.{FirstDifference(shown.Split('\n'), text.Split('\n'))}");
    }

    // A page is too long for the usual message.
    private static string FirstDifference(string[] shown, string[] made)
    {
        var at = shown.Zip(made).TakeWhile(p => p.First == p.Second).Count();
        return $"\nLine {at + 1} shows:  {shown.ElementAtOrDefault(at)}\nand should be: {made.ElementAtOrDefault(at)}";
    }

    private static string Find([CallerFilePath] string from = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, "../../.."));
}
