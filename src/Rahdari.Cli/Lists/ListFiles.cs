using Rahdari.Border;
using Rahdari.Border.Watchlists;
using Rahdari.Cli.Output;
using Rahdari.Matching;

namespace Rahdari.Cli.Lists;

/// <summary>Reads published lists from files and folders.</summary>
internal static class ListFiles
{
    /// <summary>The publishers whose form is known.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["un", "ofac"];

    /// <summary>The files meant: a folder stands for the files in it of the publisher's kind.</summary>
    public static Answer<string[]> Find(string form, IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, form == "un" ? "*.xml" : "*.csv").Order(StringComparer.Ordinal));
            else if (File.Exists(path))
                files.Add(path);
            else
                return CliRule.FileNotFound.Broken("file", ("file", path));
        }

        if (files.Count == 0)
            return CliRule.FileNotFound.Broken("file", ("file", string.Join(' ', paths)));
        // The UN publishes one file; of two nobody can say which is meant.
        if (form == "un" && files.Count > 1)
            return CliRule.ListFiles.Broken("file", ("files", string.Join(' ', files)));
        return files.ToArray();
    }

    /// <summary>Reads the files whole.</summary>
    public static ListReading Read(string form, IReadOnlyList<string> files, IProgress<double>? progress, CancellationToken cancellation)
    {
        var opened = new List<(string Name, Stream Bytes)>();
        try
        {
            foreach (var file in files)
                opened.Add((Path.GetFileName(file), File.OpenRead(file)));
            return form == "un"
                ? UnConsolidatedList.Read(opened[0].Bytes, opened[0].Name, progress, cancellation)
                : OfacList.Read(opened, progress, cancellation);
        }
        finally
        {
            foreach (var (_, bytes) in opened)
                bytes.Dispose();
        }
    }

    /// <summary>The listed persons to screen, keyed <c>code/reference</c>.</summary>
    public static IEnumerable<ListedPerson> Persons(PublishedList list) => list.Entries.Select(e => e.ToListedPerson(list.Code)).OfType<ListedPerson>();
}
