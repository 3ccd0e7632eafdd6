using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>A schedule is published and planned by; a hold is placed by one and lifted by two; by keyboard.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class RetentionTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_schedule_is_published_and_says_what_would_go(string language)
    {
        await using var administrator = await site.OpenAsync("admin1", language, "/retention");
        await administrator.Page.GotoAsync("/retention");
        await administrator.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "schedule.json", MimeType = "application/json", Buffer = """{"periods":[{"class":"crossings","months":1,"legalBasis":"Specimen"}]}"""u8.ToArray() });
        await administrator.Page.FillAsync("[name='Given.Reason']", "Specimen schedule");
        await administrator.PressAsync("Enter");
        await administrator.WaitAsync(".problem"); // Less than the least; the reason is still there.
        Assert.Equal("Specimen schedule", await administrator.Page.InputValueAsync("[name='Given.Reason']"));
        await PageTests.HoldsAsync(administrator, "/retention refused", language);
        await administrator.Page.SetInputFilesAsync("input[type=file]", Path.Combine(Repository.Root, "samples/retention/schedule.json"));
        await administrator.Page.FocusAsync("[name='Given.Reason']");
        await administrator.PressAsync("Enter");
        await administrator.Page.Locator("table tbody tr").Nth(8).WaitForAsync();
        Assert.Equal(0, await administrator.Page.Locator(".problem").CountAsync());
        await administrator.Page.Locator("main form button.primary").First.FocusAsync();
        await administrator.PressAsync("Enter");
        await administrator.Page.Locator("table").Nth(1).WaitForAsync();
        await PageTests.HoldsAsync(administrator, "/retention with a plan", language);
        await PolicyTests.ShowAsync(administrator, $"retention-{language}");
        Assert.Empty(administrator.Errors);
    }

    [Theory]
    [InlineData("en", "SPC450001")]
    [InlineData("ur", "SPC450002")]
    public async Task A_hold_is_placed_by_one_and_lifted_by_two(string language, string number)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync(counter: "A3");
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), number));
        await officer.WaitAsync("a[href^='/travellers/']");
        var traveller = (await officer.Page.Locator("a[href^='/travellers/']").First.GetAttributeAsync("href"))!.Split('/')[^1];

        await using var administrator = await site.OpenAsync("admin1", language, "/legal-holds");
        await administrator.Page.GotoAsync("/legal-holds");
        foreach (var (field, value) in new Dictionary<string, string> { ["Authority"] = "High Court (specimen)", ["Reference"] = $"C.M. {number}", ["Travellers"] = "nobody", ["Reason"] = "Inquiry (specimen)" })
            await administrator.Page.FillAsync($"[name='Given.{field}']", value);
        await administrator.PressAsync("Enter");
        await administrator.WaitAsync(".problem"); // No key; what was typed is still there.
        Assert.Equal($"C.M. {number}", await administrator.Page.InputValueAsync("[name='Given.Reference']"));
        await administrator.Page.FillAsync("[name='Given.Travellers']", traveller);
        await administrator.PressAsync("Enter");
        var row = administrator.Page.Locator("tbody tr", new() { HasText = number });
        await row.WaitForAsync();
        await PageTests.HoldsAsync(administrator, "/legal-holds with some", language);
        await PolicyTests.ShowAsync(administrator, $"holds-{language}");
        await row.Locator("a").FocusAsync();
        await administrator.PressAsync("Enter");
        await administrator.WaitAsync("#lift-reason");
        await administrator.Page.FillAsync("#lift-reference", "C.M. 9 (specimen)");
        await administrator.Page.FillAsync("#lift-reason", "Closed (specimen)");
        await administrator.PressAsync("Enter");
        await administrator.Page.Locator(".columns .card").Nth(2).WaitForAsync();
        await PolicyTests.ShowAsync(administrator, $"hold-asked-{language}");
        Assert.Equal(0, await administrator.Page.Locator("main button.primary").CountAsync()); // Who asked does not agree.

        await using var supervisor = await site.OpenAsync("supervisor1", language, "/legal-holds");
        await supervisor.Page.GotoAsync(new Uri(administrator.Page.Url).AbsolutePath);
        await PageTests.HoldsAsync(supervisor, "/legal-holds/{number} to agree to", language);
        await PolicyTests.ShowAsync(supervisor, $"hold-{language}");
        await supervisor.Page.FocusAsync("main button.primary");
        await supervisor.PressAsync("Enter");
        await supervisor.Page.Locator("main button.primary").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Contains("supervisor1", await supervisor.TextAsync(".columns .card:nth-child(2)"), StringComparison.Ordinal);
        Assert.Empty(administrator.Errors);
        Assert.Empty(supervisor.Errors);
    }
}
