using Rahdari.Border.Audit;

namespace Rahdari.Node.Tests.Api;

public sealed class ExportTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Crossings_are_exported_as_CSV_that_no_spreadsheet_takes_for_a_formula(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var officer = await site.SignInAsync(Roles.Officer);
        await RefuseAsync(officer, "U00000001", "=HYPERLINK(\"http://example.com\",\"click, please\")");
        await RefuseAsync(officer, "U00000002", "a \"quoted\", reason\r\nof two lines");
        var auditor = await site.SignInAsync(Roles.Auditor);

        var export = await auditor.GetAsync("/api/v1/crossings/export?outcome=refused");
        Assert.Equal(200, export.Status);
        Assert.Equal("text/csv; charset=utf-8", export.Headers["Content-Type"]);
        Assert.Equal("attachment; filename=\"crossings-20260301T060000Z.csv\"", export.Headers["Content-Disposition"]);
        var records = Records(export.Body);
        Assert.Equal(3, records.Count);
        Assert.All(records, r => Assert.Equal(records[0].Length, r.Length));
        var reason = Array.IndexOf(records[0], "reason");
        Assert.Equal(
            ["'=HYPERLINK(\"http://example.com\",\"click, please\")", "a \"quoted\", reason\r\nof two lines"],
            records.Skip(1).Select(r => r[reason]).Order(StringComparer.Ordinal));
        Assert.Single(await site.AuditAsync(AuditAction.CrossingsExported, "auditor"));

        Assert.Equal(1, Records((await auditor.GetAsync("/api/v1/crossings/export?documentNumber=u00000001")).Body).Count - 1);
        // What is refused is a problem, and no half of a file.
        foreach (var (client, path, status) in new[] { (officer, "/api/v1/crossings/export", 403), (auditor, "/api/v1/crossings/export?outcome=vanished", 400), (auditor, "/api/v1/crossings/export?outcome=1", 400) })
        {
            var refused = await client.GetAsync(path);
            Assert.Equal((status, "application/problem+json"), (refused.Status, refused.MediaType));
            Assert.False(refused.Headers.ContainsKey("Content-Disposition"));
        }
    }

    private static async Task RefuseAsync(SiteClient officer, string number, string reason)
    {
        var encounter = await officer.PostAsync("/api/v1/encounters", new { mrz = Specimens.Passport(number), direction = "entry", counter = "1" });
        var decided = await officer.PostAsync($"/api/v1/encounters/{encounter.Json.GetProperty("id").GetGuid()}/decision", new { kind = "refuse", reason }, $"{Guid.NewGuid()}");
        Assert.Equal(200, decided.Status);
    }

    /// <summary>RFC 4180, read character by character.</summary>
    private static List<string[]> Records(string csv)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted)
            {
                if (csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                    field.Append(csv[i++]);
                else if (csv[i] == '"')
                    quoted = false;
                else
                    field.Append(csv[i]);
            }
            else if (csv[i] == '"')
            {
                Assert.Equal(0, field.Length);
                quoted = true;
            }
            else if (csv[i] == ',' || csv[i] == '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (csv[i] == '\r')
                {
                    Assert.Equal('\n', csv[++i]);
                    records.Add([.. fields]);
                    fields.Clear();
                }
            }
            else
            {
                field.Append(csv[i]);
            }
        }
        Assert.False(quoted);
        Assert.Empty(fields);
        return records;
    }
}
