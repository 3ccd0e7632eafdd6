using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;

namespace Rahdari.Node.Tests.Api;

public sealed class EvidenceTests
{
    private const string Boundary = "specimen-boundary";

    [Fact]
    public async Task A_file_is_recorded_read_compared_and_handed_over()
    {
        await using var site = await RunningSite.StartAsync();
        var investigator = await site.SignInAsync(Roles.Investigator);
        var caseId = await OpenAsync(investigator);
        var bytes = new byte[1_500_000];
        new Random(3).NextBytes(bytes);
        var id = Guid.NewGuid();
        var taken = await TakeAsync(investigator, caseId, Told(id), bytes);
        Assert.True(taken.Status == 200, taken.Body);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), taken.Json.GetProperty("taken").GetProperty("sha256").GetString());
        Assert.Equal(200, (await TakeAsync(investigator, caseId, Told(id), bytes)).Status);
        Assert.Equal((409, "CASE_KEY_TAKEN"), Of(await TakeAsync(investigator, caseId, Told(id), [1])));
        Assert.Equal(200, (await investigator.PostAsync($"/api/v1/evidence/{id}/reading", new { why = "to hear it" })).Status);
        Assert.Equal((422, "CASE_FIELD_INVALID"), Of(await investigator.PostAsync($"/api/v1/evidence/{id}/reading", new { why = " " })));
        Assert.True((await investigator.PostAsync($"/api/v1/evidence/{id}/check")).Json.GetProperty("chain")[2].GetProperty("fact").GetProperty("isIntact").GetBoolean());
        Assert.Equal(200, (await investigator.PostAsync($"/api/v1/evidence/{id}/handover", new { id = Guid.NewGuid(), to = "laboratory", receipt = "R-1", why = "analysis" })).Status);
        var listed = (await (await site.SignInAsync(Roles.Auditor)).GetAsync($"/api/v1/cases/{caseId}/evidence")).Json;
        Assert.Equal((1, 4), (listed.GetArrayLength(), listed[0].GetProperty("chain").GetArrayLength()));
        var head = await site.SignInAsync(Roles.CaseSupervisor);
        Assert.Equal(200, (await head.PostAsync($"/api/v1/evidence/{id}/disposal", new { id = Guid.NewGuid(), order = "1/2026", why = "returned" })).Status);
        Assert.Equal((409, "EVIDENCE_DISPOSED"), Of(await head.PostAsync($"/api/v1/evidence/{id}/check")));
    }

    [Fact]
    public async Task A_body_that_is_none_is_refused_and_leaves_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        var investigator = await site.SignInAsync(Roles.Investigator);
        var caseId = await OpenAsync(investigator);
        var whole = Body(Told(Guid.NewGuid()), [1, 2, 3]);
        foreach (var (body, status) in new (byte[] Body, int Status)[]
        {
            ([], 400), ("nonsense"u8.ToArray(), 400), (whole[..20], 400), (whole[..^40], 400), (Body("""{"id":1}""", [1]), 400), (Body(new string('x', 40_000), [1]), 400),
            (Body(Told(Guid.NewGuid()).Replace("document", "nonsense", StringComparison.Ordinal), [1]), 400), (Body(Told(Guid.NewGuid()).Replace("\"Karachi\"", "\"\"", StringComparison.Ordinal), [1]), 422),
        })
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
            var answer = await investigator.PostAsync($"/api/v1/cases/{caseId}/evidence", content);
            Assert.True(answer.Status == status, $"{Encoding.UTF8.GetString(body)[..Math.Min(60, body.Length)]}: {answer.Status} {answer.Body}");
        }
        Assert.Equal((415, "REQUEST_MEDIA_TYPE"), Of(await investigator.PostAsync($"/api/v1/cases/{caseId}/evidence", JsonContent.Create(new { }))));
        Assert.Equal(0, (await investigator.GetAsync($"/api/v1/cases/{caseId}/evidence")).Json.GetArrayLength());
    }

    private static async Task<string> OpenAsync(SiteClient investigator)
    {
        var opened = await investigator.PostAsync(
            "/api/v1/cases",
            new { id = Guid.NewGuid(), opened = new { kind = "opened", day = "2026-02-01", law = "PTPA-2018", circle = "AHTC-LHE", province = "PK-PB", origin = "complaint", isCrossBorder = true, forms = new[] { "forcedLabour" } } });
        Assert.True(opened.Status == 200, opened.Body);
        return opened.Json.GetProperty("id").GetString()!;
    }

    private static string Told(Guid id) =>
        $$$"""{"id":"{{{id}}}","told":{"title":"A letter","kind":"document","takenOn":"2026-02-20","place":"Karachi","holder":"Store room","fileName":"letter.pdf"}}""";

    private static byte[] Body(string told, byte[] file) =>
    [
        .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"told\"\r\n\r\n{told}\r\n--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"letter.pdf\"\r\n\r\n"),
        .. file,
        .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
    ];

    private static Task<Reply> TakeAsync(SiteClient client, string caseId, string told, byte[] file)
    {
        var content = new ByteArrayContent(Body(told, file));
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={Boundary}");
        return client.PostAsync($"/api/v1/cases/{caseId}/evidence", content);
    }

    private static (int Status, string? Code) Of(Reply reply) => (reply.Status, reply.Code);
}
