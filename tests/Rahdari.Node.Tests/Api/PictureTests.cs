using System.Net.Http.Headers;
using Rahdari.Border.Audit;

namespace Rahdari.Node.Tests.Api;

/// <summary>A picture of the document's page, over HTTP.</summary>
public sealed class PictureTests
{
    private const string Zone = "P<UTOSPECIMENPAGE<<ANNA<MARIA<<<<<<<<<<<<<<<\nSPC1000907UTO9005178F3412318<<<<<<<<<<<<<<00";

    [Fact]
    public async Task The_page_of_the_document_presented_adds_its_portrait()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var id = await PresentAsync(officer, Zone);
        Assert.Equal((404, "PICTURE_PORTRAIT_NOT_FOUND"), StatusAndCode(await officer.GetAsync($"/api/v1/encounters/{id}/page-portrait")));
        var shown = await officer.SendAsync(Picture(id, await File.ReadAllBytesAsync(Page, TestContext.Current.CancellationToken)));
        Assert.Equal(200, shown.Status);
        Assert.True(shown.Json.GetProperty("picture").GetProperty("hasPortrait").GetBoolean());
        Assert.DoesNotContain("PICTURE_", shown.Body, StringComparison.Ordinal);
        var portrait = await officer.GetAsync($"/api/v1/encounters/{id}/page-portrait");
        Assert.Equal((200, "image/jpeg", "no-store"), (portrait.Status, portrait.Headers["Content-Type"], portrait.Headers["Cache-Control"]));
        Assert.Single(await site.AuditAsync(AuditAction.PicturePresented, "officer"));
    }

    [Fact]
    public async Task The_page_of_another_document_is_told_and_what_is_no_picture_refused()
    {
        await using var site = await RunningSite.StartAsync();
        var officer = await site.SignInAsync(Roles.Officer);
        var id = await PresentAsync(officer, Specimens.Passport());
        Assert.Equal((422, "IMAGE_KIND_UNKNOWN"), StatusAndCode(await officer.SendAsync(Picture(id, "no picture"u8.ToArray()))));
        var shown = await officer.SendAsync(Picture(id, await File.ReadAllBytesAsync(Page, TestContext.Current.CancellationToken)));
        Assert.Equal("refer", shown.Json.GetProperty("advice").GetProperty("level").GetString());
        Assert.Contains("PICTURE_OF_ANOTHER_DOCUMENT", shown.Body, StringComparison.Ordinal);
    }

    private static string Page
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Rahdari.slnx")))
                folder = folder.Parent!;
            return Path.Combine(folder.FullName, "samples", "travellers", "page.jpg");
        }
    }

    private static (int Status, string? Code) StatusAndCode(Reply reply) => (reply.Status, reply.Code);

    private static async Task<Guid> PresentAsync(SiteClient officer, string zone) =>
        (await officer.PostAsync("/api/v1/encounters", new { mrz = zone, direction = "entry", counter = "1" })).Json.GetProperty("id").GetGuid();

    private static HttpRequestMessage Picture(Guid encounter, byte[] picture)
    {
        var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new HttpRequestMessage(HttpMethod.Post, $"/api/v1/encounters/{encounter}/page") { Content = content };
    }
}
