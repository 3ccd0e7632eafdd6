namespace Rahdari.Border.Sites;

/// <summary>Backs a site up into one file and restores it; consistent while the site runs.</summary>
public sealed class SiteBackup
{
    /// <summary>Writes a backup (a ZIP with the database, the settings, the signing key and a manifest with SHA-256 sums and the ledger's head). Readable by its owner alone.</summary>
    public static Task<Answer<BackupManifest>> BackupAsync(SiteFolder site, string file, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Checks a backup (sums, chain) and restores it into an empty or absent folder; nothing is left behind where it fails.</summary>
    public static Task<Answer<BackupManifest>> RestoreAsync(string file, string folder, string? postgresConnection = null, IProgress<double>? progress = null, CancellationToken cancellation = default) => throw new NotImplementedException();
}
