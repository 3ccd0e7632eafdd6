using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Rahdari.Border.Crossings;

namespace Rahdari.EndToEnd.Console;

/// <summary>The officer's work, by keyboard alone.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class CounterTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "Admitted")]
    [InlineData("ur", "داخلہ ہوا")]
    public async Task A_clear_traveller_is_recorded_with_one_key_after_the_scan(string language, string admitted)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), language == "en" ? "SPC110001" : "SPC110002"));
        await officer.WaitAsync(".banner.level-Clear");
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");
        Assert.Contains("SPECIMENA KHANUM", await officer.TextAsync(".done"), StringComparison.Ordinal);
        Assert.Contains(admitted, await officer.TextAsync(".done"), StringComparison.Ordinal);
        await officer.WaitAsync("#zone:focus");
        Assert.Equal("", await officer.Page.InputValueAsync("#zone"));
        Assert.Empty(officer.Errors);
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    [InlineData("")] // Run together.
    public async Task A_zone_is_read_however_the_reader_sends_its_lines(string between)
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        var lines = ConsolePage.Renumbered(site.Traveller("clean-card"), $"SPC12000{between.Length}");
        foreach (var line in lines)
        {
            await officer.Page.Keyboard.TypeAsync(line);
            if (between.Length > 0)
                await officer.PressAsync(between);
        }
        await officer.WaitAsync(".banner.level-Clear");
        Assert.Contains("SPECIMENI", await officer.TextAsync(".document"), StringComparison.Ordinal);
        Assert.Equal(0, await officer.Page.Locator(".done").CountAsync()); // The reader's last key decides nothing.
    }

    [Fact]
    public async Task A_pasted_zone_is_read_at_once()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await officer.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", string.Join("\r\n", site.Traveller("clean")));
        await officer.PressAsync("Control+V");
        await officer.WaitAsync(".banner");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_hit_locks_the_decision_until_a_supervisor_dismisses_it_and_the_officers_page_goes_on(string language)
    {
        var number = language == "en" ? "SPC130001" : "SPC130002";
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("list-hit-alias-specimen-un"), number, listed: true));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.WaitAsync(".locked");
        Assert.True(await officer.Page.Locator("[aria-keyshortcuts=F2]").IsDisabledAsync());
        await officer.PressAsync("F2");

        await using var supervisor = await site.OpenAsync("supervisor1", language);
        await SecondLineTests.OpenAsync(supervisor, number);
        await SecondLineTests.ResolveAllAsync(supervisor, "F2", "Born elsewhere; the photograph is of another person.");

        await officer.WaitAsync(".banner.level-Clear");
        Assert.Contains("supervisor1", await officer.TextAsync(".hit.state-Dismissed"), StringComparison.Ordinal);
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");
        Assert.Equal(1, await RecordedAsync(number));
        Assert.Empty(officer.Errors);
        Assert.Empty(supervisor.Errors);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_refusal_asks_for_a_reason_and_records_it(string language)
    {
        var number = language == "en" ? "SPC140001" : "SPC140002";
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("expired"), number));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.PressAsync("F8");
        await officer.WaitAsync("#reason:focus");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".decision .problem");
        await officer.Page.Keyboard.TypeAsync("The passport has expired.");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".done");

        await officer.Page.GotoAsync("/crossings");
        await officer.Page.FillAsync("[name='Search.Number']", number);
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".outcome-Refused");
        await officer.Page.ClickAsync("tbody a");
        await officer.WaitAsync("dl.pairs");
        Assert.Contains("The passport has expired.", await officer.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_number_is_marked_at_its_field_and_in_the_line()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(site.Traveller("check-digit-forged"));
        await officer.WaitAsync(".banner.level-Refer");
        var field = officer.Page.Locator(".fields .severity-Serious", new PageLocatorOptions { HasText = "Document number" });
        Assert.Equal(1, await field.CountAsync());
        Assert.True(await officer.Page.Locator(".zone-lines mark").CountAsync() > 0);
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync("#reason:focus"); // To pass against the advice needs a reason.
        await officer.PressAsync("Escape");
        await officer.WaitAsync("#zone:focus");
    }

    [Theory]
    [InlineData("en", "Line 2 has 43 characters")]
    [InlineData("ur", "سطر 2 میں 43 حروف")]
    public async Task A_zone_that_cannot_be_read_stays_and_says_where_it_is_wrong(string language, string says)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        var lines = site.Traveller("clean");
        await officer.ScanAsync(lines[0], lines[1][..43]);
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".unread");
        Assert.Contains(says, await officer.TextAsync(".unread"), StringComparison.Ordinal);
        Assert.Equal($"{lines[0]}\n{lines[1][..43]}", await officer.Page.InputValueAsync("#zone"));
        await officer.WaitAsync("#zone:focus");
        await officer.Page.Keyboard.TypeAsync(lines[1][43..]);
        await officer.WaitAsync(".banner");
    }

    [Fact]
    public async Task A_key_pressed_twice_records_one_crossing()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), "SPC150001"));
        await officer.WaitAsync(".banner.level-Clear");
        await officer.Page.EvaluateAsync("() => { for (let i = 0; i < 3; i++) document.querySelector('[aria-keyshortcuts=F2]').click(); }");
        await officer.WaitAsync(".done");

        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("expired"), "SPC150002"));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.PressAsync("F8");
        await officer.WaitAsync("#reason:focus");
        await officer.Page.Keyboard.TypeAsync("Expired.");
        await officer.PressAsync("Enter");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".done");
        Assert.Equal(1, await RecordedAsync("SPC150001"));
        Assert.Equal(1, await RecordedAsync("SPC150002"));
    }

    [Fact]
    public async Task A_key_pressed_while_the_next_document_is_read_decides_neither_unseen()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), "SPC150003"));
        await officer.WaitAsync(".banner.level-Clear");
        // In one go, as a reader and a hasty hand: nothing of the second is on the page yet.
        await officer.Page.EvaluateAsync(
            """
            text => {
              const zone = document.getElementById('zone');
              zone.value = text;
              zone.dispatchEvent(new Event('input', { bubbles: true }));
              document.querySelector('[aria-keyshortcuts=F2]').click();
            }
            """,
            string.Join('\n', ConsolePage.Renumbered(site.Traveller("clean"), "SPC150004")));
        await officer.Page.WaitForFunctionAsync("() => document.querySelector('.document')?.textContent.includes('SPC150004')");
        await officer.WaitAsync("[aria-keyshortcuts=F2]:enabled");
        Assert.Equal(0, await officer.Page.Locator(".done").CountAsync());
        Assert.Equal(0, await RecordedAsync("SPC150003"));
        Assert.Equal(0, await RecordedAsync("SPC150004"));
        Assert.Empty(officer.Errors);
    }

    [Fact]
    public async Task A_minor_marked_as_accompanied_is_judged_anew()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("minor-alone"), "SPC160001"));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.PressAsync("F4");
        await officer.WaitAsync(".banner.level-Clear");
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");
    }

    [Fact]
    public async Task The_last_day_of_a_stay_can_be_set_and_a_day_that_is_none_is_told()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), "SPC160002"));
        await officer.WaitAsync(".banner.level-Clear");
        await officer.Page.FillAsync("#until", "31.12.2026");
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".decision .problem");
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await officer.Page.FillAsync("#until", day);
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");
        await officer.Page.GotoAsync("/crossings");
        await officer.Page.FillAsync("[name='Search.Number']", "SPC160002");
        await officer.PressAsync("Enter");
        await officer.Page.Locator("tbody a").ClickAsync();
        await officer.WaitAsync("dl.pairs");
        Assert.Contains(day, await officer.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counter_and_direction_are_chosen_once_for_a_browser()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync(Direction.Exit);
        await officer.ScanAsync(site.Traveller("clean-exit"));
        await officer.WaitAsync(".banner.level-Clear");
        await officer.Page.GotoAsync("/crossings");
        await officer.Page.GotoAsync("/counter");
        await officer.WaitAsync("#zone:focus");
        Assert.Equal("A1", await officer.Page.InputValueAsync("#counter"));
        Assert.True(await officer.Page.Locator("input[value=Exit]").IsCheckedAsync());
    }

    [Fact]
    public async Task What_was_typed_is_there_again_when_the_officer_comes_back()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("expired"), "SPC170001"));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.PressAsync("F8");
        await officer.WaitAsync("#reason:focus");
        await officer.Page.Keyboard.TypeAsync("Expired, and the");
        await officer.Page.ReloadAsync();
        await officer.WaitAsync("#reason:focus");
        Assert.Equal("Expired, and the", await officer.Page.InputValueAsync("#reason"));
        Assert.Contains("SPC170001", await officer.TextAsync(".document"), StringComparison.Ordinal);
    }

    /// <summary>How many crossings are recorded under a document number, as an officer finds them.</summary>
    private async Task<int> RecordedAsync(string number)
    {
        await using var officer = await site.OpenAsync("officer1", "en", "/crossings");
        await officer.Page.FillAsync("[name='Search.Number']", number);
        await officer.PressAsync("Enter");
        await officer.Page.WaitForFunctionAsync("number => document.querySelector(\"[name='Search.Number']\").getAttribute('value') === number", number);
        return int.Parse(Regex.Match(await officer.TextAsync(".pages"), "[0-9]+$").Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
