namespace Rahdari.EndToEnd.Console;

/// <summary>Somebody comes to a shelter: file, consent, bed, services, exit; by whoever knows the caseworker's guide, with the keyboard.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class ShelterTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("ur")]
    public async Task Somebody_is_helped_from_the_first_conversation_to_the_exit(string language)
    {
        await using var page = await OpenedAsync(language);
        await HoldsAsync(page, "/shelter", language, "shelter-files");

        // The file.
        await page.Page.GotoAsync("/shelter/files/new");
        await HoldsAsync(page, "/shelter/files/new", language, "shelter-new");
        await page.Page.FillAsync("[name=name]", "SPECIMEN PARI");
        await page.Page.SelectOptionAsync("[name=sex]", "Female");
        await page.Page.SelectOptionAsync("[name=ageGroup]", "YoungAdult");
        await page.Page.FillAsync("[name=dateOfBirth]", "yesterday");
        await SubmitAsync(page, "main form.card");
        await page.WaitAsync(".problem"); // What was typed stays.
        Assert.Equal("SPECIMEN PARI", await page.Page.InputValueAsync("[name=name]"));
        await HoldsAsync(page, "/shelter/files/new refused", language, null);
        await page.Page.FillAsync("[name=dateOfBirth]", "2003");
        await SubmitAsync(page, "main form.card");
        await page.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        var path = new Uri(page.Page.Url).AbsolutePath;
        await HoldsAsync(page, "/shelter/files/{id}", language, "shelter-file");

        // The assessment.
        await page.Page.GotoAsync($"{path}?section=Assessment&edit=true");
        await page.Page.FillAsync("[name=on]", Day(0));
        await page.Page.CheckAsync("[name=forms][value=ForcedLabour]");
        await page.Page.SelectOptionAsync("[name='needs.kind']", "Medical");
        await page.Page.SelectOptionAsync("[name='needs.urgency']", "AtOnce");
        await HoldsAsync(page, "/shelter/files/{id} assessment to be written", language, "shelter-assessment-edit");
        await SubmitAsync(page, "main section form");
        await page.WaitAsync("main section table");
        await HoldsAsync(page, "/shelter/files/{id} assessment", language, "shelter-assessment");

        // A consent, and the referral on it.
        await page.Page.GotoAsync($"{path}/consents");
        await HoldsAsync(page, "/shelter/files/{id}/consents with none", language, null);
        await page.Page.SelectOptionAsync("[name=purpose]", "MedicalCare");
        await page.Page.FillAsync("input[name=recipient]", "SPECIMEN-CLINIC");
        await page.Page.FillAsync("[name=language]", "Sindhi");
        await page.Page.FillAsync("[name=explained]", "What the clinic reads, and that she may refuse (specimen).");
        await SubmitAsync(page, "form:has([name=explained])");
        await page.WaitAsync(".done");
        await page.Page.FocusAsync(".consent details:first-of-type summary");
        await page.PressAsync("Enter");
        await page.Page.FillAsync(".consent [name=message]", "A fracture that healed badly (specimen).");
        await HoldsAsync(page, "/shelter/files/{id}/consents", language, "shelter-consents");
        await page.Page.FocusAsync(".consent form:has([name=message]) button");
        await page.PressAsync("Enter");
        await page.WaitAsync(".done");

        // The clinic accepts and reads what the consent covers.
        await using (var clinic = await OpenedAsync(language, "caseworker2", "/shelter/referrals"))
        {
            await clinic.WaitAsync("button[value=accept]");
            await HoldsAsync(clinic, "/shelter/referrals", language, "shelter-referrals");
            await clinic.Page.FocusAsync("button[value=accept]");
            await clinic.PressAsync("Enter");
            await clinic.WaitAsync(".done");
            await clinic.Page.GotoAsync(path);
            await HoldsAsync(clinic, "/shelter/files/{id} referred", language, null);
            await clinic.Page.GotoAsync($"{path}?section=Identity");
            Assert.Contains("SPECIMEN PARI", await clinic.TextAsync("main"), StringComparison.Ordinal);
            await clinic.Page.GotoAsync($"{path}?section=Assessment");
            Assert.DoesNotContain("Forced", await clinic.TextAsync("main"), StringComparison.OrdinalIgnoreCase);
            await clinic.WaitAsync(".problem");
            await clinic.Page.GotoAsync($"{path}/consents");
            await clinic.WaitAsync(".problem");
        }

        // A bed, a service, and the exit.
        await page.Page.GotoAsync($"{path}/stay");
        await HoldsAsync(page, "/shelter/files/{id}/stay with none", language, "shelter-admit");
        await SubmitAsync(page, "form:has([name=bed])");
        await page.WaitAsync(".done");
        await HoldsAsync(page, "/shelter/files/{id}/stay", language, "shelter-stay");
        await page.Page.GotoAsync("/shelter/beds");
        await HoldsAsync(page, "/shelter/beds", language, "shelter-beds");
        await page.Page.GotoAsync($"{path}?section=Services&edit=true");
        await page.Page.SelectOptionAsync("[name='services.kind']", "Education");
        await page.Page.FillAsync("[name='services.provider']", "SPECIMEN-HOUSE");
        await page.Page.FillAsync("[name='services.offeredOn']", Day(0));
        await HoldsAsync(page, "/shelter/files/{id} services to be written", language, "shelter-services-edit");
        await SubmitAsync(page, "main section form");
        await page.WaitAsync("main section table");
        await page.Page.GotoAsync($"{path}?section=Services&edit=true");
        await page.Page.SelectOptionAsync("[name='services.accepted'] >> nth=0", "yes");
        await page.Page.FillAsync("[name='services.answeredOn'] >> nth=0", Day(0));
        await page.Page.FillAsync("[name='services.givenFrom'] >> nth=0", Day(0));
        await SubmitAsync(page, "main section form");
        await page.WaitAsync("main section table");
        await HoldsAsync(page, "/shelter/files/{id} services", language, "shelter-services");
        await page.Page.GotoAsync($"{path}/alert");
        await page.Page.FillAsync("[name=what]", "A grey pick-up stood at the gate (specimen).");
        await page.Page.FillAsync("[name=toDo]", "Nobody leaves alone today (specimen).");
        await HoldsAsync(page, "/shelter/files/{id}/alert", language, "shelter-alert");
        await SubmitAsync(page, "main form.card");
        await page.WaitAsync(".done");
        await page.Page.GotoAsync("/shelter/alerts");
        await HoldsAsync(page, "/shelter/alerts", language, "shelter-alerts");
        await page.Page.GotoAsync($"{path}/stay");
        await page.Page.SelectOptionAsync("[name=destination]", "Family");
        await page.Page.FillAsync("[name=followUp]", Day(30));
        await SubmitAsync(page, "form:has([name=destination])");
        await page.WaitAsync(".done");
        await HoldsAsync(page, "/shelter/files/{id}/stay ended", language, "shelter-exit");

        // Taken back, the clinic reads nothing any more.
        await page.Page.GotoAsync($"{path}/consents");
        await page.Page.FocusAsync(".consent details:last-of-type summary");
        await page.PressAsync("Enter");
        await page.Page.FocusAsync(".consent details:last-of-type button");
        await page.PressAsync("Enter");
        await page.WaitAsync(".done");
        await HoldsAsync(page, "/shelter/files/{id}/consents taken back", language, "shelter-revoked");
        foreach (var other in new[] { "/shelter/organisation", "/shelter/numbers" })
        {
            await page.Page.GotoAsync(other);
            await HoldsAsync(page, other, language, other.Replace('/', '-')[1..]);
        }
        Assert.DoesNotContain(page.Errors, e => !e.StartsWith("Failed to load resource", StringComparison.Ordinal));

        // Case data of another system; what cannot be read is told and keeps nothing else from being taken.
        await page.Page.GotoAsync("/shelter/case-data");
        var cases = System.Text.Encoding.UTF8.GetBytes("{\"prs_FirstName\":\"SPECIMEN IMPORTED\"}\n{\"prs_Gender\":\"nonsense\"}\n");
        await page.Page.SetInputFilesAsync("[name=cases]", new Microsoft.Playwright.FilePayload { Name = "cases.json", MimeType = "application/json", Buffer = cases });
        await SubmitAsync(page, "main form.card");
        await page.WaitAsync("ol.plain li:nth-child(2) .severity-Serious");
        await HoldsAsync(page, "/shelter/case-data", language, "shelter-case-data");
        await page.Page.ClickAsync("ol.plain li:first-child a");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.ClickAsync("form[action$='/case-data'] button"));
        Assert.Contains("SPECIMEN IMPORTED", await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Locked, no page of it is shown.
        await page.Page.FocusAsync("form[action='/shelter/lock'] button");
        await page.PressAsync("Enter");
        await page.WaitAsync("#passphrase");
        await page.Page.GotoAsync($"{path}?section=Identity");
        await page.WaitAsync("#passphrase");
        Assert.DoesNotContain("SPECIMEN PARI", await page.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_passphrase_opens_nothing_and_an_open_cabinet_is_no_other_browser_s()
    {
        await using var page = await OpenedAsync("en");
        await using var other = await site.OpenAsync("caseworker1", "en", "/shelter");
        await other.WaitAsync("#passphrase"); // The same user, signed in elsewhere.
        await other.Page.Keyboard.TypeAsync("not the passphrase at all");
        await other.PressAsync("Enter");
        await other.WaitAsync(".problem");
        await PageTests.HoldsAsync(other, "/shelter/unlock refused", "en");
        await page.Page.GotoAsync("/shelter");
        await page.WaitAsync(".cabinet-bar");
    }

    [Fact]
    public async Task An_export_is_saved_for_the_recipient_of_a_consent()
    {
        await using var page = await OpenedAsync("en");
        await page.Page.FillAsync("[name=name]", "specimen amina");
        await page.PressAsync("Enter");
        await page.WaitAsync("a[href='/shelter']");
        await page.Page.ClickAsync("tbody a");
        await page.Page.GotoAsync(new Uri(page.Page.Url).AbsolutePath + "/consents");
        await page.Page.Locator(".consent summary").Nth(1).ClickAsync();
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.ClickAsync(".consent form[action$='/export'] button"));
        var text = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Contains("SPECIMEN AMINA", text, StringComparison.Ordinal);
        Assert.Contains("consentUntil", text, StringComparison.Ordinal);
        Assert.DoesNotContain("AMINA", download.SuggestedFilename, StringComparison.Ordinal);
    }

    private static string Day(int ahead) => DateTime.UtcNow.AddHours(5).AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task SubmitAsync(ConsolePage page, string form)
    {
        await page.Page.FocusAsync($"{form} button.primary");
        await page.PressAsync("Enter");
    }

    private static async Task HoldsAsync(ConsolePage page, string path, string language, string? picture)
    {
        await page.Page.WaitForLoadStateAsync();
        if (picture is not null)
            await PolicyTests.ShowAsync(page, $"{picture}-{language}");
        await PageTests.HoldsAsync(page, path, language);
    }

    private Task<ConsolePage> OpenedAsync(string language, string user = "caseworker1", string path = "/shelter") => OpenedAsync(site, language, user, path);

    /// <summary>A caseworker's page with the cabinet open.</summary>
    internal static async Task<ConsolePage> OpenedAsync(ConsoleSite site, string language, string user, string path)
    {
        var page = await site.OpenAsync(user, language, path);
        await page.Page.WaitForSelectorAsync("#passphrase:focus");
        await page.Page.Keyboard.TypeAsync(site.Passphrase(user));
        await page.PressAsync("Enter");
        await page.WaitAsync(".cabinet-bar");
        return page;
    }
}
