using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Indicators;

/// <summary>Who publishes indicators, and what a file of them may hold.</summary>
public class IndicatorSetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_sample_has_every_kind_every_group_and_every_detector_each_with_its_source_and_in_both_languages()
    {
        var all = IndicatorSites.Sample;
        Assert.True(all.Count >= 30);
        Assert.Equal(Enum.GetValues<IndicatorKind>().Order(), all.Select(i => i.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<VulnerableGroup>().Order(), all.SelectMany(i => i.Groups).Distinct().Order());
        Assert.Equal(Enum.GetValues<DetectorName>().Order(), all.Select(i => i.Detector?.Name).OfType<DetectorName>().Order());
        Assert.Equal(["Frontex", "ILO", "ILO and European Commission", "IOM", "OSCE", "UNICEF", "UNODC"], all.Select(i => i.Source.Organisation).Distinct().Order(StringComparer.Ordinal));
        Assert.All(all, i => Assert.True(IsUrdu(i.TitleUrdu) && i.Questions.All(q => IsUrdu(q.Urdu) && q.Text.Contains('?', StringComparison.Ordinal)
            || q.Text.StartsWith("Please", StringComparison.Ordinal)), i.Code));

        static bool IsUrdu(string text) => text.Any(c => c is >= '\u0600' and <= '\u06FF');
    }

    [Fact]
    public async Task A_set_is_published_whole_and_under_one_number()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<IndicatorRegister>();
        Assert.Equal(0, IndicatorSites.Succeed(await register.InForceAsync(site.Officer, Cancellation)).Number);
        foreach (var reason in new[] { "first", "the same again" })
            Assert.Equal(1, IndicatorSites.Succeed(await register.PublishAsync(IndicatorSites.Sample, reason, site.ListManager, Cancellation)).Number);
        Assert.Equal(2, IndicatorSites.Succeed(await register.PublishAsync([.. IndicatorSites.Sample.Skip(1)], "one less", site.ListManager, Cancellation)).Number);
        Assert.Equal([2, 1], IndicatorSites.Succeed(await register.VersionsAsync(0, 10, site.Auditor, Cancellation)).Items.Select(version => version.Number));
        Assert.Equal(IndicatorSites.Sample.Skip(1).Select(i => i.Code), IndicatorSites.Succeed(await register.InForceAsync(site.Officer, Cancellation)).Indicators.Select(i => i.Code));
        var audited = IndicatorSites.Succeed(await site.Get<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.IndicatorsPublished }, 0, 10, site.Auditor, Cancellation));
        Assert.Equal(["1: first", "2: one less"], audited.Items.Select(record => record.Detail).Order());
    }

    [Theory]
    [InlineData("Afghan national", "کاغذات", "title")]
    [InlineData("Young woman, alone", "کاغذات", "title")]
    [InlineData("Alone", "تنہا عورت", "titleUrdu")]
    [InlineData("Forced labour", "کاغذات", "title")]
    [InlineData("Manual work without a contract", "کاغذات", null)]
    public void An_observed_sign_stands_for_no_nationality_religion_or_sex_alone(string title, string urdu, string? field)
    {
        var sign = IndicatorSites.Sample.First(i => i.Kind == IndicatorKind.Observed) with { Title = title, TitleUrdu = urdu };
        Assert.Equal(field is null ? null : $"indicators[0].{field}", IndicatorSetCheck.Problem([sign])?.Field);
    }

    [Fact]
    public async Task A_publication_that_never_ended_is_never_in_force()
    {
        await using var site = await IndicatorSites.OpenAsync();
        var inForce = site.Get<IndicatorsInForce>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Get<LedgerWriter>().WriteAsync<bool>(
            async append =>
            {
                append.Db.IndicatorSets.Add(new IndicatorSetRow { Id = Guid.NewGuid(), Number = 2, Indicators = "[]", Reason = "never", PublishedAt = append.Now, PublishedBy = "nobody" });
                await append.Db.SaveChangesAsync(Cancellation);
                Assert.Empty((await inForce.ReadAsync(append.Db, Cancellation)).Indicators);
                throw new InvalidOperationException();
            },
            Cancellation));
        await using (var db = site.Get<BorderStorage>().Open())
            Assert.Equal(1, (await inForce.ReadAsync(db, Cancellation)).Number);
        IndicatorSites.Succeed(await site.Get<IndicatorRegister>().PublishAsync([.. IndicatorSites.Sample.Skip(1)], "one less", site.ListManager, Cancellation));
        await using (var db = site.Get<BorderStorage>().Open())
            Assert.Equal((2, IndicatorSites.Sample.Count - 1), ((await inForce.ReadAsync(db, Cancellation)).Number, (await inForce.ReadAsync(db, Cancellation)).Indicators.Count));
    }

    [Fact]
    public async Task Only_headquarters_publishes_and_with_a_reason()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<IndicatorRegister>();
        foreach (var role in Roles.All.Where(role => role != Roles.WatchlistManager))
        {
            var actor = new Actor("somebody", new HashSet<string> { role }, null);
            Assert.Equal("ROLE_REQUIRED", (await register.PublishAsync(IndicatorSites.Sample, "why", actor, Cancellation)).Problem?.Code);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor, (await register.VersionsAsync(0, 10, actor, Cancellation)).Succeeded);
            Assert.Equal(role is Roles.Supervisor or Roles.Auditor or Roles.Officer, (await register.InForceAsync(actor, Cancellation)).Succeeded);
        }
        var ofPort = new Actor("lists2", new HashSet<string> { Roles.WatchlistManager }, "PKKHI");
        Assert.Equal("INDICATORS_OF_HEADQUARTERS", (await register.PublishAsync(IndicatorSites.Sample, "why", ofPort, Cancellation)).Problem?.Code);
        Assert.Equal("REASON_REQUIRED", (await register.PublishAsync(IndicatorSites.Sample, "", site.ListManager, Cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_set_that_is_changed_or_put_in_behind_the_ledger_is_found()
    {
        await using var site = await IndicatorSites.OpenAsync();
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.IndicatorSets.ExecuteUpdateAsync(r => r.SetProperty(x => x.Indicators, "[]"), Cancellation);
            db.IndicatorSets.Add(new IndicatorSetRow { Id = Guid.CreateVersion7(), Number = 2, Indicators = "[]", Reason = "none", PublishedAt = site.Clock.GetUtcNow(), PublishedBy = "nobody" });
            await db.SaveChangesAsync(Cancellation);
        }
        var faults = IndicatorSites.Succeed(await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: Cancellation)).Faults;
        Assert.Equal(["ROW_CHANGED", "ROW_INSERTED"], faults.Where(f => f.Kind == LedgerKind.Indicators).Select(f => f.Code).Order());
    }

    /// <summary>What replaces a part of an otherwise good indicator on the third line, the rule broken, its field, its column.</summary>
    public static TheoryData<string, string, string, string, int> Wrong => new()
    {
        { "\"label\"", "\"lable\"", "INDICATORS_MALFORMED", "$.indicators[1].lable", 31 },
        { "\"kind\":\"record\"", "\"kind\":\"seen\"", "INDICATORS_MALFORMED", "$.indicators[1].kind", 50 },
        { "\"groups\":[\"women\"]", "\"groups\":[\"men\"]", "INDICATORS_MALFORMED", "$.indicators[1].groups[0]", 151 },
        { "IND-REC-TWO", "TWO", "INDICATORS_INVALID", "indicators[1].code", 2 },
        { "\"R02\"", "\"Record 2\"", "INDICATORS_INVALID", "indicators[1].label", 23 },
        { "\"R02\"", "\"R01\"", "INDICATORS_INVALID", "indicators[1].label", 23 },
        { "\"title\":\"Two\"", "\"title\":\"Trafficked before\"", "INDICATORS_INVALID", "indicators[1].title", 53 },
        { "\"text\":\"Why?\"", "\"text\":\"Are you a victim?\"", "INDICATORS_INVALID", "indicators[1].questions[0].text", 86 },
        { "\"groups\":[\"women\"]", "\"groups\":[]", "INDICATORS_INVALID", "indicators[1].groups", 136 },
        { "\"year\":2009", "\"year\":1066", "INDICATORS_INVALID", "indicators[1].source.year", 155 },
        { ",\"count\":5", "", "INDICATORS_INVALID", "indicators[1].detector.count", 233 },
        { ",\"count\":5", ",\"count\":1", "INDICATORS_INVALID", "indicators[1].detector.count", 233 },
        { ",\"count\":5", ",\"count\":5,\"gap\":5", "INDICATORS_INVALID", "indicators[1].detector.gap", 233 },
        { "\"kind\":\"record\"", "\"kind\":\"observed\"", "INDICATORS_INVALID", "indicators[1].detector", 235 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_file_that_cannot_be_used_is_told_with_field_and_place(string good, string bad, string code, string field, int column)
    {
        const string two = """{"code":"IND-REC-TWO","label":"R02","kind":"record","title":"Two","titleUrdu":"دو","questions":[{"text":"Why?","urdu":"کیوں؟"}],"groups":["women"],"source":{"organisation":"SPECIMEN","title":"List","year":2009,"section":"1"},"detector":{"name":"sharedPhone","days":90,"count":5}}""";
        Assert.Contains(good, two, StringComparison.Ordinal);
        string File(string second) => "{\"indicators\":[\n" + two.Replace("TWO", "ONE", StringComparison.Ordinal).Replace("R02", "R01", StringComparison.Ordinal) + ",\n" + second + "\n]}";
        Assert.Equal(2, IndicatorSites.Succeed(IndicatorSetFile.Read(Encoding.UTF8.GetBytes(File(two)))).Count);
        var problem = IndicatorSetFile.Read(Encoding.UTF8.GetBytes(File(two.Replace(good, bad, StringComparison.Ordinal)))).Problem;
        Assert.Equal((code, field, $"3:{column}"), (problem?.Code, problem?.Field, $"{problem?.Evidence["line"]}:{problem?.Evidence["column"]}"));
        Assert.DoesNotContain('{', BorderSentences.Of(problem!, CultureInfo.InvariantCulture));
        Assert.DoesNotContain('{', BorderSentences.Of(problem!, CultureInfo.GetCultureInfo("ur")));
    }

    [Fact]
    public void Any_bytes_are_taken()
    {
        var dice = new Random(21);
        var sample = File.ReadAllBytes(IndicatorSites.SampleFile);
        for (var i = 0; i < 300; i++)
        {
            var bytes = (byte[])sample.Clone();
            for (var change = 0; change <= i % 4; change++)
                bytes[dice.Next(bytes.Length)] = (byte)dice.Next(256);
            var read = IndicatorSetFile.Read(bytes.AsSpan(0, i % 3 == 0 ? dice.Next(bytes.Length) : bytes.Length));
            Assert.True(read.Succeeded || read.Problem.Field is not null);
        }
        Assert.Equal("file", IndicatorSetFile.Read(new byte[IndicatorSetFile.Largest + 1]).Problem?.Field);
        foreach (var text in new[] { "", "null", "[]", "{}", """{"indicators":null}""", """{"indicators":[],"more":1}""" })
            Assert.Equal("INDICATORS_MALFORMED", IndicatorSetFile.Read(Encoding.UTF8.GetBytes(text)).Problem?.Code);
    }
}
