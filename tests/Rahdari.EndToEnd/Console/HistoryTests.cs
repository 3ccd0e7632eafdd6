using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Rahdari.EndToEnd.Faults;

namespace Rahdari.EndToEnd.Console;

/// <summary>A traveller's history at a port that has a line to headquarters, which nobody answers.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class HistoryTests(ConsoleSite console)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_port_whose_line_is_down_says_whose_crossings_are_shown()
    {
        Assert.SkipWhen(console.Browser is null, "Chromium is absent: apt-get install chromium-headless-shell, or name it in RAHDARI_CHROMIUM.");
        await using var port = await ServedSite.StartAsync(ServedSite.Sqlite);
        await port.KillAsync();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(port.AdvanceFolder)!, "site", "link.json"), """{ "end": "Port", "headquarters": "national-1" }""", Cancellation);
        await port.RestartAsync();
        using var officer = await port.SignInAsync();
        await new CounterClient(officer).RecordAsync(1);
        var crossing = (await officer.GetFromJsonAsync<JsonElement>("/api/v1/crossings", Cancellation)).GetProperty("items").EnumerateArray().Single();
        foreach (var (language, said) in new[] { ("en", "The line to headquarters is down: crossings at this port only."), ("ur", "صدر دفتر سے رابطہ منقطع ہے: صرف اس پورٹ کی آمد و رفت۔") })
        {
            var context = await console.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = $"{officer.BaseAddress}", ViewportSize = new ViewportSize { Width = 1366, Height = 768 } });
            context.SetDefaultTimeout(60_000);
            await using var page = new ConsolePage(await context.NewPageAsync());
            await page.Page.GotoAsync($"/language/{language}?returnUrl={Uri.EscapeDataString($"/sign-in?language={language}&ReturnUrl=/crossings")}");
            await page.SignInAsync("officer1", "specimen-password-1");
            await page.Page.GotoAsync($"/travellers/{crossing.GetProperty("travellerId").GetGuid()}");
            await page.WaitAsync("p.note[role=status]");
            Assert.Equal(said, (await page.TextAsync("p.note[role=status]")).Trim());
            await PageTests.HoldsAsync(page, "/travellers/{id} with the line down", language);
            await PolicyTests.ShowAsync(page, $"history-line-down-{language}");
            Assert.Empty(page.Errors);
        }
    }
}
