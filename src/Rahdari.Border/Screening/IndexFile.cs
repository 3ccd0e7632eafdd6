using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Rahdari.Matching;

namespace Rahdari.Border.Screening;

/// <summary>
/// The index of the site's lists in a file of its folder, so that a site starts without building it anew. It is derived from the database: whatever
/// is wrong with it, it is left alone and made again. Several processes may save and open it: each saves a whole one, and the last stays.
/// </summary>
internal sealed partial class IndexFile(string path, ILogger log)
{
    /// <summary>What was saved last, every byte verified; null where it cannot be used.</summary>
    public SearchedIndex? Open(CancellationToken cancellation)
    {
        if (!File.Exists(path))
            return null;
        var begun = Stopwatch.GetTimestamp();
        string? problem = null;
        if (ScreeningIndex.TryOpen(path, out var index, out var cannot))
            problem = index.Verify(cancellation);
        if ((problem ?? cannot) is { } why)
            Refused(why);
        else if (HeldVersions.Parse(index!.SavedAs) is { } versions)
        {
            Opened(index.Count, string.Join(", ", versions.Names), Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            return new SearchedIndex(versions, index);
        }
        return null;
    }

    /// <summary>Saves an index and opens what was saved, every byte verified, which takes no memory that others need; the index itself where that cannot be.</summary>
    public SearchedIndex Saved(SearchedIndex built, CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            built.Index.Save(path, built.Versions.ToString(), cancellation);
            SavedIn(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotSaved(e.Message);
            return built;
        }
        // Another process may have saved its own by now.
        return ScreeningIndex.TryOpen(path, out var index, out _) && index.SavedAs == built.Versions.ToString() && index.Verify(cancellation) is null
            ? built with { Index = index }
            : built;
    }

    /// <summary>Leaves nobody in a file who is on no list any more.</summary>
    public void Delete()
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotSaved(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Opened the screening index of {Entries} entries ({Versions}), every byte verified, in {Milliseconds:F0} ms.")]
    private partial void Opened(int entries, string versions, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "The saved screening index cannot be used and is made anew: {Problem}")]
    private partial void Refused(string problem);

    [LoggerMessage(LogLevel.Information, "Saved the screening index in {Milliseconds:F0} ms.")]
    private partial void SavedIn(double milliseconds);

    [LoggerMessage(LogLevel.Warning, "The file of the screening index could not be written or removed; the next start builds the index anew: {Problem}")]
    private partial void NotSaved(string problem);
}
