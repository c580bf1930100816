using System.CommandLine;
using DefenseTies.Scoring;

namespace DefenseTies.Cli.Commands;

/// <summary><c>score GOLD…</c>: how well articles are read.</summary>
internal static class ScoreCommand
{
    public static Command Create(Shell shell)
    {
        var gold = new Argument<string[]>("gold") { Description = GoldFiles.Description, Arity = ArgumentArity.OneOrMore };
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
            var files = parsed.GetRequiredValue(gold).SelectMany(GoldFiles.At).ToList();
            if (parsed.GetValue(article) is not null && files.Count != 1)
                throw new CommandException("--article goes with one gold file");
            var scorer = new Scorer(shell.Pipeline.Schema);
            foreach (var file in files)
                scorer.Add(Gold.Read(file), shell.Pipeline.Extract(GoldFiles.ArticleOf(file, parsed.GetValue(article), "say where with --article")), Path.GetFileName(file));
            foreach (var fault in parsed.GetValue(verbose) ? scorer.Faults : [])
                shell.Output.Write($"{fault.Article}\t{fault.Measure}\t{(fault.Missed ? "missed" : "wrong")}\t{Printable.Line(fault.Fact)}\n");
            foreach (var score in scorer.Scores)
                shell.Output.Write($"{score}\n");
            return ExitCode.Found;
        });
        return command;
    }
}
