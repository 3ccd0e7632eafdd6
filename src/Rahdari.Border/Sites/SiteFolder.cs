using System.Security.Cryptography;
using System.Text.Json;

namespace Rahdari.Border.Sites;

/// <summary>
/// The folder that holds a site: <c>site.json</c> (its settings), <c>node-key.pem</c> (its signing key, readable by its
/// owner alone), <c>casework-vault.key</c> (of what casework keeps encrypted; the same) and, on SQLite, <c>rahdari.db</c>; beside them <c>screening.index</c>, made of the database again where it
/// is missing. A PostgreSQL connection string comes from the environment variable
/// <c>RAHDARI_DATABASE</c>, so that no password stands in a file of the project.
/// </summary>
public sealed class SiteFolder
{
    /// <summary>The environment variable with a PostgreSQL connection string.</summary>
    public const string DatabaseVariable = "RAHDARI_DATABASE";

    internal const string SqliteName = "rahdari.db";
    internal const string SettingsName = "site.json";
    internal const string KeyName = "node-key.pem";
    internal const string VaultName = "casework-vault.key";
    internal const string IndexName = "screening.index";

    private SiteFolder(string path, SiteSettings settings, string? postgres) => (FullPath, Settings, PostgresConnection) = (path, settings, postgres);

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>The settings.</summary>
    public SiteSettings Settings { get; }

    /// <summary>The PostgreSQL connection string, or null where the site is on SQLite.</summary>
    public string? PostgresConnection { get; }

    /// <summary>The SQLite database file.</summary>
    public string SqliteFile => Path.Combine(FullPath, SqliteName);

    /// <summary>The settings file.</summary>
    public string SettingsFile => Path.Combine(FullPath, SettingsName);

    /// <summary>The index of all who are listed, as last built.</summary>
    public string IndexFile => Path.Combine(FullPath, IndexName);

    /// <summary>The signing key (PKCS #8, PEM).</summary>
    public string KeyFile => Path.Combine(FullPath, KeyName);

    /// <summary>The key of what casework keeps encrypted; made when it is first asked for.</summary>
    public string VaultFile => Path.Combine(FullPath, VaultName);

    /// <summary>True where the folder holds a site.</summary>
    public static bool Exists(string path) => File.Exists(Path.Combine(path, SettingsName));

    /// <summary>Opens the site in a folder; the answer names what is wrong with its settings.</summary>
    public static Answer<SiteFolder> Open(string path, string? postgresConnection = null)
    {
        var full = Path.GetFullPath(path);
        var file = Path.Combine(full, SettingsName);
        if (!File.Exists(file))
            return BorderRule.SiteNotFound.Broken(null, ("folder", full));
        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllText(file), SiteJson.Default.SiteSettings)!;
            if (SiteRules.Check(settings) is { } problem)
                return problem;
            return new SiteFolder(full, settings, postgresConnection ?? FromEnvironment());
        }
        catch (JsonException e)
        {
            return BorderRule.SiteSettingsInvalid.Broken(e.Path, ("file", file), ("reason", e.Message));
        }
    }

    /// <summary>Makes a new site: the folder, its settings and its signing key. An existing site is not overwritten.</summary>
    public static Answer<SiteFolder> Create(string path, SiteSettings settings, string? postgresConnection = null)
    {
        var full = Path.GetFullPath(path);
        if (SiteRules.Check(settings) is { } problem)
            return problem;
        if (Exists(full))
            return BorderRule.SiteExists.Broken(null, ("folder", full));
        MakePrivate(full);
        var site = new SiteFolder(full, settings, postgresConnection ?? FromEnvironment());
        using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            WriteSecret(site.KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(site.SettingsFile, JsonSerializer.Serialize(settings, SiteJson.Default.SiteSettings) + "\n");
        return site;
    }

    /// <summary>The signing key.</summary>
    public ECDsa OpenKey()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));
        return key;
    }

    /// <summary>
    /// The key under which casework keeps what is to be read here alone: 32 bytes, in a file of its own beside the database, made when it is first asked for. Without it what is
    /// encrypted is lost: it belongs into the backup, apart from the database.
    /// </summary>
    public byte[] OpenVault()
    {
        var file = VaultFile;
        try
        {
            if (!File.Exists(file))
                WriteSecret(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was quicker.
        }
        return Convert.FromBase64String(File.ReadAllText(file));
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

    private static string? FromEnvironment() => Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } value ? value : null;
}
