using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Ledger;
using Rahdari.Border.Received;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Sites;

/// <summary>Backs a site up into one file and restores it; consistent while the site runs.</summary>
public static class SiteBackup
{
    private const string ManifestName = "manifest.json";
    private const string PostgresDump = "rahdari.pgdump";
    private const int LargestManifest = 1 << 20;

    /// <summary>Writes a backup (a ZIP with the database, the settings, the keys and a manifest with SHA-256 sums and the ledger's head). Readable by its owner alone.</summary>
    /// <param name="site">The site; it may be running.</param>
    /// <param name="file">The file to make; an existing one is not overwritten.</param>
    /// <param name="progress">Receives the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops; the unfinished file is removed.</param>
    public static async Task<Answer<BackupManifest>> BackupAsync(SiteFolder site, string file, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (File.Exists(file))
            return Invalid(file, "the file exists");
        var work = Directory.CreateTempSubdirectory("rahdari-backup-");
        var partial = $"{file}.{Guid.NewGuid():N}.partial";
        try
        {
            var dump = Path.Combine(work.FullName, DatabaseName(site));
            await AuditAsync(site, cancellation);
            var (head, hash) = await DatabaseDump.HeadAsync(site, cancellation); // Before the copy, which holds this head or more.
            if (await DatabaseDump.WriteAsync(site, dump, cancellation) is { } problem)
                return Invalid(file, problem);
            progress?.Report(0.5);
            var files = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [DatabaseName(site)] = dump,
                [Path.GetFileName(site.SettingsFile)] = site.SettingsFile,
                [Path.GetFileName(site.KeyFile)] = site.KeyFile,
            };
            if (File.Exists(site.VaultFile))
                files[SiteFolder.VaultName] = site.VaultFile;
            foreach (var name in LinkedNames.Where(name => File.Exists(Path.Combine(site.FullPath, name))))
                files[name] = Path.Combine(site.FullPath, name);
            var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, path) in files)
                sums[name] = await SumAsync(path, cancellation);
            var storage = site.PostgresConnection is null ? "sqlite" : "postgresql";
            var manifest = new BackupManifest(site.Settings.Node, DateTimeOffset.UtcNow, storage, head, hash, sums);
            await using (var stream = new FileStream(partial, Owner(FileMode.CreateNew)))
            {
                await using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
                await using (var entry = await zip.CreateEntry(ManifestName).OpenAsync(cancellation))
                    await JsonSerializer.SerializeAsync(entry, manifest, BorderJson.Default.BackupManifest, cancellation);
                foreach (var (name, path) in files)
                    await zip.CreateEntryFromFileAsync(path, name, CompressionLevel.Fastest, cancellation);
            }
            File.Move(partial, file);
            progress?.Report(1);
            return manifest;
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            return Invalid(file, e.Message);
        }
        finally
        {
            File.Delete(partial);
            work.Delete(recursive: true);
        }
    }

    /// <summary>Checks a backup (its files and sums, the chain and its end) and restores it into an empty or absent folder; nothing is left behind where it fails, neither there nor in the database.</summary>
    /// <param name="file">A file that <see cref="BackupAsync"/> made.</param>
    /// <param name="folder">Where the site shall be.</param>
    /// <param name="postgresConnection">The connection string of an empty PostgreSQL database, for a backup made on PostgreSQL.</param>
    /// <param name="progress">Receives the share done, 0 to 1.</param>
    /// <param name="senders">Whose records the restored site takes in, at headquarters: their chains are verified too; null where it takes in nobody's.</param>
    /// <param name="cancellation">Stops; nothing is left behind.</param>
    public static async Task<Answer<BackupManifest>> RestoreAsync(
        string file, string folder, string? postgresConnection = null, IProgress<double>? progress = null, Func<SiteFolder, ISenders?>? senders = null, CancellationToken cancellation = default)
    {
        try
        {
            return await RestoreToAsync(file, Path.GetFullPath(folder), postgresConnection, progress, senders, cancellation);
        }
        catch (Exception e) when (IsOfTheMachine(e))
        {
            return Invalid(file, e.Message);
        }
    }

    private static async Task<Answer<BackupManifest>> RestoreToAsync(
        string file, string target, string? postgresConnection, IProgress<double>? progress, Func<SiteFolder, ISenders?>? senders, CancellationToken cancellation)
    {
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            return Invalid(file, $"the folder {target} is not empty");
        if (!File.Exists(file))
            return Invalid(file, "there is no such file");
        var staging = $"{target}.{Guid.NewGuid():N}.restoring";
        SiteFolder? filled = null;
        try
        {
            var manifest = await ExtractAsync(file, staging, cancellation);
            if (!manifest.Succeeded)
                return manifest;
            progress?.Report(0.5);
            var opened = SiteFolder.Open(staging, postgresConnection);
            if (!opened.Succeeded)
                return opened.Problem;
            if ((manifest.Value.Storage == "postgresql") != (opened.Value.PostgresConnection is not null))
                return Invalid(file, $"it was made on {manifest.Value.Storage}; {SiteFolder.DatabaseVariable} says otherwise");
            if (await DatabaseDump.RefuseFilledAsync(opened.Value, cancellation) is { } isFilled)
                return Invalid(file, isFilled);
            filled = opened.Value;
            if (await DatabaseDump.ReadAsync(opened.Value, staging, cancellation) is { } problem)
                return Invalid(file, problem);
            var parts = new ServiceCollection();
            if (senders?.Invoke(opened.Value) is { } known)
                parts.AddSingleton(known);
            await using (var services = parts.AddBorder(opened.Value).BuildServiceProvider())
            {
                // One that an earlier version made is brought up to this one first: it is read by tables as they are now.
                await services.GetRequiredService<BorderStorage>().MigrateAsync(cancellation);
                var end = manifest.Value.HeadHash is { } hash ? $"{manifest.Value.Head}:{hash}" : null;
                var verification = await services.GetRequiredService<LedgerVerifier>().WalkAsync(end, null, cancellation);
                if (verification.Faults.Count > 0)
                    return Invalid(file, $"its ledger is broken: {verification.Faults[0].Detail}");
                // A headquarters that takes in others' records knows less now than they hold of it.
                if (services.GetService<ISenders>() is not null)
                    await services.GetRequiredService<PublishedSeries>().HoldBackAsync(cancellation);
            }
            DatabaseDump.Close(opened.Value);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(staging, target);
            filled = null;
            progress?.Report(1);
            return manifest;
        }
        finally
        {
            if (filled is not null)
                await DatabaseDump.EmptyAsync(filled);
            if (Directory.Exists(staging))
                Directory.Delete(staging, recursive: true);
        }
    }

    /// <summary>How the site is linked, and the authority that certifies nodes, at headquarters alone. The register goes before the revocation list, which is made of it where a change came between.</summary>
    private static readonly string[] LinkedNames =
    [
        "link.json",
        "authority/authority.key", "authority/authority.token.json", "authority/invitations.key", "authority/register.jsonl", "authority/authority.crt", "authority/authority.crl",
    ];

    internal static string DatabaseName(SiteFolder site) => site.PostgresConnection is null ? SiteFolder.SqliteName : PostgresDump;

    private static string[] Names(string storage) => [storage == "sqlite" ? SiteFolder.SqliteName : PostgresDump, SiteFolder.SettingsName, SiteFolder.KeyName];

    /// <summary>What disks, databases and foreign files do wrong, other than what is a defect here.</summary>
    private static bool IsOfTheMachine(Exception e) => e is DbException or IOException or UnauthorizedAccessException or CryptographicException;

    /// <summary>Before the copy, which holds it: a backup reads every record.</summary>
    private static async Task AuditAsync(SiteFolder site, CancellationToken cancellation)
    {
        await using var services = new ServiceCollection().AddBorder(site).BuildServiceProvider();
        await services.GetRequiredService<AuditLog>().RecordAsync(Actor.CommandLine.Name, AuditAction.BackupMade, "site", site.Settings.Node, cancellation: cancellation);
    }

    private static async Task<Answer<BackupManifest>> ExtractAsync(string file, string staging, CancellationToken cancellation)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancellation);
            if (zip.GetEntry(ManifestName) is not { Length: <= LargestManifest } entry)
                return Invalid(file, "it has no manifest");
            BackupManifest manifest;
            await using (var stream = await entry.OpenAsync(cancellation))
                manifest = await JsonSerializer.DeserializeAsync(stream, BorderJson.Default.BackupManifest, cancellation) ?? throw new JsonException("The manifest is empty.");
            if (manifest.Files is null || !manifest.Files.Keys.Except([SiteFolder.VaultName, .. LinkedNames]).ToHashSet(StringComparer.Ordinal).SetEquals(Names(manifest.Storage)))
                return Invalid(file, $"its manifest must name these files and no other: {string.Join(", ", Names(manifest.Storage))}");
            if (manifest.Head > 0 && manifest.HeadHash is null)
                return Invalid(file, "its manifest does not say where the ledger ends");
            SiteFolder.MakePrivate(staging);
            foreach (var (name, sum) in manifest.Files)
            {
                if (zip.GetEntry(name) is not { } part)
                    return Invalid(file, $"{name} is missing");
                var path = Path.Combine(staging, name);
                if (Path.GetDirectoryName(name) is { Length: > 0 } folder)
                    SiteFolder.MakePrivate(Path.Combine(staging, folder));
                await using (var from = await part.OpenAsync(cancellation))
                await using (var to = new FileStream(path, Owner(FileMode.CreateNew)))
                    await from.CopyToAsync(to, cancellation);
                if (await SumAsync(path, cancellation) != sum)
                    return Invalid(file, $"{name} was changed: its SHA-256 differs from the manifest");
            }
            return manifest;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException)
        {
            return Invalid(file, e.Message);
        }
    }

    private static FileStreamOptions Owner(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static async Task<string> SumAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    private static Documents.Findings.Finding Invalid(string file, string reason) => BorderRule.BackupInvalid.Broken(null, ("file", file), ("reason", reason));
}
