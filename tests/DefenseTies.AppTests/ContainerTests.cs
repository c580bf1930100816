using System.Text.RegularExpressions;
using DefenseTies.AppTests.Support;
using DefenseTies.Neo4j;
using DefenseTies.Vocabulary;
using YamlDotNet.Serialization;

namespace DefenseTies.AppTests;

/// <summary>What can be checked of the containers without Docker: that the files say what they should, and that what they name is there.</summary>
public sealed partial class ContainerTests
{
    // The parts of the Compose specification that are used, and nothing that Docker would refuse.
    private static readonly string[] Known =
    [
        "build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "ports", "read_only", "restart", "security_opt", "stop_grace_period", "tmpfs", "volumes",
    ];

    private static readonly Lazy<GraphSchema> Schema = new(() => GraphSchema.Load());

    private readonly Dictionary<object, object> compose = Read();

    [Fact]
    public void Every_service_is_made_of_known_parts_has_a_health_check_and_is_open_to_this_machine_only()
    {
        compose.Keys.Cast<string>().ShouldBe(["services", "volumes"]);
        Services.Keys.ShouldBe(["neo4j", "worker", "assets"]);
        foreach (var (name, service) in Services)
        {
            service.Keys.Cast<string>().ShouldBeSubsetOf(Known, name);
            (service.ContainsKey("image") ^ service.ContainsKey("build")).ShouldBeTrue(name);
            Map(service["healthcheck"]).Keys.Cast<string>().ShouldBe(["test", "interval", "timeout", "retries"], name);
            Words(service, "ports").ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal), name);
        }
    }

    [Fact]
    public void The_password_must_be_set_and_has_no_default()
    {
        foreach (var service in new[] { "neo4j", "worker" })
            Map(Services[service]["environment"]).Values.Cast<string>().Count(v => RequiredPassword().IsMatch(v)).ShouldBe(1, service);
        File.ReadAllText(Page.At("docker-compose.yml")).ShouldNotContain("NEO4J_PASSWORD:-");
    }

    [Fact]
    public void Every_volume_is_declared_or_a_file_of_the_repository()
    {
        var declared = Map(compose["volumes"]).Keys.Cast<string>().ToList();
        var used = Services.Values.SelectMany(s => Words(s, "volumes")).Select(v => v.Split(':')[0]).ToList();
        used.Where(v => !v.StartsWith('.')).ShouldBe(declared, ignoreOrder: true);
        used.Where(v => v.StartsWith('.')).ShouldAllBe(v => Path.Exists(Page.At(v)));
    }

    [Fact]
    public void The_worker_is_started_with_options_that_it_has()
    {
        var help = File.ReadAllText(Page.At("tests/DefenseTies.AppTests/Approved/help-work.txt"));
        var command = Words(Services["worker"], "command");
        command[0].ShouldBe("work");
        command.Where(w => w.StartsWith("--", StringComparison.Ordinal)).ShouldAllBe(option => help.Contains($"  {option} ", StringComparison.Ordinal));
        Services["worker"]["depends_on"].ShouldBeOfType<Dictionary<object, object>>().Keys.ShouldBe(["neo4j"]);
    }

    [Fact]
    public void The_image_runs_without_root_and_is_built_with_the_driver()
    {
        var lines = File.ReadAllLines(Page.At("Dockerfile")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)).ShouldAllBe(l => l.Contains(":10.0", StringComparison.Ordinal));
        lines.FindLast(l => l.StartsWith("USER ", StringComparison.Ordinal)).ShouldBe("USER $APP_UID");
        lines.ShouldContain("ARG NEO4J_DRIVER=true");
        lines.ShouldContain(l => l.Contains("-p:Neo4jDriver=$NEO4J_DRIVER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_style_and_the_saved_queries_that_are_served_are_those_of_the_vocabulary()
    {
        await Page.ExpectAsync("docker/assets/defenseties.grass", BrowserStyle.Of(Schema.Value));
        using var zip = new MemoryStream();
        SavedQueries.WriteZip(Schema.Value, zip);
        if (Page.IsApproving)
            await File.WriteAllBytesAsync(Page.At("docker/assets/defenseties-queries.zip"), zip.ToArray(), TestContext.Current.CancellationToken);
        (await File.ReadAllBytesAsync(Page.At("docker/assets/defenseties-queries.zip"), TestContext.Current.CancellationToken)).ShouldBe(zip.ToArray());
    }

    private Dictionary<string, Dictionary<object, object>> Services => Map(compose["services"]).ToDictionary(s => (string)s.Key, s => Map(s.Value), StringComparer.Ordinal);

    private static Dictionary<object, object> Read() => new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(Page.At("docker-compose.yml")));

    private static Dictionary<object, object> Map(object value) => value.ShouldBeOfType<Dictionary<object, object>>();

    private static List<string> Words(Dictionary<object, object> service, string key) => [.. ((List<object>)service[key]).Cast<string>()];

    [GeneratedRegex(@"\$\{NEO4J_PASSWORD:\?[^}]+\}$")]
    private static partial Regex RequiredPassword();
}
