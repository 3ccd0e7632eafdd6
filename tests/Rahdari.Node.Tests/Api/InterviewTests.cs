using System.Net.Http.Json;
using System.Text.Json;

namespace Rahdari.Node.Tests.Api;

public sealed class InterviewTests
{
    private static readonly object Told = new
    {
        course = "held",
        language = "urd",
        isApart = true,
        sex = "female",
        ageGroup = "adult",
        answers = new[] { new { question = "idea", text = "An aunt of the neighbours", isDeclined = false } },
        outcome = "possibleVictim",
        why = "A debt that grows",
        forms = new[] { "domesticServitude" },
        circle = "AHTC-LHE",
        province = "PK-PB",
    };

    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Nobody_is_decided_on_before_the_interview_nor_sent_back_before_the_review(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var (officer, supervisor, head) = (await site.SignInAsync(Roles.Officer), await site.SignInAsync(Roles.Supervisor), await site.SignInAsync(Roles.CaseSupervisor));
        var encounter = (await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"), direction = "entry", counter = "1" })).Json.GetProperty("id").GetString();
        Assert.Equal((422, "INTERVIEW_NOT_REFERRED"), Of(await DecideAsync(officer, encounter, new { kind = "pass", interview = true })));
        var key = Guid.NewGuid().ToString();
        Assert.Equal(200, (await officer.PostAsync($"/api/v1/encounters/{encounter}/decision", new { kind = "refer", interview = true }, key)).Status);
        Assert.True((await officer.PostAsync($"/api/v1/encounters/{encounter}/decision", new { kind = "refer", interview = true }, key)).Json.GetProperty("replayed").GetBoolean());
        Assert.Equal((409, "IDEMPOTENCY_KEY_REUSED"), Of(await officer.PostAsync($"/api/v1/encounters/{encounter}/decision", new { kind = "refer" }, key)));

        Assert.True((await supervisor.GetAsync("/api/v1/encounters/waiting")).Json.GetProperty("items")[0].GetProperty("isInterviewAsked").GetBoolean());
        Assert.Equal((409, "INTERVIEW_AWAITED"), Of(await DecideAsync(supervisor, encounter, new { kind = "pass", reason = "in a hurry" })));
        Assert.Equal((409, "INTERVIEW_AWAITED"), Of(await DecideAsync(supervisor, encounter, new { kind = "refuse", reason = "in a hurry" })));

        var begun = (await supervisor.GetAsync($"/api/v1/encounters/{encounter}/interview")).Json;
        Assert.Equal("adult", begun.GetProperty("draft").GetProperty("ageGroup").GetString());
        Assert.Equal(200, (await supervisor.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/api/v1/encounters/{encounter}/interview") { Content = JsonContent.Create(Told) })).Status);
        Assert.Equal("An aunt of the neighbours", (await supervisor.GetAsync($"/api/v1/encounters/{encounter}/interview")).Json.GetProperty("draft").GetProperty("answers")[0].GetProperty("text").GetString());
        var id = Guid.NewGuid();
        var ended = await supervisor.PostAsync($"/api/v1/encounters/{encounter}/interview", new { id, told = Told });
        Assert.True(ended.Status == 200, ended.Body);
        Assert.Equal(JsonValueKind.Null, (await supervisor.GetAsync($"/api/v1/encounters/{encounter}/interview")).Json.GetProperty("draft").ValueKind);

        Assert.Equal((409, "REMOVAL_NOT_REVIEWED"), Of(await DecideAsync(supervisor, encounter, new { kind = "refuse", reason = "no visa" })));
        Assert.Equal(200, (await head.PostAsync($"/api/v1/case-referrals/{id}/review", new { id = Guid.NewGuid(), mayBeRemoved = false, why = "in danger" })).Status);
        Assert.Equal((409, "REMOVAL_NOT_REVIEWED"), Of(await DecideAsync(supervisor, encounter, new { kind = "refuse", reason = "no visa" })));
        Assert.Equal(200, (await head.PostAsync($"/api/v1/case-referrals/{id}/review", new { id = Guid.NewGuid(), mayBeRemoved = true, why = "wants to go home" })).Status);
        Assert.Equal(200, (await DecideAsync(supervisor, encounter, new { kind = "refuse", reason = "no visa" })).Status);

        var auditor = await site.SignInAsync(Roles.Auditor);
        var verified = await auditor.PostAsync("/api/v1/ledger/verification", new { });
        Assert.Equal(0, verified.Json.GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public async Task A_possible_victim_may_be_let_in_and_who_was_only_asked_is_decided_as_any_other()
    {
        await using var site = await RunningSite.StartAsync();
        var (officer, supervisor) = (await site.SignInAsync(Roles.Officer), await site.SignInAsync(Roles.Supervisor));
        foreach (var (number, told, refused) in new[] { ("U00000001", Told, "REMOVAL_NOT_REVIEWED"), ("U00000002", new { course = "notHeld", why = "Left with the consul" }, null), ("U00000003", (object)new { course = "refused", language = "eng", isApart = true, ageGroup = "adult", outcome = "noIndication" }, (string?)null) })
        {
            var encounter = (await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport(number, "SPECIMENA", "KHANUM"), direction = "entry", counter = "1" })).Json.GetProperty("id").GetString();
            await DecideAsync(officer, encounter, new { kind = "refer", interview = true });
            var ended = await supervisor.PostAsync($"/api/v1/encounters/{encounter}/interview", new { id = Guid.NewGuid(), told });
            Assert.True(ended.Status == 200, ended.Body);
            if (refused is not null)
                Assert.Equal(refused, (await DecideAsync(supervisor, encounter, new { kind = "refuse", reason = "no visa" })).Code);
            Assert.Equal(200, (await DecideAsync(supervisor, encounter, new { kind = "pass", reason = "to the shelter" })).Status);
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Who_is_presented_anew_is_held_as_before()
    {
        await using var site = await RunningSite.StartAsync();
        var (officer, supervisor) = (await site.SignInAsync(Roles.Officer), await site.SignInAsync(Roles.Supervisor));
        var document = new { mrz = Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"), direction = "entry", counter = "1" };
        var first = (await officer.PostAsync("/api/v1/encounters", document)).Json.GetProperty("id").GetString();
        await DecideAsync(officer, first, new { kind = "refer", interview = true });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await officer.PostAsync("/api/v1/encounters", document)).Json.GetProperty("id").GetString();
        Assert.Equal((409, "INTERVIEW_AWAITED"), Of(await DecideAsync(supervisor, second, new { kind = "pass", reason = "in a hurry" })));
        Assert.Equal(200, (await supervisor.PostAsync($"/api/v1/encounters/{first}/interview", new { id = Guid.NewGuid(), told = Told })).Status);
        Assert.Equal((409, "REMOVAL_NOT_REVIEWED"), Of(await DecideAsync(supervisor, second, new { kind = "refuse", reason = "no visa" })));
        Assert.Equal(200, (await DecideAsync(supervisor, second, new { kind = "pass", reason = "to the shelter" })).Status);
    }

    [Fact]
    public async Task Another_port_reads_no_interview()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var encounter = (await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"), direction = "entry", counter = "1" })).Json.GetProperty("id").GetString();
        var elsewhere = await site.SignInAsync("elsewhere", "PKLHE", Roles.Supervisor);
        Assert.Equal((403, "OTHER_PORT"), Of(await elsewhere.GetAsync($"/api/v1/encounters/{encounter}/interview")));
        Assert.Equal((403, "OTHER_PORT"), Of(await elsewhere.PostAsync($"/api/v1/encounters/{encounter}/interview", new { id = Guid.NewGuid(), told = Told })));
    }

    private static Task<Reply> DecideAsync(SiteClient client, string? encounter, object decision) => client.PostAsync($"/api/v1/encounters/{encounter}/decision", decision, Guid.NewGuid().ToString());

    private static (int Status, string? Code) Of(Reply reply) => (reply.Status, reply.Code);
}
