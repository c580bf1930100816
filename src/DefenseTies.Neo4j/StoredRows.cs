using DefenseTies.Articles;
using DefenseTies.Claims;
using DefenseTies.Graphs;
using DefenseTies.Mentions;

namespace DefenseTies.Neo4j;

/// <summary>Rows → records, in the columns of <see cref="Statements"/>.</summary>
internal static class StoredRows
{
    public static Article Article(Row row)
    {
        var article = row.Map(0);
        return new Article
        {
            Id = Text(article, "id"),
            Title = Word(article, "title"),
            Date = Date(Word(article, "date")),
            Source = Word(article, "source"),
            Language = Text(article, "language"),
            BodyStart = Number(article, "bodyStart"),
            TitleSpan = new TextSpan(Number(article, "titleStart"), Number(article, "titleLength")),
            Text = Text(article, "text"),
        };
    }

    public static Entity Entity(Row row)
    {
        var entity = row.Map(0);
        var name = Text(entity, "name");
        return new Entity
        {
            Id = Text(entity, "id"),
            Type = Text(entity, "type"),
            Name = name,
            Aliases = [.. List(entity, "names").Cast<string>().Where(n => n != name).Order(StringComparer.Ordinal)],
            State = Word(entity, "state"),
            Family = Word(entity, "family"),
        };
    }

    public static StoredClaim Claim(Row row)
    {
        var claim = row.Map(0);
        return new StoredClaim(
            new Claim
            {
                Id = Text(claim, "id"),
                Type = Text(claim, "type"),
                From = new EntityRef(Text(claim, "from"), Text(claim, "fromType"), Text(claim, "fromName")),
                To = new EntityRef(Text(claim, "to"), Text(claim, "toType"), Text(claim, "toName")),
                Item = Word(claim, "item") is { } item ? new ClaimItem(item, Word(claim, "itemId")) : null,
                Role = Word(claim, "role"),
                Quantity = Word(claim, "quantity"),
                Value = Word(claim, "value"),
                Date = Date(Word(claim, "date")),
                Status = Enum.Parse<ClaimStatus>(Text(claim, "status"), ignoreCase: true),
                Stage = Word(claim, "stage"),
                AttributedTo = Word(claim, "attributedTo"),
                Cues = Cues(claim),
                Confidence = Convert.ToDouble(claim["confidence"], System.Globalization.CultureInfo.InvariantCulture),
                Evidence = new Evidence(Text(claim, "article"), TextSpan.FromBounds(Number(claim, "start"), Number(claim, "end")), Text(claim, "quote")),
                Extractor = Text(claim, "extractor"),
            },
            Date((string?)row[1]),
            (string?)row[2],
            (string?)row[3]);
    }

    private static IReadOnlyList<Cue> Cues(IReadOnlyDictionary<string, object?> claim)
    {
        if (!claim.ContainsKey("cueKinds"))
            return [];
        var (kinds, starts, lengths) = (List(claim, "cueKinds"), List(claim, "cueStarts"), List(claim, "cueLengths"));
        return [.. kinds.Select((kind, i) => new Cue((string)kind!, new TextSpan(checked((int)(long)starts[i]!), checked((int)(long)lengths[i]!))))];
    }

    private static string Text(IReadOnlyDictionary<string, object?> map, string name) => (string)map[name]!;

    private static string? Word(IReadOnlyDictionary<string, object?> map, string name) => (string?)map.GetValueOrDefault(name);

    private static int Number(IReadOnlyDictionary<string, object?> map, string name) => checked((int)(long)map[name]!);

    private static IReadOnlyList<object?> List(IReadOnlyDictionary<string, object?> map, string name) => (IReadOnlyList<object?>)map[name]!;

    private static PartialDate? Date(string? text) => PartialDate.TryParse(text, out var date) ? date : null;
}
