namespace Rahdari.Node.Tests.Api;

/// <summary>Schedules, plans and legal holds through the API.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task A_schedule_is_published_planned_by_and_read_by_the_auditor()
    {
        await using var site = await RunningSite.StartAsync();
        var headquarters = await site.SignInAsync("headquarters", null, Roles.Administrator);
        var auditor = await site.SignInAsync(Roles.Auditor);
        Assert.Equal(0, (await auditor.GetAsync("/api/v1/retention/plan")).Json.GetProperty("schedule").GetInt32());
        var published = await headquarters.PostAsync("/api/v1/retention/versions", Json("""{"periods":[{"class":"crossings","months":60,"legalBasis":"Specimen"}],"reason":"specimen"}"""));
        Assert.Equal((200, 1), (published.Status, published.Json.GetProperty("number").GetInt32()));
        Assert.Equal((422, "RETENTION_INVALID"), Told(await headquarters.PostAsync("/api/v1/retention/versions", Json("""{"periods":[{"class":"crossings","months":1,"legalBasis":"Specimen"}],"reason":"specimen"}"""))));
        Assert.Equal((400, "REQUEST_BODY_INVALID"), Told(await headquarters.PostAsync("/api/v1/retention/versions", Json("""{"periods":[],"reason":"specimen","month":7}"""))));
        var here = await site.SignInAsync("here", "PKKHI", Roles.Administrator);
        Assert.Equal((403, "RETENTION_OF_HEADQUARTERS"), Told(await here.PostAsync("/api/v1/retention/versions", Json("""{"periods":[{"class":"audit","months":60,"legalBasis":"Specimen"}],"reason":"specimen"}"""))));
        Assert.Equal("crossings", (await auditor.GetAsync("/api/v1/retention")).Json.GetProperty("periods")[0].GetProperty("class").GetString());
        Assert.Equal(1, (await auditor.GetAsync("/api/v1/retention/versions")).Json.GetProperty("total").GetInt32());
        var plan = (await auditor.GetAsync("/api/v1/retention/plan")).Json.GetProperty("classes")[0];
        Assert.Equal(("crossings", 0, 0), (plan.GetProperty("class").GetString(), plan.GetProperty("records").GetInt32(), plan.GetProperty("held").GetInt32()));
    }

    [Fact]
    public async Task A_hold_is_placed_and_lifted_by_two_people()
    {
        await using var site = await RunningSite.StartAsync();
        var keeper = await site.SignInAsync(Roles.ExitControl);
        Assert.Equal(200, (await keeper.PostAsync("/api/v1/exit-orders", Json("""{"name":"NAMUNA SPECIMENZADA","cnic":"42101-0000000-2","kind":"courtOrder","legalBasis":"section 1","authority":"High Court (specimen)","authorityReference":"1/2026","validFrom":"2026-01-01"}"""))).Status);
        var administrator = await site.SignInAsync(Roles.Administrator);
        Assert.Equal((422, "HOLD_OF_UNKNOWN"), Told(await administrator.PostAsync("/api/v1/legal-holds", Json("""{"travellers":["01990000-0000-7000-8000-000000000001"],"authority":"Court","authorityReference":"1","reason":"x"}"""))));
        var placed = await administrator.PostAsync("/api/v1/legal-holds", Json("""{"exitOrder":1,"authority":"Court (specimen)","authorityReference":"1","reason":"inquiry"}"""));
        Assert.Equal((200, 1), (placed.Status, placed.Json.GetProperty("number").GetInt32()));
        Assert.Equal((404, "HOLD_NOT_FOUND"), Told(await administrator.GetAsync("/api/v1/legal-holds/7")));
        Assert.Equal((409, "HOLD_LIFTING_NOT_ASKED"), Told(await administrator.PostAsync("/api/v1/legal-holds/1/lifting/agreement", Json("""{"askedAt":"2026-03-01T06:00:00Z"}"""))));
        var asked = await administrator.PostAsync("/api/v1/legal-holds/1/lifting", Json("""{"authorityReference":"2","reason":"closed"}"""));
        var agreement = $$"""{"askedAt":"{{asked.Json.GetProperty("lifting").GetProperty("askedAt").GetString()}}"}""";
        Assert.Equal((403, "SECOND_PERSON_REQUIRED"), Told(await administrator.PostAsync("/api/v1/legal-holds/1/lifting/agreement", Json(agreement))));
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        Assert.Equal(200, (await supervisor.PostAsync("/api/v1/legal-holds/1/lifting/agreement", Json(agreement))).Status);
        Assert.Equal((409, "HOLD_ALREADY_LIFTED"), Told(await administrator.PostAsync("/api/v1/legal-holds/1/lifting", Json("""{"authorityReference":"2","reason":"closed"}"""))));
        Assert.Equal(1, (await supervisor.GetAsync("/api/v1/legal-holds")).Json.GetProperty("total").GetInt32());
    }

    private static StringContent Json(string text) => new(text, null, "application/json");

    private static (int, string?) Told(Reply reply) => (reply.Status, reply.Code);
}
