namespace Rahdari.EndToEnd.Console;

/// <summary>A visa is recorded, lets in at the counter, and is revoked; an extension is recorded; by keyboard.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class VisaTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "SPC420001")]
    [InlineData("ur", "SPC420002")]
    public async Task A_visa_that_is_recorded_lets_in_and_one_that_is_revoked_does_not(string language, string number)
    {
        var lines = ConsolePage.Renumbered(site.Traveller("visa-none"), number);
        var holder = Rahdari.Documents.Mrz.MrzReader.Read(string.Join('\n', lines), DateOnly.FromDateTime(DateTime.UtcNow)).Fields!;
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(lines);
        await officer.WaitAsync(".banner.level-Refer");
        await PolicyTests.ShowAsync(officer, $"visa-none-{language}");

        await using var visas = await site.OpenAsync("visas1", language, "/permissions");
        await visas.Page.GotoAsync("/permissions/new");
        var today = DateTime.UtcNow;
        foreach (var (field, value) in new Dictionary<string, string>
        {
            ["Authority"] = "Specimen mission",
            ["Number"] = $"V-{number}",
            ["Nationality"] = holder.Nationality,
            ["IssuingState"] = holder.IssuingState,
            ["DocumentNumber"] = number,
            ["Surname"] = holder.PrimaryIdentifier,
            ["GivenNames"] = holder.SecondaryIdentifier,
            ["DateOfBirth"] = holder.DateOfBirth.ToString(),
            ["ValidUntil"] = "2026-02-31",
        })
            await visas.Page.FillAsync($"[name='Given.{field}']", value);
        await visas.Page.SelectOptionAsync("[name='Given.Class']", "TOURIST");
        await visas.Page.FocusAsync("[name='Given.ValidUntil']");
        await visas.PressAsync("Enter");
        await visas.WaitAsync(".problem"); // No such day; what was typed is still there.
        Assert.Equal($"V-{number}", await visas.Page.InputValueAsync("[name='Given.Number']"));
        await PolicyTests.ShowAsync(visas, $"visa-new-{language}");
        await visas.Page.FillAsync("[name='Given.ValidUntil']", $"{today.AddDays(60):yyyy-MM-dd}");
        await visas.PressAsync("Enter");
        await visas.WaitAsync("dl.pairs");
        await PageTests.HoldsAsync(visas, "/permissions/{id}", language);

        await officer.Page.FocusAsync("#zone");
        await officer.PressAsync("Control+Enter"); // The same lines are not read twice by themselves.
        await officer.WaitAsync("#enters-by");
        Assert.Equal($"TOURIST/V-{number}", await officer.Page.InputValueAsync("#enters-by"));
        await PolicyTests.ShowAsync(officer, $"visa-counter-{language}");

        await visas.Page.FillAsync("#reason", "A mistake of the mission");
        await visas.PressAsync("Enter");
        await visas.WaitAsync(".columns .card + .card dl");
        await PolicyTests.ShowAsync(visas, $"visa-revoked-{language}");
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".banner.level-Refer"); // It is no more what was shown.
        Assert.Equal(0, await officer.Page.Locator("#enters-by").CountAsync());

        await visas.Page.GotoAsync("/permissions");
        await visas.WaitAsync("tbody tr");
        await PageTests.HoldsAsync(visas, "/permissions with some", language);
        await PolicyTests.ShowAsync(visas, $"visas-{language}");
        await visas.Page.GotoAsync("/extensions");
        await PolicyTests.ShowAsync(visas, $"extensions-{language}");
        await visas.Page.Locator("tbody a").First.FocusAsync();
        await visas.PressAsync("Enter");
        await visas.WaitAsync("dl.pairs");
        await PageTests.HoldsAsync(visas, "/extensions/{id}", language);
        await visas.Page.GotoAsync("/entry-rules");
        await PolicyTests.ShowAsync(visas, $"entry-rules-{language}");
        Assert.Empty(visas.Errors);
        Assert.Empty(officer.Errors);
    }
}
