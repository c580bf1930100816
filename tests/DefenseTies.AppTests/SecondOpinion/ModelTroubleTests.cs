using DefenseTies.AppTests.Cli;

namespace DefenseTies.AppTests.SecondOpinion;

/// <summary>Whatever goes wrong with the service is told of, and what was read stays.</summary>
public sealed class ModelTroubleTests : ModelSession
{
    [Fact]
    public async Task A_malformed_answer_is_asked_for_once_more()
    {
        Model.Says("Certainly! Here are the claims:").Claims(Supplies("Denmark", "Kenya", "The arsenal of Kenya owes much to the workshops of Denmark."));
        var result = await ExtractAsync();
        result.Error.ShouldBe("defenseties: second opinion of scripted: 1 proposed, 1 kept, 0 dropped; 200 of at most 200000 tokens\n");
        Model.Questions.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"claims\": [")]
    [InlineData("{\"verdict\": \"none\"}")]
    [InlineData("{\"claims\": [{\"quote\": \"\\ud800\"}]}")]
    [InlineData("")]
    public async Task A_model_that_is_malformed_twice_is_told_of_and_what_was_read_stays(string answer)
    {
        Model.Says(answer);
        await ExpectOnlyReadAsync("the model twice answered something else than JSON of the wanted form");
        Model.Questions.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_is_cut_off_is_told_of()
    {
        Model.Says("{\"claims\": [", finish: "length");
        await ExpectOnlyReadAsync("the model's answer was cut off");
    }

    [Fact]
    public async Task A_model_that_does_not_answer_in_time_is_told_of_and_what_was_read_stays()
    {
        Model.Sleeps();
        await ExpectOnlyReadAsync("did not answer within 1 s", "--model-timeout", "1");
    }

    [Fact]
    public async Task Ctrl_C_while_a_model_thinks_ends_the_run_and_keeps_no_half_asked_article()
    {
        using var stop = new CancellationTokenSource();
        using var stopped = new CliTester { Stop = stop.Token };
        stopped.Environment["DEFENSETIES_MODEL_URL"] = Model.Url;
        Model.Claims().Sleeps();
        Model.OnQuestion(2, stop.Cancel);
        stopped.Write("in/1.txt", News);
        stopped.Write("in/2.txt", News + "2");
        var result = await stopped.RunAsync("ingest", Path.Combine(stopped.Folder, "in"), "--with-model", "scripted");
        result.ExitCode.ShouldBe(130, result.ToString());
        result.Output.ShouldContain("1 added, 0 unchanged, 0 failed, 1 not tried");
    }

    [Theory]
    [InlineData(401, "refuses (401): check DEFENSETIES_MODEL_KEY; it is asked no more in this run", 1)]
    [InlineData(404, "has no model 'scripted', or DEFENSETIES_MODEL_URL is not its base URL", 1)]
    [InlineData(400, "does not take the question (400)", 1)]
    [InlineData(429, "takes no more questions for now (429)", 3)]
    public async Task A_refusal_is_told_of_without_the_key_and_what_was_read_stays(int status, string message, int questions)
    {
        Model.Fails(status);
        await ExpectOnlyReadAsync(message);
        Model.Questions.Count.ShouldBe(questions);
        Model.Keys.ShouldAllBe(k => k == $"Bearer {ScriptedModel.Key}");
    }

    [Fact]
    public async Task A_service_that_is_busy_for_a_moment_is_asked_again()
    {
        Model.Fails(429).Claims(Supplies("Denmark", "Kenya", "The arsenal of Kenya owes much to the workshops of Denmark."));
        (await ExtractAsync()).Error.ShouldContain("1 kept");
    }

    [Theory]
    [InlineData("<html>Welcome to the hotel's network</html>")]
    [InlineData("{}")]
    [InlineData("{\"choices\": []}")]
    public async Task A_service_of_another_kind_is_told_of_and_what_was_read_stays(string body)
    {
        Model.Babbles(body);
        await ExpectOnlyReadAsync("");
    }

    [Fact]
    public async Task After_three_articles_without_an_answer_the_rest_is_not_asked_about()
    {
        Model.Fails(503);
        for (var i = 0; i < 5; i++)
            Tester.Write($"in/{i}.txt", News + i);
        var result = await Tester.RunAsync("extract", Path.Combine(Tester.Folder, "in"), "--with-model", "scripted", "--format", "json");
        result.ExitCode.ShouldBe(0, result.ToString());
        result.Error.Split('\n').Count(l => l.Contains("failed (503)", StringComparison.Ordinal)).ShouldBe(3);
        result.Error.ShouldContain("3 articles asked about, 2 not;");
    }

    [Fact]
    public async Task When_the_budget_is_used_up_the_model_is_asked_no_more_and_the_rest_is_read_all_the_same()
    {
        Model.Says("{\"claims\": []}", tokens: 9_000);
        for (var i = 0; i < 3; i++)
            Tester.Write($"in/{i}.txt", News + i);
        var result = await Tester.RunAsync("ingest", Path.Combine(Tester.Folder, "in"), "--with-model", "scripted", "--model-budget", "10000");
        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("3 added");
        result.Error.ShouldContain("FOLDER/in/1.txt: the budget of 10000 tokens is used up; the model is asked no more in this run");
        result.Error.ShouldContain("2 articles asked about, 1 not; 9000 of at most 10000 tokens");
        Model.Questions.Count.ShouldBe(1);
        Model.Questions[0].GetProperty("max_completion_tokens").GetInt32().ShouldBeLessThan(9_500);
    }

    [Fact]
    public async Task A_service_that_counts_no_tokens_is_counted_by_letters()
    {
        Model.Says("{\"claims\": []}", tokens: null);
        (await ExtractAsync()).Error.ShouldMatch(@"; \d{4}, in part by guess, of at most 200000 tokens");
    }

    [Theory]
    [InlineData("DEFENSETIES_MODEL_URL", "", "DEFENSETIES_MODEL_URL is not set: no article is sent anywhere without it")]
    [InlineData("DEFENSETIES_MODEL_URL", "localhost", "is not a base URL")]
    [InlineData("DEFENSETIES_MODEL_URL", "http://models.example.org/v1", "the key in DEFENSETIES_MODEL_KEY would be sent for all to read")]
    public async Task A_service_that_is_not_told_or_not_safe_ends_the_run_before_it_begins(string variable, string value, string message)
    {
        Tester.Environment[variable] = value;
        var result = await ExtractAsync();
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(message);
        result.Error.ShouldNotContain(ScriptedModel.Key);
    }

    [Fact]
    public async Task A_limit_without_a_model_is_a_mistake() =>
        (await Tester.RunAsync("extract", Tester.Write("news.txt", News), "--model-budget", "5")).Error.ShouldContain("go with --with-model");

    private async Task ExpectOnlyReadAsync(string warning, params string[] more)
    {
        var read = (await Tester.RunAsync("extract", Tester.Write("news.txt", News), "--format", "json")).Output;
        var result = await ExtractAsync(News, more);
        result.ExitCode.ShouldBe(0, result.ToString());
        result.Output.ShouldBe(read);
        result.Error.ShouldContain("defenseties: FOLDER/news.txt: ");
        result.Error.ShouldContain(warning);
        result.Error.ShouldNotContain(ScriptedModel.Key);
        result.Error.ShouldContain("second opinion of scripted: 0 proposed, 0 kept, 0 dropped;");
    }
}
