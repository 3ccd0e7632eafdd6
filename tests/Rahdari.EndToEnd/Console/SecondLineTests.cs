using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>The supervisor's work, by keyboard alone.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SecondLineTests(ConsoleSite site)
{
    [Fact]
    public async Task A_referred_traveller_is_decided_in_the_second_line_and_leaves_the_queue()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("expired"), "SPC210001"));
        await officer.WaitAsync(".banner.level-Refer");
        await officer.PressAsync("F9");
        await officer.WaitAsync("#reason:focus");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".done");

        await using var supervisor = await site.OpenAsync("supervisor1");
        await OpenAsync(supervisor, "SPC210001");
        var before = await supervisor.Page.Locator("[data-row]").CountAsync();
        await supervisor.PressAsync("F2");
        await supervisor.WaitAsync("#reason:focus");
        await supervisor.Page.Keyboard.TypeAsync("The embassy has extended the passport; its letter was shown.");
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync(".done");
        Assert.Equal(before - 1, await supervisor.Page.Locator("[data-row]").CountAsync());
        Assert.Empty(supervisor.Errors);
    }

    [Fact]
    public async Task A_confirmed_hit_is_decided_by_the_supervisor_and_the_officers_page_says_so()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("list-hit-alias-specimen-un"), "SPC220001", listed: true));
        await officer.WaitAsync(".locked");

        await using var supervisor = await site.OpenAsync("supervisor1");
        await OpenAsync(supervisor, "SPC220001");
        await supervisor.PressAsync("F8");
        await supervisor.WaitAsync(".problem"); // A reason is needed.
        await ResolveAllAsync(supervisor, "F8", "Fingerprints agree.");
        await supervisor.PressAsync("F8");
        await supervisor.WaitAsync("#reason:focus");
        await supervisor.Page.Keyboard.TypeAsync("Listed; handed to the police.");
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync(".done");
        await officer.WaitAsync(".done");
        Assert.Contains("NAMUNAWALA", await officer.TextAsync(".done"), StringComparison.Ordinal);

        await supervisor.Page.GotoAsync("/second-line/hits?state=Confirmed");
        Assert.Contains("Fingerprints agree.", await supervisor.TextAsync("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opened_the_encounter_is_told_that_another_supervisor_must_resolve_its_hits()
    {
        await using var supervisor = await site.OpenAsync("supervisor1", "en", "/counter");
        await supervisor.TakeCounterAsync();
        await supervisor.ScanAsync(ConsolePage.Renumbered(site.Traveller("list-hit-alias-specimen-un"), "SPC230001", listed: true));
        await supervisor.WaitAsync(".locked");
        await supervisor.Page.GotoAsync("/second-line");
        await OpenAsync(supervisor, "SPC230001");
        Assert.Contains("another supervisor", await supervisor.TextAsync(".case .note"), StringComparison.Ordinal);
        Assert.Equal(0, await supervisor.Page.Locator(".resolve").CountAsync());
    }

    /// <summary>Goes down the queue with J until the traveller's document is the one, opening each with Enter.</summary>
    internal static async Task OpenAsync(ConsolePage supervisor, string number)
    {
        await supervisor.WaitAsync("[data-row]");
        await supervisor.Page.Locator("[data-row]").First.FocusAsync();
        for (var i = 0; i < 100; i++)
        {
            var focused = supervisor.Page.Locator("[data-row]").Nth(i);
            await Assertions.Expect(focused).ToBeFocusedAsync();
            await supervisor.PressAsync("Enter");
            await Assertions.Expect(focused).ToHaveAttributeAsync("aria-current", "true");
            await supervisor.WaitAsync(".case-head h2:focus");
            if ((await supervisor.TextAsync(".case-head")).Contains(number, StringComparison.Ordinal))
                return;
            await focused.FocusAsync();
            await supervisor.PressAsync("j");
        }
        Assert.Fail($"{number} does not wait.");
    }

    /// <summary>Resolves every open hit of the encounter that is shown.</summary>
    internal static async Task ResolveAllAsync(ConsolePage supervisor, string key, string reason)
    {
        for (var left = await supervisor.Page.Locator(".resolve").CountAsync(); left > 0; left--)
        {
            await supervisor.Page.Locator(".resolve input").First.FocusAsync();
            await supervisor.Page.Keyboard.TypeAsync(reason);
            await supervisor.PressAsync(key);
            await Assertions.Expect(supervisor.Page.Locator(".resolve")).ToHaveCountAsync(left - 1);
        }
    }
}
