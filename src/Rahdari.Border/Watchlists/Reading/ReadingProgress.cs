namespace Rahdari.Border.Watchlists.Reading;

/// <summary>How far the reading of one file or several has come, and whether it is still wanted. For one thread.</summary>
internal sealed class ReadingProgress(IReadOnlyList<Stream> files, IProgress<double>? progress, CancellationToken cancellation)
{
    // A report for each entry would cost more than the entry.
    private const int EntriesAReport = 256;

    private readonly long total = files.Sum(f => f.CanSeek ? f.Length : 0);
    private int entries;

    /// <summary>Call once an entry.</summary>
    /// <exception cref="OperationCanceledException">The reading is no longer wanted.</exception>
    public void Next()
    {
        cancellation.ThrowIfCancellationRequested();
        if (progress is null || total == 0 || entries++ % EntriesAReport != 0)
            return;
        progress.Report(Math.Min(1, (double)files.Sum(f => f.CanSeek ? f.Position : 0) / total));
    }

    /// <summary>Call at the end.</summary>
    public void Done() => progress?.Report(1);
}
