namespace Rahdari.EndToEnd;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rahdari.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run from within the repository.");
    }
}
