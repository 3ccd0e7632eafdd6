using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace Rahdari.Matching.Files;

/// <summary>The flat arrays of a mapped file. Thread-safe once read.</summary>
internal sealed class MappedSections : ISections
{
    private readonly SafeMemoryMappedViewHandle view;
    private readonly IndexHeader header;
    private readonly long[] offsets;
    private readonly List<string> names = [];
    private string? mistaken;

    private MappedSections(SafeMemoryMappedViewHandle view, IndexHeader header) => (this.view, this.header, offsets) = (view, header, header.Offsets());

    /// <summary>What the file was saved as.</summary>
    public string SavedAs => header.SavedAs;

    /// <summary>The first section that is not what was asked for; null where all are. Asked once all are passed.</summary>
    public string? Problem => mistaken ?? (names.Count == header.Sections.Count ? null : "header");

    /// <summary>Maps a file; false, and why, where its header is not as it was written.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static bool TryOpen(string path, [NotNullWhen(true)] out MappedSections? sections, [NotNullWhen(false)] out string? problem)
    {
        sections = null;
        using var file = new FileStream(path, new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, BufferSize = 0 });
        var bytes = new byte[(int)Math.Min(file.Length, IndexHeader.Longest)];
        file.ReadExactly(bytes);
        if (!IndexHeader.TryRead(bytes, file.Length, out var header, out problem))
            return false;
        using var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        // What is mapped stays when the file is closed.
        sections = new MappedSections(mapped.CreateViewAccessor(0, file.Length, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle, header);
        return true;
    }

    public ReadOnlyMemory<T> Pass<T>(string name, ReadOnlyMemory<T> held)
        where T : unmanaged
    {
        var at = names.Count;
        names.Add(name);
        if (at >= header.Sections.Count || header.Sections[at].ElementBytes != Unsafe.SizeOf<T>() || header.Sections[at].Bytes > Array.MaxLength)
        {
            mistaken ??= name;
            return default;
        }
        return new MappedMemory<T>(view, offsets[at], (int)(header.Sections[at].Bytes / Unsafe.SizeOf<T>())).Memory;
    }

    /// <summary>The first section whose bytes are not those written; null where all are.</summary>
    public string? Altered(CancellationToken cancellation)
    {
        var altered = new bool[names.Count];
        Parallel.For(0, names.Count, new ParallelOptions { CancellationToken = cancellation }, i => altered[i] = !Digest(i, cancellation).AsSpan().SequenceEqual(header.Sections[i].Digest.Span));
        return Array.IndexOf(altered, true) is >= 0 and var first ? names[first] : null;
    }

    private byte[] Digest(int section, CancellationToken cancellation)
    {
        var bytes = new MappedMemory<byte>(view, offsets[section], (int)header.Sections[section].Bytes);
        var digest = SectionDigest.Of(bytes.GetSpan(), cancellation);
        GC.KeepAlive(this);
        return digest;
    }
}
