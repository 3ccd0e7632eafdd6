using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Border.Crossings;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Tests.Sites;

public class SiteBackupTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_restored_site_holds_what_was_recorded_before_the_backup_and_nothing_after(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        var cancellation = TestContext.Current.CancellationToken;
        var kept = await site.PassAsync(Specimens.Passport("U00000001"));
        var vault = site.Folder.OpenVault();
        var file = Path.Combine(site.Root, "backup.zip");
        var manifest = await SiteBackup.BackupAsync(site.Folder, file, cancellation: cancellation);
        Assert.True(manifest.Succeeded, manifest.Problem?.ToString());
        var lost = await site.PassAsync(Specimens.Passport("U00000002"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        var restored = Path.Combine(site.Root, "restored");
        var database = engine == TestSite.Postgres ? await FreshDatabases.EmptyAsync() : null;
        var answer = await SiteBackup.RestoreAsync(file, restored, database, cancellation: cancellation);
        Assert.True(answer.Succeeded, answer.Problem?.ToString());
        await using var services = new ServiceCollection().AddBorder(SiteFolder.Open(restored, database).Value!).BuildServiceProvider();
        await services.OpenBorderAsync(cancellation);
        var audit = await services.GetRequiredService<AuditLog>().ListAsync(new AuditFilter { Action = AuditAction.BackupMade }, 0, 10, site.Auditor, cancellation);
        Assert.Equal("command-line", Assert.Single(audit.Value!.Items).Actor);
        var register = services.GetRequiredService<CrossingRegister>();
        Assert.Equal(kept, (await register.FindAsync(kept.Id, site.Officer, cancellation)).Value);
        Assert.Equal("CROSSING_NOT_FOUND", (await register.FindAsync(lost.Id, site.Officer, cancellation)).Problem?.Code);
        var verification = await services.GetRequiredService<LedgerVerifier>().WalkAsync($"{manifest.Value.Head}:{manifest.Value.HeadHash}", cancellation: cancellation);
        Assert.Empty(verification.Faults);
        Assert.Equal(vault, SiteFolder.Open(restored, database).Value!.OpenVault());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(site.Folder.VaultFile));
    }

    [Fact]
    public async Task A_backup_cut_or_changed_anywhere_is_refused_and_leaves_nothing_behind()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        await site.PassAsync(Specimens.Passport());
        var file = Path.Combine(site.Root, "backup.zip");
        Assert.True((await SiteBackup.BackupAsync(site.Folder, file, cancellation: cancellation)).Succeeded);
        Assert.Equal("BACKUP_INVALID", (await SiteBackup.BackupAsync(site.Folder, file, cancellation: cancellation)).Problem?.Code);
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        var random = new Random(20260301);
        for (var round = 0; round < 60; round++)
        {
            var broken = Path.Combine(site.Root, $"broken-{round}.zip");
            var copy = bytes.ToArray();
            if (round % 2 == 0)
                copy = copy[..random.Next(copy.Length)];
            else
                copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(broken, copy, cancellation);
            var target = Path.Combine(site.Root, $"target-{round}");
            var answer = await SiteBackup.RestoreAsync(broken, target, cancellation: cancellation);
            if (answer.Succeeded)
                continue; // The flipped bit was in a part of the ZIP that carries nothing, such as a time stamp.
            Assert.False(Directory.Exists(target));
            Assert.Empty(Directory.EnumerateDirectories(site.Root, "*.restoring"));
        }
        Assert.Equal("BACKUP_INVALID", (await SiteBackup.RestoreAsync(Path.Combine(site.Root, "absent.zip"), Path.Combine(site.Root, "t"), cancellation: cancellation)).Problem?.Code);
    }

    [Fact]
    public async Task A_backup_whose_ledger_was_changed_is_refused()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        await site.PassAsync(Specimens.Passport());
        await using (var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={site.Folder.SqliteFile}"))
        {
            await db.OpenAsync(cancellation);
            await using var command = db.CreateCommand();
            command.CommandText = "UPDATE ledger SET payload = replace(payload, 'SPECIMENA', 'SPECIMENB') WHERE kind = 'crossing'";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(cancellation));
        }
        var file = Path.Combine(site.Root, "backup.zip");
        Assert.True((await SiteBackup.BackupAsync(site.Folder, file, cancellation: cancellation)).Succeeded);
        var answer = await SiteBackup.RestoreAsync(file, Path.Combine(site.Root, "restored"), cancellation: cancellation);
        Assert.Contains("ledger is broken", answer.Problem!.Evidence["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_into_PostgreSQL_that_fails_leaves_the_database_as_empty_as_it_was()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Postgres);
        var cancellation = TestContext.Current.CancellationToken;
        await site.PassAsync(Specimens.Passport());
        await using (var db = site.Get<BorderStorage>().Open())
            await db.Crossings.ExecuteDeleteAsync(cancellation);
        var file = Path.Combine(site.Root, "backup.zip");
        Assert.True((await SiteBackup.BackupAsync(site.Folder, file, cancellation: cancellation)).Succeeded);
        var database = await FreshDatabases.EmptyAsync();
        var target = Path.Combine(site.Root, "restored");
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var answer = await SiteBackup.RestoreAsync(file, target, database, cancellation: cancellation);
            Assert.Contains("ledger is broken", answer.Problem!.Evidence["reason"], StringComparison.Ordinal);
            Assert.False(Directory.Exists(target));
        }
        // What holds something else is neither filled nor emptied.
        await using var connection = new Npgsql.NpgsqlConnection(database);
        await connection.OpenAsync(cancellation);
        await using var command = new Npgsql.NpgsqlCommand("CREATE TABLE theirs (id int)", connection);
        await command.ExecuteNonQueryAsync(cancellation);
        Assert.Contains("not empty", (await SiteBackup.RestoreAsync(file, target, database, cancellation: cancellation)).Problem!.Evidence["reason"], StringComparison.Ordinal);
        command.CommandText = "SELECT count(*) FROM theirs";
        Assert.Equal(0L, await command.ExecuteScalarAsync(cancellation));
    }

    [Theory]
    [InlineData("headHash")]
    [InlineData("files")]
    [InlineData("database")]
    public async Task A_manifest_that_promises_another_end_or_other_files_and_a_database_that_is_none_are_refused(string what)
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        await site.PassAsync(Specimens.Passport());
        var file = Path.Combine(site.Root, "backup.zip");
        Assert.True((await SiteBackup.BackupAsync(site.Folder, file, cancellation: cancellation)).Succeeded);
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update, cancellation))
        {
            var entry = zip.GetEntry("manifest.json")!;
            JsonObject manifest;
            await using (var stream = await entry.OpenAsync(cancellation))
                manifest = (await JsonNode.ParseAsync(stream, cancellationToken: cancellation))!.AsObject();
            if (what == "headHash")
                manifest["headHash"] = new string('0', 64);
            else if (what == "files")
                manifest["files"]!.AsObject().Remove("node-key.pem");
            else
                manifest["files"]!["rahdari.db"] = Convert.ToHexStringLower(SHA256.HashData("no database"u8));
            entry.Delete();
            await using (var writer = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync(cancellation)))
                await writer.WriteAsync(manifest.ToJsonString());
            if (what == "database")
            {
                zip.GetEntry("rahdari.db")!.Delete();
                await using var writer = new StreamWriter(await zip.CreateEntry("rahdari.db").OpenAsync(cancellation));
                await writer.WriteAsync("no database");
            }
        }
        var target = Path.Combine(site.Root, "restored");
        Assert.Equal("BACKUP_INVALID", (await SiteBackup.RestoreAsync(file, target, cancellation: cancellation)).Problem?.Code);
        Assert.False(Directory.Exists(target));
        Assert.Empty(Directory.EnumerateDirectories(site.Root, "*.restoring"));
    }

    [Fact]
    public async Task A_manifest_cannot_name_a_file_outside_of_the_folder()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var cancellation = TestContext.Current.CancellationToken;
        var file = Path.Combine(site.Root, "evil.zip");
        await using (var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Create, cancellation))
        {
            await using var manifest = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync(cancellation));
            await manifest.WriteAsync("""{"node":"khi-1","madeAt":"2026-01-01T00:00:00Z","storage":"sqlite","head":0,"files":{"../evil":"00"}}""");
        }
        var answer = await SiteBackup.RestoreAsync(file, Path.Combine(site.Root, "restored"), cancellation: cancellation);
        Assert.Equal("BACKUP_INVALID", answer.Problem?.Code);
        Assert.False(File.Exists(Path.Combine(site.Root, "evil")));
    }
}
