using System.Text;
using Microsoft.Playwright;

namespace Rahdari.EndToEnd.Console;

/// <summary>The watchlist manager's import, in the browser.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class ImportTests(ConsoleSite site)
{
    [Fact]
    public async Task A_list_without_its_aliases_or_with_lower_numbers_waits_for_an_express_confirmation_and_a_broken_one_is_told_in_Urdu()
    {
        await using var manager = await site.OpenAsync("lists1", "en", "/watchlists/import");
        await ImportAsync(manager, Sdn(20), ("alt.csv", "5,1,aka,\"QUERZALDO\",-0-\n"));
        await manager.WaitAsync(".done");

        await ImportAsync(manager, Sdn(19));
        Assert.Contains("The highest entry number of the list is 19; in the one in force it is 20.", await manager.TextAsync(".problem"), StringComparison.Ordinal);
        await ConfirmAsync(manager);
        await manager.Page.Locator(".problem", new() { HasText = "\u20681\u2069 of \u20681\u2069 aliases" }).WaitForAsync();
        await ConfirmAsync(manager);
        await manager.WaitAsync(".done");
        Assert.Empty(manager.Errors);

        await using var urdu = await site.OpenAsync("lists1", "ur", "/watchlists/import");
        await ImportAsync(urdu, ("sdn.csv", "1,two columns\n"));
        await urdu.WaitAsync(".wide-table");
        Assert.Contains("اس سطر میں 2 کالم ہیں؛ sdn.csv میں 12 ہوتے ہیں۔", await urdu.TextAsync(".wide-table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rest_of_a_list_comes_into_force_after_an_express_confirmation_and_what_was_left_out_is_told()
    {
        const string ecl = "ECL No,Name,CNIC,Date of Birth\nSP-1,Numunawala Specimenzai,00000-1234567-1,14/08/1971\nSP-2,,00000-1234567-2,1980\n";
        foreach (var language in new[] { "en", "ur" })
        {
            await using var manager = await site.OpenAsync("lists1", language, "/watchlists/import");
            await ImportAsync(manager, "ecl", null, ("ecl.csv", language == "en" ? ecl : ecl.Replace("Numunawala", "Namuna", StringComparison.Ordinal)));
            await manager.WaitAsync(".wide-table");
            Assert.Contains("ecl.csv:3", await manager.TextAsync(".wide-table >> nth=-1"), StringComparison.Ordinal);
            await ConfirmAsync(manager);
            await manager.WaitAsync(".done");
            Assert.Contains("ecl.csv:3", await manager.TextAsync(".wide-table >> nth=-1"), StringComparison.Ordinal);
            Assert.Empty(manager.Errors);
        }
    }

    [Theory]
    [InlineData("en", "Stolen", "reported stolen")]
    [InlineData("ur", "چوری شدہ", "چوری")]
    public async Task A_list_of_lost_documents_is_named_and_shown_and_what_it_reports_since_a_document_was_presented_locks_its_pass(string language, string stolen, string told)
    {
        var number = $"SPL14000{(language == "en" ? 1 : 2)}";
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), number));
        await officer.WaitAsync(".banner.level-Clear");

        await using var manager = await site.OpenAsync("lists1", language, "/watchlists/import");
        await ImportAsync(manager, "lost", $"lost-{language}", ("lost.csv", $"Country,Number,Type,Date,Reason\nUTO,{number},Passport,2026-02-01,stolen\n"));
        await manager.WaitAsync(".done");
        await manager.Page.GotoAsync($"/watchlists/lost-{language}");
        Assert.Contains(stolen, await manager.TextAsync(".wide-table"), StringComparison.Ordinal);
        await manager.Page.ClickAsync("th a");
        await manager.WaitAsync("dl.pairs");
        Assert.Contains($"Passport {number} UTO", await manager.TextAsync("dl.pairs"), StringComparison.Ordinal);
        Assert.Empty(manager.Errors);

        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Contains(told, await officer.TextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await officer.Page.Locator(".done").CountAsync());
        Assert.Empty(officer.Errors);
    }

    private static (string, string) Sdn(int entries) =>
        ("sdn.csv", string.Concat(Enumerable.Range(1, entries).Select(i => $"{i},\"QUERZALDIN {i}\",-0- ,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n")));

    private static Task ImportAsync(ConsolePage page, params (string Name, string Text)[] files) => ImportAsync(page, "ofac", null, files);

    internal static async Task ImportAsync(ConsolePage page, string form, string? name, params (string Name, string Text)[] files)
    {
        await page.WaitAsync("input[type=radio]:enabled");
        // Until the circuit is there a choice is lost.
        await page.Page.Locator($"input[type=radio][value={form}]").CheckAsync();
        await page.WaitAsync($"fieldset[data-form={form}]");
        if (name is not null)
            await page.Page.FillAsync("input[aria-describedby=list-name]", name);
        await page.Page.SetInputFilesAsync("input[type=file]", files.Select(f => new FilePayload { Name = f.Name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(f.Text) }));
        await page.WaitAsync("button.primary:enabled");
        await page.Page.ClickAsync("button.primary");
        await page.WaitAsync(".import .buttons:not(:has(button[aria-keyshortcuts]))");
        await page.WaitAsync(".done, .problem, .wide-table");
    }

    private static async Task ConfirmAsync(ConsolePage page)
    {
        await page.Page.Locator(".confirm input").CheckAsync();
        await page.WaitAsync("button.primary:enabled");
        await page.Page.ClickAsync("button.primary");
    }
}
