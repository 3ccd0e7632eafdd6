using System.Net.Http.Json;
using Rahdari.Node.Cabinets;

namespace Rahdari.Node.Tests.Api;

/// <summary>Victims' files over HTTP: nothing of them without the cabinet that this browser opened.</summary>
public sealed class ShelterTests
{
    private const string Passphrase = "seven herons over the lake";
    private const string File = "01990000-0000-7000-8000-00000000000a";

    private static readonly object Identity = new
    {
        name = "SPECIMEN AMINA",
        otherNames = Array.Empty<string>(),
        sex = "female",
        ageGroup = "youngAdult",
        dateOfBirth = "2004",
        nationality = "UTO",
        documentNumbers = Array.Empty<string>(),
        languages = new[] { "Sindhi" },
    };

    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_program_opens_the_cabinet_and_helps_from_file_to_exit(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var client = await OpenedAsync(site);
        Assert.Equal("SPECIMEN-SHELTER", (await client.GetAsync("/api/v1/shelter/cabinet")).Json.GetProperty("organisation").GetString());
        var file = await client.PostAsync("/api/v1/shelter/files", new { id = File, identity = Identity });
        Assert.Equal(200, file.Status);
        Assert.Equal(file.Body, (await client.PostAsync("/api/v1/shelter/files", new { id = File, identity = Identity })).Body);
        Assert.Equal("SPECIMEN AMINA", (await client.GetAsync($"/api/v1/shelter/files/{File}/sections/identity")).Json.GetProperty("content").GetProperty("name").GetString());
        Assert.Equal((404, "SHELTER_SECTION_EMPTY"), Told(await client.GetAsync($"/api/v1/shelter/files/{File}/sections/services")));

        var services = new { section = "safety", notes = Array.Empty<object>(), feared = "a man with a grey pick-up" };
        Assert.Equal((400, "REQUEST_BODY_INVALID"), Told(await PutAsync(client, "services", 0, services)));
        Assert.Equal(200, (await PutAsync(client, "safety", 0, services)).Status);
        Assert.Equal((409, "SHELTER_SECTION_CHANGED_SINCE"), Told(await PutAsync(client, "safety", 0, services)));

        var details = new { givenBy = "victim", guardian = (string?)null, document = (string?)null, explained = "that she is counted without a name", language = "Sindhi" };
        var consent = new { id = Guid.NewGuid(), purpose = "statistics", recipient = "SPECIMEN-SHELTER", isRefusal = false, from = RunningSite.Start, until = RunningSite.Start.AddDays(30), details };
        Assert.True((await client.PostAsync($"/api/v1/shelter/files/{File}/consents", consent)).Json.GetProperty("isInForce").GetBoolean());
        Assert.Single((await client.GetAsync($"/api/v1/shelter/files/{File}/consents")).Json.EnumerateArray());
        Assert.Equal((403, "SHELTER_CONSENT_REQUIRED"), Told(await client.GetAsync($"/api/v1/shelter/files/{File}/export?purpose=medicalCare&recipient=CLINIC-1")));
        Assert.False((await client.PostAsync($"/api/v1/shelter/consents/{consent.id}/revocation")).Json.GetProperty("isInForce").GetBoolean());

        var bed = new { id = Guid.NewGuid(), shelter = "House A", room = "1", name = "1", suitability = "women", from = "2026-02-01", until = (string?)null };
        Assert.Equal(200, (await client.PostAsync("/api/v1/shelter/beds", bed)).Status);
        var stay = new { id = Guid.NewGuid(), fileId = File, bedId = bed.id, from = "2026-03-01" };
        Assert.Equal(200, (await client.PostAsync("/api/v1/shelter/stays", stay)).Status);
        Assert.Equal((409, "SHELTER_BED_TAKEN"), Told(await client.PostAsync("/api/v1/shelter/stays", stay with { id = Guid.NewGuid() })));
        Assert.Equal(1, (await client.GetAsync("/api/v1/shelter/beds?day=2026-03-01")).Json.EnumerateArray().Count(b => b.GetProperty("stay").ValueKind != System.Text.Json.JsonValueKind.Null));
        var left = new { until = "2026-03-05", end = new { reason = "ownWish", destination = "family", followUpDue = "2026-04-01", followedUpOn = (string?)null, note = (string?)null } };
        Assert.Equal(200, (await client.PostAsync($"/api/v1/shelter/stays/{stay.id}/end", left)).Status);
        Assert.Equal("followUp", (await client.GetAsync("/api/v1/shelter/files/due?until=2026-04-02")).Json.EnumerateArray().Single().GetProperty("kind").GetString());
        Assert.Single((await client.PostAsync("/api/v1/shelter/files/search", new { name = "amina" })).Json.EnumerateArray());
        var alert = new { id = Guid.NewGuid(), fileId = File, level = "now", kind = "followed", what = "a car at the gate", toDo = "nobody leaves alone" };
        Assert.Equal(200, (await client.PostAsync("/api/v1/shelter/alerts", alert)).Status);
        Assert.Single((await client.GetAsync("/api/v1/shelter/alerts")).Json.EnumerateArray());
        Assert.Empty((await (await site.SignInAsync(Roles.Investigator)).GetAsync("/api/v1/safety-alerts")).Json.EnumerateArray());

        // Everybody else is refused, and the auditor sees the pseudonym alone.
        foreach (var role in Roles.All.Except([Roles.Caseworker]))
            Assert.Equal(403, (await (await site.SignInAsync(role)).GetAsync($"/api/v1/shelter/files/{File}/sections/identity")).Status);
        var audit = await (await site.SignInAsync(Roles.Auditor)).GetAsync("/api/v1/shelter-audit");
        Assert.Contains(file.Json.GetProperty("pseudonym").GetString()!, audit.Body);
        Assert.DoesNotContain("AMINA", audit.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cabinet_is_open_in_one_browser_until_it_is_locked_left_idle_or_its_user_signs_out()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await OpenedAsync(site);
        Assert.Contains(client.Cookies.Keys, name => name == OpenCabinets.CookieName);
        // The same user, signed in elsewhere; and with the handle in hand, another sign-in.
        var elsewhere = await site.SignInAsync(Roles.Caseworker);
        Assert.Equal((423, "SHELTER_CABINET_CLOSED"), Told(await elsewhere.GetAsync("/api/v1/shelter/files")));
        var other = await site.SignInAsync("caseworker9", null, Roles.Caseworker);
        other.Cookies[OpenCabinets.CookieName] = client.Cookies[OpenCabinets.CookieName];
        Assert.Equal(423, (await other.GetAsync("/api/v1/shelter/files")).Status);
        Assert.Equal(204, (await other.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/shelter/cabinet"))).Status);
        Assert.Equal(200, (await client.GetAsync("/api/v1/shelter/files")).Status);

        // Used, it stays open; left alone, it locks.
        site.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(200, (await client.PostAsync("/api/v1/shelter/cabinet/use")).Status);
        site.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(200, (await client.GetAsync("/api/v1/shelter/cabinet")).Status); // Which is no use.
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(423, (await client.GetAsync("/api/v1/shelter/files")).Status);
        Assert.Equal(423, (await client.PostAsync("/api/v1/shelter/cabinet/use")).Status);

        Assert.Equal((422, "SHELTER_PASSPHRASE_WRONG"), Told(await client.PostAsync("/api/v1/shelter/cabinet", new { passphrase = "not it" })));
        await UnlockAsync(client);
        var kept = client.Cookies[OpenCabinets.CookieName];
        Assert.Equal(204, (await client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/shelter/cabinet"))).Status);
        client.Cookies[OpenCabinets.CookieName] = kept;
        Assert.Equal(423, (await client.GetAsync("/api/v1/shelter/files")).Status);

        await UnlockAsync(client);
        kept = client.Cookies[OpenCabinets.CookieName];
        await client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session"));
        var again = await site.SignInAsync(Roles.Caseworker);
        again.Cookies[OpenCabinets.CookieName] = kept;
        Assert.Equal(423, (await again.GetAsync("/api/v1/shelter/files")).Status);
    }

    [Fact]
    public async Task With_a_locked_cabinet_a_page_leads_to_where_it_is_opened_and_shows_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await OpenedAsync(site);
        await client.PostAsync("/api/v1/shelter/files", new { id = File, identity = Identity });
        Assert.Contains("SPECIMEN AMINA", (await client.GetAsync($"/shelter/files/{File}?section=Identity")).Body);
        client.Cookies.Remove(OpenCabinets.CookieName);
        foreach (var path in new[] { "/shelter", "/shelter/beds", "/shelter/referrals", "/shelter/alerts", "/shelter/numbers", "/shelter/files/new", $"/shelter/files/{File}?section=Identity", $"/shelter/files/{File}/consents", $"/shelter/files/{File}/stay", $"/shelter/files/{File}/alert" })
        {
            var reply = await client.GetAsync(path);
            Assert.Equal(302, reply.Status);
            Assert.Contains($"/shelter/unlock?ReturnUrl={Uri.EscapeDataString(path)}", reply.Headers["Location"], StringComparison.Ordinal);
            Assert.DoesNotContain("AMINA", reply.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_query_whatever_makes_the_site_fail()
    {
        await using var site = await RunningSite.StartAsync();
        var client = await OpenedAsync(site);
        await client.PostAsync("/api/v1/shelter/files", new { id = File, identity = Identity });
        string[] values = ["", "%00", "a%00b", "%FF", "%ED%A0%80", "-1", "2147483648", "0001-01-01", "9999-12-31", "%25", "%27%3B--", "identity", "medicalCare", "7", "null", "%D8%A7", new string('x', 3000)];
        foreach (var value in values)
        {
            foreach (var path in new[]
            {
                $"files?offset={value}", $"files?take={value}", $"files/due?until={value}", $"beds?day={value}", $"beds?day=2026-03-01&shelter={value}", $"files/{File}/sections/{value}", $"files/{File}/sections/identity?purpose={value}",
                $"files/{File}/export?purpose={value}&recipient=X", $"files/{File}/export?purpose=medicalCare&recipient={value}",
            })
            {
                var reply = await client.GetAsync($"/api/v1/shelter/{path}");
                Assert.True(reply.Status is 200 or (>= 400 and < 500), $"{path}: {reply.Status} {reply.Body}");
                var page = await client.GetAsync($"/shelter/files/{File}?section={value}&edit={value}");
                Assert.True(page.Status is 200 or 400, $"{value}: {page.Status}");
            }
            foreach (var path in new[] { $"members/{value}/admission", $"partners/{value}" })
            {
                var request = new HttpRequestMessage(path.StartsWith('p') ? HttpMethod.Put : HttpMethod.Post, $"/api/v1/shelter/{path}") { Content = JsonContent.Create(new { fingerprint = "0000" }) };
                var reply = await client.SendAsync(request);
                Assert.True(reply.Status is >= 400 and < 500, $"{path}: {reply.Status} {reply.Body}");
            }
        }
    }

    /// <summary>A client of a caseworker whose organisation is founded and whose cabinet is open.</summary>
    internal static async Task<SiteClient> OpenedAsync(RunningSite site)
    {
        var client = await site.SignInAsync(Roles.Caseworker);
        var founded = await client.PostAsync("/api/v1/shelter/organisation", new { name = "House one", kind = "shelter", contact = "by the ministry", passphrase = Passphrase });
        Assert.Equal(200, founded.Status);
        await UnlockAsync(client);
        return client;
    }

    private static async Task UnlockAsync(SiteClient client) => Assert.Equal(200, (await client.PostAsync("/api/v1/shelter/cabinet", new { passphrase = Passphrase })).Status);

    private static Task<Reply> PutAsync(SiteClient client, string section, int version, object content) =>
        client.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/api/v1/shelter/files/{File}/sections/{section}") { Content = JsonContent.Create(new { version, content }) });

    private static (int, string?) Told(Reply reply) => (reply.Status, reply.Code);
}
