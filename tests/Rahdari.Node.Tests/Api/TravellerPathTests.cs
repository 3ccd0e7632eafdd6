using Rahdari.Border.Audit;

namespace Rahdari.Node.Tests.Api;

/// <summary>The path of one traveller, over HTTP.</summary>
public sealed class TravellerPathTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_traveller_whom_nothing_speaks_against_passes_and_stands_in_the_record(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await site.ListAsync(("SP.1", "Somebody Else Entirely", "1950"));
        var officer = await site.SignInAsync(Roles.Officer);
        var encounter = await PresentAsync(officer, Specimens.Passport());
        Assert.Equal("entry", encounter.Json.GetProperty("direction").GetString());
        Assert.Equal("1980-05-17", encounter.Json.GetProperty("document").GetProperty("dateOfBirth").GetString());

        var decided = await DecideAsync(officer, encounter, new { kind = "pass" }, "key-00000001");
        Assert.Equal(200, decided.Status);
        var crossing = decided.Json.GetProperty("crossing");
        Assert.Equal("admitted", crossing.GetProperty("outcome").GetString());
        Assert.Equal("2026-03-31", crossing.GetProperty("permittedUntil").GetString());
        Assert.False(decided.Json.GetProperty("replayed").GetBoolean());

        // Sent again it is the same crossing; another decision under the key, and another key, are refused.
        var again = await DecideAsync(officer, encounter, new { kind = "pass" }, "key-00000001");
        Assert.True(again.Json.GetProperty("replayed").GetBoolean());
        Assert.Equal(crossing.GetProperty("id").GetGuid(), again.Json.GetProperty("crossing").GetProperty("id").GetGuid());
        Assert.Equal((409, "IDEMPOTENCY_KEY_REUSED"), StatusAndCode(await DecideAsync(officer, encounter, new { kind = "refuse", reason = "another" }, "key-00000001")));
        Assert.Equal((409, "ENCOUNTER_ALREADY_DECIDED"), StatusAndCode(await DecideAsync(officer, encounter, new { kind = "pass" }, "key-00000002")));
        Assert.Equal((422, "IDEMPOTENCY_KEY_INVALID"), StatusAndCode(await DecideAsync(officer, encounter, new { kind = "pass" }, null)));

        var id = encounter.Json.GetProperty("id").GetGuid();
        var traveller = encounter.Json.GetProperty("traveller").GetProperty("id").GetGuid();
        Assert.Equal("decided", (await officer.GetAsync($"/api/v1/encounters/{id}")).Json.GetProperty("state").GetString());
        Assert.Equal(1, (await officer.GetAsync($"/api/v1/travellers/{traveller}")).Json.GetProperty("crossings").GetArrayLength());
        Assert.Equal("SPECIMENA", (await officer.GetAsync($"/api/v1/crossings/{crossing.GetProperty("id").GetGuid()}")).Json.GetProperty("primaryIdentifier").GetString());
        Assert.Equal(1, (await officer.GetAsync("/api/v1/crossings?surname=spec&direction=entry&from=2026-03-01T00:00:00Z&to=2026-03-02&take=5")).Json.GetProperty("total").GetInt32());
        Assert.Equal(0, (await officer.GetAsync("/api/v1/crossings?outcome=refused")).Json.GetProperty("total").GetInt32());

        foreach (var (action, subject) in new[]
        {
            (AuditAction.EncounterOpened, id), (AuditAction.EncounterDecided, id), (AuditAction.TravellerRead, traveller),
            (AuditAction.CrossingRead, crossing.GetProperty("id").GetGuid()),
        })
            Assert.Equal(subject.ToString(), Assert.Single(await site.AuditAsync(action, "officer")).SubjectId);
        Assert.Equal(2, (await site.AuditAsync(AuditAction.CrossingsRead, "officer")).Count);
        var reads = await site.AuditAsync(AuditAction.EncounterRead, "officer");
        Assert.Equal([null, "decision sent again"], reads.Select(a => a.Detail).Order());
        Assert.All(reads, read => Assert.Equal(id.ToString(), read.SubjectId));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_traveller_with_a_hit_waits_until_a_supervisor_has_dismissed_it(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await site.ListAsync(("SP.1", "Khanum SPECIMENA", "1980-05-17"));
        var officer = await site.SignInAsync(Roles.Officer);
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        var encounter = await PresentAsync(officer, Specimens.Passport());
        Assert.Equal("refer", encounter.Json.GetProperty("advice").GetProperty("level").GetString());
        Assert.Equal((409, "HITS_OPEN"), StatusAndCode(await DecideAsync(officer, encounter, new { kind = "pass", reason = "in a hurry" })));
        Assert.Equal(1, (await supervisor.GetAsync("/api/v1/encounters/waiting")).Json.GetProperty("total").GetInt32());

        var queue = (await supervisor.GetAsync("/api/v1/hits?state=open")).Json;
        var hit = Assert.Single(queue.GetProperty("items").EnumerateArray());
        Assert.Equal("SP.1", hit.GetProperty("reference").GetString());
        Assert.NotEmpty(hit.GetProperty("match").GetProperty("alignment").EnumerateArray());
        var path = $"/api/v1/hits/{hit.GetProperty("id").GetGuid()}/resolution";
        Assert.Equal((422, "REASON_REQUIRED"), StatusAndCode(await supervisor.PostAsync(path, new { resolution = "dismissed", reason = " " })));
        Assert.Equal((422, "RESOLUTION_INVALID"), StatusAndCode(await supervisor.PostAsync(path, new { resolution = "open", reason = "no" })));
        Assert.Equal(403, (await officer.PostAsync(path, new { resolution = "dismissed", reason = "another person" })).Status);
        Assert.Equal(200, (await supervisor.PostAsync(path, new { resolution = "dismissed", reason = "another person" })).Status);
        Assert.Equal((409, "HIT_ALREADY_RESOLVED"), StatusAndCode(await supervisor.PostAsync(path, new { resolution = "confirmed", reason = "after all" })));

        Assert.Equal(200, (await DecideAsync(officer, encounter, new { kind = "pass" })).Status);
        Assert.Single(await site.AuditAsync(AuditAction.HitsRead, "supervisor"));
        Assert.Single(await site.AuditAsync(AuditAction.HitResolved, "supervisor"));
    }

    [Fact]
    public async Task What_was_referred_only_a_supervisor_decides_and_a_refusal_needs_a_reason()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        var encounter = await PresentAsync(officer, Specimens.Passport());
        Assert.Equal(200, (await DecideAsync(officer, encounter, new { kind = "refer", reason = "cannot say where to" })).Status);
        Assert.Equal((403, "SUPERVISOR_REQUIRED"), StatusAndCode(await DecideAsync(officer, encounter, new { kind = "pass" })));
        Assert.Equal((422, "REASON_REQUIRED"), StatusAndCode(await DecideAsync(supervisor, encounter, new { kind = "refuse" })));
        var refused = await DecideAsync(supervisor, encounter, new { kind = "refuse", reason = "no visa" });
        Assert.Equal("refused", refused.Json.GetProperty("crossing").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Who_stays_past_the_permitted_day_is_listed_and_their_stay_told()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var encounter = await PresentAsync(officer, Specimens.Passport());
        await DecideAsync(officer, encounter, new { kind = "pass", permittedUntil = "2026-03-01" });
        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddDays(2)); // Advanced, every timer of the site would run as often as in two days, which takes minutes.
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        var listed = await supervisor.GetAsync("/api/v1/stays?listing=Overstayed&nationality=uto");
        Assert.True(listed.Status == 200, listed.Body);
        var over = Assert.Single(listed.Json.GetProperty("items").EnumerateArray());
        Assert.Equal((2, "2026-03-01", "PKKHI"), (over.GetProperty("daysOver").GetInt32(), over.GetProperty("permittedUntil").GetString(), over.GetProperty("entryPort").GetString()));
        Assert.Equal(0, (await supervisor.GetAsync("/api/v1/stays?listing=Overstayed&nationality=AFG")).Json.GetProperty("total").GetInt32());
        var stay = Assert.Single((await supervisor.GetAsync($"/api/v1/travellers/{over.GetProperty("travellerId").GetGuid()}")).Json.GetProperty("stays").EnumerateArray());
        Assert.Equal(("open", 3, 2), (stay.GetProperty("state").GetString(), stay.GetProperty("days").GetInt32(), stay.GetProperty("daysOver").GetInt32()));
    }

    [Fact]
    public async Task A_user_of_another_port_is_denied()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var encounter = await PresentAsync(officer, Specimens.Passport());
        var decided = await DecideAsync(officer, encounter, new { kind = "pass" });
        var other = await site.SignInAsync("lahore", "PKLHE", Roles.Officer, Roles.Supervisor);
        Assert.Equal((403, "OTHER_PORT"), StatusAndCode(await other.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport(), direction = "entry", counter = "1" })));
        Assert.Equal((403, "OTHER_PORT"), StatusAndCode(await other.GetAsync($"/api/v1/encounters/{encounter.Json.GetProperty("id").GetGuid()}")));
        Assert.Equal((403, "OTHER_PORT"), StatusAndCode(await DecideAsync(other, encounter, new { kind = "pass" })));
        Assert.Equal((403, "OTHER_PORT"), StatusAndCode(await other.GetAsync($"/api/v1/crossings/{decided.Json.GetProperty("crossing").GetProperty("id").GetGuid()}")));
        Assert.Equal(0, (await other.GetAsync("/api/v1/crossings")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_document_is_inspected_with_a_sentence_in_the_language_of_the_request_and_nothing_is_stored()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await site.SignInAsync(Roles.Administrator);
        var mrz = Specimens.Passport().Replace("U00000001", "U00000007", StringComparison.Ordinal);
        var inEnglish = (await client.PostAsync("/api/v1/documents/inspection", new { mrz })).Json;
        var inUrdu = (await client.PostAsync("/api/v1/documents/inspection?ui-culture=ur", new { mrz })).Json;
        var finding = inEnglish.GetProperty("findings").EnumerateArray().First(f => f.GetProperty("code").GetString() == "MRZ_CHECK_DIGIT_DOCUMENT_NUMBER");
        Assert.Equal("serious", finding.GetProperty("severity").GetString());
        Assert.Equal("DocumentNumber", finding.GetProperty("field").GetString());
        Assert.Equal("2", finding.GetProperty("evidence").GetProperty("line").GetString());
        Assert.DoesNotContain('{', finding.GetProperty("sentence").GetString()!);
        Assert.Contains(inUrdu.GetProperty("findings").EnumerateArray(), f => f.GetProperty("sentence").GetString()!.Any(c => c is >= '\u0600' and <= '\u06FF'));
        Assert.Equal("TD3", inEnglish.GetProperty("fields").GetProperty("format").GetString());
        Assert.Equal("U00000007", inEnglish.GetProperty("fields").GetProperty("documentNumber").GetString());

        var noZone = (await client.PostAsync("/api/v1/documents/inspection", new { mrz = "good morning" })).Json;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, noZone.GetProperty("fields").ValueKind);
        Assert.NotEmpty(noZone.GetProperty("findings").EnumerateArray());
        Assert.Empty(await site.AuditAsync(AuditAction.EncounterOpened));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_auditor_sees_who_did_what_and_that_the_chain_is_whole(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var officer = await site.SignInAsync(Roles.Officer);
        await PresentAsync(officer, Specimens.Passport());
        var auditor = await site.SignInAsync(Roles.Auditor);
        var opened = (await auditor.GetAsync("/api/v1/audit?action=encounter.opened&actor=officer")).Json;
        Assert.Equal(1, opened.GetProperty("total").GetInt32());
        Assert.Single(await site.AuditAsync(AuditAction.AuditRead, "auditor"));

        var whole = (await auditor.PostAsync("/api/v1/ledger/verification")).Json;
        Assert.Empty(whole.GetProperty("faults").EnumerateArray());
        var anchor = whole.GetProperty("anchor").GetString()!;
        Assert.Empty((await auditor.PostAsync("/api/v1/ledger/verification", new { anchor })).Json.GetProperty("faults").EnumerateArray());
        var forged = anchor[..^1] + (anchor[^1] == '0' ? '1' : '0');
        var cut = (await auditor.PostAsync("/api/v1/ledger/verification", new { anchor = forged })).Json;
        Assert.Equal("END_CUT_OFF", Assert.Single(cut.GetProperty("faults").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(3, (await site.AuditAsync(AuditAction.LedgerVerified, "auditor")).Count);
    }

    private static async Task<Reply> PresentAsync(SiteClient client, string mrz)
    {
        var reply = await client.PostAsync("/api/v1/encounters", new { mrz, direction = "entry", counter = "1" });
        Assert.True(reply.Status == 200, reply.Body);
        return reply;
    }

    private static Task<Reply> DecideAsync(SiteClient client, Reply encounter, object decision, string? key = "") =>
        client.PostAsync($"/api/v1/encounters/{encounter.Json.GetProperty("id").GetGuid()}/decision", decision, key == "" ? $"{Guid.NewGuid()}" : key);

    private static (int, string?) StatusAndCode(Reply reply) => (reply.Status, reply.Code);
}
