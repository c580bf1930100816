using System.Net;
using System.Net.Sockets;
using DefenseTies.Neo4j;
using DefenseTies.Stores;
using DefenseTies.StoreTests.Support;
using static DefenseTies.StoreTests.Support.ScriptedServer;

namespace DefenseTies.StoreTests;

/// <summary>What is made of answers that a server gives when something is wrong: see <c>docs/neo4j.md</c>.</summary>
public sealed class Neo4jConnectionTests
{
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";
    private const string Password = "a-secret-word";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_error_that_follows_rows_under_a_good_status_is_an_error()
    {
        await using var server = new ScriptedServer(Answer(202, """{"data":{"fields":["x"],"values":[[0],[1]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""));

        (await FailureAsync(server)).Message.ShouldContain("/ by zero");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(202)]
    public async Task After_a_deadlock_the_statement_is_sent_again_whatever_the_status(int status)
    {
        await using var server = new ScriptedServer(Error(status, Deadlock), Error(status, Deadlock), Value("7"));

        (await ReadAsync(server)).Single()[0].ShouldBe(7L);
        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError", 400)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", 400)]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", 400)]
    [InlineData("Neo.TransientError.Transaction.Terminated", 400)]
    [InlineData("Neo.DatabaseError.Statement.ExecutionFailed", 500)]
    [InlineData("N/A", 400)]
    public async Task What_will_fail_again_is_sent_once(string code, int status)
    {
        await using var server = new ScriptedServer(Error(status, code));

        var error = await FailureAsync(server);

        (error.IsTransient, server.Requests.Count).ShouldBe((false, 1));
        error.Message.ShouldContain(code);
    }

    [Fact]
    public async Task A_deadlock_that_does_not_end_is_given_up_and_may_be_tried_later()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Error(400, Deadlock), 8)]);

        (await FailureAsync(server)).IsTransient.ShouldBeTrue();
        server.Requests.Count.ShouldBe(8);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_asked_for_again()
    {
        const string half = """{"data":{"fields":["x"],"values":[[1],[2""";
        await using var server = new ScriptedServer(CutOff(half), Answer(202, half), Answer(202, ""), Value("3"));

        (await ReadAsync(server)).Single()[0].ShouldBe(3L);
        server.Requests.Distinct().Count().ShouldBe(1, "it is the same request");
    }

    [Fact]
    public async Task A_write_whose_answer_has_no_bookmark_was_not_answered_to_its_end()
    {
        await using var server = new ScriptedServer(Answer(202, """{"data":{"fields":[],"values":[]}}"""), Value("1"));
        await using var connection = Connect(server);

        (await connection.WriteAsync("CREATE (n)", null, Stop)).Single()[0].ShouldBe(1L);
    }

    [Fact]
    public async Task A_statement_sees_what_was_written_before_it()
    {
        await using var server = new ScriptedServer(Value("1", "FB:first"), Value("1", "FB:second"), Value("1"));
        await using var connection = Connect(server);
        for (var i = 0; i < 3; i++)
            await connection.ReadAsync("RETURN 1", null, Stop);

        server.Requests[0].ShouldNotContain("bookmarks");
        server.Requests[1].ShouldContain("\"bookmarks\":[\"FB:first\"]");
        server.Requests[2].ShouldContain("\"bookmarks\":[\"FB:second\"]");
    }

    [Fact]
    public async Task A_reading_says_that_it_only_reads()
    {
        await using var server = new ScriptedServer(Value("1"), Value("1"));
        await using var connection = Connect(server);
        await connection.ReadAsync("RETURN 1", null, Stop);
        await connection.WriteAsync("CREATE (n)", null, Stop);

        server.Requests[0].ShouldContain("\"accessMode\":\"Read\"");
        server.Requests[1].ShouldContain("\"accessMode\":\"Write\"");
    }

    [Fact]
    public async Task No_more_than_four_requests_are_under_way()
    {
        await using var server = new ScriptedServer(TimeSpan.FromMilliseconds(100), [.. Enumerable.Repeat(Value("1"), 12)]);
        await using var connection = Connect(server);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => connection.ReadAsync("RETURN 1", null, Stop)));

        server.MostAtOnce.ShouldBe(4);
    }

    [Theory]
    [InlineData(401, "Neo.ClientError.Security.Unauthorized", "Set NEO4J_USER and NEO4J_PASSWORD", false)]
    [InlineData(429, "Neo.ClientError.Security.AuthenticationRateLimit", "wait five seconds", true)]
    [InlineData(400, "Neo.ClientError.Security.CredentialsExpired", "password changed first", false)]
    [InlineData(404, "Neo.ClientError.Database.DatabaseNotFound", "has no database neo4j", false)]
    public async Task A_refusal_says_what_to_do(int status, string code, string advice, bool mayBeTriedLater)
    {
        await using var server = new ScriptedServer(Error(status, code));

        var error = await FailureAsync(server);

        error.Message.ShouldContain(advice);
        error.IsTransient.ShouldBe(mayBeTriedLater);
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_told_from_Neo4j()
    {
        await using var server = new ScriptedServer(Answer(503, "<html>Service Unavailable</html>", "text/html"));

        var error = await FailureAsync(server);

        error.Message.ShouldContain("is not Neo4j 5.26 or newer");
        error.Message.ShouldContain("503");
    }

    [Fact]
    public async Task Another_program_that_speaks_JSON_is_told_from_Neo4j()
    {
        await using var server = new ScriptedServer(Answer(200, """{"hello":"world"}"""));

        (await FailureAsync(server)).Message.ShouldContain("is not Neo4j 5.26 or newer");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_the_timeout()
    {
        await using var server = new ScriptedServer(Silence);

        var error = await FailureAsync(server, TimeSpan.FromMilliseconds(200));

        error.Message.ShouldContain("no answer within 0.2 s");
        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_call_that_is_stopped_ends_as_one_that_was_stopped()
    {
        await using var server = new ScriptedServer(Silence);
        await using var connection = Connect(server);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => connection.ReadAsync("RETURN 1", null, soon.Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = Neo4jAddress.Parse($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();

        var error = await Should.ThrowAsync<GraphStoreException>(() => Neo4jGraphStore.OpenToReadAsync(address, null, cancellationToken: Stop));

        error.Message.ShouldContain($"cannot be reached at {address}");
        error.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task The_password_goes_to_the_server_and_into_no_message()
    {
        await using var server = new ScriptedServer(Error(401, "Neo.ClientError.Security.Unauthorized"));
        var login = new Neo4jLogin("reader", Password);

        var error = await Should.ThrowAsync<GraphStoreException>(() => Neo4jGraphStore.OpenToReadAsync(server.Address, login, cancellationToken: Stop));

        server.Requests.Single().ShouldContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"reader:{Password}")));
        error.ToString().ShouldNotContain(Password);
        login.ToString().ShouldNotContain(Password);
    }

    [Theory]
    [InlineData("http://localhost:7474", "http://localhost:7474/", "neo4j")]
    [InlineData("https://graph.example.org:7473/ties/", "https://graph.example.org:7473/", "ties")]
    public void An_address_names_server_and_database(string text, string server, string database) =>
        Neo4jAddress.Parse(text).ShouldBe(new Neo4jAddress(new Uri(server), database));

    [Theory]
    [InlineData("localhost:7474")]
    [InlineData("ftp://localhost")]
    [InlineData("http://localhost:7474/one/two")]
    [InlineData("http://localhost:7474/ties?x=1")]
    [InlineData("http://neo4j:a-secret-word@localhost:7474")]
    [InlineData("")]
    public void What_is_no_address_is_refused_without_repeating_a_password(string text) =>
        Should.Throw<FormatException>(() => Neo4jAddress.Parse(text)).Message.ShouldNotContain(Password);

    private static Neo4jConnection Connect(ScriptedServer server, TimeSpan? timeout = null) =>
        new(server.Address, new HttpTransport(server.Address, null, timeout ?? TimeSpan.FromSeconds(30)));

    private static async Task<IReadOnlyList<Row>> ReadAsync(ScriptedServer server)
    {
        await using var connection = Connect(server);
        return await connection.ReadAsync("RETURN 1", null, Stop);
    }

    private static async Task<GraphStoreException> FailureAsync(ScriptedServer server, TimeSpan? timeout = null)
    {
        await using var connection = Connect(server, timeout);
        return await Should.ThrowAsync<GraphStoreException>(() => connection.ReadAsync("RETURN 1", null, Stop));
    }
}
