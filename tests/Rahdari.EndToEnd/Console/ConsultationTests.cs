using System.Text.Json;

namespace Rahdari.EndToEnd.Console;

/// <summary>A consultation is written by one officer and opened by another; a stranger contributes, and everybody sees what comes of it.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class ConsultationTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task A_consultation_is_led_to_a_measured_action_by_keys_and_a_stranger_takes_words_back(string language)
    {
        await using var one = await site.OpenAsync("strategy1", language, "/consultations");
        await one.Page.GotoAsync("/consultations/new");
        await FillAsync(one, ("title.en", "Specimen seminar"), ("title.ur", "نمونہ سیمینار"), ("introduction.en", "Why"), ("introduction.ur", "کیوں"), ("questions.en", "What?\nHow?"), ("questions.ur", "کیا؟"), ("opensOn", "2020-01-01"), ("closesOn", "2099-12-31"));
        await one.Page.CheckAsync("[name=groups][value=Survivors]");
        await SubmitAsync(one); // One question less in Urdu: what was typed stays.
        await one.WaitAsync(".problem");
        Assert.Equal("نمونہ سیمینار", await one.Page.InputValueAsync("[name='title.ur']"));
        await PageTests.HoldsAsync(one, "/consultations/new refused", language);
        await FillAsync(one, ("questions.ur", "کیا؟\nکیسے؟"));
        await SubmitAsync(one);
        await one.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var path = new Uri(one.Page.Url).AbsolutePath;
        var number = await one.TextAsync("h1 .code");
        await PageTests.HoldsAsync(one, "/consultations/{id} draft", language);

        await using var other = await site.OpenAsync("strategy2", language, path);
        await other.Page.GotoAsync(path);
        await StepAsync(other);

        await using var stranger = await site.OpenAsync(null, language);
        await stranger.Page.GotoAsync("/strategy");
        await PageTests.HoldsAsync(stranger, "/strategy", language);
        await stranger.Page.GotoAsync($"/strategy/contribute/{number}");
        await PageTests.HoldsAsync(stranger, "/strategy/contribute", language);
        await stranger.Page.FillAsync("[name=text]", language == "en" ? "Specimen words of a stranger" : "ایک اجنبی کے نمونہ الفاظ");
        await SubmitAsync(stranger);
        await stranger.WaitAsync("#receipt");
        var receipt = await stranger.TextAsync("#receipt");
        await PageTests.HoldsAsync(stranger, "/strategy/contribute handed in", language);

        await one.Page.GotoAsync(path);
        await one.Page.ClickAsync("details:has(form [name=organisation]) summary");
        await FillAsync(one, ("text", language == "en" ? "Specimen of a hall" : "ہال کا نمونہ"), ("organisation", "Specimen society"));
        await one.Page.FocusAsync("form:has([name=organisation]) button.primary");
        await one.PressAsync("Enter");
        await one.WaitAsync("#receipt");
        await WeighAsync(one, path, 1);
        await WeighAsync(other, path, 2);
        await one.Page.GotoAsync(path);
        await StepAsync(one);
        await other.Page.GotoAsync(path);
        await StepAsync(other);

        await one.Page.GotoAsync(path);
        await one.Page.ClickAsync("details:has([name='text.en']) summary");
        await FillAsync(one, ("title.en", "Specimen recommendation"), ("title.ur", "نمونہ سفارش"), ("text.en", "Do it"), ("text.ur", "کریں"));
        await one.Page.CheckAsync("form:has([name='text.en']) [name=themes][value=Compensation]");
        await one.Page.Locator("[name=contributions]").First.CheckAsync();
        await one.Page.FocusAsync("form:has([name='text.en']) button.primary");
        await one.PressAsync("Enter");
        await one.WaitAsync("[name=to][value=Published]");
        await other.Page.GotoAsync(path);
        await PageTests.HoldsAsync(other, "/consultations/{id} published", language);
        await other.Page.FocusAsync("[name=to][value=Published]");
        await other.PressAsync("Enter");
        await other.Page.WaitForSelectorAsync("[name=to][value=Published]", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });

        await one.Page.GotoAsync("/strategy-actions/new");
        await FillAsync(one, ("title.en", "Specimen action"), ("title.ur", "نمونہ اقدام"), ("owner.en", "Specimen office"), ("owner.ur", "نمونہ دفتر"), ("due", "2099-01-01"), ("target", "40"));
        await one.Page.Locator("[name=recommendations]").Last.CheckAsync();
        await PageTests.HoldsAsync(one, "/strategy-actions/new", language);
        await SubmitAsync(one);
        await one.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var action = new Uri(one.Page.Url).AbsolutePath;
        await other.Page.GotoAsync(action);
        await other.Page.FocusAsync("[name=to][value=Published]");
        await other.PressAsync("Enter");
        await other.WaitAsync("table tbody tr");
        await PageTests.HoldsAsync(other, "/strategy-actions/{id}", language);
        await PolicyTests.ShowAsync(other, $"strategy-action-{language}");

        await stranger.Page.GotoAsync("/strategy");
        await stranger.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        await PageTests.HoldsAsync(stranger, "/strategy with an action", language);
        await PolicyTests.ShowAsync(stranger, $"strategy-{language}");
        var shown = await stranger.TextAsync("main");
        Assert.Contains("Specimen society", shown, StringComparison.Ordinal);
        Assert.All(new[] { "strategy1", "strategy2" }, hidden => Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal));
        var json = JsonDocument.Parse(await (await stranger.Page.APIRequest.GetAsync("/strategy/progress.json")).TextAsync()).RootElement;
        Assert.Contains(json.GetProperty("actions").EnumerateArray(), one => one.GetProperty("title").GetProperty("en").GetString() == "Specimen action" && one.GetProperty("measured").GetProperty("value").GetDecimal() % 5 == 0);

        await stranger.Page.GotoAsync("/strategy/withdraw");
        await stranger.Page.FillAsync("[name=receipt]", receipt);
        await SubmitAsync(stranger);
        await stranger.WaitAsync(".note");
        await PageTests.HoldsAsync(stranger, "/strategy/withdraw taken back", language);
        Assert.Empty(one.Errors.Concat(other.Errors));
    }

    private static async Task WeighAsync(ConsolePage page, string path, int number)
    {
        await page.Page.GotoAsync(path);
        await page.Page.ClickAsync($"#c{number} summary");
        await page.Page.CheckAsync($"#c{number} [name=themes][value=Shelter]");
        await page.Page.FocusAsync($"#c{number} button[value=accept]");
        await page.PressAsync("Enter");
        await page.Page.WaitForURLAsync(url => url.EndsWith($"#c{number}", StringComparison.Ordinal));
    }

    /// <summary>The next step of a consultation.</summary>
    private static async Task StepAsync(ConsolePage page)
    {
        var before = await page.Page.GetAttributeAsync("[name=step]", "value");
        await page.Page.FocusAsync("form:has([name=step]) button.primary");
        await page.PressAsync("Enter");
        await page.Page.WaitForSelectorAsync($"[name=step]:not([value={before}])", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
    }

    private static async Task FillAsync(ConsolePage page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await page.Page.Locator($"[name='{name}']:visible").First.FillAsync(value);
    }

    private static async Task SubmitAsync(ConsolePage page)
    {
        await page.Page.FocusAsync("main form button.primary");
        await page.PressAsync("Enter");
    }
}
