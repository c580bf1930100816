using System.CommandLine;
using DefenseTies.Claims;
using DefenseTies.Exports;
using DefenseTies.Graphs;

namespace DefenseTies.Cli.Commands;

/// <summary><c>extract PATH…</c>: what articles say, on standard output, without a store.</summary>
internal static class ExtractCommand
{
    public static Command Create(Shell shell)
    {
        var format = new Option<string>("--format") { Description = "How to print: table for people; json, one document per article; or csv", HelpName = "table|json|csv", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var command = new Verb(
            "extract",
            "Reads articles and prints what they say, without keeping it.",
            "defenseties extract seeds/turkey-azerbaijan.txt",
            "defenseties extract articles/ --format json > claims.jsonl",
            "curl -s https://example.org/news | defenseties extract - --format csv",
            "defenseties extract seeds/turkey-azerbaijan.txt --explain --sentence 'military base'",
            "DEFENSETIES_MODEL_URL=http://localhost:11434/v1 defenseties extract articles/ --with-model llama3.1 --model-budget 50000")
        { format };
        var input = new InputOptions(command);
        var explain = new ExplainOptions(command);
        var model = new ModelOptions(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = input.Files(parsed);
            foreach (var file in files.Where(f => f.IsSkipped))
                shell.Complain($"{file.Path}: skipped; {file.Problem}");
            if (explain.IsIn(parsed))
                return explain.Print(parsed, shell, files, input.Reader(parsed, shell));
            var print = parsed.GetRequiredValue(format);
            var (claims, failed) = (0, false);
            using var opinion = model.Reader(parsed, shell);
            await foreach (var result in input.Extraction(parsed, shell, opinion).RunAsync(files, cancellationToken: cancellationToken))
            {
                if (result.Extracted is { } extracted)
                    Print(shell, extracted, print, first: claims == 0, single: files.Count(f => !f.IsSkipped) == 1);
                else
                    shell.Complain($"{result.Path}: {result.Problem}");
                if (result.Warning is not null)
                    shell.Complain($"{result.Path}: {result.Warning}");
                claims += result.Extracted?.Claims.Count ?? 0;
                failed |= result.Problem is not null;
            }

            if (opinion is not null)
                shell.Complain(opinion.Summary);
            if (cancellationToken.IsCancellationRequested)
                return ExitCode.Interrupted;
            return failed ? ExitCode.Error : claims > 0 ? ExitCode.Found : ExitCode.Nothing;
        });
        return command;
    }

    private static void Print(Shell shell, ExtractedArticle extracted, string format, bool first, bool single)
    {
        if (format == "json")
        {
            shell.Output.Write(ExtractedJson.Text(extracted, indented: single) + "\n");
            return;
        }

        var article = extracted.Article;
        var claims = extracted.Claims.Select(c => new StoredClaim(c, article.Date, article.Source, article.Title)).ToList();
        if (format == "csv")
        {
            var rows = Claims.Csv(claims);
            foreach (var row in first ? rows.Rows.Prepend(rows.Headings) : rows.Rows)
                Printer.CsvLine(shell, row);
        }
        else if (claims.Count > 0)
        {
            Printer.Table(shell, Claims.Story(claims, shell));
        }
        else
        {
            shell.Complain($"{article.Source}: says nothing about defence ties");
        }
    }
}
