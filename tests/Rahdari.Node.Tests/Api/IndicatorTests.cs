using System.Text.Json;

namespace Rahdari.Node.Tests.Api;

/// <summary>From a set that headquarters publishes to a remark that refers and is signed, as programs do it.</summary>
public sealed class IndicatorTests
{
    private static readonly object Remark = new
    {
        code = "IND-OBS-ONE",
        label = "R01",
        kind = "observed",
        title = "Answers sound learnt by heart",
        titleUrdu = "جوابات رٹے ہوئے",
        questions = new[] { new { text = "Please say it in your own words.", urdu = "اپنے الفاظ میں بتائیں۔" } },
        groups = new[] { "women", "domesticWorkers" },
        source = new { organisation = "SPECIMEN", title = "List", year = 2009, section = "1" },
        isStrong = true,
    };

    [Fact]
    public async Task A_set_is_published_a_remark_refers_and_what_may_be_read_over_the_counter_names_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        await site.ListAsync(("SP.1", "NOBODY AT ALL", "1901-01-01"));
        var (lists, officer, supervisor) = (await site.SignInAsync("headquarters", null, Roles.WatchlistManager), await site.SignInAsync(Roles.Officer), await site.SignInAsync(Roles.Supervisor));
        Assert.Equal(0, (await officer.GetAsync("/api/v1/indicators")).Json.GetProperty("number").GetInt32());
        var misspelt = JsonSerializer.Serialize(new { indicators = new[] { Remark }, reason = "specimen" }).Replace("isStrong", "strong", StringComparison.Ordinal);
        Assert.Equal(400, (await lists.PostAsync("/api/v1/indicators/versions", JsonDocument.Parse(misspelt).RootElement)).Status);
        var published = await lists.PostAsync("/api/v1/indicators/versions", new { indicators = new[] { Remark }, reason = "specimen" });
        Assert.Equal((200, 1), (published.Status, published.Json.GetProperty("number").GetInt32()));
        Assert.Equal("IND-OBS-ONE", (await officer.GetAsync("/api/v1/indicators")).Json.GetProperty("indicators")[0].GetProperty("code").GetString());

        var encounter = (await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport(), direction = "entry", counter = "1" })).Json;
        var path = $"/api/v1/encounters/{encounter.GetProperty("id").GetString()}/journey";
        Assert.Equal((422, "JOURNEY_INVALID"), Told(await officer.PostAsync(path, new { observed = new[] { "IND-NONE" } })));
        Assert.Equal(400, (await officer.PostAsync(path, new { observd = new[] { "IND-OBS-ONE" } })).Status);
        Assert.Equal("clear", Level(await officer.PostAsync(path, new { phone = "0300 1234567" })));
        var told = await officer.PostAsync(path, new { phone = "0300 1234567", observed = new[] { "IND-OBS-ONE" } });
        Assert.Equal("refer", Level(told));
        var advice = told.Json.GetProperty("advice").GetRawText();
        Assert.Contains("Please say it in your own words.", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("IND-", advice, StringComparison.Ordinal);
        Assert.Equal("IND-OBS-ONE", told.Json.GetProperty("indications")[0].GetProperty("code").GetString());

        Assert.Equal(0, (await supervisor.GetAsync("/api/v1/indicators/indications")).Json.GetProperty("total").GetInt32());
    }

    private static (int, string?) Told(Reply reply) => (reply.Status, reply.Code);

    private static string? Level(Reply reply) => reply.Json.GetProperty("advice").GetProperty("level").GetString();
}
