namespace Rahdari.Bench.Screening;

/// <summary>The folder of public data beside the project: <c>RAHDARI_SHARED_DATA</c>, or <c>shared/data</c> in a folder above.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where there is none.</summary>
    public static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("RAHDARI_SHARED_DATA") is { Length: > 0 } data)
            return Directory.Exists(data) ? data : null;
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(folder))
                return folder;
        }
        return null;
    }
}
