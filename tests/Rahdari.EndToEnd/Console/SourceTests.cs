namespace Rahdari.EndToEnd.Console;

/// <summary>Every source of a document side by side at the counter: zone, visa, what the carrier announced.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class SourceTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_visa_scanned_after_the_passport_stands_beside_it_and_what_differs_is_marked(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("visa-of-another"), language == "en" ? "SPC190014" : "SPC190015"));
        await officer.WaitAsync(".banner.level-Clear");
        Assert.Equal(0, await officer.Page.Locator(".sources").CountAsync());
        await officer.ScanAsync(site.Visa("visa-of-another"));
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Equal(3, await officer.Page.Locator(".sources .differs").CountAsync()); // Surname, given names, date of birth.
        await PageTests.HoldsAsync(officer, "/counter", language);
        await ChipTests.KeepAsync(officer, "visa", language);
        Assert.Empty(officer.Errors);
    }

    [Fact]
    public async Task What_the_carrier_announced_stands_beside_the_zone()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(site.Traveller("announced"));
        await officer.WaitAsync(".banner.level-Clear");
        Assert.Contains("SP101", await officer.TextAsync(".sources thead"), StringComparison.Ordinal);
        Assert.Equal(0, await officer.Page.Locator(".sources .differs").CountAsync());
        await officer.ScanAsync(site.Traveller("announced-otherwise"));
        await officer.WaitAsync(".banner.level-Ask");
        Assert.Equal(1, await officer.Page.Locator(".sources .differs").CountAsync());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task Zone_chip_visa_and_announcement_fit_side_by_side(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync(counter: "A3"); // What is added here stays with the document at this counter.
        await officer.ScanAsync(site.Traveller("announced-otherwise"));
        await officer.WaitAsync(".chip-proofs");
        await officer.ScanAsync(site.Visa("visa-of-another"));
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Equal(5, await officer.Page.Locator(".sources thead :is(th, td)").CountAsync());
        await PageTests.HoldsAsync(officer, "/counter", language);
        await ChipTests.KeepAsync(officer, "sources", language);
    }

    [Fact]
    public async Task A_document_of_which_another_reading_is_on_record_stands_beside_that_reading()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        string[] first = ["P<UTOSPECIMENBEFORE<<ANNA<<<<<<<<<<<<<<<<<<<", "SPC1000929UTO9005178F3412318<<<<<<<<<<<<<<06"];
        string[] changed = ["P<UTOSPECIMENBEFORE<<ANNA<<<<<<<<<<<<<<<<<<<", "SPC1000929UTO9005178F3612314<<<<<<<<<<<<<<06"];
        await officer.ScanAsync(first);
        await officer.WaitAsync(".banner.level-Clear");
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");
        await officer.ScanAsync(changed);
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Equal(1, await officer.Page.Locator(".sources .differs").CountAsync());
        Assert.Contains("2034-12-31", await officer.TextAsync(".sources .differs"), StringComparison.Ordinal);
    }
}
