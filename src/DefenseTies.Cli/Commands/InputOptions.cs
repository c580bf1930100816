using System.CommandLine;
using System.Globalization;
using DefenseTies.Articles;
using DefenseTies.LanguageModel;

namespace DefenseTies.Cli.Commands;

/// <summary>What <c>extract</c> and <c>ingest</c> read: files, folders, standard input.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> paths = new("path")
    {
        Description = "Files (txt, md, html), folders with everything below them, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<long> maxSize = new("--max-size")
    {
        Description = "Files larger than this are not read, such as 500kB, 20MB or a number of bytes [default: 10MB]",
        HelpName = "SIZE",
        DefaultValueFactory = _ => ArticleReader.DefaultMostBytes,
        CustomParser = result =>
        {
            if (TrySize(result.Tokens[0].Value, out var size))
                return size;
            result.AddError($"'{result.Tokens[0].Value}' is not a size; write 500kB, 20MB or a number of bytes.");
            return 0;
        },
    };

    public InputOptions(Command command)
    {
        command.Add(paths);
        command.Add(maxSize);
    }

    /// <summary>The files, listed.</summary>
    public IReadOnlyList<ArticlePath> Files(ParseResult parsed) => [.. ArticlePaths.List(parsed.GetRequiredValue(paths))];

    /// <summary>Reads them.</summary>
    public ArticleReader Reader(ParseResult parsed, Shell shell) => new(parsed.GetRequiredValue(maxSize), shell.Input);

    /// <summary>Reads and extracts them.</summary>
    public Extraction Extraction(ParseResult parsed, Shell shell, ModelReader? secondOpinion) =>
        new(shell.Pipeline, Reader(parsed, shell), secondOpinion is null ? null : secondOpinion.AskAsync);

    private static bool TrySize(string text, out long size)
    {
        var number = text.TrimEnd('b', 'B');
        var factor = number.Length > 0 ? char.ToLowerInvariant(number[^1]) switch { 'k' => 1_000L, 'm' => 1_000_000, 'g' => 1_000_000_000, _ => 1 } : 1;
        size = 0;
        if (!decimal.TryParse(factor == 1 ? number : number[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0 || value * factor > int.MaxValue)
            return false;
        size = (long)(value * factor);
        return size > 0;
    }
}
