namespace Rahdari.EndToEnd.Console;

/// <summary>A counter works on a flight; its list is read, and a crossing on it is corrected; by keyboard.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ConveyanceTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "SPC430001", "PK711")]
    [InlineData("ur", "SPC430002", "PK712")]
    public async Task A_crossing_on_a_flight_is_listed_with_it_and_corrected(string language, string number, string flight)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync(counter: "A2");
        await officer.Page.FocusAsync("#conveyance-number");
        await officer.Page.Keyboard.TypeAsync("x");
        await officer.PressAsync("Enter");
        await officer.WaitAsync("#conveyance-problem"); // Told, and nobody waits for it.
        await PageTests.HoldsAsync(officer, "/counter with a number that is none", language);
        await officer.Page.FillAsync("#conveyance-number", $"{flight[..2].ToLowerInvariant()} 0{flight[2..]}");
        await officer.PressAsync("Enter");
        await officer.WaitAsync("#zone:focus");
        await officer.Page.WaitForFunctionAsync("flight => document.getElementById('conveyance-number').value === flight", flight);
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), number));
        await officer.WaitAsync(".banner.level-Clear");
        await PolicyTests.ShowAsync(officer, $"conveyance-counter-{language}");
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");

        await using var supervisor = await site.OpenAsync("supervisor1", language, "/crossings");
        await supervisor.Page.GotoAsync("/crossings");
        await supervisor.Page.Locator("p a[href='/conveyances']").FocusAsync();
        await supervisor.PressAsync("Enter");
        var row = supervisor.Page.Locator("tbody tr", new() { HasText = flight });
        await row.WaitForAsync();
        Assert.Equal("1", await row.Locator("td").Nth(2).InnerTextAsync());
        await PageTests.HoldsAsync(supervisor, "/conveyances with some", language);
        await PolicyTests.ShowAsync(supervisor, $"conveyances-{language}");
        await row.Locator("button").FocusAsync();
        await supervisor.PressAsync("Enter");
        var crossing = supervisor.Page.Locator("tbody tr", new() { HasText = number });
        await crossing.WaitForAsync();
        Assert.Equal(1, await supervisor.Page.Locator("tbody tr").CountAsync());
        Assert.Equal(flight, await supervisor.Page.InputValueAsync("[name='Search.Conveyance']"));
        await PolicyTests.ShowAsync(supervisor, $"conveyance-crossings-{language}");

        await crossing.Locator("a").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.Page.SelectOptionAsync("#correct-outcome", "Departed");
        await supervisor.Page.FillAsync("#correct-reason", "Specimen of a mistake");
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync(".problem"); // Who enters does not depart; the reason is still there.
        Assert.Equal("Specimen of a mistake", await supervisor.Page.InputValueAsync("#correct-reason"));
        await supervisor.Page.SelectOptionAsync("#correct-outcome", "Annulled");
        await supervisor.Page.FocusAsync("#correct-reason");
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync(".correction");
        Assert.Contains("supervisor1", await supervisor.TextAsync(".correction"), StringComparison.Ordinal);
        await PageTests.HoldsAsync(supervisor, "/crossings/{id} corrected", language);
        await PolicyTests.ShowAsync(supervisor, $"correction-{language}");
        await supervisor.Page.Locator("a[href^='/travellers/']").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync("td .correction");
        await PageTests.HoldsAsync(supervisor, "/travellers/{id} corrected", language);
        await PolicyTests.ShowAsync(supervisor, $"correction-history-{language}");
        Assert.Empty(supervisor.Errors);
        Assert.Empty(officer.Errors);
    }
}
