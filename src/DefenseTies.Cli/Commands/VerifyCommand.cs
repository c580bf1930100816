using System.CommandLine;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>verify</c>: does every quote stand in its article?</summary>
internal static class VerifyCommand
{
    public static Command Create(Shell shell)
    {
        var store = new StoreOption();
        var command = new Verb(
            "verify",
            "Opens every stored article and checks that each claim's words stand where the claim says. Ends with 2 when one does not.",
            "defenseties verify",
            "defenseties verify --store sqlite:work/graph.db")
        { store };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var opened = await store.OpenToReadAsync(shell, parsed, cancellationToken);
            var found = await Verification.RunAsync(opened, cancellationToken);
            foreach (var failure in found.Failures)
                shell.Complain($"article {failure.ArticleId}{(failure.ClaimId is null ? "" : $", claim {failure.ClaimId}")}: {Printable.Line(failure.Message)}");
            shell.Output.Write($"{Printable.Count(found.Articles, "article")}, {Printable.Count(found.Claims, "claim")}, {Printable.Count(found.Failures.Count, "failure")}\n");
            return found.Failures.Count > 0 ? ExitCode.Error : found.Articles == 0 ? ExitCode.Nothing : ExitCode.Found;
        });
        return command;
    }
}
