using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>Chips at the counter: read while the officer looks, shown beside the zone.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ChipTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_page_that_says_other_than_its_chip_is_referred_and_the_difference_is_marked(string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(site.Traveller("page-forged"));
        await officer.WaitAsync(".sources");
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Equal(1, await officer.Page.Locator(".sources .differs").CountAsync());
        Assert.Contains("SPC100011", await officer.TextAsync(".sources"), StringComparison.Ordinal);
        await officer.Page.WaitForFunctionAsync("() => document.querySelector('.document img.portrait')?.naturalWidth > 0");
        await PageTests.HoldsAsync(officer, "/counter", language);
        await KeepAsync(officer, "chip", language);
    }

    [Fact]
    public async Task A_genuine_chip_leaves_the_traveller_clear_and_one_key_records_the_crossing()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(site.Traveller("clean"));
        await officer.WaitAsync(".sources");
        await officer.WaitAsync(".banner.level-Clear");
        Assert.Equal(0, await officer.Page.Locator(".sources .differs").CountAsync());
        Assert.Contains("PACE-ECDH-GM AES-128", await officer.TextAsync(".chip-proofs"), StringComparison.Ordinal);
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");
        Assert.Empty(officer.Errors);
    }

    [Theory]
    [InlineData("chip-copied", "The chip is a copy")]
    [InlineData("chip-portrait-exchanged", "Data group 2")]
    public async Task A_chip_that_lies_is_told(string kind, string says)
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(site.Traveller(kind));
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Contains(says, await officer.TextAsync(".reasons"), StringComparison.Ordinal);
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync("#reason:focus"); // Nobody passes against the advice without a reason.
        Assert.Equal(0, await officer.Page.Locator(".done").CountAsync());
    }

    [Fact]
    public async Task A_key_pressed_while_the_chip_is_still_to_be_read_decides_nothing()
    {
        await using var officer = await site.OpenAsync("officer1");
        await officer.TakeCounterAsync();
        await officer.ScanAsync(site.Traveller("page-forged"));
        for (var i = 0; i < 20; i++)
            await officer.PressAsync("F2");
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Equal(0, await officer.Page.Locator(".done").CountAsync());
    }

    internal static async Task KeepAsync(ConsolePage page, string picture, string language)
    {
        await page.Page.EvaluateAsync("document.fonts.ready");
        var bytes = await page.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        if (Environment.GetEnvironmentVariable("RAHDARI_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"counter-{picture}{(language == "en" ? "" : "-" + language)}.png"), bytes, TestContext.Current.CancellationToken);
    }
}
