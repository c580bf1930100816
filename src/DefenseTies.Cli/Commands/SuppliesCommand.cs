using System.CommandLine;
using DefenseTies.Exports;
using DefenseTies.Queries;

namespace DefenseTies.Cli.Commands;

/// <summary><c>supplies</c>: who supplies whom.</summary>
internal static class SuppliesCommand
{
    public static Command Create(Shell shell)
    {
        var supplier = new Option<string?>("--supplier", "-s") { Description = "Only what this state or company supplies", HelpName = "NAME" };
        var recipient = new Option<string?>("--recipient", "-r") { Description = "Only what this state or organization gets", HelpName = "NAME" };
        var item = new Option<string?>("--item", "-i") { Description = "Only this weapon, its variants, this kind of weapon, or these words", HelpName = "ITEM" };
        var ingest = new IngestOption();
        var command = new Verb(
            "supplies",
            "Shows who supplies whom with what, and the sentence that says so.",
            "defenseties supplies",
            "defenseties supplies --ingest seeds/",
            "defenseties supplies --recipient Azerbaijan",
            "defenseties supplies --supplier Türkiye --include planned,possible",
            "defenseties supplies --item F-16 --as-of 2020 --format json")
        { supplier, recipient, item, ingest };
        var options = new QueryOptions(command);
        command.Answers(shell, options, async (store, parsed, filter, cancellationToken) =>
        {
            async Task<string?> Id(Option<string?> option) =>
                parsed.GetValue(option) is { } name ? (await WhoIs.FindAsync(shell, store, name, cancellationToken)).Id : null;
            var query = new SupplyQuery(await Id(supplier), await Id(recipient), parsed.GetValue(item));
            var ties = await query.ReadAsync(store, shell.Pipeline.Gazetteer, filter, cancellationToken);
            var grids = await TieGrids.ReadAsync(store, ties, cancellationToken);
            return new Answer(ties.Count, grids.Supplies(ties), grids.SuppliesCsv(ties), () => AnswerJson.Supplies(ties),
                "no such supply is stated; --include planned,possible,denied shows what is not so, or not yet");
        }, ingest);
        return command;
    }
}
