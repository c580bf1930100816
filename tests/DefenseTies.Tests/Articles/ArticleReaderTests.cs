using System.Text;
using DefenseTies.Articles;

namespace DefenseTies.Tests.Articles;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("articles").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_text_is_read_as_it_is()
    {
        var result = ReadBytes("a.txt", Encoding.UTF8.GetBytes("title: T\r\n\r\nTürkiye\r\nsupplies.\r\n"));
        result.Problem.ShouldBeNull();
        result.Article!.Text.ShouldBe("title: T\r\n\r\nTürkiye\r\nsupplies.\r\n");
        result.Article.Source.ShouldBe(result.Path);
    }

    [Fact]
    public void Byte_order_marks_are_understood_and_kept()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            var result = ReadBytes("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes("title: T\n\nTürkiye 🚀.")]);
            result.Problem.ShouldBeNull();
            result.Article!.Text.ShouldBe("\uFEFFtitle: T\n\nTürkiye 🚀.");
            result.Article.Title.ShouldBe("T");
        }
    }

    [Theory]
    [InlineData(new byte[0], "the file is empty")]
    [InlineData(new byte[] { 0x20, 0x0A }, "the file is empty")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "the file is empty")]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 }, "binary")]
    [InlineData(new byte[] { 1, 2, 3, 0x61 }, "binary")]
    [InlineData(new byte[] { 0x61, 0x62, 0xFF, 0x63 }, "not valid UTF-8 at byte 2 (0xFF)")]
    [InlineData(new byte[] { 0x61, 0xC3 }, "not valid UTF-8 at byte 1")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 }, "not valid UTF-16")]
    public void What_is_no_text_is_a_problem(byte[] bytes, string problem)
    {
        var result = ReadBytes("a.txt", bytes);
        result.Article.ShouldBeNull();
        result.Problem.ShouldNotBeNull().ShouldContain(problem);
    }

    [Fact]
    public void A_file_over_the_limit_is_not_read()
    {
        var path = Path.Combine(folder, "big.txt");
        File.WriteAllText(path, new string('a', 1001));
        new ArticleReader(1000).Read(new ArticlePath(path)).Problem.ShouldNotBeNull().ShouldContain("larger than the limit of 1000 bytes (1001 bytes)");
        using var input = new MemoryStream(new byte[1001]);
        new ArticleReader(1000, new Unseekable(input)).Read(new ArticlePath("-")).Problem.ShouldNotBeNull().ShouldContain("larger than the limit");
    }

    [Fact]
    public void Folders_are_listed_in_order_with_everything_below_them()
    {
        foreach (var name in (string[])["b.txt", "a/z.md", "a/y.HTML", "c.json", ".hidden.txt", "d.pdf"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), "Text.");
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "gone.txt"), Path.Combine(folder, "nowhere"));
        var listed = ArticlePaths.List([folder, Path.Combine(folder, "nothing"), "-"]).ToList();
        listed.Select(l => l.Path.Replace(folder + "/", "", StringComparison.Ordinal)).ShouldBe(["a/y.HTML", "a/z.md", "b.txt", "d.pdf", "gone.txt", "nothing", "-"]);
        listed.Where(l => l.Problem is not null).Select(l => Path.GetFileName(l.Path)).ShouldBe(["d.pdf", "nothing"]);
        listed.Where(l => l.IsSkipped).Select(l => Path.GetFileName(l.Path)).ShouldBe(["d.pdf"]);
        ArticlePaths.List([Path.Combine(folder, "d.pdf")]).Single().ShouldSatisfyAllConditions(l => l.Problem.ShouldNotBeNull(), l => l.IsSkipped.ShouldBeFalse());
        new ArticleReader().Read(listed[4]).Problem.ShouldNotBeNull().ShouldContain("cannot be read");
    }

    [Fact]
    public void A_page_becomes_its_article()
    {
        const string html = """
            <html><head><title>Site</title><meta property="og:title" content="Drones &amp; more"><meta property="article:published_time" content="2024-04-19T08:00:00Z">
            <link rel=canonical href="https://example.org/drones"><script>var x = "Turkey supplies nobody";</script><style>p { }</style></head>
            <body><nav>Home <a>About</a></nav><article><h1>Drones</h1><p>Turkey   <b>delivered</b>
            drones to <a href=x>Azerbaijan</a>.<p>It cost &euro;5&nbsp;million.<ul><li>One<li>Two</ul></article><footer>© Site</footer></body></html>
            """;
        var article = ReadBytes("page.html", Encoding.UTF8.GetBytes(html)).Article.ShouldNotBeNull();
        article.Text.ShouldBe("""
            title: Drones & more
            date: 2024-04-19T08:00:00Z
            source: https://example.org/drones

            Drones

            Turkey delivered drones to Azerbaijan.

            It cost €5 million.

            One

            Two

            """.ReplaceLineEndings("\n"));
        (article.Title, article.Date?.ToString(), article.Source).ShouldBe(("Drones & more", "2024-04-19", "https://example.org/drones"));
    }

    [Fact]
    public void A_page_nested_ten_thousand_deep_is_read()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 10_000)) + "Deep.";
        ReadBytes("deep.html", Encoding.UTF8.GetBytes(html)).Article.ShouldNotBeNull().Text.ShouldBe("Deep.\n");
    }

    [Fact]
    public void A_page_without_words_is_a_problem() =>
        ReadBytes("page.htm", "<html><body><script>x()</script></body></html>"u8.ToArray()).Problem.ShouldBe("the page holds no text");

    private ArticleResult ReadBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return new ArticleReader().Read(new ArticlePath(path));
    }

    private sealed class Unseekable(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
