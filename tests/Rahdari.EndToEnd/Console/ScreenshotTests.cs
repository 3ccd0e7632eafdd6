using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>The pictures of the README. They are kept where RAHDARI_SCREENSHOTS names a folder; otherwise they are only made.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ScreenshotTests(ConsoleSite site)
{
    [Theory]
    [InlineData("clear", "clean", "SPC190001", "en")]
    [InlineData("clear", "clean", "SPC190001", "ur")]
    [InlineData("hit", "list-hit-alias-specimen-un", "SPC190002", "en")]
    [InlineData("hit", "list-hit-alias-specimen-un", "SPC190002", "ur")]
    public async Task The_counter_shows_the_advice_and_its_reasons(string picture, string kind, string number, string language)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller(kind), number, listed: kind.StartsWith("list-hit", StringComparison.Ordinal)));
        await officer.WaitAsync(picture == "hit" ? ".banner.level-Refer" : ".banner.level-Clear");
        Assert.Equal(picture == "hit" ? 1 : 0, await officer.Page.Locator(".hit").CountAsync());
        await officer.Page.EvaluateAsync("document.fonts.ready");
        var bytes = await officer.Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        if (Environment.GetEnvironmentVariable("RAHDARI_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"counter-{picture}{(language == "en" ? "" : "-" + language)}.png"), bytes, TestContext.Current.CancellationToken);
    }
}
