using Rahdari.Border.Audit;

namespace Rahdari.Node.Tests.Api;

/// <summary>The visa in the document, over HTTP.</summary>
public sealed class VisaTests
{
    private const string Passport = "P<UTOSPECIMENVISA<<ANNA<<<<<<<<<<<<<<<<<<<<<\nSPC1000918UTO9005178F3412318<<<<<<<<<<<<<<08";
    private const string Visa = "V<PAKSPECIMENVISA<<ANNA<<<<<<<<<<<<<<<<<<<<<\nSPC1000918UTO9005178F3012316<<<<<<<<<<<<<<<<";

    [Fact]
    public async Task A_visa_is_added_to_the_passport_and_audited()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var id = (await officer.PostAsync("/api/v1/encounters", new { mrz = Passport, direction = "entry", counter = "1" })).Json.GetProperty("id").GetGuid();
        var shown = await officer.PostAsync($"/api/v1/encounters/{id}/visa", new { mrz = Visa });
        Assert.Equal(200, shown.Status);
        Assert.Equal("PAK", shown.Json.GetProperty("visa").GetProperty("document").GetProperty("issuingState").GetString());
        Assert.DoesNotMatch("\"(VISA|MRZ)_", shown.Body);
        Assert.Single(await site.AuditAsync(AuditAction.VisaPresented, "officer"));
        var other = await officer.PostAsync($"/api/v1/encounters/{id}/visa", new { mrz = Visa.Replace("SPECIMENVISA", "OTHERPERSON<") });
        Assert.Contains("VISA_NAME_DIFFERS", other.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_says_is_held_against_the_zone()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var id = (await officer.PostAsync("/api/v1/encounters", new { mrz = Passport, direction = "entry", counter = "1" })).Json.GetProperty("id").GetGuid();
        var shown = await officer.PostAsync($"/api/v1/encounters/{id}/visual-zone", new { primaryIdentifier = "Specimenvisa", secondaryIdentifier = "Anna", dateOfBirth = "1990-05-17", sex = "male" });
        Assert.Equal(200, shown.Status);
        Assert.Contains("PAGE_SEX_DIFFERS", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("PAGE_DATE_OF_BIRTH_DIFFERS", shown.Body, StringComparison.Ordinal);
        Assert.Equal(400, (await officer.PostAsync($"/api/v1/encounters/{id}/visual-zone", new { dateOfBirth = "yesterday" })).Status);
    }

    [Fact]
    public async Task What_is_no_visa_is_refused_and_changes_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var id = (await officer.PostAsync("/api/v1/encounters", new { mrz = Passport, direction = "entry", counter = "1" })).Json.GetProperty("id").GetGuid();
        foreach (var mrz in new[] { Passport, "", "no zone" })
        {
            var refused = await officer.PostAsync($"/api/v1/encounters/{id}/visa", new { mrz });
            Assert.Equal((422, "VISA_UNREADABLE"), (refused.Status, refused.Code));
        }
        Assert.Equal("null", (await officer.GetAsync($"/api/v1/encounters/{id}")).Json.TryGetProperty("visa", out var visa) ? visa.GetRawText() : "null");
    }
}
