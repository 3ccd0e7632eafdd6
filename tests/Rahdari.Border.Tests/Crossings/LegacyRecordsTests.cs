using System.Text;
using Microsoft.EntityFrameworkCore;
using Parquet;
using Parquet.Schema;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Crossings;

/// <summary>What a legacy system's records say, where they say it in ways of their own; and that an import destroys nothing.</summary>
public class LegacyRecordsTests
{
    private const string Heading = "id,surname,given_names,date_of_birth,nationality,issuing_state,document_number,cnic,direction,at,port";

    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_file_that_begins_with_the_newest_tells_since_when_a_traveller_is_known(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, Row(1, "2024-03-05T10:00:00Z"), Row(2, "2023-02-05T10:00:00Z"));
        await ImportAsync(site, Row(3, "2022-01-05T10:00:00Z"), Row(4, "2025-01-05T10:00:00Z"));

        await using var db = site.Get<BorderStorage>().Open();
        var earliest = new DateTimeOffset(2022, 1, 5, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal([earliest], await db.Travellers.Select(t => t.FirstSeen).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal([earliest], await db.TravellerDocuments.Select(d => d.FirstSeen).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await VerifyAsync(site)).Faults);
    }

    [Fact]
    public void Letters_of_other_alphabets_stand_as_in_a_zone()
    {
        // Doc 9303-3 §6 A.
        Assert.Equal("MUELLER", LegacyCrossingReader.Name("Müller"));
        Assert.Equal("MUELLER", LegacyCrossingReader.Name("MU\u0308LLER"));
        Assert.Equal("STRASSE", LegacyCrossingReader.Name("Straße"));
        Assert.Equal("ANNA MARIA OCONNOR", LegacyCrossingReader.Name("Anna-Maria O'Connor"));
        Assert.Equal("محمد", LegacyCrossingReader.Name("محمد"));
    }

    [Fact]
    public async Task A_number_with_digits_of_another_script_is_rejected_and_not_shortened()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var import = await ImportAsync(
            site,
            Row(1, "2024-03-05T10:00:00Z").Replace("SPC0000001", "SPC00000١", StringComparison.Ordinal),
            Row(2, "2024-03-05T10:00:00Z").Replace(",,entry", ",42101-000000۷-1,entry", StringComparison.Ordinal),
            Row(3, "2024-03-05T10:00:00Z").Replace("SPC0000001", "spc-0000 001", StringComparison.Ordinal));

        Assert.Equal((3, 1, 2), (import.Read, import.Imported, import.Rejected));
        var rejects = await File.ReadAllLinesAsync(import.Rejects, TestContext.Current.CancellationToken);
        Assert.Equal(["2,document_number,LIST_VALUE_UNKNOWN", "3,cnic,LIST_VALUE_UNKNOWN"], rejects.Skip(1).Select(line => string.Join(',', line.Split(',').Take(3))));
    }

    [Theory]
    [InlineData("2024-03-05T10:00:00.1234567Z", 123)]
    [InlineData("2024-03-05T10:00:00.1234567", 123)]
    [InlineData("2024-03-05 10:00:00.9", 900)]
    public async Task Fractions_of_a_second_are_cut_to_thousandths(string at, int milliseconds)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        Assert.Equal(1, (await ImportAsync(site, Row(1, at))).Imported);
        await using var db = site.Get<BorderStorage>().Open();
        var recorded = (await db.Crossings.SingleAsync(TestContext.Current.CancellationToken)).At;
        Assert.Equal((milliseconds, 0), (recorded.Millisecond, recorded.Ticks % TimeSpan.TicksPerMillisecond));
    }

    [Fact]
    public async Task Rejects_take_the_place_of_nothing_that_is_read_and_two_imports_do_not_share_them()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Write(site, Row(1, "2024-03-05T10:00:00Z"));
        var mapping = Path.Combine(site.Root, "mapping.json");
        await File.WriteAllTextAsync(mapping, "{}", TestContext.Current.CancellationToken);
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var link = Path.Combine(site.Root, "link.csv");
        File.CreateSymbolicLink(link, file);
        foreach (var rejects in new[] { file, mapping, link, Path.Combine(site.Root, ".", "legacy.csv") })
        {
            foreach (var isDry in new[] { false, true })
            {
                var answer = await site.Get<CrossingImporter>().ImportAsync(
                    new CrossingImportOrder(file, "ibms") { Mapping = mapping, Rejects = rejects, DryRun = isDry }, Administrator, cancellation: TestContext.Current.CancellationToken);
                Assert.Equal("CROSSING_IMPORT_UNREADABLE", answer.Problem?.Code);
            }
        }
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal("{}", await File.ReadAllTextAsync(mapping, TestContext.Current.CancellationToken));

        var shared = Path.Combine(site.Root, "shared.csv");
        using (RejectsFile.Create(shared))
        {
            var answer = await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms") { Rejects = shared }, Administrator, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(("CROSSING_IMPORT_UNREADABLE", "rejects"), (answer.Problem?.Code, answer.Problem?.Evidence["place"]));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_that_was_put_in_and_one_that_was_taken_away_are_found(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, Row(1, "2024-03-05T10:00:00Z"));
        var crossing = await site.PassAsync(Specimens.Passport());
        Assert.Empty((await VerifyAsync(site)).Faults);
        var invented = Guid.CreateVersion7();
        await using (var db = site.Get<BorderStorage>().Open())
        {
            db.CrossingKeys.Add(new CrossingKeyRow { Node = "khi-1", IdempotencyKey = "specimen-key-2", CrossingId = invented });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal([("ROW_INSERTED", invented)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            await db.CrossingKeys.Where(k => k.CrossingId == invented).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await db.CrossingKeys.Where(k => k.CrossingId == crossing.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal([("ROW_DELETED", crossing.Id)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
    }

    [Theory]
    [InlineData("\"marks\":null")]
    [InlineData("\"marks\":null,\"hash\":null")]
    public async Task A_batch_whose_marks_were_taken_away_is_told_as_changed(string marks)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, Row(1, "2024-03-05T10:00:00Z"));
        await using (var db = site.Get<BorderStorage>().Open())
        {
            var entry = await db.Ledger.AsNoTracking().SingleAsync(e => e.Kind == LedgerKind.Import, TestContext.Current.CancellationToken);
            var payload = System.Text.RegularExpressions.Regex.Replace(entry.Payload, "\"marks\":\"[^\"]*\"", marks);
            await db.Ledger.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, payload), TestContext.Current.CancellationToken);
        }
        Assert.NotEmpty((await VerifyAsync(site)).Faults);
    }

    [Fact]
    public async Task Of_a_Parquet_file_only_the_columns_that_are_used_are_read()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Path.Combine(site.Root, "wide.parquet");
        var fields = Heading.Split(',').Append("photograph").Select(n => new DataField<string>(n)).ToArray();
        await using (var stream = File.Create(file))
        {
            await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. fields]), stream);
            using var group = writer.CreateRowGroup();
            foreach (var (field, value) in fields.Zip(Row(1, "2024-03-05T10:00:00Z").Split(',').Append("x")))
                await group.WriteAsync(field, [value]);
            group.CompleteValidate();
        }
        await using var bytes = File.OpenRead(file);
        using var legacy = await LegacyFile.OpenAsync("wide.parquet", bytes, LegacyMapping.None, TestContext.Current.CancellationToken);
        var reader = new LegacyCrossingReader(LegacyMapping.None, legacy.Header!, "wide.parquet", "ibms", "khi-1", TimeZoneInfo.Utc, TestSite.Start);
        legacy.Use(reader.Columns);

        Assert.True(await legacy.NextAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("1", ""), (legacy.Fields[0], legacy.Fields[^1]));
        Assert.NotNull(reader.Read(legacy.Fields, 1, out _));
    }

    [Fact]
    public async Task An_export_tells_whence_a_crossing_came_and_no_advice_that_nobody_gave()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await ImportAsync(site, Row(1, "2024-03-05T10:00:00Z").Replace(",,entry", ",42101-0000000-1,entry", StringComparison.Ordinal));
        await site.PassAsync(Specimens.Passport());
        using var stream = new MemoryStream();
        Assert.True((await site.Get<CrossingRegister>().ExportAsync(new CrossingFilter(), stream, site.Auditor, TestContext.Current.CancellationToken)).Succeeded);

        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n").Select(line => line.Split(',')).ToArray();
        Assert.Equal(["permission", "source", "conveyance", "visa_number", "personal_number", "conveyance_kind", "conveyance_day", "corrected_at"], lines[0][^8..]);
        var (advice, imported) = (Array.IndexOf(lines[0], "advice"), lines.Single(line => line.Contains("ibms")));
        Assert.Equal(("", "4210100000001"), (imported[advice], imported[Array.IndexOf(lines[0], "personal_number")]));
        Assert.Contains(lines, line => line.Length > advice && Enum.IsDefined(typeof(Rahdari.Border.Advice.AdviceLevel), line[advice]));
    }

    private static string Row(int number, string at) => $"{number},SPECIMEN,ANNA,1980-05-17,UTO,UTO,SPC0000001,,entry,{at},PKKHI";

    private static string Write(TestSite site, params string[] rows)
    {
        var file = Path.Combine(site.Root, "legacy.csv");
        File.WriteAllText(file, $"{Heading}\n{string.Join('\n', rows)}\n", Encoding.UTF8);
        return file;
    }

    private static async Task<CrossingImport> ImportAsync(TestSite site, params string[] rows)
    {
        var answer = await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(Write(site, rows), "ibms"), Administrator, cancellation: TestContext.Current.CancellationToken);
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value;
    }

    private static async Task<LedgerVerification> VerifyAsync(TestSite site) => (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: TestContext.Current.CancellationToken)).Value!;
}
