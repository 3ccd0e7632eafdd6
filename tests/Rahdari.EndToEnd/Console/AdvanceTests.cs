namespace Rahdari.EndToEnd.Console;

/// <summary>The flights that are expected, and who comes on them.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class AdvanceTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task An_officer_sees_who_is_expected_before_they_come(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.Page.GotoAsync("/advance");
        await PageTests.HoldsAsync(officer, "/advance", language);
        await ChipTests.KeepAsync(officer, "flights", language);
        await officer.Page.ClickAsync("tbody a");
        await officer.WaitAsync("tbody tr");
        Assert.Contains("SPC100012", await officer.TextAsync("tbody"), StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "booked" : "صرف بکنگ ہے", await officer.TextAsync("tbody tr:has-text('SPECIMENBOOKED')"), StringComparison.Ordinal);
        await PageTests.HoldsAsync(officer, "/advance/flight", language);
        await ChipTests.KeepAsync(officer, "expected", language);
    }

    [Fact]
    public async Task An_administrator_sees_the_flights_and_nobody_on_them()
    {
        await using var administrator = await site.OpenAsync("admin1");
        await administrator.Page.GotoAsync("/advance");
        Assert.Contains("SP101", await administrator.TextAsync("tbody"), StringComparison.Ordinal);
        Assert.Equal(0, await administrator.Page.Locator("tbody a").CountAsync());
        await administrator.Page.GotoAsync("/advance/flight?number=SP101&day=2026-01-01");
        Assert.Contains("/denied", administrator.Page.Url, StringComparison.Ordinal);
    }
}
