using System.Net.Http.Headers;
using System.Text;
using Rahdari.Border.Audit;

namespace Rahdari.Node.Tests.Api;

/// <summary>Carriers' lists, over HTTP.</summary>
public sealed class AdvanceTests
{
    // The site's clock stands at the first of March.
    private const string List =
        "UNB+UNOA:4+UTOAIR:ZZ+RAHDARI:ZZ+260228:0910+REF1++APIS'UNH+M1+PAXLST:D:02B:UN:IATA'BGM+745'TDT+20+UT123+++UT'LOC+125+DXB'DTM+189:2603011340:201'LOC+87+KHI'DTM+232:2603011640:201'"
        + "NAD+FL+++SPECIMENA:KHANUM'ATT+2++F'DTM+329:800517'NAT+2+UTO'RFF+AVF:SPC001'RFF+SEA:12A'DOC+P:110:111+U00000077'DTM+36:310101'LOC+91+UTO'CNT+42:1'UNT+18+M1'UNZ+1+REF1'";

    [Fact]
    public async Task A_gateway_hands_a_list_over_and_gets_the_answer_in_either_form()
    {
        await using var site = await RunningSite.StartAsync();
        var gateway = await site.SignInAsync(Roles.CarrierGateway);
        var taken = await gateway.SendAsync(Message(List, "application/json"));
        Assert.Equal((200, 1, false), (taken.Status, taken.Json.GetProperty("travellers").GetInt32(), taken.Json.GetProperty("repeated").GetBoolean()));
        var answered = await gateway.SendAsync(Message(List, "application/edifact"));
        Assert.Equal((200, "application/edifact"), (answered.Status, answered.Headers["Content-Type"]));
        Assert.StartsWith("UN", answered.Body, StringComparison.Ordinal);
        Assert.Contains("CUSRES", answered.Body, StringComparison.Ordinal);
        Assert.Single(await site.AuditAsync(AuditAction.AdvanceReceived, "carrier-gateway"));
        // It hands over, and sees nobody.
        Assert.Equal(403, (await gateway.GetAsync("/api/v1/advance/travellers?flight=UT123&day=2026-03-01")).Status);
        Assert.Equal(403, (await gateway.GetAsync("/api/v1/advance/flights")).Status);
    }

    [Fact]
    public async Task The_officer_sees_the_flight_and_who_comes_on_it()
    {
        await using var site = await RunningSite.StartAsync();
        await (await site.SignInAsync(Roles.Administrator)).SendAsync(Message(List, "application/json"));
        var officer = await site.SignInAsync(Roles.Officer);
        var flight = Assert.Single((await officer.GetAsync("/api/v1/advance/flights?from=2026-03-01")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("UT123", 1, 0), (flight.GetProperty("flight").GetString(), flight.GetProperty("passengers").GetInt32(), flight.GetProperty("absent").GetInt32()));
        Assert.Equal(0, (await officer.GetAsync("/api/v1/advance/flights?from=2026-03-02")).Json.GetProperty("total").GetInt32());
        var traveller = Assert.Single((await officer.GetAsync("/api/v1/advance/travellers?flight=UT123&day=2026-03-01")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("SPECIMENA", "announced", "12A"), (traveller.GetProperty("surname").GetString(), traveller.GetProperty("boarding").GetString(), traveller.GetProperty("seat").GetString()));
        Assert.Single(await site.AuditAsync(AuditAction.AdvanceRead, "officer"));
        Assert.Equal(400, (await officer.GetAsync("/api/v1/advance/travellers?flight=UT123&day=tomorrow")).Status);
    }

    [Fact]
    public async Task What_is_no_message_is_refused_with_what_is_wrong()
    {
        await using var site = await RunningSite.StartAsync();
        var gateway = await site.SignInAsync(Roles.CarrierGateway);
        foreach (var body in new[] { "", "hello", "UNB+" })
            Assert.Equal(422, (await gateway.SendAsync(Message(body, "application/json"))).Status);
        Assert.Empty(await site.AuditAsync(AuditAction.AdvanceReceived, "carrier-gateway"));
    }

    private static HttpRequestMessage Message(string text, string accept)
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/edifact");
        return new HttpRequestMessage(HttpMethod.Post, "/api/v1/advance/messages") { Content = content, Headers = { Accept = { new MediaTypeWithQualityHeaderValue(accept) } } };
    }
}
