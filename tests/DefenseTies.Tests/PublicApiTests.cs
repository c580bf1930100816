using DefenseTies.Tests.Support;
using PublicApiGenerator;

namespace DefenseTies.Tests;

/// <summary>What others may build on changes only when somebody means it to.</summary>
public sealed class PublicApiTests
{
    private const string Approved = "tests/DefenseTies.Tests/Approved/DefenseTies.api.approved.txt";

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        var actual = typeof(Pipeline).Assembly.GeneratePublicApi(options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var approved = Path.Combine(SourceTree.Root, Approved);
        if (File.Exists(approved) && File.ReadAllText(approved) == actual)
            return;
        var received = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        File.WriteAllText(received, actual);
        Assert.Fail($"The public surface has changed. Compare {received} with the approved file; if the change is meant, move the one over the other.");
    }
}
