using System.Text;
using Rahdari.Border.Retention;
using static Rahdari.Border.Tests.Retention.Kept;

namespace Rahdari.Border.Tests.Retention;

/// <summary>A schedule says exactly what it means, or nothing is published.</summary>
public class RetentionFileTests
{
    [Theory]
    [InlineData("""{"periods":[{"class":"crossings","months":60,"legalBasis":"x"}]}""", null, null)]
    [InlineData("""{"periods":[{"class":"crossings","months":60,"legalBasis":"x","month":1}]}""", "RETENTION_MALFORMED", null)]
    [InlineData("""{"periods":[{"class":"crossings","months":60}]}""", "RETENTION_MALFORMED", null)]
    [InlineData("""{"periods":[{"class":"crossing","months":60,"legalBasis":"x"}]}""", "RETENTION_MALFORMED", null)]
    [InlineData("""{"periods":[{"class":0,"months":60,"legalBasis":"x"}]}""", "RETENTION_MALFORMED", null)]
    [InlineData("""{"periods":[],"periods":[]}""", "RETENTION_MALFORMED", null)]
    [InlineData("null", "RETENTION_MALFORMED", null)]
    [InlineData("", "RETENTION_MALFORMED", null)]
    [InlineData("""{"periods":[]}""", "RETENTION_INVALID", "periods")]
    [InlineData("""{"periods":[null]}""", "RETENTION_INVALID", "periods[0]")]
    [InlineData("""{"periods":[{"class":"crossings","months":11,"legalBasis":"x"}]}""", "RETENTION_INVALID", "periods[0].months")]
    [InlineData("""{"periods":[{"class":"audit","months":1201,"legalBasis":"x"}]}""", "RETENTION_INVALID", "periods[0].months")]
    [InlineData("""{"periods":[{"class":"links","months":1,"legalBasis":" "}]}""", "RETENTION_INVALID", "periods[0].legalBasis")]
    [InlineData("""{"periods":[{"class":"links","months":1,"legalBasis":"x"},{"class":"links","months":2,"legalBasis":"x"}]}""", "RETENTION_INVALID", "periods[1].class")]
    public void A_file_is_read_whole_or_refused(string json, string? code, string? field)
    {
        var read = RetentionFile.Read(Encoding.UTF8.GetBytes(json));
        Assert.Equal(code, read.Problem?.Code);
        if (field is not null)
            Assert.Equal(field, read.Problem?.Field);
    }

    [Fact]
    public void Any_bytes_are_an_answer()
    {
        var random = new Random(5);
        var good = Encoding.UTF8.GetBytes("""{"periods":[{"class":"crossings","months":60,"legalBasis":"x"}]}""");
        for (var i = 0; i < 2000; i++)
        {
            byte[] bytes = [.. good];
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var read = RetentionFile.Read(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            Assert.True(read.Succeeded || read.Problem.Code is "RETENTION_MALFORMED" or "RETENTION_INVALID");
        }
        Assert.Equal("RETENTION_INVALID", RetentionFile.Read(new byte[RetentionFile.Largest + 1]).Problem?.Code);
    }

    [Fact]
    public void The_specimen_is_a_schedule_that_names_every_class()
    {
        var read = RetentionFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "retention", "schedule.json")));
        Assert.True(read.Succeeded, read.Problem?.ToString());
        Assert.Equal(Enum.GetValues<RecordClass>(), read.Value.Select(period => period.Class).Order());
        Assert.All(read.Value, period => Assert.StartsWith("SPECIMEN", period.LegalBasis, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_schedule_is_published_by_headquarters_once_and_signed()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var register = site.Get<RetentionRegister>();
        var cancellation = TestContext.Current.CancellationToken;
        RetentionPeriod[] periods = [new(RecordClass.Crossings, 60, "Specimen")];
        Assert.Equal(0, (await register.InForceAsync(site.Auditor, cancellation)).Value!.Number);
        Assert.Equal("ROLE_REQUIRED", (await register.PublishAsync(periods, "x", site.Auditor, cancellation)).Problem?.Code);
        Assert.Equal("RETENTION_OF_HEADQUARTERS", (await register.PublishAsync(periods, "x", Administrator with { Port = "PKKHI" }, cancellation)).Problem?.Code);
        Assert.Equal(1, (await register.PublishAsync(periods, "x", Administrator, cancellation)).Value!.Number);
        Assert.Equal(1, (await register.PublishAsync(periods, "again", Administrator, cancellation)).Value!.Number);
        Assert.Equal(2, (await register.PublishAsync([periods[0] with { Months = 61 }], "longer", Administrator, cancellation)).Value!.Number);
        Assert.Equal([2, 1], (await register.VersionsAsync(0, 10, site.Auditor, cancellation)).Value!.Items.Select(s => s.Number));
        Assert.Equal("ROLE_REQUIRED", (await register.InForceAsync(site.Officer, cancellation)).Problem?.Code);
        Assert.Empty(await FaultsAsync(site));
    }
}
