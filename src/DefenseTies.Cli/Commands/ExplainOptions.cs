using System.CommandLine;
using DefenseTies.Articles;

namespace DefenseTies.Cli.Commands;

/// <summary><c>--explain</c>: how sentences are read, stage by stage, instead of what comes of it.</summary>
internal sealed class ExplainOptions
{
    private readonly Option<bool> explain = new("--explain")
    {
        Description = "Show how: of each sentence that says something its tokens, mentions, roles, frames, cues and claims, as text",
    };

    private readonly Option<string?> sentence = new("--sentence")
    {
        Description = "With --explain: only sentences with these words, also such as say nothing, and why frames do not fit",
        HelpName = "WORDS",
    };

    public ExplainOptions(Command command)
    {
        command.Add(explain);
        command.Add(sentence);
        command.Validators.Add(result =>
        {
            var others = result.GetResult("--with-model") is not null || result.GetResult("--format") is { } format && !((System.CommandLine.Parsing.OptionResult)format).Implicit;
            if (result.GetValue(explain) && others)
                result.AddError("--explain shows how the frames read, as text: it goes with neither --format nor --with-model.");
            if (!result.GetValue(explain) && result.GetValue(sentence) is not null)
                result.AddError("--sentence goes with --explain.");
        });
    }

    public bool IsIn(ParseResult parsed) => parsed.GetValue(explain);

    /// <summary>Prints how the articles are read.</summary>
    /// <returns>The exit code.</returns>
    public int Print(ParseResult parsed, Shell shell, IEnumerable<ArticlePath> files, ArticleReader reader)
    {
        var (printed, failed) = (false, false);
        foreach (var read in files.Where(f => !f.IsSkipped).Select(reader.Read))
        {
            if (read.Article is null)
                shell.Complain($"{read.Path}: {read.Problem}");
            failed |= read.Article is null;
            var text = read.Article is null ? "" : shell.Pipeline.Explain(read.Article, parsed.GetValue(sentence));
            shell.Output.Write((printed && text.Length > 0 ? "\n" : "") + (shell.IsOutputTerminal ? Printable.Lines(text) : text));
            printed |= text.Length > 0;
            if (read.Article is not null && text.Length == 0)
                shell.Complain($"{read.Path}: {(parsed.GetValue(sentence) is null ? "says nothing about defence ties" : "no sentence has these words")}");
        }

        return failed ? ExitCode.Error : printed ? ExitCode.Found : ExitCode.Nothing;
    }
}
