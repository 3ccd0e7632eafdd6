namespace Rahdari.Cli.Tests;

public sealed class SiteTests
{
    [Fact]
    public async Task A_site_is_made_once_and_never_overwritten()
    {
        using var folder = new TemporaryFolder();
        var first = await RahdariProcess.RunAsync(Init(folder));
        Assert.Equal(0, first.ExitCode);
        Assert.Equal("sqlite", first.Json.GetProperty("storage").GetString());
        var settings = await File.ReadAllTextAsync(folder["site/site.json"], TestContext.Current.CancellationToken);
        var again = await RahdariProcess.RunAsync(Init(folder));
        Assert.Equal((3, "SITE_EXISTS"), (again.ExitCode, again.ErrorCode));
        Assert.Equal(settings, await File.ReadAllTextAsync(folder["site/site.json"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--port", "karachi", "port")]
    [InlineData("--node", "No Name", "node")]
    [InlineData("--time-zone", "Moon/Sea", "timeZone")]
    public async Task Settings_that_cannot_be_make_no_site(string option, string value, string field)
    {
        using var folder = new TemporaryFolder();
        var arguments = new Dictionary<string, string>
        {
            ["--node"] = "specimen-1",
            ["--port"] = "PKKHI",
            ["--port-name"] = "Specimen",
            ["--counter"] = "A1",
            [option] = value,
        };
        var run = await RahdariInProcess.RunAsync(["site", "init", "--json", "--site", folder["site"], .. arguments.SelectMany(a => new[] { a.Key, a.Value })]);
        Assert.Equal((3, "SITE_SETTINGS_INVALID"), (run.ExitCode, run.ErrorCode));
        Assert.Equal(field, run.Json.GetProperty("error").GetProperty("field").GetString());
        Assert.False(File.Exists(folder["site/site.json"]));
    }

    [Fact]
    public async Task Lists_of_one_form_are_told_apart_by_their_names_and_a_reported_document_is_shown()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        string Lost(string number) => folder.Write($"{number}.csv", $"Country,Number,Type,Date,Reason\nUTO,{number},Passport,2026-02-01,stolen\n");
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "lost", Lost("U00000001")), added: 1, changed: 0, delisted: 0, unchanged: 0);
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "lost", Lost("U00000002"), "--name", "uto-lost"), added: 1, changed: 0, delisted: 0, unchanged: 0);
        var shown = await OnSiteAsync(folder, "watchlist", "show", "uto-lost", "UTO U00000002");
        Assert.Equal(("document", "stolen"), (shown.Json.GetProperty("kind").GetString(), shown.Json.GetProperty("report").GetString()));
        var misnamed = await OnSiteAsync(folder, "watchlist", "import", "lost", Lost("U00000003"), "--name", "un");
        Assert.Equal((2, "WATCHLIST_NAME_INVALID"), (misnamed.ExitCode, misnamed.ErrorCode));
        var otherForm = await OnSiteAsync(folder, "watchlist", "import", "ecl", folder.Write("ecl.csv", "ECL No,Name\nSP-1,Numunawala Specimenzai\n"), "--name", "uto-lost", "--allow-shrink");
        Assert.Equal((3, "WATCHLIST_OTHER_FORM"), (otherForm.ExitCode, otherForm.ErrorCode));
        var printed = await RahdariInProcess.RunAsync("watchlist", "show", "lost", "UTO U00000001", "--site", folder["site"]);
        Assert.Contains("stolen", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_imported_by_its_mapping_and_its_rejects_are_left_out_only_where_that_is_allowed()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        var table = folder.Write("wanted.csv", "No;Name;Born\nSP-1;Numunawala Specimenzai;14.08.1971\nSP-2;;1980\n");
        var mapping = folder.Write("wanted.json", """{"list":"national-wanted","delimiter":";","dates":["dd.MM.yyyy","yyyy"],"columns":{"reference":"No","name":"Name","birthDate":"Born"}}""");
        var refused = await OnSiteAsync(folder, "watchlist", "import", "csv", table, "--mapping", mapping);
        Assert.Equal((3, "LIST_NAME_MISSING"), (refused.ExitCode, refused.ErrorCode));
        var imported = await OnSiteAsync(folder, "watchlist", "import", "csv", table, "--mapping", mapping, "--allow-rejects");
        AssertChanges(imported, added: 1, changed: 0, delisted: 0, unchanged: 0);
        var rejected = Assert.Single(imported.Json.GetProperty("rejected").EnumerateArray());
        Assert.Equal(("LIST_NAME_MISSING", 3), (rejected.GetProperty("code").GetString(), rejected.GetProperty("line").GetInt32()));
        var hit = await OnSiteAsync(folder, "screen", "Numunawala Specimenzai", "--born", "1971-08-14");
        Assert.Equal(1, hit.ExitCode);
        Assert.Equal((3, "LIST_MAPPING_MISSING"), await Code("watchlist", "import", "csv", table));

        async Task<(int, string?)> Code(params string[] arguments)
        {
            var run = await OnSiteAsync(folder, arguments);
            return (run.ExitCode, run.ErrorCode);
        }
    }

    [Fact]
    public async Task An_import_is_a_difference_and_a_broken_file_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        var first = folder.Write("first.xml", SpecimenList.Un("2026-01-01", SpecimenList.People));
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "un", first), added: 3, changed: 0, delisted: 0, unchanged: 0);
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "un", first), added: 0, changed: 0, delisted: 0, unchanged: 3);

        var people = SpecimenList.People;
        people = [people[0], people[1] with { Alias = "BORYA NIEMAND" }, people[2], ("SPi.004", "DAGNY SPECIMENSDOTTIR", "DAGGA INGEN", "1990-05-05")];
        var second = folder.Write("second.xml", SpecimenList.Un("2026-02-01", people));
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "un", second), added: 1, changed: 1, delisted: 0, unchanged: 2);

        var broken = folder.Write("broken.xml", SpecimenList.Un("2026-03-01", people)[..^60]);
        var failed = await OnSiteAsync(folder, "watchlist", "import", "un", broken);
        Assert.Equal(3, failed.ExitCode);
        Assert.True(failed.Json.GetProperty("error").GetProperty("evidence").GetProperty("line").GetInt32() > 1);
        var people2 = await RahdariInProcess.RunAsync("watchlist", "import", "un", broken, "--site", folder["site"]);
        Assert.Matches(@"broken\.xml:\d+:\d+: This is no well-formed XML", people2.Error);
        var inUrdu = await OnSiteAsync(folder, "watchlist", "import", "un", broken, "--lang", "ur");
        Assert.StartsWith("یہ درست XML نہیں ہے", inUrdu.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("LIST_XML_MALFORMED", inUrdu.Json.GetProperty("error").GetProperty("errors").EnumerateArray().Single().GetProperty("code").GetString());

        var older = await OnSiteAsync(folder, "watchlist", "import", "un", first, "--allow-shrink");
        Assert.Equal((3, "WATCHLIST_OLDER"), (older.ExitCode, older.ErrorCode));
        var smaller = folder.Write("smaller.xml", SpecimenList.Un("2026-04-01", people[..2]));
        var shrunk = await OnSiteAsync(folder, "watchlist", "import", "un", smaller);
        Assert.Equal((3, "WATCHLIST_SHRINKS"), (shrunk.ExitCode, shrunk.ErrorCode));

        var inForce = (await OnSiteAsync(folder, "watchlist", "list")).Json.GetProperty("lists").EnumerateArray().Single();
        Assert.Equal((2, 4), (inForce.GetProperty("number").GetInt32(), inForce.GetProperty("entries").GetInt32()));
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "un", smaller, "--allow-shrink"), added: 0, changed: 0, delisted: 2, unchanged: 2);
        Assert.Equal(3, (await OnSiteAsync(folder, "watchlist", "versions", "un")).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_cancelled_import_leaves_the_version_in_force_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        await OnSiteAsync(folder, "watchlist", "import", "un", folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People)));
        var many = Enumerable.Range(1, 20_000).Select(i => ($"SPi.{i:D5}", $"UTOPIUS SPECIMEN{i}", $"ZEBULON FICTIVUS{i}", "1961-03-02")).ToArray();
        using var import = RahdariProcess.Start("watchlist", "import", "un", folder.Write("many.xml", SpecimenList.Un("2026-02-01", many)), "--json", "--site", folder["site"]);
        // The first line of progress: far from the end.
        Assert.NotNull(await import.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));
        await RahdariProcess.InterruptAsync(import);
        var rest = import.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await import.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        var ended = new Ended(import.ExitCode, output, await rest);
        Assert.Equal((130, "CANCELLED"), (ended.ExitCode, ended.ErrorCode));
        var inForce = (await OnSiteAsync(folder, "watchlist", "list")).Json.GetProperty("lists").EnumerateArray().Single();
        Assert.Equal((1, 3), (inForce.GetProperty("number").GetInt32(), inForce.GetProperty("entries").GetInt32()));
    }

    [Fact]
    public async Task An_import_killed_half_way_leaves_the_version_in_force_and_the_next_one_comes_into_force_whole()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        await OnSiteAsync(folder, "watchlist", "import", "un", folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People)));
        var many = SpecimenList.People.Concat(Enumerable.Range(100, 20_000).Select(i => ($"SPi.{i}", $"SPECIMEN NUMMER {i}", "NIEMAND", "1970-01-01"))).ToArray();
        var larger = folder.Write("many.xml", SpecimenList.Un("2026-02-01", many));
        using (var import = RahdariProcess.Start("watchlist", "import", "un", larger, "--json", "--site", folder["site"]))
        {
            // Four lines tell of the reading; the fifth, that a quarter is written.
            for (var line = 0; line < 5; line++)
                Assert.NotNull(await import.StandardError.ReadLineAsync(TestContext.Current.CancellationToken));
            import.Kill();
            await import.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal("", await import.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        var inForce = (await OnSiteAsync(folder, "watchlist", "list")).Json.GetProperty("lists").EnumerateArray().Single();
        Assert.Equal((1, 3), (inForce.GetProperty("number").GetInt32(), inForce.GetProperty("entries").GetInt32()));
        Assert.Equal(4, (await OnSiteAsync(folder, "watchlist", "show", "un", "SPi.100")).ExitCode);
        Assert.Equal(0, (await OnSiteAsync(folder, "screen", "NUMMER SPECIMEN", "--born", "1970-01-01", "--threshold", "0.9")).ExitCode);
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "un", larger), added: 20_000, changed: 0, delisted: 0, unchanged: 3);
        Assert.Equal(0, (await RahdariProcess.RunAsync("verify", "--json", "--site", folder["site"])).ExitCode);
    }

    [Fact]
    public async Task A_list_without_one_of_its_files_or_with_lower_numbers_is_refused_unless_allowed()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        string Sdn(int from, int to) => folder.Write("sdn.csv", string.Concat(Enumerable.Range(from, to - from + 1).Select(i => $"{i},\"SPECIMEN {i}\",individual,X,-0-,-0-,-0-,-0-,-0-,-0-,-0-,-0-\n")));
        var alt = folder.Write("alt.csv", "99,1,aka,\"NAMUNA\",-0-\n");
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "ofac", Sdn(80, 100), alt), added: 21, changed: 0, delisted: 0, unchanged: 0);
        var withoutAliases = await OnSiteAsync(folder, "watchlist", "import", "ofac", Sdn(80, 100), "--allow-older");
        Assert.Equal((3, "WATCHLIST_SHRINKS"), (withoutAliases.ExitCode, withoutAliases.ErrorCode));
        var lower = await OnSiteAsync(folder, "watchlist", "import", "ofac", Sdn(80, 99), alt, "--allow-shrink");
        Assert.Equal((3, "WATCHLIST_NUMBER_LOWER"), (lower.ExitCode, lower.ErrorCode));
        AssertChanges(await OnSiteAsync(folder, "watchlist", "import", "ofac", Sdn(80, 99), alt, "--allow-older"), added: 0, changed: 0, delisted: 1, unchanged: 20);
    }

    [Fact]
    public async Task Changes_and_entries_of_a_list_are_shown_and_what_is_not_there_is_not_found()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        await OnSiteAsync(folder, "watchlist", "import", "un", folder.Write("un.xml", SpecimenList.Un("2026-01-01", SpecimenList.People)));
        var changes = (await OnSiteAsync(folder, "watchlist", "changes", "un", "1")).Json;
        Assert.Equal(3, changes.GetProperty("total").GetInt32());
        Assert.All(changes.GetProperty("items").EnumerateArray(), c => Assert.Equal("added", c.GetProperty("kind").GetString()));
        var entry = (await OnSiteAsync(folder, "watchlist", "show", "un", "SPi.002")).Json;
        Assert.Equal("1970-07-14", entry.GetProperty("birthDates").EnumerateArray().Single().GetString());
        var noEntry = await OnSiteAsync(folder, "watchlist", "show", "un", "SPi.999");
        Assert.Equal((4, "WATCHLIST_ENTRY_NOT_FOUND"), (noEntry.ExitCode, noEntry.ErrorCode));
        var noList = await OnSiteAsync(folder, "watchlist", "versions", "nato");
        Assert.Equal((4, "WATCHLIST_NOT_FOUND"), (noList.ExitCode, noList.ErrorCode));

        var hit = await OnSiteAsync(folder, "screen", "CARLITO NADIE", "--born", "1982-12-30");
        Assert.Equal(1, hit.ExitCode);
        Assert.Equal("un@1", hit.Json.GetProperty("against").EnumerateArray().Single().GetString());
        Assert.Equal("SPi.003", hit.Json.GetProperty("hits").EnumerateArray().First().GetProperty("reference").GetString());
        var other = await OnSiteAsync(folder, "screen", "CARLITO NADIE", "--born", "1982-12-30", "--entry", "un/SPi.002");
        var calibration = await OnSiteAsync(folder, "calibration", "--from", "0001-01-01", "--to", "9999-12-31");
        Assert.Equal((0, 10, "tooFew"), (calibration.ExitCode, calibration.Json.GetProperty("all").GetProperty("bands").GetArrayLength(), calibration.Json.GetProperty("all").GetProperty("total").GetProperty("verdict").GetString()));
        Assert.Equal((0, "SCREENING_BELOW_THRESHOLD"), (other.ExitCode, other.Json.GetProperty("whyNot").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Users_are_made_listed_locked_and_given_roles()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        var made = await OnSiteAsync(folder, "user", "add", "officer17", "--role", "officer", "--port", "PKKHI");
        Assert.Equal(0, made.ExitCode);
        Assert.NotEmpty(made.Json.GetProperty("password").GetString()!);
        var chosen = await RahdariProcess.RunWithInputAsync(
            "Specimen-pass-9876\n", "user", "add", "auditor3", "--role", "auditor", "--port", "all", "--password-stdin", "--json", "--site", folder["site"]);
        Assert.Equal(0, chosen.ExitCode);
        Assert.DoesNotContain("Specimen-pass-9876", chosen.Output + chosen.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await OnSiteAsync(folder, "user", "lock", "officer17")).ExitCode);
        Assert.Equal(0, (await OnSiteAsync(folder, "user", "roles", "officer17", "officer", "supervisor")).ExitCode);
        var user = (await OnSiteAsync(folder, "user", "list")).Json.GetProperty("users").EnumerateArray().Single(u => u.GetProperty("name").GetString() == "officer17");
        Assert.True(user.GetProperty("locked").GetBoolean());
        Assert.Equal(["officer", "supervisor"], user.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).Order());
        Assert.False((await OnSiteAsync(folder, "user", "unlock", "officer17")).Json.GetProperty("account").GetProperty("locked").GetBoolean());
        Assert.NotEqual(made.Json.GetProperty("password").GetString(), (await OnSiteAsync(folder, "user", "reset", "officer17")).Json.GetProperty("password").GetString());
        Assert.Equal(4, (await OnSiteAsync(folder, "user", "lock", "nobody")).ExitCode);
    }

    [Fact]
    public async Task A_database_that_is_none_is_a_failure_of_storage()
    {
        using var folder = new TemporaryFolder();
        await MakeAsync(folder);
        await File.WriteAllTextAsync(folder["site/rahdari.db"], new string('x', 8192), TestContext.Current.CancellationToken);
        var run = await OnSiteAsync(folder, "verify");
        Assert.Equal((5, "STORAGE_FAILED"), (run.ExitCode, run.ErrorCode));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_restores_nothing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("backup.zip", "not a backup");
        var run = await RahdariInProcess.RunAsync("restore", file, "--site", folder["restored"], "--json");
        Assert.Equal((3, "BACKUP_INVALID"), (run.ExitCode, run.ErrorCode));
        Assert.False(Directory.Exists(folder["restored"]));
        var missing = await RahdariInProcess.RunAsync("restore", folder["none.zip"], "--site", folder["restored"], "--json");
        Assert.Equal((4, "FILE_NOT_FOUND"), (missing.ExitCode, missing.ErrorCode));
    }

    private static Task<Ended> MakeAsync(TemporaryFolder folder) => RahdariInProcess.RunAsync(Init(folder));

    private static string[] Init(TemporaryFolder folder) =>
        ["site", "init", "--json", "--site", folder["site"], "--node", "specimen-1", "--port", "PKKHI", "--port-name", "Specimen", "--counter", "A1", "--counter", "A2"];

    private static Task<Ended> OnSiteAsync(TemporaryFolder folder, params string[] arguments) =>
        RahdariInProcess.RunAsync([.. arguments, "--json", "--site", folder["site"]]);

    private static void AssertChanges(Ended run, int added, int changed, int delisted, int unchanged)
    {
        Assert.Equal(0, run.ExitCode);
        Assert.Equal((added, changed, delisted, unchanged), (Count("added"), Count("changed"), Count("delisted"), Count("unchanged")));
        int Count(string name) => run.Json.GetProperty(name).GetInt32();
    }
}
