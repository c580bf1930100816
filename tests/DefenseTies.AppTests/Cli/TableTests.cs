using DefenseTies.Cli;

namespace DefenseTies.AppTests.Cli;

public sealed class TableTests
{
    private static readonly Grid Grid = new(
        ["Supplier", "Recipient", "Item", "Status", "Tie", "Says"],
        [
            ["Turkey", "Azerbaijan", "Bayraktar TB2", "actual, delivered", "0123456789abcdef", "“Turkey delivered Bayraktar TB2 drones to Azerbaijan, which used them in the war of the autumn of 2020.” (Some Agency)"],
            ["United States", "Türkiye", null, "planned", "fedcba9876543210", "“[bold]So\u001b[31mme\nwords[/].”"],
        ]);

    [Fact]
    public void Redirected_each_row_is_one_line() => Approve.Text(Print(isTerminal: false, width: 80), "table-redirected");

    [Fact]
    public void On_a_terminal_the_words_stand_under_their_row_and_fit() => Approve.Text(Print(isTerminal: true, width: 80), "table-terminal");

    [Fact]
    public void On_a_narrow_terminal_ids_stay_whole()
    {
        var text = Print(isTerminal: true, width: 60);
        text.ShouldContain("0123456789abcdef");
        text.Split('\n').ShouldAllBe(line => line.Length <= 60);
    }

    private static string Print(bool isTerminal, int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var shell = new Shell(output, TextWriter.Null, Stream.Null, isTerminal, isTerminal, _ => null);
        shell.OutputConsole.Profile.Width = width;
        shell.OutputConsole.Profile.Capabilities.Ansi = false;
        Printer.Table(shell, Grid);
        return string.Join('\n', output.ToString().Split('\n').Select(l => l.TrimEnd()));
    }
}
