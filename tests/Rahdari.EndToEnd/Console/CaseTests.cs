using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Rahdari.EndToEnd.Console;

/// <summary>A case goes from the first report over arrest, challan and verdict to compensation; by whoever knows their guide, with the keyboard.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class CaseTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_case_is_led_from_the_report_to_the_compensation(string language)
    {
        await using var page = await site.OpenAsync("head1", language, "/cases");
        await page.Page.GotoAsync("/cases/new");
        await FillAsync(page, ("province", "PK-SD"), ("summary", "Specimen"));
        await page.Page.CheckAsync("[name=isCrossBorder]");
        await SubmitAsync(page); // No form of exploitation: what was typed stays.
        await page.WaitAsync(".problem");
        Assert.Equal("PK-SD", await page.Page.InputValueAsync("[name=province]"));
        await PageTests.HoldsAsync(page, "/cases/new refused", language);
        await page.Page.CheckAsync("[name=forms][value=ForcedLabour]");
        await SubmitAsync(page);
        await page.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var path = new Uri(page.Page.Url).AbsolutePath;
        await PageTests.HoldsAsync(page, "/cases/{id} just opened", language);

        await TellAsync(page, path, "FirRegistered", ("number", "77/SPECIMEN"), ("station", "Specimen station"));
        await TellAsync(page, path, "OffenceAdded");
        await TellAsync(page, path, "AccusedNamed", ("name", "SPECIMEN NAMED"));
        await TellAsync(page, path, "VictimNamed", ("victim", "V-SPC9-9999"), ("forms", "ForcedLabour"));
        await TellAsync(page, path, "Arrested", ("place", "Karachi"));
        await page.Page.GotoAsync($"{path}?tell=VerdictGiven");
        await page.WaitAsync("[name=outOfOrder]"); // A verdict before the challan asks why.
        await PageTests.HoldsAsync(page, "/cases/{id} with a form", language);
        await TellAsync(page, path, "ChallanSubmitted", ("court", "Specimen court"), ("charges", ""));
        await TellAsync(page, path, "ChargeFramed", ("charges", ""));
        await TellAsync(page, path, "VerdictGiven");
        await TellAsync(page, path, "SentencePassed", ("prisonMonths", "36"));
        await TellAsync(page, path, "CompensationOrdered", ("amount", "300,000"));
        await TellAsync(page, path, "CompensationPaid", ("amount", "300000"), ("receipt", "SPECIMEN-1"));
        await TellAsync(page, path, "Closed", ("why", "Specimen"));
        await EvidenceAsync(page, path, language);
        await page.Page.GotoAsync(path);

        Assert.Equal(13, await page.Page.Locator(".diary > li").CountAsync());
        await PageTests.HoldsAsync(page, "/cases/{id} closed", language);
        await PolicyTests.ShowAsync(page, $"case-{language}");
        await page.Page.GotoAsync($"/network?case={path.Split('/')[^1]}");
        await PageTests.HoldsAsync(page, "/network of a case", language);
        await page.Page.GotoAsync("/cases?stage=Trial");
        await page.Page.ClickAsync("tbody a"); // A case of the demonstration: its accused share a telephone with others.
        await page.Page.GotoAsync($"/network?case={new Uri(page.Page.Url).AbsolutePath.Split('/')[^1]}");
        Assert.True(await page.Page.Locator("svg[role=img]").CountAsync() > 0);
        await PageTests.HoldsAsync(page, "/network with shared telephone", language);
        await PolicyTests.ShowAsync(page, $"network-{language}");
        await page.Page.GotoAsync("/funnel?by=Circle");
        await PolicyTests.ShowAsync(page, $"funnel-{language}");
        Assert.Empty(page.Errors);

        // The file prints as a PDF: all of it, and nothing of the console around it.
        await page.Page.GotoAsync(path);
        using var pdf = PdfDocument.Open(await page.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        var text = string.Concat(pdf.GetPages().Select(p => p.Text));
        Assert.Contains("SPECIMEN NAMED", text, StringComparison.Ordinal);
        Assert.Contains("77/SPECIMEN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("head1 ", await page.TextAsync("h1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task An_analyst_counts_a_year_and_exports_the_table(string language)
    {
        await using var page = await site.OpenAsync("analyst1", language, "/funnel");
        await page.Page.FillAsync("[name=year]", $"{DateTime.UtcNow.Year}");
        await page.Page.SelectOptionAsync("[name=by]", "Form");
        await SubmitAsync(page);
        await page.WaitAsync("a[download]");
        Assert.Contains($"year={DateTime.UtcNow.Year}", page.Page.Url, StringComparison.Ordinal);
        await PageTests.HoldsAsync(page, "/funnel of a year", language);
        var download = await page.Page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.Page.FocusAsync("a[download]");
            await page.PressAsync("Enter");
        });
        var table = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("funnel.csv", download.SuggestedFilename);
        Assert.True(table.Length > 1, string.Join('\n', table));
        // Nothing leaves that is not rounded to the base.
        Assert.All(table.Skip(1).SelectMany(line => line.Split(',')).Where(cell => int.TryParse(cell, out _)), cell => Assert.Equal(0, int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) % 5));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task The_specimen_of_2003_is_shown_with_what_it_cannot_tell()
    {
        await using var page = await site.OpenAsync("analyst1", "en", "/funnel");
        // Of the cases of the demonstration, whichever circle keeps them, six are registered or more.
        Assert.True(int.Parse(await page.TextAsync(".funnel-steps tr:nth-child(2) td"), System.Globalization.CultureInfo.InvariantCulture) >= 6);
        await page.Page.GotoAsync("/funnel?specimen=true");
        var shown = await page.TextAsync("main");
        foreach (var figure in new[] { "649", "521", "257", "22", "392" })
            Assert.Contains(figure, shown, StringComparison.Ordinal);
        Assert.Contains("Whether the convictions reported are people, charges or cases", shown, StringComparison.Ordinal);
        await PolicyTests.ShowAsync(page, "funnel-specimen");
    }

    /// <summary>A recording is taken, handed out, compared and handed over; all of it stands in its chain of custody.</summary>
    private static async Task EvidenceAsync(ConsolePage page, string path, string language)
    {
        await page.Page.GotoAsync($"{path}/evidence");
        await PageTests.HoldsAsync(page, "/cases/{id}/evidence empty", language);
        await page.Page.ClickAsync("details.card > summary");
        await page.WaitAsync("[data-field=title]");
        foreach (var (field, value) in new[] { ("title", "Recording (specimen)"), ("place", "Karachi"), ("holder", "Store room 1") })
            await page.Page.FillAsync($"[data-field={field}]", value);
        var bytes = System.Text.Encoding.UTF8.GetBytes("Specimen recording");
        await page.Page.SetInputFilesAsync("details input[type=file]", new FilePayload { Name = "call.bin", MimeType = "application/octet-stream", Buffer = bytes });
        await page.Page.FocusAsync("details .buttons button.primary");
        await page.PressAsync("Enter");
        await page.WaitAsync(".chain > li");
        await page.Page.FillAsync(".deeds form[action$='/file'] [name=why]", "To hear it (specimen)");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.ClickAsync(".deeds form[action$='/file'] button"));
        Assert.Equal("call.bin", download.SuggestedFilename);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(await download.PathAsync()));
        await page.Page.ClickAsync(".deeds form:nth-of-type(2) button");
        await page.Page.WaitForSelectorAsync(".chain > li:nth-child(3)");
        await page.Page.FillAsync("[name=to]", "Laboratory (specimen)");
        await page.Page.FillAsync("[name=receipt]", "R-7");
        await page.Page.FillAsync(".deeds form:nth-of-type(3) [name=why]", "Analysis");
        await page.Page.FocusAsync(".deeds form:nth-of-type(3) button");
        await page.PressAsync("Enter");
        await page.Page.WaitForSelectorAsync(".chain > li:nth-child(4)");
        await PageTests.HoldsAsync(page, "/cases/{id}/evidence", language);
        await PolicyTests.ShowAsync(page, $"evidence-{language}");
    }

    internal static async Task TellAsync(ConsolePage page, string path, string fact, params (string Name, string Value)[] fields)
    {
        await page.Page.GotoAsync($"{path}?tell={fact}");
        foreach (var (name, value) in fields)
        {
            var field = page.Page.Locator($"[name={name}]").First;
            if (await field.GetAttributeAsync("type") == "checkbox")
                await (value.Length == 0 ? field : page.Page.Locator($"[name={name}][value={value}]")).CheckAsync();
            else
                await field.FillAsync(value);
        }
        await SubmitAsync(page);
        await page.Page.WaitForURLAsync(url => !url.Contains("tell=", StringComparison.Ordinal));
    }

    private static async Task FillAsync(ConsolePage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await page.Page.FillAsync($"[name={name}]", value);
    }

    private static async Task SubmitAsync(ConsolePage page)
    {
        await page.Page.FocusAsync("main form button.primary");
        await page.PressAsync("Enter");
    }
}
