namespace Rahdari.Node.Tests.Api;

/// <summary>From rules of entry to a stay that was extended, as programs of the agencies and counters do it.</summary>
public sealed class PermissionTests
{
    private static readonly object Issued = new
    {
        authority = "Mission at Specimen",
        number = "V-1",
        @class = "TOURIST",
        issuingState = "UTO",
        documentNumber = "U00000001",
        nationality = "UTO",
        primaryIdentifier = "SPECIMENA",
        secondaryIdentifier = "KHANUM",
        dateOfBirth = "1980-05-17",
        validFrom = "2026-01-01",
        validUntil = "2026-12-31",
    };

    [Fact]
    public async Task A_visa_is_issued_used_used_up_and_revoked_and_a_stay_extended()
    {
        await using var site = await RunningSite.StartAsync();
        await site.ListAsync(("SP.1", "NOBODY AT ALL", "1901-01-01"));
        var (visas, officer) = (await site.SignInAsync(Roles.VisaOfficer), await site.SignInAsync(Roles.Officer));
        Assert.Equal(0, (await officer.GetAsync("/api/v1/entry-rules")).Json.GetProperty("number").GetInt32());
        var refused = await visas.PostAsync("/api/v1/entry-rules/versions", new { classes = new[] { new { code = "TOURIST", kind = "visa", title = "Tourist visa", entries = 0, legalBasis = "Specimen", from = "2020-01-01" } }, reason = "specimen" });
        Assert.Equal((422, "ENTRY_RULES_INVALID", "classes[0].entries"), (refused.Status, refused.Code, refused.Json.GetProperty("field").GetString()));
        var rules = new { classes = new[] { new { code = "TOURIST", kind = "visa", title = "Tourist visa", entries = 1, stayDays = 30, legalBasis = "Specimen", from = "2020-01-01" } }, reason = "specimen" };
        Assert.Equal(1, (await visas.PostAsync("/api/v1/entry-rules/versions", rules)).Json.GetProperty("number").GetInt32());
        Assert.Equal(1, (await visas.PostAsync("/api/v1/entry-rules/versions", rules)).Json.GetProperty("number").GetInt32());
        Assert.Equal(1, (await visas.GetAsync("/api/v1/entry-rules/versions")).Json.GetProperty("total").GetInt32());
        var read = (await officer.GetAsync("/api/v1/entry-rules")).Json.GetProperty("classes")[0];
        // What the body did not say is what the class says of itself.
        Assert.Equal((true, "P"), (read.GetProperty("issued").GetBoolean(), read.GetProperty("documents")[0].GetString()));

        // A property that is not known might have narrowed what is allowed.
        Assert.Equal(400, (await visas.PostAsync("/api/v1/entry-rules/versions", new { classes = new[] { new { code = "TOURIST", kind = "visa", title = "Tourist visa", exceptNationality = new[] { "UTO" }, legalBasis = "Specimen", from = "2020-01-01" } }, reason = "specimen" })).Status);
        Assert.Equal(400, (await visas.PostAsync("/api/v1/permissions", new { authority = "Mission at Specimen", number = "V-2", @class = "TOURIST", issuingState = "UTO", documentNumber = "U00000001", nationality = "UTO", primaryIdentifier = "SPECIMENA", secondaryIdentifier = "KHANUM", dateOfBirth = "1980-05-17", validFrom = "2026-01-01", validUntil = "2026-12-31", port = new[] { "PKLHE" } })).Status);
        var issued = await visas.PostAsync("/api/v1/permissions", Issued);
        Assert.Equal(200, issued.Status);
        var id = issued.Json.GetProperty("id").GetString();
        Assert.Equal(id, (await visas.PostAsync("/api/v1/permissions", Issued)).Json.GetProperty("id").GetString());
        var other = await visas.PostAsync("/api/v1/permissions", new { authority = "Mission at Specimen", number = "V-1", @class = "TOURIST", issuingState = "UTO", documentNumber = "U00000002", nationality = "UTO", primaryIdentifier = "SPECIMENA", secondaryIdentifier = "KHANUM", dateOfBirth = "1980-05-17", validFrom = "2026-01-01", validUntil = "2026-12-31" });
        Assert.Equal((409, "PERMISSION_NUMBER_TAKEN"), (other.Status, other.Code));
        Assert.Equal(404, (await visas.GetAsync($"/api/v1/permissions/{Guid.NewGuid()}")).Status);

        var encounter = await PresentAsync(officer, "entry");
        var option = encounter.GetProperty("entry").GetProperty("all")[0];
        Assert.Equal(("TOURIST/V-1", id, "2026-03-30", true), (option.GetProperty("key").GetString(), option.GetProperty("permissionId").GetString(), option.GetProperty("until").GetString(), option.GetProperty("isUsable").GetBoolean()));
        Assert.Equal("clear", encounter.GetProperty("advice").GetProperty("level").GetString());
        var passed = await DecideAsync(officer, encounter, new { kind = "pass", permission = "TOURIST/V-1" });
        var crossing = passed.Json.GetProperty("crossing");
        Assert.Equal(("TOURIST/V-1", id, "2026-03-30"), (crossing.GetProperty("permission").GetString(), crossing.GetProperty("permissionId").GetString(), crossing.GetProperty("permittedUntil").GetString()));

        // Minutes, not days: a running site has timers, and each of them fires for every one of its periods.
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var granted = new { authority = "Passport office", reference = "X-1", issuingState = "UTO", documentNumber = "U00000001", decidedOn = "2026-03-01", until = "2026-05-31", legalBasis = "Specimen" };
        var extension = await visas.PostAsync("/api/v1/extensions", granted);
        Assert.Equal(200, extension.Status);
        Assert.Equal((409, "EXTENSION_REFERENCE_TAKEN"), Told(await visas.PostAsync("/api/v1/extensions", granted with { until = "2026-06-30" })));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var leaving = await PresentAsync(officer, "exit");
        Assert.Equal("2026-05-31", leaving.GetProperty("openStay").GetProperty("permittedUntil").GetString());
        Assert.Contains(leaving.GetProperty("advice").GetProperty("reasons").EnumerateArray(), reason => reason.GetProperty("code").GetString() == "STAY_EXTENDED");
        Assert.Equal(200, (await DecideAsync(officer, leaving, new { kind = "pass" })).Status);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await PresentAsync(officer, "entry");
        Assert.Equal("PERMISSION_ENTRIES_USED", again.GetProperty("entry").GetProperty("all")[0].GetProperty("against")[0].GetProperty("code").GetString());
        Assert.Equal("refer", again.GetProperty("advice").GetProperty("level").GetString());
        Assert.Equal((422, "PERMISSION_NOT_USABLE"), Told(await DecideAsync(officer, again, new { kind = "pass", reason = "test", permission = "TOURIST/V-1" })));

        var extensionId = extension.Json.GetProperty("id").GetString();
        Assert.Equal(200, (await visas.PostAsync($"/api/v1/extensions/{extensionId}/revocation", new { reason = "a mistake" })).Status);
        Assert.Equal((409, "EXTENSION_ALREADY_REVOKED"), Told(await visas.PostAsync($"/api/v1/extensions/{extensionId}/revocation", new { reason = "another" })));
        Assert.Equal((404, "EXTENSION_NOT_FOUND"), Told(await visas.PostAsync($"/api/v1/extensions/{id}/revocation", new { reason = "a mistake" })));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await visas.GetAsync("/api/v1/extensions?search=X-")).Json.GetProperty("items")[0].GetProperty("revokedAt").ValueKind);
    }

    [Fact]
    public async Task Who_stands_at_a_counter_does_not_enter_by_what_is_revoked_there_and_then()
    {
        await using var site = await RunningSite.StartAsync();
        await site.ListAsync(("SP.1", "NOBODY AT ALL", "1901-01-01"));
        var (visas, officer) = (await site.SignInAsync(Roles.VisaOfficer), await site.SignInAsync(Roles.Officer));
        await visas.PostAsync("/api/v1/entry-rules/versions", new { classes = new[] { new { code = "TOURIST", kind = "visa", title = "Tourist visa", legalBasis = "Specimen", from = "2020-01-01" } }, reason = "specimen" });
        var id = (await visas.PostAsync("/api/v1/permissions", Issued)).Json.GetProperty("id").GetString();
        var encounter = await PresentAsync(officer, "entry");
        Assert.Equal(200, (await visas.PostAsync($"/api/v1/permissions/{id}/revocation", new { reason = "a mistake" })).Status);
        Assert.Equal((409, "PERMISSION_ALREADY_REVOKED"), Told(await visas.PostAsync($"/api/v1/permissions/{id}/revocation", new { reason = "another" })));
        Assert.Equal((409, "PERMISSION_CHANGED_SINCE"), Told(await DecideAsync(officer, encounter, new { kind = "pass" })));
        Assert.Equal((422, "REASON_REQUIRED"), Told(await DecideAsync(officer, encounter, new { kind = "pass" })));
        Assert.Equal(1, (await visas.GetAsync("/api/v1/permissions?standing=false&search=specim")).Json.GetProperty("total").GetInt32());
        Assert.Equal("a mistake", (await officer.GetAsync($"/api/v1/permissions/{id}")).Json.GetProperty("revokedReason").GetString());
    }

    private static async Task<System.Text.Json.JsonElement> PresentAsync(SiteClient officer, string direction)
    {
        var presented = await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport("U00000001", "SPECIMENA", "KHANUM"), direction, counter = "1" });
        Assert.True(presented.Status == 200, presented.Body);
        return presented.Json;
    }

    private static Task<Reply> DecideAsync(SiteClient officer, System.Text.Json.JsonElement encounter, object decision) =>
        officer.PostAsync($"/api/v1/encounters/{encounter.GetProperty("id").GetString()}/decision", decision, Guid.NewGuid().ToString());

    private static (int Status, string? Code) Told(Reply reply) => (reply.Status, reply.Code);
}
