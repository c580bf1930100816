using System.Text.Json;
using DefenseTies.AppTests.Cli;

namespace DefenseTies.AppTests.SecondOpinion;

/// <summary>A run of the command with a scripted model.</summary>
public abstract class ModelSession : IDisposable
{
    // The frames read the first sentence; the second and third they do not.
    protected const string News = """
        title: Drones
        date: 2024-05-02

        Turkey delivered Bayraktar TB2 drones to Poland.
        The arsenal of Kenya owes much
          to the workshops of Denmark.
        Sweden is believed to be weighing whether Latvian soldiers get its radars.
        """;

    private protected CliTester Tester { get; } = new();

    private protected ScriptedModel Model { get; } = new();

    protected ModelSession()
    {
        Tester.Environment["DEFENSETIES_MODEL_URL"] = Model.Url;
        Tester.Environment["DEFENSETIES_MODEL_KEY"] = ScriptedModel.Key;
    }

    public void Dispose()
    {
        Model.Dispose();
        Tester.Dispose();
    }

    private protected async Task<CliResult> ExtractAsync(string news = News, params string[] more) =>
        await Tester.RunAsync(["extract", Tester.Write("news.txt", news), "--format", "json", "--with-model", "scripted", .. more]);

    private protected static object Supplies(string from, string to, string quote, string status = "actual", string? item = null, string type = "SUPPLIES", string fromType = "Country") => new
    {
        type,
        from = new { type = fromType, name = from },
        to = new { type = "Country", name = to },
        item,
        role = (string?)null,
        quantity = (string?)null,
        date = (string?)null,
        status,
        attributedTo = (string?)null,
        quote,
    };

    private protected static bool IsProposed(JsonElement claim) => claim.TryGetProperty("proposed", out var proposed) && proposed.GetBoolean();
}
