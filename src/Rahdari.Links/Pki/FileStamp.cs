using Rahdari.Documents.Findings;

namespace Rahdari.Links.Pki;

/// <summary>What a file says, read again once the file was replaced. A file that cannot be taken leaves what was read before. Thread-safe.</summary>
/// <typeparam name="T">What is read; immutable.</typeparam>
/// <param name="file">The file.</param>
/// <param name="largest">The largest file that is read; of a larger one nothing is, which is for <paramref name="read"/> to refuse.</param>
/// <param name="read">Reads what the file holds.</param>
internal sealed class FileStamp<T>(string file, int largest, Func<byte[], Answer<T>> read)
    where T : class
{
    private readonly Lock reading = new();
    private volatile Taken taken = new(default, -1, null, null);

    /// <summary>What the file says now; null where it never said anything.</summary>
    public T? Value => Now().Value;

    /// <summary>Why the file as it is was not taken; null where it was, or is not there.</summary>
    public Finding? Problem => Now().Problem;

    private Taken Now()
    {
        var (written, length) = Stamp();
        if (taken.Written == written && taken.Length == length)
            return taken;
        lock (reading)
        {
            (written, length) = Stamp();
            if (taken.Written == written && taken.Length == length)
                return taken;
            if (length < 0)
                return taken = new Taken(written, length, taken.Value, null);
            var bytes = PrivateFiles.Read(file, largest);
            if (bytes is null && length <= largest)
                return taken; // Gone since it was looked at.
            var answer = read(bytes ?? []);
            return taken = new Taken(written, length, answer.Value ?? taken.Value, answer.Problem);
        }
    }

    private (DateTime Written, long Length) Stamp()
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : (default, -1);
    }

    private sealed record Taken(DateTime Written, long Length, T? Value, Finding? Problem);
}
