using System.CommandLine;
using DefenseTies.Scoring;

namespace DefenseTies.Cli.Commands;

/// <summary><c>learn GOLD…</c>: what pairs that no frame joins look like when they are ties.</summary>
internal static class LearnCommand
{
    public static Command Create(Shell shell)
    {
        var gold = new Argument<string[]>("gold") { Description = GoldFiles.Description, Arity = ArgumentArity.OneOrMore };
        var command = new Verb(
            "learn",
            "Weighs what annotated articles and the frames' own examples show of pairs that no frame joins; prints the weights.",
            "defenseties learn tests/Golden tests/MoreGold > graph-schema/learned/pairs.tsv")
        { gold };
        command.SetAction(parsed =>
        {
            var trainer = new PairTrainer(shell.Pipeline);
            foreach (var file in parsed.GetRequiredValue(gold).SelectMany(GoldFiles.At))
                trainer.Add(GoldFiles.ArticleOf(file), Gold.Read(file));
            trainer.AddExamples();
            shell.Output.Write(trainer.Train());
            return ExitCode.Found;
        });
        return command;
    }
}
