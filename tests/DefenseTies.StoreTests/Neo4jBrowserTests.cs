using DefenseTies.Neo4j;
using DefenseTies.StoreTests.Support;
using Microsoft.Playwright;

namespace DefenseTies.StoreTests;

/// <summary>What people see: the real Neo4j Browser in a real Chromium, with the style and a saved query of this program.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jBrowserTests(Neo4jServer server)
{
    private const string Chromium = "/usr/bin/chromium";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Browser_shows_the_alliances_in_the_colours_of_the_vocabulary()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"No Chromium at {Chromium} (apt-get install chromium).");
        var (http, bolt) = (await server.AddressAsync(), await server.BoltAsync());
        await FillAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await chromium.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 1000 } });
        page.SetDefaultTimeout(120_000);

        // Only what the query returns, without the ties between it that were not asked for.
        await page.AddInitScriptAsync("if (!localStorage.getItem('neo4j.settings')) localStorage.setItem('neo4j.settings', JSON.stringify({ autoComplete: false }))");
        await page.GotoAsync($"{http.Server}browser/?dbms={bolt}&db={http.Database}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await ConnectAsync(page, http.Database);
        await DropAsync(page, "defenseties.grass", BrowserStyle.Of(Neo4jServer.Schema));
        await AskAsync(page, SavedQueries.Of(Neo4jServer.Schema).Single(q => q.File == "alliances.cypher").Text);

        (await page.Locator("svg g.node").AllTextContentsAsync()).ShouldContain(text => text.Contains("Philippines", StringComparison.Ordinal));
        var fills = await page.Locator("svg g.node circle").EvaluateAllAsync<string[]>("circles => circles.map(c => (c.getAttribute('fill') || '').toLowerCase())");
        fills.ShouldContain(Neo4jServer.Schema.Entity("Country")!.Colour.ToLowerInvariant());
        await ShowAsync(page);
        await page.ScreenshotAsync(new() { Path = Picture() });
    }

    private async Task FillAsync()
    {
        await server.EmptyAsync();
        await using var store = await server.OpenAsync();
        await store.AddAllAsync(Golden.Articles, Stop).CountAsync(Stop);
    }

    private static async Task ConnectAsync(IPage page, string database)
    {
        var login = Neo4jLogin.FromEnvironment();
        await page.GetByTestId("authenticationMethod").SelectOptionAsync(login is null ? "NO_AUTH" : "NATIVE");
        if (login is not null)
        {
            await page.GetByTestId("username").FillAsync(login.User);
            await page.GetByTestId("password").FillAsync(login.Password);
        }

        await page.GetByTestId("connect").ClickAsync();
        await page.GetByTestId("connect").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // The form goes first, and what is asked before the prompt names the database is lost.
        await page.GetByTestId("activeEditor").Filter(new() { HasText = $"{database}$" }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task DropAsync(IPage page, string name, string text) => await page.EvaluateAsync(
        """
        ([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name));
          const on = document.querySelector('[data-testid="activeEditor"]');
          for (const type of ['dragenter', 'dragover', 'drop'])
            on.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        new[] { name, text });

    // Until it is drawn.
    private static async Task AskAsync(IPage page, string query)
    {
        var drawn = page.Locator("svg g.relationship").First;
        for (var tries = 0; tries < 20 && await drawn.CountAsync() == 0; tries++)
        {
            await page.Locator("[data-testid=activeEditor] .monaco-editor").First.ClickAsync();
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.PressAsync("Delete");

            // As one piece: typed key by key, the editor would complete the words.
            await page.Keyboard.InsertTextAsync(query);
            await page.Keyboard.PressAsync("Control+Enter");
            await Task.WhenAny(drawn.WaitForAsync(new() { State = WaitForSelectorState.Attached }), Task.Delay(TimeSpan.FromSeconds(6), Stop));
        }
    }

    // The whole graph over the whole page, at rest.
    private static async Task ShowAsync(IPage page)
    {
        await page.GetByTestId("frame").First.GetByTitle("Fullscreen").ClickAsync();
        await page.GetByTitle("Collapse the node properties display").Last.ClickAsync();
        await RestAsync(page);
        await page.Locator("button[aria-label=zoom-to-fit]").ClickAsync();
        await RestAsync(page);
    }

    // Until nothing of the picture has moved for a while.
    private static async Task RestAsync(IPage page)
    {
        for (var (before, now) = ("", await PlacesAsync(page)); before != now; (before, now) = (now, await PlacesAsync(page)))
            await page.WaitForTimeoutAsync(500);
    }

    private static Task<string> PlacesAsync(IPage page) =>
        page.Locator("svg g[transform]").EvaluateAllAsync<string>("all => all.map(g => g.getAttribute('transform')).join()");

    // Kept in the repository where what people see is approved (APPROVE=1); else where the test's other output goes.
    private static string Picture() =>
        Environment.GetEnvironmentVariable("APPROVE") == "1" && RepositoryRoot() is { } root
            ? Path.Combine(root, "docs", "neo4j-browser.png")
            : Path.Combine(AppContext.BaseDirectory, "neo4j-browser.png");

    private static string? RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DefenseTies.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
