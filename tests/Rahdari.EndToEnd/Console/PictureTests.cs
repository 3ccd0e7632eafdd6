using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>Pictures of the page at the counter: chosen or dropped, their zone read, their portrait shown.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class PictureTests(ConsoleSite site)
{
    private static string Page => Path.Combine(Repository.Root, "samples", "travellers", "page.jpg");

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task The_zone_of_a_page_is_read_from_its_picture_and_its_portrait_shown(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.Page.SetInputFilesAsync("#picture", Page);
        // A filler on it looks to one of the two readers like a K: the officer looks, and Enter reads it.
        await officer.WaitAsync(".unread");
        Assert.Equal(0, await officer.Page.Locator(".document").CountAsync());
        await ChipTests.KeepAsync(officer, "picture", language);
        await officer.Page.WaitForSelectorAsync("#zone:focus");
        await officer.PressAsync("Enter");
        await officer.WaitAsync(".document img.portrait");
        await officer.Page.WaitForFunctionAsync("() => document.querySelector('.document img.portrait')?.naturalWidth > 0");
        Assert.Contains("SPECIMENPAGE", await officer.TextAsync(".document"), StringComparison.Ordinal);
        Assert.StartsWith("P<UTOSPECIMENPAGE<<ANNA<MARIA<", await officer.Page.InputValueAsync("#zone"), StringComparison.Ordinal);
        await PageTests.HoldsAsync(officer, "/counter", language);
        await ChipTests.KeepAsync(officer, "page", language);
        Assert.Empty(officer.Errors);
    }

    [Fact]
    public async Task A_picture_of_another_document_than_the_one_scanned_is_told_and_both_portraits_stand_side_by_side()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync(counter: "A2"); // What is added here stays with the document at this counter.
        await officer.ScanAsync(site.Traveller("clean"));
        await officer.WaitAsync(".sources");
        await officer.Page.SetInputFilesAsync("#picture", Page);
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Contains("another document", await officer.TextAsync(".reasons"), StringComparison.Ordinal);
        Assert.Equal(2, await officer.Page.Locator(".document img.portrait").CountAsync());
        await ChipTests.KeepAsync(officer, "portraits", "en");
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_told_and_nothing_else_changes()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.Page.SetInputFilesAsync("#picture", new FilePayload { Name = "page.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() });
        await officer.WaitAsync(".picture-problem");
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), "SPC100091"));
        await officer.WaitAsync(".banner");
        Assert.Equal(0, await officer.Page.Locator(".picture-problem").CountAsync());
        Assert.Empty(officer.Errors);
    }

    [Fact]
    public async Task The_camera_shows_what_it_sees_and_what_it_took_is_read()
    {
        await using var officer = await site.OpenAsync("officer1", camera: true);
        await officer.TakeCounterAsync();
        await officer.PressAsync("F7");
        await officer.WaitAsync("#camera[open], .picture-problem");
        Assert.Equal("", string.Concat(await officer.Page.Locator(".picture-problem").AllInnerTextsAsync()));
        await officer.Page.WaitForFunctionAsync("() => document.getElementById('camera-view').videoWidth > 0");
        await officer.PressAsync("Enter");
        // What the browser's own pretended camera shows is no document.
        await officer.WaitAsync(".picture-problem");
        Assert.True(await officer.Page.EvaluateAsync<bool>("() => document.getElementById('camera-view').srcObject === null"));
        Assert.Empty(officer.Errors);
    }

    [Fact]
    public async Task A_camera_that_the_browser_does_not_grant_is_told()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.PressAsync("F7");
        await officer.WaitAsync(".picture-problem");
    }
}
