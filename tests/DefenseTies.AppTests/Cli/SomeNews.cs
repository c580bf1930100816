using System.Globalization;

namespace DefenseTies.AppTests.Cli;

/// <summary>Articles in plain sentences.</summary>
internal static class SomeNews
{
    public const string Caucasus = """
        title: Arms for the Caucasus
        date: 2021-03-01
        source: Some Agency

        Turkey delivered Bayraktar TB2 drones to Azerbaijan in 2020.
        Russia supplied Iskander missiles to Armenia.
        Israel sold Harop drones to Azerbaijan.
        Azerbaijan and Armenia fought a war.
        Germany may sell submarines to Turkey.
        """;

    public const string BlackSea = """
        title: Black Sea
        date: 2021-06-01

        Ukraine supplied tank engines to Turkey.
        Turkey is a member of NATO.
        """;

    /// <summary>The <paramref name="number"/>th of many articles, each different.</summary>
    public static string Numbered(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"title: Number {number}\n\n{Caucasus[Caucasus.IndexOf("\n\n", StringComparison.Ordinal)..]}\n{BlackSea[BlackSea.IndexOf("\n\n", StringComparison.Ordinal)..]}\nThis was report {number}.\n");
}
