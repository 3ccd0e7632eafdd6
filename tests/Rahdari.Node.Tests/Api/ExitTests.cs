using System.Text;

namespace Rahdari.Node.Tests.Api;

/// <summary>Orders, consents and clearances through the API, as a court's or the bureau's program sends them.</summary>
public sealed class ExitTests
{
    private const string Order = """{"name":"NAMUNA SPECIMENZADA","cnic":"42101-0000000-2","kind":"courtOrder","legalBasis":"section 1","authority":"High Court (specimen)","authorityReference":"1/2026","validFrom":"2026-01-01"}""";

    [Fact]
    public async Task An_order_is_entered_read_and_lifted_by_two_people()
    {
        await using var site = await RunningSite.StartAsync();
        var keeper = await site.SignInAsync(Roles.ExitControl);
        var entered = await keeper.PostAsync("/api/v1/exit-orders", Json(Order));
        Assert.Equal((200, 1, "inForce"), (entered.Status, entered.Json.GetProperty("number").GetInt32(), entered.Json.GetProperty("state").GetString()));
        Assert.Equal(1, (await keeper.GetAsync("/api/v1/exit-orders?state=inForce&search=4210100000002")).Json.GetProperty("total").GetInt32());
        Assert.Equal("stop", (await keeper.GetAsync("/api/v1/exit-orders/1")).Json.GetProperty("terms").GetProperty("instruction").GetString());
        Assert.Equal((422, "EXIT_ORDER_OF_ANYBODY"), Told(await keeper.PostAsync("/api/v1/exit-orders", Json(Order.Replace("42101-0000000-2", "", StringComparison.Ordinal)))));
        Assert.Equal((404, "EXIT_ORDER_NOT_FOUND"), Told(await keeper.GetAsync("/api/v1/exit-orders/7")));
        Assert.Equal((409, "EXIT_ORDER_LIFTING_NOT_ASKED"), Told(await keeper.PostAsync("/api/v1/exit-orders/1/lifting/agreement", Json("""{"askedAt":"2026-03-01T06:00:00Z"}"""))));
        var asked = await keeper.PostAsync("/api/v1/exit-orders/1/lifting", Json("""{"authorityReference":"2/2026","reason":"Recalled"}"""));
        var agreement = $$"""{"askedAt":"{{asked.Json.GetProperty("lifting").GetProperty("askedAt").GetString()}}"}""";
        Assert.Equal((403, "SECOND_PERSON_REQUIRED"), Told(await keeper.PostAsync("/api/v1/exit-orders/1/lifting/agreement", Json(agreement))));
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        Assert.Equal((409, "EXIT_ORDER_LIFTING_CHANGED"), Told(await supervisor.PostAsync("/api/v1/exit-orders/1/lifting/agreement", Json("""{"askedAt":"2026-02-28T06:00:00Z"}"""))));
        Assert.Equal("lifted", (await supervisor.PostAsync("/api/v1/exit-orders/1/lifting/agreement", Json(agreement))).Json.GetProperty("state").GetString());
        Assert.Equal((409, "EXIT_ORDER_ALREADY_LIFTED"), Told(await keeper.PostAsync("/api/v1/exit-orders/1/lifting", Json("""{"authorityReference":"2/2026","reason":"Recalled"}"""))));
    }

    [Fact]
    public async Task Consents_clearances_and_contacts_are_kept()
    {
        await using var site = await RunningSite.StartAsync();
        var supervisor = await site.SignInAsync(Roles.Supervisor);
        var consent = await supervisor.PostAsync("/api/v1/travel-consents", Json("""{"name":"NANHA SPECIMENZADA","dateOfBirth":"2016-02-03","givenBy":"father","giverName":"MUSA SPECIMENZADA","reference":"7/2026","validFrom":"2026-01-01"}"""));
        Assert.Equal("valid", consent.Json.GetProperty("state").GetString());
        var revocation = $"/api/v1/travel-consents/{consent.Json.GetProperty("id").GetString()}/revocation";
        Assert.Equal("revoked", (await supervisor.PostAsync(revocation, Json("""{"reason":"Taken back"}"""))).Json.GetProperty("state").GetString());
        Assert.Equal((409, "EXIT_PAPER_ALREADY_REVOKED"), Told(await supervisor.PostAsync(revocation, Json("""{"reason":"Again"}"""))));

        var gateway = await site.SignInAsync(Roles.EmigrationGateway);
        var clearance = await gateway.PostAsync("/api/v1/emigration-clearances", Json("""{"name":"NAMUNA","cnic":"42101-0000000-2","registrationNumber":"SPC-1","destination":"SAU","employer":"Specimen","occupation":"Nurse","validTo":"2099-01-01"}"""));
        Assert.Equal("valid", clearance.Json.GetProperty("state").GetString());
        Assert.Equal("revoked", (await gateway.PostAsync($"/api/v1/emigration-clearances/{clearance.Json.GetProperty("id").GetString()}/revocation", Json("""{"reason":"Mistyped"}"""))).Json.GetProperty("state").GetString());

        var keeper = await site.SignInAsync(Roles.ExitControl);
        var put = new HttpRequestMessage(HttpMethod.Put, "/api/v1/help-contacts")
        {
            Content = new StringContent("state,kind,name,name_urdu,contact,source,checked_on\nSAU,embassy,Specimen,,000,specimen.example,2026-02-01\n", Encoding.UTF8, "text/csv"),
        };
        Assert.Equal(200, (await keeper.SendAsync(put)).Status);
        Assert.Equal("000", (await supervisor.GetAsync("/api/v1/help-contacts?state=SAU")).Json[0].GetProperty("contact").GetString());
    }

    private static StringContent Json(string body) => new(body, null, "application/json");

    private static (int Status, string? Code) Told(Reply reply) => (reply.Status, reply.Code);
}
