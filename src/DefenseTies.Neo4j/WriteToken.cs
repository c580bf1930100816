using System.Security.Cryptography;

namespace DefenseTies.Neo4j;

/// <summary>Names one write, so that it knows its own work again when its answer was lost. Says nothing about the data.</summary>
internal static class WriteToken
{
    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
