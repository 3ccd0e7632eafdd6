namespace Rahdari.Node.Tests.Api;

/// <summary>One person by two passports, over the API and on the pages.</summary>
public class LinkPathTests
{
    [Fact]
    public async Task Who_comes_on_a_renewed_passport_is_one_person_until_a_supervisor_says_otherwise()
    {
        await using var site = await RunningSite.StartAsync();
        var (officer, supervisor) = (await site.SignInAsync(Roles.Officer), await site.SignInAsync(Roles.Supervisor));
        await PresentAsync(officer, Specimens.Passport("U00000001", "SPECIMENZAI", "GULALAI ZARMINA"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await PresentAsync(officer, Specimens.Passport("U00000002", "SPECIMENZAI", "GULALAI ZARMINA"));
        Assert.Contains("IDENTITY_LINKED", second.Body, StringComparison.Ordinal);
        Assert.Equal(403, (await officer.GetAsync("/api/v1/links")).Status);
        var link = Assert.Single((await supervisor.GetAsync("/api/v1/links?state=automatic")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("automatic", "strong"), (link.GetProperty("state").GetString(), link.GetProperty("strength").GetString()));
        var (id, traveller) = (link.GetProperty("id").GetGuid(), link.GetProperty("one").GetProperty("travellerId").GetGuid());
        Assert.Equal(2, (await supervisor.GetAsync($"/api/v1/travellers/{traveller}")).Json.GetProperty("documents").GetArrayLength());

        // The pages show both, the evidence in words, and what a supervisor may do.
        foreach (var (path, shown) in new[] { ("/links", "There are none"), ($"/links/{id}", "The name is the same"), ($"/travellers/{traveller}", "Known by other documents") })
        {
            var page = await supervisor.GetAsync(path);
            Assert.Equal(200, page.Status);
            Assert.Contains(shown, page.Body, StringComparison.Ordinal);
        }
        Assert.Contains("Decision.State", (await supervisor.GetAsync($"/links/{id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Decision.State", (await (await site.SignInAsync(Roles.Auditor)).GetAsync($"/links/{id}")).Body, StringComparison.Ordinal);
        Assert.Equal(200, (await officer.GetAsync($"/travellers/{traveller}")).Status);

        Assert.Equal((422, "REASON_REQUIRED"), StatusAndCode(await supervisor.PostAsync($"/api/v1/links/{id}/undoing", new { reason = " " })));
        Assert.Equal((409, "LINK_ALREADY_DECIDED"), StatusAndCode(await supervisor.PostAsync($"/api/v1/links/{id}/rejection", new { reason = "two faces" })));
        Assert.Equal("undone", (await supervisor.PostAsync($"/api/v1/links/{id}/undoing", new { reason = "two faces" })).Json.GetProperty("state").GetString());
        Assert.Equal(1, (await supervisor.GetAsync($"/api/v1/travellers/{traveller}")).Json.GetProperty("documents").GetArrayLength());
        Assert.Equal("confirmed", (await supervisor.PostAsync($"/api/v1/links/{id}/confirmation", new { reason = "one face after all" })).Json.GetProperty("state").GetString());
        Assert.Equal((404, "LINK_NOT_FOUND"), StatusAndCode(await supervisor.GetAsync($"/api/v1/links/{Guid.NewGuid()}")));
    }

    private static async Task<Reply> PresentAsync(SiteClient client, string mrz)
    {
        var reply = await client.PostAsync("/api/v1/encounters", new { mrz, direction = "entry", counter = "1" });
        Assert.True(reply.Status == 200, reply.Body);
        return reply;
    }

    private static (int, string?) StatusAndCode(Reply reply) => (reply.Status, reply.Code);
}
