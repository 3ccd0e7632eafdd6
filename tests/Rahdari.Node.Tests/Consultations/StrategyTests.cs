using System.Net;
using System.Text.RegularExpressions;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Laws;
using Rahdari.Node.Console.Consultations;

namespace Rahdari.Node.Tests.Consultations;

/// <summary>The strategy over HTTP: who writes it, what everybody may read and send, and how often.</summary>
public sealed partial class StrategyTests
{
    [Fact]
    public async Task Two_officers_lead_a_consultation_to_an_action_and_everybody_reads_it_without_signing_in()
    {
        await using var site = await RunningSite.StartAsync();
        var (one, other, stranger) = (await site.SignInAsync("strategy1", null, Roles.Strategy), await site.SignInAsync("strategy2", null, Roles.Strategy), site.Client());
        var both = new { en = "Specimen", ur = "نمونہ" };
        var (id, recommendation, action) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var draft = new { title = both, introduction = both, questions = new[] { both }, opensOn = "2026-03-01", closesOn = "2026-03-31", groups = new[] { "survivors" }, languages = new[] { "ur", "en" }, takesPublic = true };
        await TakenAsync(one, $"consultations/{id}", new { version = 0, draft });
        Assert.Equal("SECOND_PERSON_REQUIRED", (await one.PostAsync($"/api/v1/consultations/{id}/steps", new { version = 1, step = "open" })).Code);
        await TakenAsync(other, $"consultations/{id}/steps", new { version = 1, step = "open" });
        Assert.Equal(409, (await other.PostAsync($"/api/v1/consultations/{id}/steps", new { version = 1, step = "close" })).Status);

        // By the public form, by whoever it is.
        var form = await stranger.GetAsync("/strategy/contribute/C-2026-001");
        var sent = await stranger.PostAsync("/strategy/contribute/C-2026-001", Form(form.Body, ("text", "Specimen words = 1"), ("language", "en"), ("group", "Public")));
        var receipt = Receipt().Match(sent.Body).Groups[1].Value;
        Assert.Matches("^[0-9A-Z-]{23}$", receipt);
        var entered = await TakenAsync(one, $"consultations/{id}/contributions", new { text = "Of a seminar", language = "ur", group = "judiciary", name = "SPECIMEN NAMED" });
        var file = (await one.GetAsync($"/api/v1/consultations/{id}")).Json;
        var contribution = file.GetProperty("contributions")[0].GetProperty("contribution").GetProperty("id").GetString();
        await TakenAsync(one, $"contributions/{contribution}/moderation", new { version = 1, accept = true, themes = new[] { "data" } });
        await TakenAsync(other, $"contributions/{entered.GetProperty("contribution").GetProperty("id").GetString()}/moderation", new { version = 1, accept = true, themes = new[] { "data" } });
        await TakenAsync(one, $"contributions/{contribution}/answer", new { version = 2, answer = "Agreed (specimen)" });
        await TakenAsync(one, $"consultations/{id}/steps", new { version = 2, step = "close" });
        await TakenAsync(other, $"consultations/{id}/steps", new { version = 3, step = "publish" });
        await TakenAsync(one, $"recommendations/{recommendation}", new { version = 0, draft = new { consultationId = id, title = both, text = both, themes = new[] { "data" }, contributions = new[] { contribution } } });
        await TakenAsync(other, $"recommendations/{recommendation}/steps", new { version = 1, to = "published" });
        await TakenAsync(one, $"strategy-actions/{action}", new { version = 0, draft = new { title = both, owner = both, due = "2026-12-31", recommendations = new[] { recommendation }, indicator = "casesRegistered", target = 20 } });
        await TakenAsync(other, $"strategy-actions/{action}/steps", new { version = 1, to = "published" });
        await TakenAsync(one, $"strategy-actions/{action}/measurement", new { version = 2 });
        await TakenAsync(one, $"strategy-actions/{action}/status", new { version = 3, status = "delayed", reason = "Specimen reason" });

        var json = await stranger.GetAsync("/strategy/progress.json");
        Assert.Equal((200, "application/json"), (json.Status, json.MediaType));
        Assert.Equal("delayed", json.Json.GetProperty("actions")[0].GetProperty("status").GetString());
        Assert.Equal(0, json.Json.GetProperty("actions")[0].GetProperty("measured").GetProperty("value").GetDecimal());
        var csv = await stranger.GetAsync("/strategy/progress.csv");
        Assert.Equal((200, "text/csv"), (csv.Status, csv.MediaType));
        Assert.Contains("A-2026-001,Specimen,نمونہ,Specimen,نمونہ,2026-12-31,R-2026-001,CasesRegistered,,,0,2026-03-01,20,0,2026-03-01,0,Delayed,no\r\n", csv.Body, StringComparison.Ordinal);
        var page = await stranger.GetAsync("/strategy");
        Assert.Contains("Specimen words = 1", page.Body, StringComparison.Ordinal);
        foreach (var reply in new[] { json, csv, page })
            Assert.All(new[] { "SPECIMEN NAMED", "strategy1", "strategy2" }, hidden => Assert.DoesNotContain(hidden, reply.Body, StringComparison.Ordinal));

        // Whoever holds the receipt takes it back, from the page of what everybody reads too.
        form = await stranger.GetAsync("/strategy/withdraw");
        Assert.Contains("problem", (await stranger.PostAsync("/strategy/withdraw", Form(form.Body, ("receipt", "AAAAA-AAAAA-AAAAA-AAAAA")))).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"problem\"", (await stranger.PostAsync("/strategy/withdraw", Form(form.Body, ("receipt", receipt)))).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Specimen words = 1", (await stranger.GetAsync("/strategy")).Body, StringComparison.Ordinal);
        Assert.Equal(0, (await stranger.GetAsync("/strategy/progress.json")).Json.GetProperty("recommendations")[0].GetProperty("restsOn").GetArrayLength());
    }

    [Fact]
    public async Task A_form_without_its_token_and_one_that_is_too_large_are_not_taken_and_a_flood_is_stopped()
    {
        await using var site = await RunningSite.StartAsync();
        var (one, other, stranger) = (await site.SignInAsync("strategy1", null, Roles.Strategy), await site.SignInAsync("strategy2", null, Roles.Strategy), site.Client());
        var both = new { en = "Specimen", ur = "نمونہ" };
        var id = Guid.NewGuid();
        await TakenAsync(one, $"consultations/{id}", new { version = 0, draft = new { title = both, introduction = both, questions = new[] { both }, opensOn = "2026-03-01", closesOn = "2026-03-31", groups = new[] { "survivors" }, languages = new[] { "ur", "en" }, takesPublic = true } });
        Assert.Equal(404, (await stranger.GetAsync("/strategy/contribute/C-2026-001")).Status); // Nobody learns of a draft.
        await TakenAsync(other, $"consultations/{id}/steps", new { version = 1, step = "open" });
        const string path = "/strategy/contribute/C-2026-001";
        var form = (await stranger.GetAsync(path)).Body;
        (string, string)[] fields = [("text", "Specimen"), ("language", "en"), ("group", "Public")];
        Assert.Equal(400, (await stranger.PostAsync(path, new FormUrlEncodedContent([new("_handler", "contribute"), .. fields.Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))]))).Status);
        Assert.True((await stranger.PostAsync(path, Form(form, ("text", new string('x', 200_000)), ("language", "en"), ("group", "Public")))).Status is 400 or 413);
        foreach (var wrong in new[] { "a\u202Eb", "a\0b", " ", new string('x', 5001) })
        {
            var refused = await stranger.PostAsync(path, Form(form, ("text", wrong), ("language", "en"), ("group", "Public")));
            Assert.Contains("id=\"problem\"", refused.Body, StringComparison.Ordinal);
        }
        var statuses = new List<int>();
        for (var i = 0; i < PublicDoor.FromOne; i++)
            statuses.Add((await stranger.PostAsync(path, Form(form, fields))).Status);
        Assert.Equal([200, 429], statuses.Distinct());
        Assert.Equal(PublicDoor.FromOne - 4, (await one.GetAsync($"/api/v1/consultations/{id}")).Json.GetProperty("contributions").GetArrayLength());
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(200, (await stranger.PostAsync(path, Form(form, fields))).Status);
    }

    [Fact]
    public void The_door_counts_by_address_and_altogether_and_forgets()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RunningSite.Start);
        var door = new PublicDoor(clock);
        Assert.Equal(PublicDoor.FromOne, Enumerable.Range(0, 50).Count(_ => door.Admits(IPAddress.Parse("192.0.2.1"))));
        // One network of IPv6 is one.
        Assert.Equal(PublicDoor.FromOne, Enumerable.Range(0, 50).Count(i => door.Admits(IPAddress.Parse($"2001:db8::{i:x}"))));
        Assert.False(door.Admits(IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.Equal(PublicDoor.Altogether - (2 * PublicDoor.FromOne), Enumerable.Range(0, 2000).Count(i => door.Admits(new IPAddress([10, 0, (byte)(i / 256), (byte)i]))));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(door.Admits(IPAddress.Parse("192.0.2.1")));
        Assert.True(door.Admits(null));
    }

    [Fact]
    public void A_table_runs_in_no_spreadsheet()
    {
        var action = new PublishedAction(
            "A-2026-001", new BothLanguages("=HYPERLINK(\"x\")", "a,b\nc"), new BothLanguages("@office", "+1"), new DateOnly(2026, 1, 1), [], StrategyIndicator.ShelterBeds, null, null, null, 1.5m, null, null, ActionStatus.Planned, null, true);
        var line = ProgressFiles.Csv(new PublishedStrategy(default, [], [], [action])).Split("\r\n")[1];
        Assert.Equal("A-2026-001,\"'=HYPERLINK(\"\"x\"\")\",\"a,b\nc\",'@office,'+1,2026-01-01,,ShelterBeds,,,,,1.5,,,,Planned,yes", line);
    }

    private static async Task<System.Text.Json.JsonElement> TakenAsync(SiteClient client, string path, object body)
    {
        var reply = await client.PostAsync($"/api/v1/{path}", body);
        Assert.True(reply.Status == 200, $"{path}: {reply.Status} {reply.Body}");
        return reply.Json;
    }

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] fields) => new(
        Hidden().Matches(page).Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).Concat(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("id=\"receipt\">([^<]+)<")]
    private static partial Regex Receipt();
}
