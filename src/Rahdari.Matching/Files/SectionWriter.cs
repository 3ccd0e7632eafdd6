using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rahdari.Matching.Files;

/// <summary>Collects flat arrays and writes them to a file that nobody sees before it is whole and on the disk.</summary>
internal sealed class SectionWriter : ISections
{
    private const string Partial = ".partial";

    // So long nobody writes: whoever did was killed.
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly List<(int ElementBytes, Content Bytes)> sections = [];

    private delegate ReadOnlySpan<byte> Content();

    public ReadOnlyMemory<T> Pass<T>(string name, ReadOnlyMemory<T> held)
        where T : unmanaged
    {
        sections.Add((Unsafe.SizeOf<T>(), () => MemoryMarshal.AsBytes(held.Span)));
        return held;
    }

    /// <summary>Writes a file of its own, readable by its owner alone, and puts it in the place of the one before: readers of that go on, and of two writers the later stays.</summary>
    /// <exception cref="IOException">It could not be written; the file before stays.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; the file before stays.</exception>
    public void Write(string path, string savedAs, CancellationToken cancellation)
    {
        var digests = new byte[sections.Count][];
        Parallel.For(0, sections.Count, new ParallelOptions { CancellationToken = cancellation }, i => digests[i] = SectionDigest.Of(sections[i].Bytes(), cancellation));
        var header = new IndexHeader(savedAs, [.. sections.Select((s, i) => new IndexHeader.Section(s.ElementBytes, s.Bytes().Length, digests[i]))]);
        if (header.Length > IndexHeader.Longest)
            throw new ArgumentException("What the file is saved as is too long.", nameof(savedAs));
        var partial = $"{path}.{Guid.NewGuid():N}{Partial}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(partial, options))
            {
                file.Write(header.Write());
                var offsets = header.Offsets();
                for (var i = 0; i < sections.Count; i++)
                {
                    file.Position = offsets[i];
                    Write(file, sections[i].Bytes(), cancellation);
                }
                file.SetLength(offsets[^1]); // Where the last is empty.
                file.Flush(flushToDisk: true);
            }
            ClearAbandoned(path, File.GetLastWriteTimeUtc(partial));
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Write(FileStream file, ReadOnlySpan<byte> bytes, CancellationToken cancellation)
    {
        while (!bytes.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = bytes[..Math.Min(bytes.Length, SectionDigest.AtOnce)];
            file.Write(some);
            bytes = bytes[some.Length..];
        }
    }

    /// <summary>What a process that was killed has left: long before the file that is written now.</summary>
    private static void ClearAbandoned(string path, DateTime now)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (var left in Directory.EnumerateFiles(folder, $"{Path.GetFileName(path)}.*{Partial}"))
        {
            if (now - File.GetLastWriteTimeUtc(left) > Abandoned)
                File.Delete(left);
        }
    }
}
