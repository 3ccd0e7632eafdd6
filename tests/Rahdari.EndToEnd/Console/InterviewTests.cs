namespace Rahdari.EndToEnd.Console;

/// <summary>An officer asks for an interview by one key; the second line holds it; the circle opens a case of it, and nobody is sent back meanwhile.</summary>
[Collection(CaseworkCollection.Name)]
public sealed class InterviewTests(ConsoleSite site)
{
    [Theory]
    [InlineData("en", "SPC440001", "An aunt of the neighbours arranged the journey")]
    [InlineData("ur", "SPC440002", "پڑوسیوں کی ایک خالہ نے سفر کا بندوبست کیا")]
    public async Task From_one_key_at_the_counter_over_the_interview_and_the_verdict_to_the_compensation(string language, string number, string said)
    {
        await using var officer = await site.OpenAsync("officer1", language);
        await officer.TakeCounterAsync();
        await officer.ScanAsync(ConsolePage.Renumbered(site.Traveller("clean"), number));
        await officer.WaitAsync(".banner");
        await officer.PressOfferedAsync("F1");
        await officer.WaitAsync(".done");
        var shown = await officer.Page.InnerTextAsync("main");
        Assert.All(new[] { "traffick", "victim", "apart", "escort", "اسمگل", "متاثر", "الگ" }, word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));

        await using var supervisor = await site.OpenAsync("supervisor1", language);
        await SecondLineTests.OpenAsync(supervisor, number);
        await supervisor.WaitAsync("a[href$='/interview']");
        await PageTests.HoldsAsync(supervisor, "/second-line with an interview asked for", language);
        await RefuseAsync(supervisor); // Not before the interview.
        await supervisor.WaitAsync(".decision .problem");
        var place = new Uri(new Uri(supervisor.Page.Url), await supervisor.Page.GetAttributeAsync("a[href$='/interview']", "href")).AbsolutePath;
        await supervisor.Page.GotoAsync(place);
        await supervisor.WaitAsync("[data-field=language]");
        await supervisor.Page.FillAsync("[data-field=language]", "urd");
        await supervisor.Page.CheckAsync("[data-field=apart]");
        await supervisor.Page.FillAsync("#q-idea", said);
        await supervisor.Page.CheckAsync("[name=outcome][value=PossibleVictim]");
        await supervisor.WaitAsync("[data-field=why]");
        await supervisor.Page.FillAsync("[data-field=why]", "Papers held by another (specimen)");
        await supervisor.Page.FillAsync("[data-field=suspicion]", "SPECIMENA KHANUM was recruited by an aunt");
        await supervisor.Page.CheckAsync("[data-form=DomesticServitude]");
        await supervisor.Page.FillAsync("[data-field=circle]", "AHTC-KHI");
        await supervisor.Page.FillAsync("[data-field=province]", "PK-SD");
        await supervisor.Page.SelectOptionAsync("[data-field=organisation]", "SPECIMEN-HOUSE");
        await supervisor.Page.CheckAsync("[data-field=may-be-told]");
        await EndAsync(supervisor); // It names the person: what was typed stays.
        await supervisor.WaitAsync(".problem");
        await PageTests.HoldsAsync(supervisor, "/second-line/{id}/interview refused", language);
        await PolicyTests.ShowAsync(supervisor, $"interview-{language}");
        await supervisor.Page.ReloadAsync(); // Kept, whatever happens to the page.
        await supervisor.WaitAsync("#q-idea");
        Assert.Equal(said, await supervisor.Page.InputValueAsync("#q-idea"));
        await supervisor.Page.FillAsync("[data-field=suspicion]", "An aunt of the neighbours recruits (specimen)");
        await EndAsync(supervisor);
        await supervisor.WaitAsync(".done");
        await PageTests.HoldsAsync(supervisor, "/second-line/{id}/interview ended", language);
        await supervisor.Page.GotoAsync(place.Replace("/interview", "", StringComparison.Ordinal));
        await supervisor.WaitAsync(".decision");
        await RefuseAsync(supervisor);
        await supervisor.WaitAsync(".decision .problem"); // Not before the review.

        await using var head = await site.OpenAsync("head1", language, "/case-referrals");
        await head.Page.GotoAsync("/case-referrals?stage=Waiting");
        await PageTests.HoldsAsync(head, "/case-referrals", language);
        await head.Page.Locator("tbody a").Last.ClickAsync();
        await head.WaitAsync("#review");
        var referral = new Uri(head.Page.Url).AbsolutePath;
        await PageTests.HoldsAsync(head, "/case-referrals/{id}", language);
        await PolicyTests.ShowAsync(head, $"referral-{language}");
        Assert.DoesNotContain("SPECIMENA", await head.Page.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
        await head.Page.FillAsync("#review ~ form [name=why]", "Danger at home (specimen)");
        await head.Page.FocusAsync("[name=removed][value=no]");
        await head.PressAsync("Enter");
        await head.WaitAsync("dd:has-text('Danger at home (specimen)')");
        await head.Page.GotoAsync($"/cases/new?referral={referral.Split('/')[^1]}");
        Assert.Equal("PK-SD", await head.Page.InputValueAsync("[name=province]"));
        Assert.True(await head.Page.IsCheckedAsync("[name=forms][value=DomesticServitude]"));
        await PageTests.HoldsAsync(head, "/cases/new of a referral", language);
        await head.Page.FocusAsync("main form button.primary");
        await head.PressAsync("Enter");
        await head.Page.WaitForURLAsync(url => !url.Contains("/new", StringComparison.Ordinal));
        var opened = new Uri(head.Page.Url).AbsolutePath;
        await ArriveAsync(language, said);
        await LeadAsync(head, opened);
        await head.Page.GotoAsync(referral);
        Assert.True(await head.Page.Locator($"a[href='{opened}']").CountAsync() > 0);
        Assert.Empty(head.Errors);
        Assert.Empty(supervisor.Errors);
        Assert.Empty(officer.Errors);
    }

    /// <summary>The shelter takes the person in, and reads who they are and what they said.</summary>
    private async Task ArriveAsync(string language, string said)
    {
        await using var shelter = await ShelterTests.OpenedAsync(site, language, "caseworker1", "/shelter/arrivals");
        await shelter.WaitAsync("form[method=post] button.primary");
        await PageTests.HoldsAsync(shelter, "/shelter/arrivals", language);
        await PolicyTests.ShowAsync(shelter, $"arrivals-{language}");
        await shelter.Page.Locator("main section.card button.primary").Last.FocusAsync();
        await shelter.PressAsync("Enter");
        await shelter.Page.WaitForURLAsync(url => url.Contains("/shelter/files/", StringComparison.Ordinal));
        var file = new Uri(shelter.Page.Url).AbsolutePath;
        await shelter.Page.GotoAsync($"{file}?section=Identity");
        Assert.Contains("KHANUM SPECIMENA", await shelter.TextAsync("main"), StringComparison.Ordinal);
        await shelter.Page.GotoAsync($"{file}?section=Assessment");
        Assert.Contains(said, await shelter.TextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>The case that began at the counter goes on to the compensation.</summary>
    private static async Task LeadAsync(ConsolePage head, string path)
    {
        await CaseTests.TellAsync(head, path, "FirRegistered", ("number", "78/SPECIMEN"), ("station", "Specimen station"));
        await CaseTests.TellAsync(head, path, "OffenceAdded");
        await CaseTests.TellAsync(head, path, "AccusedNamed", ("name", "SPECIMEN AUNT"));
        await CaseTests.TellAsync(head, path, "VictimNamed", ("victim", "V-SPC8-8888"), ("forms", "DomesticServitude"));
        await CaseTests.TellAsync(head, path, "Arrested", ("place", "Karachi"));
        await CaseTests.TellAsync(head, path, "ChallanSubmitted", ("court", "Specimen court"), ("charges", ""));
        await CaseTests.TellAsync(head, path, "ChargeFramed", ("charges", ""));
        await CaseTests.TellAsync(head, path, "VerdictGiven");
        await CaseTests.TellAsync(head, path, "SentencePassed", ("prisonMonths", "36"));
        await CaseTests.TellAsync(head, path, "CompensationOrdered", ("amount", "300000"));
        await CaseTests.TellAsync(head, path, "CompensationPaid", ("amount", "300000"), ("receipt", "SPECIMEN-8"));
    }

    private static async Task EndAsync(ConsolePage page)
    {
        await page.Page.FocusAsync("main .buttons button.primary");
        await page.PressAsync("Enter");
    }

    private static async Task RefuseAsync(ConsolePage supervisor)
    {
        await supervisor.PressOfferedAsync("F8");
        await supervisor.WaitAsync("#reason:focus");
        await supervisor.Page.FillAsync("#reason", "no visa (specimen)");
        await supervisor.PressAsync("Enter");
    }
}
