using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Rahdari.Dates;

namespace Rahdari.Matching.Files;

/// <summary>
/// What stands at the beginning of a file: by which build of this library it was written, what it holds, how long each section is and its
/// SHA-256; at the end the SHA-256 of all that. The sections follow in their order, each from a multiple of <see cref="Alignment"/> bytes on.
/// </summary>
/// <param name="SavedAs">What the caller says that the file holds.</param>
/// <param name="Sections">In their order.</param>
internal sealed record IndexHeader(string SavedAs, IReadOnlyList<IndexHeader.Section> Sections)
{
    public const int Alignment = 64;

    /// <summary>No header is longer.</summary>
    public const int Longest = 1 << 20;

    private const int Format = 1;
    private const int FixedBytes = 8 + 4 + 1 + 32 + 4 + 4 + 4;
    private const int SectionBytes = 4 + 8 + SHA256.HashSizeInBytes;

    // Another build may fold a name otherwise: its tokens are not those that are searched for here.
    private static readonly byte[] Build = [.. ModuleOf(typeof(IndexHeader)), .. ModuleOf(typeof(DateSpan))];

    private static ReadOnlySpan<byte> Magic => "RAHDARIX"u8;

    private static byte ByteOrder => BitConverter.IsLittleEndian ? (byte)'l' : (byte)'b';

    /// <summary>The number of bytes of the header.</summary>
    public int Length => FixedBytes + Encoding.UTF8.GetByteCount(SavedAs) + (Sections.Count * SectionBytes) + SHA256.HashSizeInBytes;

    /// <summary>Where each section begins, and, one more, where the file ends.</summary>
    public long[] Offsets()
    {
        var offsets = new long[Sections.Count + 1];
        long end = Length;
        for (var i = 0; i < Sections.Count; i++)
        {
            offsets[i] = Aligned(end);
            end = offsets[i] + Sections[i].Bytes;
        }
        offsets[^1] = end;
        return offsets;
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream(Length);
        using var writer = new BinaryWriter(bytes);
        var savedAs = Encoding.UTF8.GetBytes(SavedAs);
        writer.Write(Magic);
        writer.Write(Format);
        writer.Write(ByteOrder);
        writer.Write(Build);
        writer.Write(Length);
        writer.Write(savedAs.Length);
        writer.Write(Sections.Count);
        writer.Write(savedAs);
        foreach (var section in Sections)
        {
            writer.Write(section.ElementBytes);
            writer.Write(section.Bytes);
            writer.Write(section.Digest.Span);
        }
        writer.Write(SHA256.HashData(bytes.ToArray()));
        return bytes.ToArray();
    }

    /// <summary>Reads the beginning of a file; false, and why, where it is none of this build or damaged.</summary>
    /// <param name="bytes">The first <see cref="Longest"/> bytes, or all.</param>
    /// <param name="fileBytes">The length of the file.</param>
    /// <param name="header">What was read.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRead(byte[] bytes, long fileBytes, [NotNullWhen(true)] out IndexHeader? header, [NotNullWhen(false)] out string? problem)
    {
        header = null;
        problem = null;
        if (bytes.Length < FixedBytes || !bytes.AsSpan().StartsWith(Magic))
        {
            problem = "it is no screening index";
            return false;
        }
        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length, bytes.Length - Magic.Length));
        if (reader.ReadInt32() != Format)
            problem = "it has another format";
        else if (reader.ReadByte() != ByteOrder)
            problem = "it was written on a machine with another order of bytes";
        else if (!reader.ReadBytes(Build.Length).AsSpan().SequenceEqual(Build))
            problem = "it was written by another build of the program";
        else if (!TryReadSections(reader, bytes, fileBytes, out header))
            problem = "the header is damaged";
        else if (header.Offsets()[^1] != fileBytes)
            problem = "it is shorter or longer than it was written";
        return problem is null;
    }

    private static bool TryReadSections(BinaryReader reader, byte[] bytes, long fileBytes, [NotNullWhen(true)] out IndexHeader? header)
    {
        header = null;
        var (length, savedAsBytes, count) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        if (length > bytes.Length || savedAsBytes < 0 || count < 0 || length != FixedBytes + (long)savedAsBytes + ((long)count * SectionBytes) + SHA256.HashSizeInBytes)
            return false;
        var end = length - SHA256.HashSizeInBytes;
        if (!SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end, SHA256.HashSizeInBytes)))
            return false;
        var savedAs = Encoding.UTF8.GetString(reader.ReadBytes(savedAsBytes));
        var sections = new Section[count];
        foreach (ref var section in sections.AsSpan())
        {
            section = new Section(reader.ReadInt32(), reader.ReadInt64(), reader.ReadBytes(SHA256.HashSizeInBytes));
            if (section.ElementBytes <= 0 || section.Bytes < 0 || section.Bytes > fileBytes || section.Bytes % section.ElementBytes != 0)
                return false;
        }
        header = new IndexHeader(savedAs, sections);
        return header.Length == length;
    }

    private static byte[] ModuleOf(Type type) => type.Module.ModuleVersionId.ToByteArray();

    private static long Aligned(long offset) => (offset + Alignment - 1) / Alignment * Alignment;

    /// <summary>One flat array.</summary>
    /// <param name="ElementBytes">Bytes of an element.</param>
    /// <param name="Bytes">Bytes of all.</param>
    /// <param name="Digest">SHA-256 of them.</param>
    internal readonly record struct Section(int ElementBytes, long Bytes, ReadOnlyMemory<byte> Digest);
}
