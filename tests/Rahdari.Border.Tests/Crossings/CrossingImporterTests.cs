using System.Text;
using Microsoft.EntityFrameworkCore;
using Parquet;
using Parquet.Schema;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Crossings;

/// <summary>The crossings of a legacy system become crossings of this one: each once, none silently left out, none changed unseen.</summary>
public class CrossingImporterTests
{
    private const string Heading = "id,surname,given_names,date_of_birth,sex,nationality,document_type,issuing_state,document_number,cnic,direction,date,time,port,flight,officer,visa_no,permitted_until,outcome";

    private static readonly Actor Administrator = new("admin1", new HashSet<string> { Roles.Administrator }, null);

    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_record_is_told_with_all_that_the_file_says_and_by_whom(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var file = Write(site, "7,Specimen,Anna-Maria,1990-05,F,Germany,Passport,UTO,spc 000001,42101-0000000-1,Arrival,2024-02-29,23:30,PKKHI,UT123,officer9,V00001,2024-03-30,Admitted");

        var import = await ImportAsync(site, file);

        Assert.Equal((1, 1, 0, 0, 1), (import.Read, import.Imported, import.Rejected, import.AlreadyThere, import.NewTravellers));
        var crossing = Assert.Single(await CrossingsAsync(site));
        Assert.Equal(("SPECIMEN", "ANNA MARIA", PartialDate.Parse("1990-05"), Sex.Female), (crossing.PrimaryIdentifier, crossing.SecondaryIdentifier, crossing.DateOfBirth, crossing.Sex));
        Assert.Equal(("D", "P", "UTO", "SPC000001", "4210100000001"), (crossing.Nationality, crossing.DocumentCode, crossing.IssuingState, crossing.DocumentNumber, crossing.PersonalNumber));
        Assert.Equal((Direction.Entry, CrossingOutcome.Admitted, "PKKHI", new DateOnly(2024, 3, 30)), (crossing.Direction, crossing.Outcome, crossing.Port, crossing.PermittedUntil));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 18, 30, 0, TimeSpan.Zero), crossing.At);
        Assert.Equal(("ibms", "ibms/officer9", "UT123", "V00001", Guid.Empty), (crossing.Source, crossing.DecidedBy, crossing.Conveyance, crossing.VisaNumber, crossing.EncounterId));
        Assert.Equal(crossing.At, CrossingMonths.InstantOf(crossing.Id));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_record_is_imported_rejected_or_there_already_and_the_rejects_say_why(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var file = Write(
            site,
            Row(1),
            Row(2).Replace("2024-03-02", "2024-13-02", StringComparison.Ordinal),
            Row(3).Replace("PKKHI", "KHI", StringComparison.Ordinal),
            Row(1),
            "4,only,three",
            Row(5).Replace(",entry,", ",sideways,", StringComparison.Ordinal),
            Row(1).Replace("SPECIMEN", "SPECIMENA", StringComparison.Ordinal),
            Row(6).Replace("SPC0000006", "", StringComparison.Ordinal),
            Row(7));

        var import = await ImportAsync(site, file);

        Assert.Equal((9, 2, 6, 1), (import.Read, import.Imported, import.Rejected, import.AlreadyThere));
        var rejects = await File.ReadAllLinesAsync(import.Rejects, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["3,date,LIST_DATE_INVALID", "4,port,LIST_VALUE_UNKNOWN", "6,,LIST_CSV_FIELD_COUNT", "7,direction,LIST_VALUE_UNKNOWN", "8,key,CROSSING_IMPORT_DIFFERS", "9,document_number,LIST_NUMBER_MISSING"],
            rejects.Skip(1).Select(line => string.Join(',', line.Split(',').Take(3))));
        Assert.EndsWith("\"4,only,three\"", rejects[3], StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(import.Rejects));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_traveller_who_was_imported_is_known_at_the_counter_by_their_document(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var mrz = Specimens.Passport(number: "SPC000009");
        var fields = MrzReader.Read(mrz, new DateOnly(2026, 3, 1)).Fields!;
        var import = await ImportAsync(site, Write(
            site,
            $"1,{fields.PrimaryIdentifier},{fields.SecondaryIdentifier},{fields.DateOfBirth},F,{fields.Nationality},P,{fields.IssuingState},SPC000009,,entry,2026-01-05,10:00,PKKHI,,,,2026-02-01,",
            $"2,OTHERWISE,NAMED,1950-01-01,M,{fields.Nationality},P,{fields.IssuingState},SPC000009,,entry,2026-01-06,10:00,PKKHI,,,,,"));

        var encounter = await site.PresentAsync(mrz, Direction.Exit);

        Assert.Equal(2, import.NewTravellers);
        Assert.Equal(1, encounter.Traveller.Crossings);
        Assert.Contains(encounter.Advice.Reasons, r => r.Code == "STAY_OVERSTAYED");
        var over = await site.Get<StayRegister>().ListAsync(StayListing.Overstayed, null, 0, 10, site.Auditor, TestContext.Current.CancellationToken);
        Assert.Equal(encounter.Traveller.Id, Assert.Single(over.Value!.Items).TravellerId);
        var history = await site.Get<TravellerRegister>().HistoryAsync(encounter.Traveller.Id, site.Auditor, TestContext.Current.CancellationToken);
        Assert.Equal("ibms", Assert.Single(history.Value!.Crossings).Source);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_call_that_was_cancelled_goes_on_where_it_stopped_and_the_rejects_are_whole(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var file = Write(site, [.. Enumerable.Range(1, 12_000).Select(i => i % 100 == 0 ? Row(i).Replace("PKKHI", "?", StringComparison.Ordinal) : Row(i))]);
        using var stop = new CancellationTokenSource();
        var reports = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), Administrator, new First(_ => ++reports == 2, stop.Cancel), stop.Token));
        await using (var db = site.Get<BorderStorage>().Open())
            Assert.InRange(await db.Crossings.CountAsync(TestContext.Current.CancellationToken), 1, 11_000);
        // As though the call had died between the file of rejects and the transaction.
        await File.AppendAllTextAsync(file + ".rejects.csv", "half a li", TestContext.Current.CancellationToken);
        var import = await ImportAsync(site, file);

        Assert.True(import.ResumedAfter is > 0 and < 12_000, $"{import.ResumedAfter}");
        Assert.Equal((12_000, 11_880, 120, 0), (import.Read, import.Imported, import.Rejected, import.AlreadyThere));
        Assert.Equal(11_880, (await CrossingsAsync(site)).Select(c => c.IdempotencyKey).Distinct().Count());
        Assert.Equal(121, (await File.ReadAllLinesAsync(import.Rejects, TestContext.Current.CancellationToken)).Length);
        Assert.Empty((await VerifyAsync(site)).Faults);

        var again = await ImportAsync(site, file);
        Assert.Equal((12_000, 0, 120, 11_880), (again.Read, again.Imported, again.Rejected, again.AlreadyThere));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_changed_a_removed_and_an_inserted_imported_row_are_found(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await ImportAsync(site, Write(site, [.. Enumerable.Range(1, 20).Select(Row)]));
        Assert.Empty((await VerifyAsync(site)).Faults);
        var crossings = (await CrossingsAsync(site)).ToDictionary(c => c.DocumentNumber);
        var (changed, removed) = (crossings["SPC0000003"].Id, crossings["SPC0000005"].Id);

        await ChangeAsync(site, db => db.Crossings.Where(c => c.Id == changed).ExecuteUpdateAsync(set => set.SetProperty(c => c.Nationality, "XXA")));
        Assert.Equal([("ROW_CHANGED", changed)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
        await ChangeAsync(site, db => db.Crossings.Where(c => c.Id == changed).ExecuteUpdateAsync(set => set.SetProperty(c => c.Nationality, "UTO")));

        await ChangeAsync(site, db => db.Crossings.Where(c => c.Id == removed).ExecuteDeleteAsync());
        Assert.Equal(["ROW_DELETED"], (await VerifyAsync(site)).Faults.Select(f => f.Code));
        await ChangeAsync(site, async db => await db.Crossings.AddAsync(crossings["SPC0000005"]));
        Assert.Empty((await VerifyAsync(site)).Faults);

        var hidden = crossings["SPC0000007"].TravellerId;
        await ChangeAsync(site, db => db.LastCrossings.Where(l => l.TravellerId == hidden).ExecuteDeleteAsync());
        Assert.Equal([("ROW_CHANGED", hidden)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
        await ChangeAsync(site, db => db.CrossingSpans.Where(s => s.TravellerId == hidden).ExecuteDeleteAsync());
        await ChangeAsync(site, db => LastCrossings.FollowAsync(db, [crossings["SPC0000007"]], TestContext.Current.CancellationToken));
        Assert.Empty((await VerifyAsync(site)).Faults);
        await ChangeAsync(site, db => db.CrossingSpans.Where(s => s.TravellerId == hidden).ExecuteUpdateAsync(set => set.SetProperty(s => s.FirstAt, TestSite.Start)));
        Assert.Equal([("ROW_CHANGED", hidden)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
        await ChangeAsync(site, db => db.CrossingSpans.Where(s => s.TravellerId == hidden).ExecuteDeleteAsync());
        Assert.Equal([("ROW_CHANGED", hidden)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
        await ChangeAsync(site, db => LastCrossings.FollowAsync(db, [crossings["SPC0000007"]], TestContext.Current.CancellationToken));

        var (inserted, stray) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ChangeAsync(site, async db => await db.Crossings.AddAsync(crossings["SPC0000007"] with { Id = inserted }));
        await ChangeAsync(site, async db => await db.Crossings.AddAsync(crossings["SPC0000007"] with { Id = stray, ImportId = Guid.CreateVersion7() }));
        Assert.Equal([("ROW_INSERTED", inserted), ("ROW_INSERTED", stray)], (await VerifyAsync(site)).Faults.Select(f => (f.Code, f.Id!.Value)));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing_and_tells_what_an_import_would()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Write(site, Row(1), Row(2).Replace("PKKHI", "", StringComparison.Ordinal));

        var import = await ImportAsync(site, file, order => order with { DryRun = true });

        Assert.Equal((2, 1, 1, true), (import.Read, import.Imported, import.Rejected, import.DryRun));
        Assert.Empty(await CrossingsAsync(site));
    }

    [Fact]
    public async Task Other_headings_words_codes_and_forms_are_read_by_a_mapping()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Path.Combine(site.Root, "legacy.csv");
        await File.WriteAllTextAsync(file, "REC;NAME;CTRY;PP;MOVE;WHEN;AIRPORT;S\n1;SPECIMEN;DEU;SPC01;1;02/03/2024 14:05:06;ISB;2\n", TestContext.Current.CancellationToken);
        var mapping = Path.Combine(site.Root, "mapping.json");
        await File.WriteAllTextAsync(
            mapping,
            """
            {"columns": {"key": "rec", "surname": "name", "nationality": "ctry", "issuingState": "ctry", "documentNumber": "pp", "direction": "move", "at": "when", "port": "airport", "sex": "s"},
             "delimiter": ";", "dates": ["dd/MM/yyyy"], "sexes": {"2": "F"}, "directions": {"1": "exit"}, "ports": {"ISB": "PKISB"}}
            """,
            TestContext.Current.CancellationToken);

        await ImportAsync(site, file, order => order with { Mapping = mapping, TimeZone = "Europe/Berlin" });

        var crossing = Assert.Single(await CrossingsAsync(site));
        Assert.Equal(("D", "PKISB", Direction.Exit, CrossingOutcome.Departed, Sex.Female), (crossing.Nationality, crossing.Port, crossing.Direction, crossing.Outcome, crossing.Sex));
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 13, 5, 6, TimeSpan.Zero), crossing.At);
    }

    [Fact]
    public async Task A_slip_in_the_mapping_and_a_column_that_is_missing_are_told()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Write(site, Row(1));
        var mapping = Path.Combine(site.Root, "mapping.json");
        foreach (var (json, rule) in new[] { ("{\"column\": {}}", "LIST_MAPPING_UNKNOWN"), ("{\"ports\": {\"KHI\": \"Karachi\"}}", "LIST_MAPPING_VALUE"), ("{\"columns\": {\"port\": \"harbour\"}}", "LIST_COLUMN_MISSING"), ("[", "LIST_JSON_MALFORMED") })
        {
            await File.WriteAllTextAsync(mapping, json, TestContext.Current.CancellationToken);
            var answer = await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms") { Mapping = mapping }, Administrator, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(rule, answer.Problem?.Code);
        }
    }

    [Fact]
    public async Task A_quotation_mark_that_never_closes_ends_the_import_where_it_stands_and_the_mended_file_completes_it()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Write(site, Row(1), Row(2).Replace("SPECIMEN", "\"SPECIMEN", StringComparison.Ordinal), Row(3));

        var broken = await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), Administrator, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(("CROSSING_IMPORT_UNREADABLE", "3"), (broken.Problem?.Code, broken.Problem?.Evidence["place"]));
        var import = await ImportAsync(site, Write(site, Row(1), Row(2), Row(3)));

        Assert.Equal((3, 2, 0, 1), (import.Read, import.Imported, import.Rejected, import.AlreadyThere));
    }

    [Fact]
    public async Task A_Parquet_file_is_read_like_a_table_and_taken_up_within_a_group()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Path.Combine(site.Root, "legacy.parquet");
        await WriteParquetAsync(file, groups: 3, rows: 2500);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), Administrator, new First(share => share > 0.5, stop.Cancel), stop.Token));
        var import = await ImportAsync(site, file);

        Assert.Single(await File.ReadAllLinesAsync(import.Rejects, TestContext.Current.CancellationToken));
        Assert.Equal((7500, 7500, 0, 0), (import.Read, import.Imported, import.Rejected, import.AlreadyThere));
        Assert.Equal(5000, import.ResumedAfter);
        var crossings = await CrossingsAsync(site);
        Assert.Equal(7500, crossings.Select(c => c.DocumentNumber).Distinct().Count());
        Assert.All(crossings.Take(10), c => Assert.Equal(("1980-05-17", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero)), (c.DateOfBirth.ToString(), c.At)));
        Assert.Empty((await VerifyAsync(site)).Faults);
    }

    [Fact]
    public async Task Only_an_administrator_imports_and_it_is_audited()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var file = Write(site, Row(1));

        var denied = await site.Get<CrossingImporter>().ImportAsync(new CrossingImportOrder(file, "ibms"), site.Supervisor, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("ROLE_REQUIRED", denied.Problem?.Code);
        var import = await ImportAsync(site, file);

        await using var db = site.Get<BorderStorage>().Open();
        var audited = await db.Audit.Where(a => a.Action == AuditAction.CrossingsImported).OrderBy(a => a.At).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(audited, a => Assert.Equal(("admin1", import.Run.ToString()), (a.Actor, a.SubjectId)));
        Assert.Equal(2, audited.Count);
        Assert.Contains(audited, a => a.Detail == "ended: 1 read, 1 imported, 0 rejected, 0 already there");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_key_that_was_used_in_another_month_is_still_used(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var encounter = await site.PresentAsync(Specimens.Passport());
        var recorded = (await site.DecideAsync(encounter, new Decision(DecisionKind.Pass), key: "specimen-key-1")).Value!.Crossing!;
        site.Clock.Advance(TimeSpan.FromDays(40));

        var replayed = await site.DecideAsync(encounter, new Decision(DecisionKind.Pass), key: "specimen-key-1");
        var other = await site.PresentAsync(Specimens.Passport(), Direction.Exit);
        var reused = await site.DecideAsync(other, new Decision(DecisionKind.Pass), key: "specimen-key-1");

        Assert.Equal((true, recorded.Id), (replayed.Value!.Replayed, replayed.Value.Crossing!.Id));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", reused.Problem?.Code);
    }

    private static string Row(int number) => $"{number},SPECIMEN,ANNA,1980-05-17,F,UTO,P,UTO,SPC{number:D7},,entry,2024-{1 + (number % 12):D2}-02,10:00:00,PKKHI,,,,,";

    private static string Write(TestSite site, params string[] rows)
    {
        var file = Path.Combine(site.Root, "legacy.csv");
        File.WriteAllText(file, $"{Heading}\n{string.Join('\n', rows)}\n", Encoding.UTF8);
        return file;
    }

    private static async Task WriteParquetAsync(string file, int groups, int rows)
    {
        var texts = new[] { "id", "surname", "nationality", "issuing_state", "document_number", "direction", "port" }.Select(n => new DataField<string>(n)).ToArray();
        var (at, birth) = (new DateTimeDataField("at", DateTimeFormat.Timestamp, isAdjustedToUTC: true), new DataField<string?>("dob"));
        await using var stream = File.Create(file);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. texts, at, birth]), stream);
        for (var g = 0; g < groups; g++)
        {
            using var group = writer.CreateRowGroup();
            string[] numbers = [.. Enumerable.Range(g * rows, rows).Select(i => $"{i}")];
            var columns = new[] { numbers, Each("SPECIMEN"), Each("UTO"), Each("UTO"), [.. numbers.Select(n => $"SPC{n}")], Each("entry"), Each("PKKHI") };
            foreach (var (field, values) in texts.Zip(columns))
                await group.WriteAsync(field, values);
            await group.WriteAsync<DateTime>(at, Enumerable.Repeat(new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), rows).ToArray());
            await group.WriteAsync(birth, Each("1980-05-17"));
            group.CompleteValidate();
        }

        string[] Each(string value) => [.. Enumerable.Repeat(value, rows)];
    }

    private static async Task<CrossingImport> ImportAsync(TestSite site, string file, Func<CrossingImportOrder, CrossingImportOrder>? how = null)
    {
        var order = new CrossingImportOrder(file, "ibms");
        var answer = await site.Get<CrossingImporter>().ImportAsync(how?.Invoke(order) ?? order, Administrator, cancellation: TestContext.Current.CancellationToken);
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        return answer.Value;
    }

    private static async Task<List<Crossing>> CrossingsAsync(TestSite site)
    {
        await using var db = site.Get<BorderStorage>().Open();
        return await db.Crossings.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ChangeAsync(TestSite site, Func<BorderContext, Task> change)
    {
        await using var db = site.Get<BorderStorage>().Open();
        await change(db);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<LedgerVerification> VerifyAsync(TestSite site) => (await site.Get<LedgerVerifier>().VerifyAsync(null, site.Auditor, cancellation: TestContext.Current.CancellationToken)).Value!;

    /// <summary>Does something once the share is such.</summary>
    private sealed class First(Func<double, bool> when, Action then) : IProgress<double>
    {
        public void Report(double value)
        {
            if (when(value))
                then();
        }
    }
}
