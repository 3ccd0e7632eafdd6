using Microsoft.Playwright;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.EndToEnd.Console;

/// <summary>Who was let in before a list named them is found on the page of those in the country, and resolved by keyboard.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class RescreeningTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "ZARBAKHTZAI", "QUDSIA", "1951-03-07", "SPC610001")]
    [InlineData("ur", "MURGHALARI", "TILLAT", "1983-11-24", "SPC610002")]
    public async Task A_traveller_in_the_country_is_found_when_a_list_comes_to_name_them(string language, string surname, string given, string born, string number)
    {
        var fields = MrzReader.Read(string.Join('\n', site.Traveller("clean")), DateOnly.FromDateTime(DateTime.UtcNow)).Fields! with
        {
            PrimaryIdentifier = surname,
            SecondaryIdentifier = given,
            DateOfBirth = PartialDate.Parse(born),
            DocumentNumber = number,
        };
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync([.. MrzComposer.Compose(fields)]);
        await officer.PressOfferedAsync("F2");
        await officer.WaitAsync(".done");

        await using var manager = await site.OpenAsync("lists1", language, "/watchlists/import");
        await ImportTests.ImportAsync(manager, "ecl", $"country-{language}", ("ecl.csv", $"ECL No,Name,Date of Birth\nSP-9,{given} {surname},{born}\n"));
        await manager.WaitAsync(".done");
        await manager.Page.GotoAsync("/rescreening");
        await manager.Page.ClickAsync(".buttons button.primary");
        await manager.Page.Locator("#runs tbody tr", new PageLocatorOptions { HasText = $"country-{language}@1" }).First.WaitForAsync();
        Assert.Equal(0, await manager.Page.Locator("#found").CountAsync());

        await using var supervisor = await site.OpenAsync("supervisor1", language, "/rescreening");
        await supervisor.Page.GotoAsync("/rescreening");
        var alert = supervisor.Page.Locator("#found tbody tr", new PageLocatorOptions { HasText = number });
        await alert.WaitForAsync();
        await PageTests.HoldsAsync(supervisor, "/rescreening with an alert", language);
        await PolicyTests.ShowAsync(supervisor, $"rescreening-{language}");
        await alert.Locator("a").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync(".resolve input");
        await PageTests.HoldsAsync(supervisor, "/second-line with who is in the country", language);
        await PolicyTests.ShowAsync(supervisor, $"rescreening-resolve-{language}");
        await SecondLineTests.ResolveAllAsync(supervisor, "F2", "Born in another town.");
        await supervisor.WaitAsync(".hit.state-Dismissed");
        await supervisor.Page.GotoAsync("/rescreening");
        await supervisor.WaitAsync("#runs");
        Assert.Equal(0, await alert.CountAsync());
        Assert.Empty(supervisor.Errors);
        Assert.Empty(manager.Errors);
    }
}
