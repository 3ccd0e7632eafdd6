namespace Rahdari.Node.Tests.Api;

/// <summary>Why a named entry was no hit, over HTTP.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public async Task Why_an_entry_does_not_alert_is_told_in_the_language_of_the_request_with_every_part()
    {
        await using var site = await RunningSite.StartAsync();
        await site.ListAsync(("SP.1", "Khanum SPECIMENA", "1980-05-17"));
        var officer = await site.SignInAsync(Roles.Officer);
        var told = (await officer.PostAsync("/api/v1/screenings/comparison?ui-culture=ur", new { person = new { name = "Khanum Namunawala", dateOfBirth = "1955" }, list = "un", reference = "SP.1" })).Json;
        Assert.Equal(("un", "SP.1", "byHand", 0.01), (told.GetProperty("list").GetString(), told.GetProperty("reference").GetString(), told.GetProperty("purpose").GetString(), told.GetProperty("threshold").GetDouble()));
        var why = told.GetProperty("whyNot");
        Assert.Equal("SCREENING_BELOW_THRESHOLD", why.GetProperty("code").GetString());
        Assert.Contains(why.GetProperty("sentence").GetString()!, c => c is >= '\u0600' and <= '\u06FF');
        Assert.Equal(told.GetProperty("match").GetProperty("points").GetDouble(), told.GetProperty("match").GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("points").GetDouble()), 6);
        Assert.Equal("KHANUM", told.GetProperty("match").GetProperty("alignment")[0].GetProperty("queried").GetString());

        var alerts = (await officer.PostAsync("/api/v1/screenings/comparison", new { person = new { name = "Khanum Specimena", dateOfBirth = "1980-05-17" }, list = "un", reference = "SP.1", purpose = "counter" })).Json;
        Assert.Equal(System.Text.Json.JsonValueKind.Null, alerts.GetProperty("whyNot").ValueKind);
        Assert.Equal("WATCHLIST_ENTRY_NOT_FOUND", (await officer.PostAsync("/api/v1/screenings/comparison", new { person = new { name = "x" }, list = "un", reference = "SP.2" })).Code);
    }
}
