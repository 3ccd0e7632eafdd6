using System.Security.Cryptography;
using System.Text.Json;

namespace Rahdari.Border.Sites;

/// <summary>
/// The folder that holds a site: <c>site.json</c> (its settings), <c>node-key.pem</c> (its signing key, readable by its
/// owner alone), <c>casework-vault.key</c> (of what casework keeps encrypted; the same) and, on SQLite, <c>rahdari.db</c>; beside them <c>screening.index</c>, made of the database again where it
/// is missing, and <c>received</c>, what came of headquarters' updates and is not whole yet. A PostgreSQL connection string comes from the environment variable
/// <c>RAHDARI_DATABASE</c>, so that no password stands in a file of the project. A training site has <c>training.db</c> and <c>training-key.pem</c> (and <c>training-vault.key</c>) instead,
/// never a connection string, and is opened by <see cref="OpenTraining"/> alone.
/// </summary>
public sealed class SiteFolder
{
    /// <summary>The environment variable with a PostgreSQL connection string.</summary>
    public const string DatabaseVariable = "RAHDARI_DATABASE";

    internal const string SqliteName = "rahdari.db";
    internal const string SettingsName = "site.json";
    internal const string KeyName = "node-key.pem";
    internal const string VaultName = "casework-vault.key";
    private const int VaultLength = 32;
    internal const string IndexName = "screening.index";

    // Names of their own: what is copied into the other kind's folder is not found there.
    private const string TrainingSqliteName = "training.db";
    private const string TrainingKeyName = "training-key.pem";
    private const string TrainingVaultName = "training-vault.key";

    private SiteFolder(string path, SiteSettings settings, string? postgres) => (FullPath, Settings, PostgresConnection) = (path, settings, postgres);

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>The settings.</summary>
    public SiteSettings Settings { get; }

    /// <summary>The PostgreSQL connection string, or null where the site is on SQLite.</summary>
    public string? PostgresConnection { get; }

    /// <summary>The SQLite database file.</summary>
    public string SqliteFile => Path.Combine(FullPath, IsOfTraining ? TrainingSqliteName : SqliteName);

    /// <summary>The settings file.</summary>
    public string SettingsFile => Path.Combine(FullPath, SettingsName);

    /// <summary>The index of all who are listed, as last built.</summary>
    public string IndexFile => Path.Combine(FullPath, IndexName);

    /// <summary>The signing key (PKCS #8, PEM).</summary>
    public string KeyFile => Path.Combine(FullPath, IsOfTraining ? TrainingKeyName : KeyName);

    /// <summary>True of a training site.</summary>
    public bool IsOfTraining => Settings.Kind == SiteKind.Training;

    /// <summary>The key of what casework keeps encrypted; made when it is first asked for.</summary>
    public string VaultFile => Path.Combine(FullPath, IsOfTraining ? TrainingVaultName : VaultName);

    /// <summary>True where the folder holds a site.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(path, SettingsName));

    /// <summary>Opens the site in service in a folder; the answer names what is wrong with its settings. A training site is refused.</summary>
    public static Answer<SiteFolder> Open(string path, string? postgresConnection = null) => OpenAs(SiteKind.Service, path, () => postgresConnection ?? FromEnvironment());

    /// <summary>Opens the training site in a folder. A site in service is refused, and so is a machine that names any database: there is no way to give one.</summary>
    public static Answer<SiteFolder> OpenTraining(string path) => OpenAs(SiteKind.Training, path, () => null);

    /// <summary>Makes a new site in service: the folder, its settings and its signing key. An existing site is not overwritten.</summary>
    public static Answer<SiteFolder> Create(string path, SiteSettings settings, string? postgresConnection = null) =>
        CreateAs(SiteKind.Service, path, settings, () => postgresConnection ?? FromEnvironment());

    /// <summary>Makes a new training site: the folder, its settings, its signing key and its empty database, all marked as of training.</summary>
    public static Answer<SiteFolder> CreateTraining(string path, SiteSettings settings) => CreateAs(SiteKind.Training, path, settings, () => null);

    private static Answer<SiteFolder> OpenAs(SiteKind kind, string path, Func<string?> postgres)
    {
        var full = Path.GetFullPath(path);
        var file = Path.Combine(full, SettingsName);
        if (!File.Exists(file))
            return BorderRule.SiteNotFound.Broken(null, ("folder", full));
        try
        {
            var settings = JsonSerializer.Deserialize<SiteSettings>(File.ReadAllText(file), SiteJson.Options)!;
            if ((SiteDoor.Refuse(full, settings, kind) ?? SiteRules.Check(settings)) is { } problem)
                return problem;
            var site = new SiteFolder(full, settings, postgres());
            return SiteDoor.RefuseDatabase(site.SqliteFile, kind) is { } other ? other : site;
        }
        catch (JsonException e)
        {
            return BorderRule.SiteSettingsInvalid.Broken(e.Path, ("file", file), ("reason", e.Message));
        }
    }

    private static Answer<SiteFolder> CreateAs(SiteKind kind, string path, SiteSettings settings, Func<string?> postgres)
    {
        var full = Path.GetFullPath(path);
        if ((SiteDoor.Refuse(full, settings, kind) ?? SiteRules.Check(settings)) is { } problem)
            return problem;
        if (Exists(full))
            return BorderRule.SiteExists.Broken(null, ("folder", full));
        MakePrivate(full);
        var site = new SiteFolder(full, settings, postgres());
        WriteSecret(site.KeyFile, kind == SiteKind.Training ? TrainingKey.New() : NewKey());
        if (kind == SiteKind.Training)
            SiteDoor.MakeTrainingDatabase(site.SqliteFile);
        File.WriteAllText(site.SettingsFile, JsonSerializer.Serialize(settings, SiteJson.Options) + "\n");
        return site;
    }

    /// <summary>The signing key; of a training site one whose signatures are marked.</summary>
    public ECDsa OpenKey()
    {
        if (IsOfTraining)
            return TrainingKey.Read(File.ReadAllText(KeyFile));
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));
        return key;
    }

    /// <summary>
    /// The key under which casework keeps what is to be read here alone: 32 bytes, in a file of its own beside the database, made when it is first asked for and durable before it is used. Without it what is
    /// encrypted is lost.
    /// </summary>
    /// <exception cref="InvalidOperationException">The file holds no such key.</exception>
    public byte[] OpenVault()
    {
        if (!File.Exists(VaultFile))
            MakeVault();
        var key = new byte[VaultLength + 1];
        return Convert.TryFromBase64String(File.ReadAllText(VaultFile).Trim(), key, out var length) && length == VaultLength
            ? key[..VaultLength]
            : throw new InvalidOperationException($"{VaultFile} holds no key of {VaultLength} bytes: restore it from the backup.");
    }

    /// <summary>Whole on the disk before it has its name: a power cut leaves a key or none.</summary>
    private void MakeVault()
    {
        var partial = $"{VaultFile}.{Guid.NewGuid():N}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(partial, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(VaultLength))));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(partial, VaultFile, overwrite: false);
        }
        catch (IOException) when (File.Exists(VaultFile))
        {
            File.Delete(partial); // Another process was quicker.
        }
    }

    /// <summary>Makes a folder that only its owner can enter.</summary>
    public static void MakePrivate(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a file that only its owner can read.</summary>
    internal static void WriteSecret(string file, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(text);
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string? FromEnvironment() => Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } value ? value : null;
}
