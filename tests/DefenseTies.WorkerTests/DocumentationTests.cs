using DefenseTies.Worker;

namespace DefenseTies.WorkerTests;

public sealed class DocumentationTests
{
    [Fact]
    public void The_page_names_every_setting_with_its_default()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "worker.md"));
        var defaults = new WorkerOptions();
        foreach (var setting in typeof(WorkerOptions).GetProperties().Where(p => p.CanWrite))
        {
            var row = page.Split('\n').SingleOrDefault(l => l.StartsWith($"| `{setting.Name}`", StringComparison.Ordinal)).ShouldNotBeNull($"{setting.Name} is not in docs/worker.md");
            if (setting.GetValue(defaults) is { } value and (int or long or TimeSpan or string))
                row.ShouldContain(FormattableString.Invariant($"{value}"));
        }

        page.ShouldContain(string.Join(", ", defaults.Pauses));
    }
}
