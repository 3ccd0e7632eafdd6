using Microsoft.Playwright;
using Rahdari.Border.Crossings;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.EndToEnd.Console;

/// <summary>An order entered by hand stops at the counter; a worker is helped with a sheet.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class ExitTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "SP7100001")]
    [InlineData("ur", "SP7100002")]
    public async Task An_order_entered_by_hand_stops_at_the_counter_until_two_people_lift_it(string language, string number)
    {
        await using var keeper = await site.OpenAsync("exits1", language, "/exit-orders/new");
        await keeper.Page.GotoAsync("/exit-orders/new");
        await PageTests.HoldsAsync(keeper, "/exit-orders/new", language);
        await keeper.Page.FillAsync("[name='Order.Name']", "NAMUNA SPECIMENZADA");
        await keeper.Page.FillAsync("[name='Order.LegalBasis']", "section 151 (specimen)");
        await keeper.Page.FillAsync("[name='Order.Authority']", "High Court (specimen)");
        await keeper.Page.FillAsync("[name='Order.Reference']", $"C.M. {number}");
        await keeper.PressAsync("Enter");
        await keeper.WaitAsync(".problem"); // A name alone would stop everybody who bears it.
        await keeper.Page.FillAsync("[name='Order.Documents']", $"PAK {number}");
        await keeper.PressAsync("Enter");
        await keeper.WaitAsync("dl.pairs");
        await PageTests.HoldsAsync(keeper, "/exit-orders/{number}", language);

        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync(Direction.Exit);
        await officer.ScanAsync(Passport(number));
        await officer.WaitAsync(".banner.level-Refer");
        Assert.Contains($"C.M. {number}", await officer.TextAsync(".reasons"), StringComparison.Ordinal);
        await PageTests.HoldsAsync(officer, "/counter with an order", language);
        await PolicyTests.ShowAsync(officer, $"exit-order-{language}");

        await keeper.Page.FillAsync("#lift-reference", "C.M. 9/2026");
        await keeper.Page.FillAsync("#lift-reason", "Recalled by the court");
        await keeper.PressAsync("Enter");
        await keeper.WaitAsync(".columns .card + .card dl");
        Assert.Equal(0, await keeper.Page.Locator("form button.primary").CountAsync()); // Nobody agrees with themselves.
        await using var supervisor = await site.OpenAsync("supervisor1", language, "/exit-orders");
        await supervisor.Page.GotoAsync("/exit-orders");
        await supervisor.WaitAsync("tbody tr");
        await PageTests.HoldsAsync(supervisor, "/exit-orders with orders", language);
        await PolicyTests.ShowAsync(supervisor, $"exit-orders-{language}");
        await supervisor.Page.ClickAsync($"tbody tr:has-text('C.M. {number}') a");
        await supervisor.WaitAsync(".columns .card + .card form");
        await supervisor.Page.Locator("main form button.primary").FocusAsync();
        await supervisor.PressAsync("Enter");
        await supervisor.Page.WaitForFunctionAsync("() => document.querySelector('.columns dl') && !document.querySelector('main form')");
        await officer.Page.FocusAsync("#zone");
        await officer.PressAsync("Control+Enter"); // The same lines are not read twice by themselves.
        await officer.Page.Locator(".banner.level-Refer").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    [Theory]
    [InlineData("en", "SP7200001")]
    [InlineData("ur", "SP7200002")]
    public async Task A_worker_without_a_clearance_is_asked_and_given_the_help_sheet(string language, string number)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync(Direction.Exit);
        await officer.ScanAsync(Passport(number));
        await officer.PressOfferedAsync("F6");
        await officer.WaitAsync(".banner.level-Ask");
        await officer.Page.FillAsync("[data-leaving=destination]", "zzz");
        await officer.PressAsync("Enter");
        await officer.WaitAsync("[data-leaving=destination][aria-invalid=true]");
        await officer.Page.FillAsync("[data-leaving=destination]", "sau");
        await officer.PressAsync("Enter");
        await officer.WaitAsync("a[aria-keyshortcuts=F10]");
        Assert.False(await officer.Page.EvaluateAsync<bool>("document.documentElement.scrollHeight > innerHeight"), "The counter scrolls at 1366 x 768.");
        await PageTests.HoldsAsync(officer, "/counter with a worker", language);
        await PolicyTests.ShowAsync(officer, $"worker-{language}");

        var opened = await officer.Page.Context.RunAndWaitForPageAsync(() => officer.PressAsync("F10"));
        await opened.WaitForLoadStateAsync();
        Assert.EndsWith("/help-sheet/SAU", opened.Url, StringComparison.Ordinal);
        var sheet = new ConsolePage(opened);
        await PageTests.HoldsAsync(sheet, "/help-sheet/SAU", language);
        await PolicyTests.ShowAsync(sheet, $"help-sheet-{language}");
        Assert.Equal(3, await opened.Locator(".sheet [lang=en] .missing").CountAsync());
        Assert.Equal(3, await opened.Locator(".sheet [lang=ur] .missing").CountAsync());
        await opened.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await opened.Locator("nav.menu").IsVisibleAsync());
        Assert.True(await opened.Locator(".sheet [lang=ur] h2").IsVisibleAsync());
    }

    private static string[] Passport(string number) =>
    [
        .. MrzComposer.Compose(new MrzFields
        {
            Format = MrzFormat.TD3,
            DocumentCode = "P",
            IssuingState = "PAK",
            PrimaryIdentifier = "SPECIMENZADA",
            SecondaryIdentifier = "NAMUNA",
            NameMayBeTruncated = false,
            DocumentNumber = number,
            Nationality = "PAK",
            DateOfBirth = PartialDate.Of(1980, 5, 17),
            Sex = Sex.Female,
            DateOfExpiry = PartialDate.From(DateOnly.FromDateTime(DateTime.UtcNow).AddYears(4)),
            OptionalData = ["4210100000002"],
        }),
    ];
}
