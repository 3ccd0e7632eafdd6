using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>What holds of every page, for each role that sees it, in both languages.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PageTests(ConsoleSite site)
{
    private static readonly Dictionary<string, string[]> Pages = new()
    {
        [""] = ["/sign-in", "/sign-in?ended=true", "/not-found", "/strategy", "/strategy/contribute/C-0000-000", "/strategy/withdraw"],
        ["strategy1"] = ["/consultations", "/consultations/new", "/strategy-actions/new", "/account"],
        ["officer1"] = ["/counter", "/advance", "/advance?from=wrong", "/advance/flight?number=SP101&day=2000-01-01", "/crossings", "/screening", "/account", "/account/password", "/denied"],
        ["supervisor1"] = ["/counter", "/second-line", "/second-line/hits", "/rescreening", "/vetted", "/links", "/crossings", "/conveyances", "/stays", "/screening", "/watchlists"],
        ["lists1"] =
        [
            "/watchlists", "/watchlists/specimen-un", "/watchlists/specimen-un/versions", "/watchlists/specimen-un/versions/1",
            "/watchlists/specimen-un/entries/SPi.101", "/indicators", "/watchlists/import", "/watchlists/policy", "/watchlists/calibration?from=0001-01-01", "/screening",
        ],
        ["visas1"] = ["/permissions", "/permissions/new", "/extensions", "/entry-rules"],
        ["auditor1"] = ["/audit", "/audit/ledger", "/audit/casework", "/cases", "/funnel", "/indicators", "/indications", "/vetted", "/links", "/crossings", "/conveyances", "/stays", "/watchlists", "/trust", "/retention", "/legal-holds", "/legal-holds/99"],
        ["exits1"] = ["/exit-orders", "/exit-orders/new", "/exit-orders/99", "/travel-consents", "/emigration-clearances", "/help-sheet/QAT", "/help-sheet/nowhere"],
        ["investigator1"] = ["/case-referrals", "/case-referrals?stage=wrong&offset=x", "/cases", "/cases?stage=Trial&overdue=true", "/cases?offset=x&stage=99", "/cases?number=a%00b", "/cases/new", "/network", "/network?case=wrong", "/laws", "/account"],
        ["head1"] = ["/cases", "/network", "/funnel", "/safety-alerts"],
        ["caseworker1"] = ["/shelter/unlock", "/shelter", "/shelter/unlock?idle=true", "/shelter/organisation", "/account"],
        ["analyst1"] = ["/funnel", "/funnel?specimen=true", "/funnel?year=wrong", "/funnel?by=wrong", "/funnel?by=Section", "/funnel?by=Province&year=1950", "/laws"],
        ["admin1"] = ["/nodes", "/users", "/retention", "/legal-holds", "/advance", "/users/officer1", "/account/authenticator"],
    };

    public static TheoryData<string, string> UsersAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var user in Pages.Keys)
            {
                data.Add(user, "en");
                data.Add(user, "ur");
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(UsersAndLanguages))]
    public async Task Every_page_is_accessible_in_its_language_and_fits_the_screen(string user, string language)
    {
        await using var page = await site.OpenAsync(user.Length == 0 ? null : user, language);
        foreach (var path in Pages[user])
        {
            await page.Page.GotoAsync(path);
            await HoldsAsync(page, path, language);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task The_counter_and_the_second_line_are_accessible_with_a_hit_before_them(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("list-hit-alias-specimen-un"), language == "en" ? "SPC310001" : "SPC310002", listed: true));
        await officer.WaitAsync(".hit");
        Assert.False(await officer.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight > innerHeight"), "The counter scrolls at 1366 x 768.");
        await HoldsAsync(officer, "/counter with a hit", language);

        await using var supervisor = await site.OpenAsync("supervisor1", language);
        await SecondLineTests.OpenAsync(supervisor, language == "en" ? "SPC310001" : "SPC310002");
        await supervisor.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        await HoldsAsync(supervisor, "/second-line with a hit", language);
        await supervisor.Page.ClickAsync(".case-head a");
        await HoldsAsync(supervisor, "/travellers", language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task The_counter_is_accessible_where_a_zone_is_wrong_and_where_a_reason_is_asked_for(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync("P<UTOWRONG", "123");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".unread");
        await HoldsAsync(officer, "/counter with a wrong zone", language);
        await officer.Page.FillAsync("#zone", "");
        await officer.ScanAsync(site.Traveller("check-digit-forged"));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.PressAsync("F8");
        await officer.WaitAsync("#reason:focus");
        await HoldsAsync(officer, "/counter asking for a reason", language);
    }

    [Fact]
    public async Task Every_page_of_a_demonstration_says_so()
    {
        await using var page = await site.OpenAsync("officer1");
        foreach (var path in Pages["officer1"].Append("/nowhere"))
        {
            await page.Page.GotoAsync(path);
            await page.WaitAsync(".demonstration");
        }
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_to_a_person_and_in_JSON_to_a_program()
    {
        await using var page = await site.OpenAsync("officer1");
        var answer = await page.Page.GotoAsync("/nowhere");
        Assert.Equal(404, answer!.Status);
        Assert.Equal("No such page", await page.TextAsync("h1"));
        var program = await page.Page.APIRequest.GetAsync("/api/v1/nowhere");
        Assert.Equal(404, program.Status);
        Assert.DoesNotContain("<html", await program.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_of_accessibility_finds_a_picture_without_words()
    {
        await using var page = await site.OpenAsync("officer1");
        await page.Page.EvaluateAsync("document.querySelector('main').append(document.createElement('img'))");
        Assert.Contains(await page.Page.EvaluateAsync<string[]>(Axe), v => v.StartsWith("image-alt", StringComparison.Ordinal));
    }

    /// <summary>No axe violation, the right direction, nothing untranslated, no horizontal scrolling at 1366 and 683 pixels, no error in the browser.</summary>
    internal static async Task HoldsAsync(ConsolePage page, string path, string language)
    {
        await page.Page.WaitForFunctionAsync(Settled, null, new() { PollingInterval = 150 });
        Assert.Equal(language, await page.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(language == "ur" ? "rtl" : "ltr", await page.Page.GetAttributeAsync("html", "dir"));
        var violations = await page.Page.EvaluateAsync<string[]>(Axe);
        Assert.True(violations.Length == 0, $"{path} ({language}): {string.Join("; ", violations)}");
        var foreign = await page.Page.EvaluateAsync<string[]>(ForeignWords, language);
        Assert.True(foreign.Length == 0, $"{path} ({language}) shows another language: {string.Join(" | ", foreign)}");
        Assert.True(await FitsAsync(page.Page), $"{path} ({language}) scrolls sideways at 1366 pixels.");
        await page.Page.SetViewportSizeAsync(683, 384);
        Assert.True(await FitsAsync(page.Page), $"{path} ({language}) scrolls sideways at 683 pixels.");
        await page.Page.SetViewportSizeAsync(1366, 768);
        // The browser names every answer that is not 200 an error; which they are is tested elsewhere.
        Assert.DoesNotContain(page.Errors, e => !e.StartsWith("Failed to load resource: the server responded with a status of 40", StringComparison.Ordinal));
    }

    private static Task<bool> FitsAsync(IPage page) => page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth");

    // A live part has its content in place of Blazor's mark once its circuit is there, and what it reads is there when nothing changes any more.
    private const string Settled = """
        () => {
          const main = document.querySelector('main');
          const marks = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
          while (marks.nextNode())
            if (/^(Blazor:|bl-root$)/.test(marks.currentNode.data))
              return false;
          const before = window.settling;
          window.settling = main?.innerHTML;
          return document.readyState === 'complete' && main?.innerText.trim() && main.innerHTML === before;
        }
        """;

    // In the page itself: no page has frames, for whose sake RunAxe opens another page each time.
    private static readonly string Axe = $$"""
        async () => {
          if (!window.axe) { {{new BundledAxeScriptProvider().GetScript()}} }
          const found = await axe.run(document, { resultTypes: ['violations'] });
          return found.violations.map(v => `${v.id}: ${v.nodes[0].html}`);
        }
        """;

    // Data stands in bdi, code and marks of isolation; languages are called by their own names; keys are called as they are labelled.
    private const string ForeignWords = """
        language => {
          const foreign = language === 'ur' ? /[A-Za-z]{2,}/ : /[\u0600-\u06ff]{2,}/;
          const found = [];
          const look = (text, element) => {
            const own = text.replace(/\u2068[^\u2069]*\u2069/g, '').trim();
            if (foreign.test(own) && !element.closest('bdi, kbd, script, style, textarea, .languages, .zone-lines, [lang]:not(html), #counter, [name="Search.Counter"]'))
              found.push(own.slice(0, 80));
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode())
            look(walker.currentNode.data, walker.currentNode.parentElement);
          for (const element of document.body.querySelectorAll('[aria-label], [alt], [title]'))
            look(element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.getAttribute('title'), element);
          return found;
        }
        """;
}
