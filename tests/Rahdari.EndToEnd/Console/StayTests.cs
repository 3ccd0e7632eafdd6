namespace Rahdari.EndToEnd.Console;

/// <summary>Who has overstayed is listed, and from there the stays of a traveller are read.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class StayTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_supervisor_finds_who_has_overstayed_and_reads_their_stays(string language)
    {
        await using var supervisor = await site.OpenAsync("supervisor1", language, "/crossings");
        await supervisor.Page.GotoAsync("/crossings");
        await supervisor.Page.Locator("p a[href='/stays']").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.Page.Locator("select[name='Search.Listing']").SelectOptionAsync("Overstayed");
        await supervisor.Page.FocusAsync("input[name='Search.Nationality']");
        await supervisor.PressAsync("Enter");
        var row = supervisor.Page.Locator("tbody tr").First;
        await row.WaitForAsync();
        Assert.True(int.Parse(await row.Locator("td.number").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture) >= 15);
        await PageTests.HoldsAsync(supervisor, "/stays with somebody", language);
        await PolicyTests.ShowAsync(supervisor, $"overstays-{language}");
        await supervisor.Page.FillAsync("input[name='Search.Nationality']", "afg");
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync(".empty");
        await supervisor.Page.FillAsync("input[name='Search.Nationality']", "");
        await supervisor.PressAsync("Enter");
        await row.WaitForAsync();
        await row.Locator("a").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.Page.Locator("a[href^='/crossings/']").First.WaitForAsync();
        Assert.Equal(1, await supervisor.Page.Locator("td bdi.severity-Serious").CountAsync());
        await PageTests.HoldsAsync(supervisor, "/travellers/{id} with an overstay", language);
        await PolicyTests.ShowAsync(supervisor, $"stays-{language}");
        Assert.Empty(supervisor.Errors);
    }
}
