using Microsoft.Playwright;
using Rahdari.Documents.Mrz;

namespace Rahdari.EndToEnd.Console;

/// <summary>A page of the console and what a user does on it with the keyboard.</summary>
public sealed class ConsolePage : IAsyncDisposable
{
    private readonly List<string> errors = [];

    public ConsolePage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyList<string> Errors => errors;

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    public async Task SignInAsync(string user, string password)
    {
        await Page.WaitForSelectorAsync("input:focus"); // The page puts it there.
        await Page.Keyboard.TypeAsync(user);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(password);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal) && !url.Contains("/language", StringComparison.Ordinal));
    }

    /// <summary>Chooses the counter once, as an officer does at the beginning of a shift.</summary>
    public async Task TakeCounterAsync(Border.Crossings.Direction direction = Border.Crossings.Direction.Entry, string counter = "A1")
    {
        await Page.WaitForSelectorAsync("#counter:enabled");
        await Page.FocusAsync("#counter");
        await Page.Keyboard.TypeAsync(counter);
        await Page.WaitForSelectorAsync("#zone:enabled");
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForSelectorAsync("#zone:focus");
        if (direction == Border.Crossings.Direction.Exit)
        {
            await Page.FocusAsync("input[name=direction]:checked");
            await Page.Keyboard.PressAsync("ArrowDown");
            await Page.FocusAsync("#zone");
        }
    }

    /// <summary>Types as a keyboard-wedge reader does.</summary>
    public async Task ScanAsync(params string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                await Page.Keyboard.PressAsync("Enter");
            await Page.Keyboard.InsertTextAsync(lines[i]);
        }
    }

    public Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Presses a key once its button can be used: while a chip is read, none decides.</summary>
    public async Task PressOfferedAsync(string key)
    {
        await WaitAsync($"[aria-keyshortcuts=\"{key}\"]:enabled");
        await PressAsync(key);
    }

    /// <summary>The text without marks of direction, once there.</summary>
    public async Task<string> TextAsync(string selector) =>
        (await Page.Locator(selector).First.InnerTextAsync()).Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    public Task WaitAsync(string selector) => Page.Locator(selector).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>A specimen's lines under a number of their own, so that no test meets another's traveller.</summary>
    /// <param name="lines">The specimen's zone.</param>
    /// <param name="number">The document's number.</param>
    /// <param name="listed">True where the holder resembles somebody on a list, and is born on that day.</param>
    public static string[] Renumbered(string[] lines, string number, bool listed = false)
    {
        var fields = MrzReader.Read(string.Join('\n', lines), DateOnly.FromDateTime(DateTime.UtcNow)).Fields! with { DocumentNumber = number };
        // Somebody whom no test before has seen: one name and one day of birth would be one person, whatever the number.
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var some = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        fields = listed
            ? fields with { SecondaryIdentifier = $"{fields.SecondaryIdentifier} {string.Concat(digits.Select(digit => (char)('A' + digit - '0')))}" }
            : fields with { DateOfBirth = Dates.PartialDate.Of(fields.DateOfBirth.Year - 1, (some % 12) + 1, (some / 12 % 28) + 1) };
        return [.. MrzComposer.Compose(fields)];
    }
}
