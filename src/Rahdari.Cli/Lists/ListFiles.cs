using Rahdari.Border.Watchlists;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Lists;

/// <summary>Reads published lists from files and folders.</summary>
internal static class ListFiles
{
    /// <summary>The files meant: a folder stands for the files in it of the form's kind.</summary>
    public static Answer<string[]> Find(ListForm form, IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(In(path, form));
            else if (File.Exists(path))
                files.Add(path);
            else
                return CliRule.FileNotFound.Broken("file", ("file", path));
        }

        if (files.Count == 0)
            return CliRule.FileNotFound.Broken("file", ("file", string.Join(' ', paths)));
        // Of two where one is published nobody can say which is meant.
        if (files.Count > form.MostFiles)
            return CliRule.ListFiles.Broken("file", ("form", form.Code), ("most", $"{form.MostFiles}"), ("files", string.Join(' ', files)));
        return files.ToArray();
    }

    /// <summary>Reads the files whole.</summary>
    public static ListReading Read(ListForm form, IReadOnlyList<string> files, string? name, IProgress<double>? progress, CancellationToken cancellation)
    {
        var opened = new List<(string Name, Stream Bytes)>();
        try
        {
            foreach (var file in files)
                opened.Add((Path.GetFileName(file), File.OpenRead(file)));
            return form.Read(opened, name, progress, cancellation);
        }
        finally
        {
            foreach (var (_, bytes) in opened)
                bytes.Dispose();
        }
    }

    /// <summary>The listed persons to screen, keyed <c>code/reference</c>.</summary>
    public static IEnumerable<ListedPerson> Persons(PublishedList list) => list.Entries.Select(e => e.ToListedPerson(list.Code)).OfType<ListedPerson>();

    private static IEnumerable<string> In(string folder, ListForm form)
    {
        var byEnding = form.Endings.Select(ending => Directory.EnumerateFiles(folder, "*" + ending).Order(StringComparer.Ordinal).ToArray()).Where(files => files.Length > 0);
        return form.NeedsEachEnding ? byEnding.SelectMany(files => files) : byEnding.FirstOrDefault() ?? [];
    }
}
