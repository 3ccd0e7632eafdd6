namespace Rahdari.EndToEnd.Console;

/// <summary>Screening by hand, and why an entry that somebody thinks of was no match.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ScreeningTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_supervisor_asks_by_keyboard_why_an_entry_is_no_match_and_chooses_which_is_meant(string language)
    {
        await using var page = await site.OpenAsync("supervisor1", language, "/screening");
        await page.Page.GotoAsync("/screening");
        await page.WaitAsync("input:focus");
        await page.Page.Keyboard.TypeAsync("Bashar Nobody");
        await page.Page.SelectOptionAsync("[name='Person.List']", "specimen-un");
        await page.Page.FocusAsync("[name='Person.Entry']");
        await page.Page.Keyboard.TypeAsync("spi.");
        await page.PressAsync("Enter");
        await page.WaitAsync(".choices button");
        await PageTests.HoldsAsync(page, "/screening asking which entry", language);
        await PolicyTests.ShowAsync(page, $"which-entry-{language}");

        await page.Page.FocusAsync(".choices button");
        var reference = await page.TextAsync(".choices button .code");
        await page.PressAsync("Enter");
        await page.WaitAsync(".compared .score-table");
        Assert.Contains(reference, await page.TextAsync(".compared .note"), StringComparison.Ordinal);
        Assert.Equal(reference, await page.Page.InputValueAsync("[name='Person.Entry']"));
        await PageTests.HoldsAsync(page, "/screening with a comparison", language);
        await PolicyTests.ShowAsync(page, $"why-no-match-{language}");
    }
}
