using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rahdari.Border.Audit;
using Rahdari.Border.Screening;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Tests.Api;

public sealed class ImportTests
{
    private const string Un = "/api/v1/watchlists/un/import";

    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_imported_over_HTTP_is_screened_against_at_once(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        var un = await manager.PostAsync(Un, Form(("specimen-un.xml", Specimens.List("specimen-un.xml"))));
        Assert.True(un.Status == 200, un.Body);
        Assert.Equal(1, un.Json.GetProperty("number").GetInt32());
        Assert.Equal(["un@1"], site.Get<WatchlistScreen>().Versions);
        var ofac = await manager.PostAsync("/api/v1/watchlists/ofac/import", Form([.. new[] { "sdn.csv", "alt.csv", "add.csv" }.Select(f => (f, Specimens.List("ofac", f)))]));
        Assert.True(ofac.Status == 200, ofac.Body);
        Assert.Equal(["ofac@1", "un@1"], site.Get<WatchlistScreen>().Versions);

        var hits = (await manager.PostAsync("/api/v1/screenings", new { person = new { name = "Zarbakht Namunawala", dateOfBirth = "1964-02-29", sex = "M" }, threshold = 0.4 })).Json;
        var hit = hits.GetProperty("items")[0];
        Assert.Equal("un/SPi.101", hit.GetProperty("person").GetProperty("key").GetString());
        Assert.Equal("goodAlias", hit.GetProperty("name").GetProperty("kind").GetString());
        Assert.Equal(hit.GetProperty("points").GetDouble(), hit.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("points").GetDouble()), 6);
        Assert.Equal("Zarbakht Namunawala", Assert.Single(await site.AuditAsync(AuditAction.NameScreened)).Detail);

        // The same file again changes nothing.
        Assert.Equal(1, (await manager.PostAsync(Un, Form(("specimen-un.xml", Specimens.List("specimen-un.xml"))))).Json.GetProperty("number").GetInt32());
        Assert.Equal(["ofac", "un"], (await manager.GetAsync("/api/v1/watchlists")).Json.EnumerateArray().Select(v => v.GetProperty("list").GetString()));
        Assert.Equal(1, (await manager.GetAsync("/api/v1/watchlists/un/versions")).Json.GetProperty("total").GetInt32());
        var entries = (await manager.GetAsync("/api/v1/watchlists/un/entries?search=zarbakht")).Json;
        Assert.Equal("SPi.101", Assert.Single(entries.GetProperty("items").EnumerateArray()).GetProperty("reference").GetString());
        var changes = (await manager.GetAsync("/api/v1/watchlists/un/versions/1/changes?take=500")).Json;
        Assert.All(changes.GetProperty("items").EnumerateArray(), c => Assert.Equal("added", c.GetProperty("kind").GetString()));
        Assert.Equal(404, (await manager.GetAsync("/api/v1/watchlists/nowhere/versions")).Status);
        Assert.Equal(3, (await site.AuditAsync(AuditAction.WatchlistImported, "watchlist-manager")).Count);
    }

    [Fact]
    public async Task A_broken_file_is_answered_with_every_error_and_changes_nothing()
    {
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        await manager.PostAsync(Un, Form(("un.xml", Specimens.List("specimen-un.xml"))));
        var cut = Specimens.List("specimen-un.xml")[..2000];
        var broken = await manager.PostAsync(Un, Form(("un.xml", cut)));
        Assert.Equal((422, "LIST_INVALID"), (broken.Status, broken.Code));
        var error = Assert.Single(broken.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal("LIST_XML_MALFORMED", error.GetProperty("code").GetString());
        Assert.Equal("un.xml", error.GetProperty("file").GetString());
        Assert.True(error.GetProperty("line").GetInt64() > 10);
        Assert.StartsWith("This is no well-formed XML", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        var inUrdu = await manager.PostAsync(Un + "?ui-culture=ur", Form(("un.xml", cut)));
        Assert.StartsWith("یہ درست XML نہیں ہے", Assert.Single(inUrdu.Json.GetProperty("errors").EnumerateArray()).GetProperty("message").GetString(), StringComparison.Ordinal);

        var wrongTwice = Encoding.UTF8.GetString(Specimens.List("ofac", "sdn.csv")).Replace("990102,", "one-number,", StringComparison.Ordinal).Replace("990103,", "no-number,", StringComparison.Ordinal);
        var two = await manager.PostAsync("/api/v1/watchlists/ofac/import", Form(("sdn.csv", Encoding.UTF8.GetBytes(wrongTwice))));
        Assert.Equal(2, two.Json.GetProperty("errors").GetArrayLength());

        foreach (var (path, form, status, code) in new (string, HttpContent, int, string?)[]
        {
            (Un, Form(("a.xml", cut), ("b.xml", cut)), 422, "LIST_FILES"),
            (Un, new StringContent("<CONSOLIDATED_LIST/>", null, "application/xml"), 415, "REQUEST_MEDIA_TYPE"),
            (Un, new StringContent("no multipart at all", null, "multipart/form-data"), 400, "REQUEST_PARAMETER_INVALID"),
            ("/api/v1/watchlists/nowhere/import", Form(("a.xml", cut)), 404, "REQUEST_PATH_UNKNOWN"),
        })
        {
            var refused = await manager.PostAsync(path, form);
            Assert.True((status, code) == (refused.Status, refused.Code), $"{path}: {refused.Status} {refused.Body}");
        }
        Assert.Equal(["un@1"], site.Get<WatchlistScreen>().Versions);
    }

    [Fact]
    public async Task What_cannot_be_used_of_a_list_is_left_out_only_where_that_is_allowed_and_is_told()
    {
        const string path = "/api/v1/watchlists/csv/import";
        const string table = "No,Name,Born\nSP-1,Numunawala Specimenzai,14/08/1971\nSP-2,,01/01/1980\nSP-3,Namuna Mustermani,32/13/1980\nSP-4,Zarbakht Mustermani,1964\n";
        const string mapping = """{"list":"national-wanted","dates":["dd/MM/yyyy","yyyy"],"columns":{"reference":"No","name":"Name","birthDate":"Born"}}""";
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        HttpContent Files() => Form(("wanted.csv", Encoding.UTF8.GetBytes(table)), ("wanted.json", Encoding.UTF8.GetBytes(mapping)));
        var refused = await manager.PostAsync(path, Files());
        Assert.Equal((422, "LIST_INVALID"), (refused.Status, refused.Code));
        Assert.Equal([("LIST_NAME_MISSING", 3), ("LIST_DATE_INVALID", 4)], refused.Json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("code").GetString(), e.GetProperty("line").GetInt32())));
        Assert.Empty(site.Get<WatchlistScreen>().Versions);

        var imported = await manager.PostAsync(path + "?allowRejects=true", Files());
        Assert.True(imported.Status == 200, imported.Body);
        Assert.Equal(("national-wanted", 2), (imported.Json.GetProperty("list").GetString(), imported.Json.GetProperty("entries").GetInt32()));
        Assert.Equal(["LIST_NAME_MISSING", "LIST_DATE_INVALID"], imported.Json.GetProperty("rejected").EnumerateArray().Select(e => e.GetProperty("code").GetString()));
        Assert.EndsWith(", 2 rejected", Assert.Single(await site.AuditAsync(AuditAction.WatchlistImported)).Detail, StringComparison.Ordinal);
        Assert.Equal(["national-wanted@1"], site.Get<WatchlistScreen>().Versions);
        // A mapping alone, a table alone: nobody can say what is meant.
        Assert.Equal(422, (await manager.PostAsync(path, Form(("wanted.csv", Encoding.UTF8.GetBytes(table))))).Status);
    }

    [Fact]
    public async Task A_list_that_shrinks_or_is_older_comes_into_force_only_where_that_is_allowed()
    {
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        var list = Encoding.UTF8.GetString(Specimens.List("specimen-un.xml"));
        await manager.PostAsync(Un, Form(("un.xml", Encoding.UTF8.GetBytes(list))));
        var start = list.IndexOf("<INDIVIDUAL>", StringComparison.Ordinal);
        var end = list.IndexOf("</INDIVIDUAL>", StringComparison.Ordinal) + "</INDIVIDUAL>".Length;
        var shorter = Encoding.UTF8.GetBytes(list.Remove(start, end - start));
        Assert.Equal("WATCHLIST_SHRINKS", (await manager.PostAsync(Un, Form(("un.xml", shorter)))).Code);
        Assert.Equal(2, (await manager.PostAsync(Un + "?allowShrink=true", Form(("un.xml", shorter)))).Json.GetProperty("number").GetInt32());
        var older = Encoding.UTF8.GetBytes(list.Replace("2026-01-15T00", "2025-01-15T00", StringComparison.Ordinal));
        Assert.Equal("WATCHLIST_OLDER", (await manager.PostAsync(Un, Form(("un.xml", older)))).Code);
        Assert.Equal(3, (await manager.PostAsync(Un + "?allowOlder=true", Form(("un.xml", older)))).Json.GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Lists_of_one_form_stand_side_by_side_each_with_its_name()
    {
        const string path = "/api/v1/watchlists/ecl/import";
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        HttpContent Files(string name) => Form(("ecl.csv", Encoding.UTF8.GetBytes($"ECL No,Name\nSP-1,{name}\n")));
        Assert.Equal("ecl", (await manager.PostAsync(path, Files("Numunawala Specimenzai"))).Json.GetProperty("list").GetString());
        var second = await manager.PostAsync(path + "?name=ecl-fia", Files("Zarbakht Mustermani"));
        Assert.Equal(("ecl-fia", "ecl"), (second.Json.GetProperty("list").GetString(), second.Json.GetProperty("form").GetString()));
        Assert.Equal(["ecl@1", "ecl-fia@1"], site.Get<WatchlistScreen>().Versions);
        var misnamed = await manager.PostAsync(path + "?name=un", Files("Zarbakht Mustermani"));
        Assert.Equal((422, "WATCHLIST_NAME_INVALID"), (misnamed.Status, misnamed.Code));
        var otherForm = await manager.PostAsync("/api/v1/watchlists/lost/import?allowShrink=true&name=ecl-fia", Form(("lost.csv", "Country,Number,Date,Reason\nUTO,L898902C3,2026-02-01,stolen\n"u8.ToArray())));
        Assert.Equal((409, "WATCHLIST_OTHER_FORM"), (otherForm.Status, otherForm.Code));
    }

    [Fact]
    public async Task A_document_reported_in_a_list_imported_over_HTTP_is_referred_and_shown_as_what_it_is()
    {
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        var officer = await site.SignInAsync(Roles.Officer);
        object presented = new { mrz = Specimens.Passport(), direction = "entry", counter = "1" };
        var opened = (await officer.PostAsync("/api/v1/encounters", presented)).Json.GetProperty("id").GetGuid();
        var imported = await manager.PostAsync("/api/v1/watchlists/lost/import", Form(("lost.csv", "Issuing State,Number,Reported on,Reason\nUTO,U00000001,2026-02-01,stolen\n"u8.ToArray())));
        Assert.True(imported.Status == 200, imported.Body);
        var entry = Assert.Single((await manager.GetAsync("/api/v1/watchlists/lost/entries?search=u00000001")).Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("document", "stolen", "UTO U00000001"), (entry.GetProperty("kind").GetString(), entry.GetProperty("report").GetString(), entry.GetProperty("reference").GetString()));

        var since = await officer.PostAsync($"/api/v1/encounters/{opened}/decision", new { kind = "pass" }, $"{Guid.NewGuid()}");
        Assert.True((since.Status, since.Code) == (409, "DOCUMENT_REPORTED_SINCE"), since.Body);
        var advice = (await officer.PostAsync("/api/v1/encounters", presented)).Json.GetProperty("advice");
        Assert.Equal("refer", advice.GetProperty("level").GetString());
        Assert.Contains(advice.GetProperty("reasons").EnumerateArray(), r => r.GetProperty("code").GetString() == "DOCUMENT_REPORTED_STOLEN");
    }

    [Fact]
    public async Task Files_that_are_missing_or_old_are_told_by_what_the_list_loses_and_by_its_numbers()
    {
        const string ofac = "/api/v1/watchlists/ofac/import";
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        (string, byte[])[] files = [.. new[] { "sdn.csv", "alt.csv", "add.csv" }.Select(f => (f, Specimens.List("ofac", f)))];
        await manager.PostAsync(ofac, Form(files));
        var without = await manager.PostAsync(ofac, Form(files[0], files[2]));
        Assert.Equal((409, "WATCHLIST_SHRINKS"), (without.Status, without.Code));
        Assert.Equal("7", without.Json.GetProperty("evidence").GetProperty("aliasesLost").GetString());
        var cut = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Specimens.List("ofac", "sdn.csv")).Split("990107,", 2)[0]);
        var older = await manager.PostAsync(ofac + "?allowShrink=true", Form(("sdn.csv", cut), files[1], files[2]));
        Assert.Equal((409, "WATCHLIST_NUMBER_LOWER"), (older.Status, older.Code));
        Assert.Equal(["ofac@1"], site.Get<WatchlistScreen>().Versions);
        Assert.Equal(2, (await manager.PostAsync(ofac + "?allowShrink=true&allowOlder=true", Form(("sdn.csv", cut), files[1], files[2]))).Json.GetProperty("number").GetInt32());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Closing_the_request_cancels_the_import_and_leaves_what_was_in_force(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        await manager.PostAsync(Un, Form(("un.xml", Specimens.List("specimen-un.xml"))));
        using var closing = new CancellationTokenSource();
        var body = new ClosingContent(Specimens.List("specimen-un.xml"), closing);
        var form = new MultipartFormDataContent { { body, "files", "un.xml" } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => manager.SendAsync(new HttpRequestMessage(HttpMethod.Post, Un + "?allowShrink=true") { Content = form }, closing.Token));
        Assert.True(closing.IsCancellationRequested);

        // And where the whole list has arrived and waits to be written.
        var start = Encoding.UTF8.GetString(Specimens.List("specimen-un.xml")).Replace("SPi.101", "SPi.999", StringComparison.Ordinal);
        using var impatient = new CancellationTokenSource();
        await using (await WriteLock.TakeAsync(site.Get<SiteFolder>()))
        {
            var waiting = manager.SendAsync(
                new HttpRequestMessage(HttpMethod.Post, Un + "?allowShrink=true") { Content = Form(("un.xml", Encoding.UTF8.GetBytes(start))) }, impatient.Token);
            await Task.Delay(500, TestContext.Current.CancellationToken);
            Assert.False(waiting.IsCompleted);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, (await manager.GetAsync("/api/v1/watchlists/un/versions")).Json.GetProperty("total").GetInt32());
        Assert.Equal(["un@1"], site.Get<WatchlistScreen>().Versions);
        Assert.Equal(200, (await manager.GetAsync("/api/v1/watchlists/un/entries?search=zarbakht")).Status);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var site = await RunningSite.StartAsync();
        var manager = await site.SignInAsync(Roles.WatchlistManager);
        // Declared too large, it is refused before it is sent; so nothing of it need be.
        var request = new HttpRequestMessage(HttpMethod.Post, Un) { Content = new EndlessContent(257L * 1024 * 1024) };
        request.Headers.ExpectContinue = true;
        var reply = await manager.SendAsync(request);
        Assert.Equal(413, reply.Status);
        var wordy = await manager.PostAsync("/api/v1/screenings", new { person = new { name = new string('x', 70_000) } });
        Assert.Equal(413, wordy.Status);
        Assert.Equal("application/problem+json", wordy.MediaType);
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
            form.Add(new ByteArrayContent(bytes), "files", name);
        return form;
    }

    /// <summary>The only right to write, taken from the site for a while.</summary>
    private sealed class WriteLock(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
    {
        public static async Task<WriteLock> TakeAsync(SiteFolder site)
        {
            DbConnection connection = site.PostgresConnection is { } postgres ? new NpgsqlConnection(postgres) : new SqliteConnection($"Data Source={site.SqliteFile}");
            await connection.OpenAsync();
            var transaction = await connection.BeginTransactionAsync();
            if (site.PostgresConnection is not null)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "LOCK TABLE border.watchlist_versions, border.watchlist_entries, border.ledger IN SHARE ROW EXCLUSIVE MODE";
                await command.ExecuteNonQueryAsync();
            }
            return new WriteLock(connection, transaction);
        }

        public async ValueTask DisposeAsync()
        {
            await transaction.RollbackAsync();
            await connection.DisposeAsync();
        }
    }

    /// <summary>Half of a file, then the request is closed.</summary>
    private sealed class ClosingContent(byte[] bytes, CancellationTokenSource closing) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            await closing.CancelAsync();
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length) => (length = bytes.Length) > 0;
    }

    private sealed class EndlessContent : HttpContent
    {
        private readonly long length;

        public EndlessContent(long length)
        {
            this.length = length;
            Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length) => (length = this.length) > 0;
    }
}
