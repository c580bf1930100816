using System.CommandLine;
using DefenseTies.Scoring;

namespace DefenseTies.Cli.Commands;

/// <summary><c>learn GOLD…</c>: what pairs that no frame joins look like when they are ties.</summary>
internal static class LearnCommand
{
    public static Command Create(Shell shell)
    {
        var gold = new Argument<string[]>("gold") { Description = GoldFiles.Description, Arity = ArgumentArity.OneOrMore };
        var sentences = new Option<string[]>("--sentences") { Description = "Files of annotated sentences, or folders of them (.txt)", HelpName = "FILE|FOLDER", AllowMultipleArgumentsPerToken = true };
        var command = new Verb(
            "learn",
            "Weighs what annotated articles and the frames' own examples show of pairs that no frame joins; prints the weights.",
            "defenseties learn tests/Golden tests/MoreGold --sentences tests/Sentences > graph-schema/learned/pairs.tsv")
        { gold, sentences };
        command.SetAction(parsed =>
        {
            var trainer = new PairTrainer(shell.Pipeline);
            foreach (var file in parsed.GetRequiredValue(gold).SelectMany(GoldFiles.At))
                trainer.Add(GoldFiles.ArticleOf(file), Gold.Read(file));
            foreach (var sentence in (parsed.GetValue(sentences) ?? []).SelectMany(SentenceFiles).SelectMany(AnnotatedSentence.Read))
                trainer.Add(sentence);
            trainer.AddExamples();
            shell.Output.Write(trainer.Train());
            return ExitCode.Found;
        });
        return command;
    }

    private static IEnumerable<string> SentenceFiles(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.txt").Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path]
        : throw new CommandException($"{path}: no such file or folder");
}
