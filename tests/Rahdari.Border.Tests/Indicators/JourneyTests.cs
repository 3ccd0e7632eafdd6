using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Advice;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Indicators;

/// <summary>What is told and observed at a counter, what is advised of it, and what is signed of it.</summary>
public class JourneyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_weak_sign_asks_and_two_refer_and_a_strong_one_refers()
    {
        await using var site = await IndicatorSites.OpenAsync();
        await Lists.ImportAsync(site, Lists.Person("1", "NOBODY LISTED"));
        var encounter = await site.PresentAsync(Specimens.Passport());
        Assert.Equal(AdviceLevel.Clear, encounter.Advice.Level);
        Assert.Equal(AdviceLevel.Ask, (await TellAsync(site, encounter, "IND-OBS-NO-MONEY")).Advice.Level);
        Assert.Equal(AdviceLevel.Refer, (await TellAsync(site, encounter, "IND-OBS-NO-MONEY", "IND-OBS-COACHED")).Advice.Level);
        Assert.Equal(AdviceLevel.Refer, (await TellAsync(site, encounter, "IND-OBS-DOCUMENTS-HELD")).Advice.Level);
        var documents = await TellAsync(site, encounter, new JourneyTold { OneWay = true, PaidByOther = true, SponsorUnknown = true });
        Assert.Equal((AdviceLevel.Ask, 3), (documents.Advice.Level, documents.Indications.Count));
        Assert.Equal(AdviceLevel.Refer, (await TellAsync(site, encounter, new JourneyTold { OneWay = true, Observed = ["IND-OBS-NO-MONEY"] })).Advice.Level);
        Assert.Equal(AdviceLevel.Clear, (await TellAsync(site, encounter)).Advice.Level);
    }

    [Fact]
    public async Task What_the_counter_shows_asks_in_both_languages_and_names_no_reason()
    {
        await using var site = await IndicatorSites.OpenAsync();
        var encounter = await site.PresentAsync(Specimens.Passport());
        var advised = await TellAsync(site, encounter, [.. IndicatorSites.Sample.Where(i => i.Kind == IndicatorKind.Observed).Take(JourneyTold.MostObserved).Select(i => i.Code)]);
        foreach (var language in new[] { "en", "ur" })
        {
            var shown = string.Join('\n', advised.Advice.Reasons.Select(reason => BorderSentences.Of(reason, CultureInfo.GetCultureInfo(language))));
            Assert.Contains("Do you keep your passport yourself?", shown, StringComparison.Ordinal);
            Assert.Contains("کیا آپ کا پاسپورٹ آپ کے اپنے پاس رہتا ہے؟", shown, StringComparison.Ordinal);
            foreach (var word in new[] { "traffick", "smuggl", "exploit", "victim", "IND-", "indicator", "اسمگل", "انسانی" })
                Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_was_told_is_signed_with_the_decision_and_a_change_of_it_is_found()
    {
        await using var site = await IndicatorSites.OpenAsync();
        var first = await site.PresentAsync(Specimens.Passport());
        await TellAsync(site, first, new JourneyTold { Phone = "+92 300 1234567", Observed = ["IND-OBS-NO-MONEY"] });
        Assert.True((await site.DecideAsync(first, new Decision(DecisionKind.Refer))).Succeeded);
        Assert.True((await site.DecideAsync(first, new Decision(DecisionKind.Pass, "spoken with"), site.Supervisor)).Succeeded);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await site.PresentAsync(Specimens.Passport(number: "SPC000222", surname: "NOBODY", given: "ELSE", born: "1971-02-03"));
        await TellAsync(site, second, new JourneyTold { Phone = "0300 7654321" });
        Assert.Null((await TellAsync(site, second, new JourneyTold { Phone = " " })).Journey);
        Assert.True((await site.DecideAsync(second, new Decision(DecisionKind.Pass, "test"))).Succeeded); // Nothing told: nothing kept.
        Assert.Empty(await FaultsAsync(site));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var rows = await db.Journeys.AsNoTracking().OrderBy(j => j.CrossingId == null ? 0 : 1).ToListAsync(Cancellation);
            Assert.Equal([(null, "IND-OBS-NO-MONEY", 1, "001234567"), (first.Id, "IND-OBS-NO-MONEY", 1, "001234567")], rows.Select(j => (j.CrossingId is null ? (Guid?)null : j.EncounterId, j.Found, j.SetNumber, j.PhoneKey)));
            await db.Journeys.Where(j => j.Id == rows[0].Id).ExecuteUpdateAsync(j => j.SetProperty(x => x.PhoneKey, "000000000"), Cancellation);
            await db.Journeys.Where(j => j.Id == rows[1].Id).ExecuteDeleteAsync(Cancellation);
            db.Journeys.Add(new JourneyRow { Id = Guid.CreateVersion7(), EncounterId = first.Id, CrossingId = null, TravellerId = first.Traveller.Id, Port = "PKKHI", At = site.Clock.GetUtcNow(), By = "nobody", IsFirst = true, Told = "{}", Found = "", SetNumber = null, SponsorKey = null, PhoneKey = null, AddressKey = null });
            await db.SaveChangesAsync(Cancellation);
        }
        Assert.Equal(["ROW_CHANGED", "ROW_DELETED", "ROW_INSERTED"], (await FaultsAsync(site)).Where(f => f.Kind == LedgerKind.Journey).Select(f => f.Code).Order());
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task What_was_told_and_found_goes_with_the_crossing(string engine)
    {
        await using var site = await IndicatorSites.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        await TellAsync(site, encounter, new JourneyTold { Phone = "0300 7654321" });
        var entered = IndicatorSites.Succeed(await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Crossing!;
        await site.Get<LedgerWriter>().WriteAsync(
            append =>
            {
                append.Indication(new IndicationRow
                {
                    Id = Guid.CreateVersion7(append.Now),
                    Code = "IND-REC-SHARED-PHONE",
                    SetNumber = 1,
                    Subject = "phone 0300 7654321",
                    CrossingId = entered.Id,
                    CrossedAt = entered.At,
                    Port = entered.Port,
                    FoundAt = append.Now,
                    Explanation = """{"code":"SAW_SHARED_PHONE","severity":"Information","evidence":{"contact":"0300 7654321"}}""",
                    Saw = "[]",
                });
                return Task.FromResult(true);
            },
            Cancellation);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.PassAsync(Specimens.Passport(), Direction.Exit);
        site.Clock.Advance(TimeSpan.FromDays(600));
        await Retention.Kept.PublishAsync(site, (Border.Retention.RecordClass.Crossings, 12), (Border.Retention.RecordClass.Audit, 12));
        await Retention.Kept.PurgeAsync(site);
        Assert.Empty(await FaultsAsync(site));
        await using var db = site.Get<BorderStorage>().Open();
        Assert.Equal((0, 0), (await db.Journeys.CountAsync(Cancellation), await db.Indications.CountAsync(Cancellation)));
        Assert.False(await db.Ledger.AnyAsync(e => e.Payload.Contains("7654321"), Cancellation));
    }

    [Fact]
    public async Task Only_who_stands_at_the_counter_tells_and_only_what_is_in_the_set()
    {
        await using var site = await IndicatorSites.OpenAsync();
        var encounter = await site.PresentAsync(Specimens.Passport());
        var desk = site.Get<JourneyDesk>();
        foreach (var role in Roles.All.Where(role => role is not (Roles.Officer or Roles.Supervisor)))
            Assert.Equal("ROLE_REQUIRED", (await desk.TellAsync(encounter.Id, new JourneyTold(), new Actor("somebody", new HashSet<string> { role }, null), Cancellation)).Problem?.Code);
        Assert.Equal("OTHER_PORT", (await desk.TellAsync(encounter.Id, new JourneyTold(), new Actor("officer9", new HashSet<string> { Roles.Officer }, "PKLHE"), Cancellation)).Problem?.Code);
        foreach (var code in new[] { "IND-NONE", "IND-DOC-ONE-WAY", null! })
            Assert.Equal("observed[0]", (await desk.TellAsync(encounter.Id, new JourneyTold { Observed = [code] }, site.Officer, Cancellation)).Problem?.Field);
        Assert.Equal("phone", (await desk.TellAsync(encounter.Id, new JourneyTold { Phone = new string('1', 201) }, site.Officer, Cancellation)).Problem?.Field);
        Assert.Equal("sponsor", (await desk.TellAsync(encounter.Id, new JourneyTold { Sponsor = "a\0b" }, site.Officer, Cancellation)).Problem?.Field);
        await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"));
        Assert.Equal("ENCOUNTER_ALREADY_DECIDED", (await desk.TellAsync(encounter.Id, new JourneyTold(), site.Officer, Cancellation)).Problem?.Code);
    }

    [Theory]
    [MemberData(nameof(TestSite.Engines), MemberType = typeof(TestSite))]
    public async Task Other_nationalities_and_another_sex_alone_leave_advice_and_indications_as_they_are(string engine)
    {
        var expected = await RunAsync(engine, Sex.Female, "UTO");
        Assert.Contains("IND-REC-DIFFERENT-MINORS", expected, StringComparison.Ordinal);
        Assert.Contains("IND-REC-SHARED-PHONE", expected, StringComparison.Ordinal);
        Assert.Contains("IND-DOC-CONSECUTIVE", expected, StringComparison.Ordinal);
        Assert.Contains("IND-OBS-NO-MONEY", expected, StringComparison.Ordinal);
        foreach (var (sex, nationality) in new[] { (Sex.Male, "UTO"), (Sex.Female, "PAK"), (Sex.Unspecified, "GBR") })
            Assert.Equal(expected, await RunAsync(engine, sex, nationality));
    }

    /// <summary>The same travellers with the same dice, of whom only sex and nationality are given: what indicators say of each.</summary>
    private static async Task<string> RunAsync(string engine, Sex sex, string nationality)
    {
        await using var site = await IndicatorSites.OpenAsync(engine);
        var told = new List<string>();
        for (var trip = 0; trip < 3; trip++)
        {
            await CrossAsync("SPC100000", "ADULTONE", "1980-01-01", Direction.Exit);
            for (var i = 0; i < 2; i++)
                await CrossAsync($"SPD3{trip}{i}00", $"CHILD{(char)('A' + trip)}{(char)('A' + i)}", "2016-01-01", Direction.Exit);
            await CrossAsync("SPC100000", "ADULTONE", "1980-01-01", Direction.Entry, days: 5);
            site.Clock.Advance(TimeSpan.FromDays(10));
        }
        for (var i = 0; i < 5; i++)
            await CrossAsync($"SPE4000{i}1", $"WORKER{(char)('A' + i)}", "1990-01-01", Direction.Exit, new JourneyTold { Phone = "03001234567", Observed = i == 2 ? ["IND-OBS-NO-MONEY"] : [] });
        for (var i = 0; i < 5; i++)
            await CrossAsync($"SPF50000{i}", $"LABOUR{(char)('A' + i)}", "1990-01-01", Direction.Exit, minutes: 5);
        return string.Join('\n', told);

        async Task CrossAsync(string number, string surname, string born, Direction direction, JourneyTold? journey = null, int days = 0, int minutes = 1)
        {
            site.Clock.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(minutes));
            var mrz = Specimens.Passport(number, surname, surname, nationality, born, sex: sex, issuer: "UTO");
            var presentation = new Presentation(mrz, direction, "1", Accompanied: true) { Conveyance = new Conveyance(ConveyanceKind.Flight, "XX1") };
            var encounter = IndicatorSites.Succeed(await site.Get<EncounterDesk>().OpenAsync(presentation, site.Officer, Cancellation));
            if (journey is not null)
                encounter = await TellAsync(site, encounter, journey);
            told.Add($"{surname} {direction} {string.Join(' ', encounter.Indications.Select(seen => $"{seen.Code}:{seen.Saw.Count}"))} "
                + string.Join(' ', encounter.Advice.Reasons.Where(reason => reason.Code.StartsWith("ROUTINE", StringComparison.Ordinal)).Select(reason => reason.Evidence.GetValueOrDefault("label", "interview"))));
            Assert.True((await site.DecideAsync(encounter, new Decision(DecisionKind.Pass, "test"))).Succeeded);
        }
    }

    private static Task<Encounter> TellAsync(TestSite site, Encounter encounter, params string[] observed) => TellAsync(site, encounter, new JourneyTold { Observed = observed });

    private static async Task<Encounter> TellAsync(TestSite site, Encounter encounter, JourneyTold told) =>
        IndicatorSites.Succeed(await site.Get<JourneyDesk>().TellAsync(encounter.Id, told, site.Officer, Cancellation));

    private static async Task<IReadOnlyList<LedgerFault>> FaultsAsync(TestSite site) =>
        IndicatorSites.Succeed(await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: Cancellation)).Faults;
}
