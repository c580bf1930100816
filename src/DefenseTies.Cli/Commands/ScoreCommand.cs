using System.CommandLine;
using DefenseTies.Articles;
using DefenseTies.Scoring;

namespace DefenseTies.Cli.Commands;

/// <summary><c>score GOLD…</c>: how well articles are read.</summary>
internal static class ScoreCommand
{
    public static Command Create(Shell shell)
    {
        var gold = new Argument<string[]>("gold") { Description = "Gold files, or folders of them; GOLD.json goes with GOLD.txt beside it or in seeds/", Arity = ArgumentArity.OneOrMore };
        var article = new Option<string?>("--article") { Description = "The article, when there is one gold file and it lies elsewhere", HelpName = "FILE" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "List what was missed and what was wrong" };
        var command = new Verb(
            "score",
            "Reads articles and compares what was found with what people found: precision, recall, F1.",
            "defenseties score tests/Golden",
            "defenseties score -v tests/Golden/kyrgyzstan-tb2.json",
            "defenseties score mine.json --article articles/mine.txt")
        { gold, article, verbose };
        command.SetAction(parsed =>
        {
            var files = parsed.GetRequiredValue(gold).SelectMany(Files).ToList();
            if (parsed.GetValue(article) is not null && files.Count != 1)
                throw new CommandException("--article goes with one gold file");
            var scorer = new Scorer(shell.Pipeline.Schema);
            foreach (var file in files)
                scorer.Add(Gold.Read(file), shell.Pipeline.Extract(Read(parsed.GetValue(article) ?? ArticleOf(file))), Path.GetFileName(file));
            foreach (var fault in parsed.GetValue(verbose) ? scorer.Faults : [])
                shell.Output.Write($"{fault.Article}\t{fault.Measure}\t{(fault.Missed ? "missed" : "wrong")}\t{Printable.Line(fault.Fact)}\n");
            foreach (var score in scorer.Scores)
                shell.Output.Write($"{score}\n");
            return ExitCode.Found;
        });
        return command;
    }

    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : throw new CommandException($"{path}: no such file or folder");
        var files = Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new CommandException($"{path}: no gold file (.json) in this folder");
    }

    private static string ArticleOf(string gold)
    {
        var beside = Path.ChangeExtension(gold, ".txt");
        var seed = Path.Combine("seeds", Path.GetFileName(beside));
        return File.Exists(beside) ? beside
            : File.Exists(seed) ? seed
            : throw new CommandException($"{gold}: its article is neither at {beside} nor at {seed}; say where with --article");
    }

    private static Article Read(string path)
    {
        var read = new ArticleReader().Read(new ArticlePath(path));
        return read.Article ?? throw new CommandException($"{path}: {read.Problem}");
    }
}
