using Rahdari.Documents.Mrz;

namespace Rahdari.EndToEnd.Console;

/// <summary>Two passports that may be one person's wait for a supervisor, who looks at both and says; by keyboard.</summary>
[Collection(ConsoleCollection.Name)]
public sealed class LinkTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "SPC440001", "SPC440002", "perhaps one person", "two people")]
    [InlineData("ur", "SPC440003", "SPC440004", "شاید ایک ہی شخص", "دو افراد")]
    public async Task A_supervisor_says_that_twins_of_like_names_are_two_people(string language, string one, string other, string waits, string rejected)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync(counter: "A3");
        foreach (var (number, given) in new[] { (one, "HASSAN ALI"), (other, "HUSSAIN ALI") })
        {
            await officer.ScanAsync(Twin(one, number, given));
            await officer.WaitAsync("tr:has-text('" + number + "')");
            await officer.PressOfferedAsync("F2");
            await officer.WaitAsync(".done");
        }

        await using var supervisor = await site.OpenAsync("supervisor1", language, "/links");
        await supervisor.Page.GotoAsync("/links");
        var row = supervisor.Page.Locator("tbody tr", new() { HasText = other });
        await row.WaitForAsync();
        await PageTests.HoldsAsync(supervisor, "/links with some", language);
        await PolicyTests.ShowAsync(supervisor, $"links-{language}");
        await row.Locator("a").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.WaitAsync("#reason");
        await PageTests.HoldsAsync(supervisor, "/links/{id}", language);
        await PolicyTests.ShowAsync(supervisor, $"link-{language}");
        await supervisor.Page.FocusAsync("#reason");
        await supervisor.Page.Keyboard.TypeAsync("Both stood here");
        await supervisor.PressAsync("Enter"); // Says neither.
        Assert.Equal(waits, await supervisor.TextAsync("main > p > strong"));
        Assert.Equal("Both stood here", await supervisor.Page.InputValueAsync("#reason"));
        await supervisor.PressAsync("Tab");
        await supervisor.PressAsync("Tab");
        await supervisor.PressAsync("Enter");
        await supervisor.Page.Locator("tbody tr").Nth(1).WaitForAsync();
        Assert.Equal(rejected, await supervisor.TextAsync("main > p > strong"));
        Assert.Contains("supervisor1", await supervisor.TextAsync("tbody tr:nth-child(2)"), StringComparison.Ordinal);
        await PageTests.HoldsAsync(supervisor, "/links/{id} rejected", language);
        Assert.Empty(supervisor.Errors);
        Assert.Empty(officer.Errors);
    }

    /// <summary>The pair's day of birth is its own, so that no other test meets it.</summary>
    private static string[] Twin(string pair, string number, string given)
    {
        var some = int.Parse(pair[3..], System.Globalization.CultureInfo.InvariantCulture);
        return [.. MrzComposer.Compose(new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = "UTO",
            PrimaryIdentifier = "SPECIMENZAI",
            SecondaryIdentifier = given,
            NameMayBeTruncated = false,
            DocumentNumber = number,
            Nationality = "UTO",
            DateOfBirth = Dates.PartialDate.Of(1983, (some % 12) + 1, (some / 12 % 28) + 1),
            Sex = Sex.Male,
            DateOfExpiry = Dates.PartialDate.Of(DateTime.UtcNow.Year + 4, 1, 2),
            OptionalData = [""],
        })];
    }
}
