using System.Globalization;
using System.Text;
using Rahdari.Border.Audit;
using Rahdari.Border.Permissions;

namespace Rahdari.Border.Tests.Permissions;

/// <summary>Who publishes rules of entry, and what a file of them may hold.</summary>
public class EntryRulesRegisterTests
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "entry", "rules.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_published_whole_and_under_one_number()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<EntryRulesRegister>();
        Assert.Equal(0, Entries.Succeed(await register.InForceAsync(site.Officer, Cancellation)).Number);
        var classes = Entries.Succeed(EntryRulesFile.Read(await File.ReadAllBytesAsync(Sample, Cancellation)));
        Assert.Equal(Enum.GetValues<PermissionKind>().Order(), classes.Select(c => c.Kind).Distinct().Order());
        Assert.All(classes, c => Assert.Contains("not the law of any State", c.LegalBasis, StringComparison.Ordinal));
        Assert.All(classes, c => Assert.False(string.IsNullOrWhiteSpace(c.TitleUrdu)));
        foreach (var reason in new[] { "first", "the same again" })
            Assert.Equal((1, classes.Count, "first"), Told(Entries.Succeed(await register.PublishAsync(classes, reason, site.VisaOfficer, Cancellation))));
        Assert.Equal((2, classes.Count - 1, "one less"), Told(Entries.Succeed(await register.PublishAsync([.. classes.Skip(1)], "one less", site.VisaOfficer, Cancellation))));
        Assert.Equal([2, 1], Entries.Succeed(await register.VersionsAsync(0, 10, site.Auditor, Cancellation)).Items.Select(version => version.Number));
        Assert.Equal(classes.Skip(1).Select(c => c.Code), Entries.Succeed(await register.InForceAsync(site.Officer, Cancellation)).Classes.Select(c => c.Code));
        var audited = Entries.Succeed(await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.EntryRulesPublished }, 0, 10, site.Auditor, Cancellation));
        Assert.Equal(["1: first", "2: one less"], audited.Items.Select(record => record.Detail).Order());
    }

    [Fact]
    public async Task Only_visa_officers_publish_and_with_a_reason()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<EntryRulesRegister>();
        foreach (var role in Roles.All.Where(role => role != Roles.VisaOfficer))
        {
            var actor = new Actor("somebody", new HashSet<string> { role }, null);
            Assert.Equal("ROLE_REQUIRED", (await register.PublishAsync(Entries.Rules, "why", actor, Cancellation)).Problem?.Code);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor, (await register.VersionsAsync(0, 10, actor, Cancellation)).Succeeded);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor or Roles.Officer, (await register.InForceAsync(actor, Cancellation)).Succeeded);
        }
        Assert.Equal("REASON_REQUIRED", (await register.PublishAsync(Entries.Rules, "", site.VisaOfficer, Cancellation)).Problem?.Code);
    }

    /// <summary>What replaces the class of an otherwise good file, the rule broken, its field, its line and column.</summary>
    public static TheoryData<string, string, string, int, int> Wrong => new()
    {
        { """{"code":"T-1","kind":"visa","title":"T","legalBasis":"S","from":"2026-01-01","colour":"red"}""", "ENTRY_RULES_MALFORMED", "$.classes[1].colour", 3, 87 },
        { """{"code":"T-1","kind":"visa","title":"T","legalBasis":"S","from":"2026-02-30"}""", "ENTRY_RULES_MALFORMED", "$.classes[1].from", 3, 77 },
        { """{"code":"T-1","kind":"fun","title":"T","legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_MALFORMED", "$.classes[1].kind", 3, 27 },
        { """{"code":"T-1","kind":4,"title":"T","legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_MALFORMED", "$.classes[1].kind", 3, 23 },
        { """{"code":"T-1","kind":"visa","title":"T","from":"2026-01-01"}""", "ENTRY_RULES_MALFORMED", "$.classes[1]", 3, 61 },
        { """{"code":"T-1","code":"T-2","kind":"visa","title":"T","legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_MALFORMED", "$.classes[1].code", 3, 27 },
        { """{"code":"t","kind":"visa","title":"T","legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_INVALID", "classes[1].code", 3, 2 },
        { """{"code":"T-1","kind":"visa","title":"T","stayDays":0,"legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_INVALID", "classes[1].stayDays", 3, 41 },
        { """{"code":"T-1","kind":"visa","title":"T","limitDays":9,"legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_INVALID", "classes[1].limitWindow", 3, 1 },
        { """{"code":"T-1","kind":"visa","title":"T","nationalities":["UTO","UTO\n"],"legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_INVALID", "classes[1].nationalities[1]", 3, 41 },
        { """{"code":"T-1","kind":"visa","title":"T","ports":[null],"legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_INVALID", "classes[1].ports[0]", 3, 41 },
        { """{"code":"T-0","kind":"visa","title":"T","legalBasis":"S","from":"2026-01-01"}""", "ENTRY_RULES_INVALID", "classes[1].from", 3, 58 },
        { "null", "ENTRY_RULES_INVALID", "classes[1]", 3, 1 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_file_that_cannot_be_used_is_told_with_field_and_place(string second, string code, string field, int line, int column)
    {
        var file = "{\"classes\":[\n{\"code\":\"T-0\",\"kind\":\"visa\",\"title\":\"T\",\"legalBasis\":\"S\",\"from\":\"2020-01-01\"},\n" + second + "\n]}";
        var problem = EntryRulesFile.Read(Encoding.UTF8.GetBytes(file)).Problem;
        Assert.Equal((code, field, $"{line}:{column}"), (problem?.Code, problem?.Field, $"{problem?.Evidence["line"]}:{problem?.Evidence["column"]}"));
        Assert.DoesNotContain('{', BorderSentences.Of(problem!, CultureInfo.InvariantCulture));
        Assert.DoesNotContain('{', BorderSentences.Of(problem!, CultureInfo.GetCultureInfo("ur")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"classes":null}""")]
    [InlineData("""{"classes":[],"more":1}""")]
    [InlineData("""{"Classes":[]}""")]
    public void What_is_no_file_of_rules_is_refused(string text) => Assert.Equal("ENTRY_RULES_MALFORMED", EntryRulesFile.Read(Encoding.UTF8.GetBytes(text)).Problem?.Code);

    [Fact]
    public void A_mark_of_the_byte_order_does_not_count_and_size_does()
    {
        Assert.Empty(Entries.Succeed(EntryRulesFile.Read([.. Encoding.UTF8.Preamble, .. "{\"classes\":[]}"u8])));
        Assert.Equal("file", EntryRulesFile.Read(new byte[EntryRulesFile.Largest + 1]).Problem?.Field);
    }

    private static (int Number, int Classes, string Reason) Told(EntryRulesVersion version) => (version.Number, version.Classes, version.Reason);
}
