using System.Globalization;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;

namespace Rahdari.Documents.Chips;

/// <summary>Reads files whole (Doc 9303-10 §3.6) and keeps what was read. Bounded: a chip may say any length. Not thread-safe.</summary>
internal sealed class ChipFiles(IProgress<ChipProgress>? progress)
{
    private const int LargestFile = 256 << 10;
    private const int LargestChip = 1 << 20;

    // What an answer holds beside the octets of the file: the heads of its objects, the indicator, the status twice and the checksum.
    private const int Protection = 21;
    private const int LargestBlock = 16;
    private const int LastShortOffset = 0x7FFF;

    private static readonly int ShortChunk = Chunk(AnswerLength.Short);

    private readonly Dictionary<ElementaryFile, ReadOnlyMemory<byte>> read = [];
    private int chunk = ShortChunk;
    private bool isLongAsked, isLongShown;
    private int expected = 2;
    private int octets;

    public IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>> Read => read;

    /// <summary>How many files are still to come.</summary>
    public void Expect(int count) => expected = read.Count + count;

    /// <summary>True from the first part that is asked for in a long answer until one has come: neither the reader nor the chip has shown yet that it gives them.</summary>
    public bool IsTryingLong => isLongAsked && !isLongShown;

    /// <summary>How long an answer may be, its status included.</summary>
    public void Take(int answerLength) => chunk = Chunk(answerLength);

    /// <summary>Reads a file; null, with a finding where it was to be expected, if the chip does not give it.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(ChipSession session, ElementaryFile file, List<Finding> findings, CancellationToken cancellation, bool isExpected = true)
    {
        var selected = await session.SendAsync(new CommandApdu(0x00, 0xA4, 0x02, 0x0C, new[] { (byte)(file.FileId >> 8), (byte)file.FileId }), cancellation);
        if (!selected.IsSuccess)
            return Refused(selected.Status);
        var head = await session.SendAsync(new CommandApdu(0x00, 0xB0, 0x00, 0x00, default, 6), cancellation);
        if (head.Data.IsEmpty || (!head.IsSuccess && head.Status != ResponseApdu.EndOfFile))
            return Refused(head.Status);
        if (StatedLength(head.Data.Span) is not { } length || length > LargestFile || octets + length > LargestChip)
        {
            findings.Add(ChipRule.FileLength.Found(file.Name, file.Name, StatedLength(head.Data.Span)?.ToString(CultureInfo.InvariantCulture) ?? "?", Text(head.Data.Length)));
            return null;
        }
        var bytes = new List<byte>(head.Data.Length);
        bytes.AddRange(head.Data.Span);
        while (bytes.Count < length)
        {
            progress?.Report(new ChipProgress(file, bytes.Count, length, read.Count, expected));
            var wanted = Math.Min(chunk, length - bytes.Count);
            isLongAsked |= wanted > ShortChunk;
            var next = await PartAsync(session, bytes.Count, wanted, cancellation);
            if (next.Data.IsEmpty && IsTryingLong)
            {
                (chunk, isLongAsked) = (ShortChunk, false); // It says more than it gives.
                continue;
            }
            if (next.Data.IsEmpty)
                break;
            isLongShown |= next.Data.Length > ShortChunk;
            bytes.AddRange(next.Data.Span);
        }
        if (bytes.Count < length)
        {
            findings.Add(ChipRule.FileLength.Found(file.Name, file.Name, Text(length), Text(bytes.Count)));
            return null;
        }
        // A chip may give more than was asked for: what lies behind the object is no part of it.
        octets += length;
        read[file] = bytes.GetRange(0, length).ToArray();
        progress?.Report(new ChipProgress(file, length, length, read.Count - 1, expected));
        return read[file];

        ReadOnlyMemory<byte>? Refused(ushort status)
        {
            if (isExpected)
                findings.Add(ChipRule.FileRefused.Found(file.Name, file.Name, ChipSession.Text(status)));
            return null;
        }
    }

    /// <summary>READ BINARY; behind 32,767 with an odd instruction and the offset as an object (ISO/IEC 7816-4 §7.2.3).</summary>
    private async ValueTask<ResponseApdu> PartAsync(ChipSession session, int offset, int length, CancellationToken cancellation)
    {
        if (offset <= LastShortOffset)
            return await session.SendAsync(new CommandApdu(0x00, 0xB0, (byte)(offset >> 8), (byte)offset, default, length), cancellation);
        byte[] place = offset <= ushort.MaxValue ? [(byte)(offset >> 8), (byte)offset] : [(byte)(offset >> 16), (byte)(offset >> 8), (byte)offset];
        var response = await session.SendAsync(new CommandApdu(0x00, 0xB1, 0x00, 0x00, DataObject.Write(0x54, place), Math.Min(length, chunk - 4) + 4), cancellation);
        return DataObject.TryReadFirst(response.Data, out var data, out _) && data.Tag == 0x53 ? response with { Data = data.Value } : response with { Data = default };
    }

    /// <summary>The most octets of a file in an answer of that length, padded under either cipher (Doc 9303-11 §9.8).</summary>
    private static int Chunk(int answerLength) => ((answerLength - Protection) / LargestBlock * LargestBlock) - 1;

    /// <summary>The length of the object that the file begins with, its head included; null where that is none.</summary>
    private static int? StatedLength(ReadOnlySpan<byte> head)
    {
        if (head.Length < 2)
            return null;
        if (head[1] < 0x80)
            return 2 + head[1];
        var width = head[1] & 0x7F;
        if (width is 0 or > 3 || head.Length < 2 + width)
            return null;
        var length = 0;
        foreach (var octet in head.Slice(2, width))
            length = (length << 8) | octet;
        return 2 + width + length;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
