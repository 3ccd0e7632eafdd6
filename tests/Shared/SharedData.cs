namespace Rahdari.Tests;

/// <summary>Real input that stands beside a developer's checkout (or where RAHDARI_SHARED_DATA says) and is not part of the project.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder; the test is skipped, with a message, where it is absent.</summary>
    public static string Path(params string[] parts)
    {
        var relative = System.IO.Path.Combine(parts);
        var root = Root();
        Assert.SkipWhen(root is null, "There is no folder shared/data beside the checkout, and RAHDARI_SHARED_DATA names none.");
        var path = System.IO.Path.Combine(root!, relative);
        Assert.SkipUnless(System.IO.Path.Exists(path), $"{path} is absent.");
        return path;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("RAHDARI_SHARED_DATA") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(path))
                return path;
        }
        return null;
    }
}
