namespace Rahdari.EndToEnd.Console;

/// <summary>Headquarters publishes indicators; an officer ticks one by keys; the counter asks and names no reason; the second line reads it.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class IndicatorTests(ConsoleSite site)
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "indicators", "indicators.json");

    [Theory]
    [InlineData("en", "SPC430001")]
    [InlineData("ur", "SPC430002")]
    public async Task A_remark_is_ticked_by_keys_and_asks_without_a_word_that_would_warn_an_escort(string language, string number)
    {
        await using var lists = await site.OpenAsync("lists1", language, "/indicators");
        await lists.Page.GotoAsync("/indicators");
        await lists.Page.SetInputFilesAsync("[name='Given.File']", Sample);
        await lists.Page.FillAsync("[name='Given.Reason']", "specimen set");
        await lists.PressAsync("Enter");
        await lists.WaitAsync("tbody tr");
        await PageTests.HoldsAsync(lists, "/indicators", language);

        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("visa-none"), number));
        await officer.WaitAsync(".banner");
        await officer.PressAsync("F3");
        await officer.WaitAsync("#remark-filter");
        await PageTests.HoldsAsync(officer, "/counter with remarks", language);
        await officer.PressAsync("Escape");
        await officer.Page.WaitForSelectorAsync("#remark-filter", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await officer.PressAsync("F3");
        await officer.WaitAsync("#remark-filter:focus"); // It is there a moment before it has the keys.
        await officer.Page.Keyboard.TypeAsync(language == "en" ? "money" : "رقم", new() { Delay = 80 });
        await officer.WaitAsync(".remark-list li:only-child");
        await officer.Page.Keyboard.TypeAsync("1");
        await officer.WaitAsync(".remark-list input:checked");
        // Once nothing is looked for, what is ticked stands as its label.
        await officer.Page.FillAsync("#remark-filter", "");
        await officer.WaitAsync(".remark-list li:only-child bdi:text-is('R07')");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".reasons li:has-text('How much money do you carry?')");
        var shown = await officer.Page.InnerTextAsync("main");
        Assert.Contains("آپ کے پاس کتنی رقم ہے؟", shown, StringComparison.Ordinal);
        Assert.All(new[] { "IND-", "traffick", "smuggl", "exploit", "اسمگل", "استحصال" }, word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));

        await officer.PressAsync("F9");
        await officer.WaitAsync("#reason");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".done");
        await using var supervisor = await site.OpenAsync("supervisor1", language);
        await SecondLineTests.OpenAsync(supervisor, number);
        await supervisor.WaitAsync(".indications");
        Assert.Contains("IND-OBS-NO-MONEY", await supervisor.Page.InnerTextAsync(".indications"), StringComparison.Ordinal);
        await PageTests.HoldsAsync(supervisor, "/second-line with indications", language);
        await supervisor.Page.GotoAsync("/indications");
        await PageTests.HoldsAsync(supervisor, "/indications", language);
    }
}
