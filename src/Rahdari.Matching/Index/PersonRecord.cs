using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Rahdari.Dates;

namespace Rahdari.Matching.Index;

/// <summary>A listed person in bytes, as small as can be read at once: of a million entries only the hits are ever read.</summary>
internal static class PersonRecord
{
    public static void Write(ArrayBufferWriter<byte> to, ListedPerson person)
    {
        Write(to, person.Key);
        Write(to, person.Names.Count);
        foreach (var name in person.Names)
        {
            Write(to, (byte)name.Kind);
            Write(to, name.Text);
        }
        Write(to, person.BirthDates.Count);
        foreach (var span in person.BirthDates)
        {
            Write(to, span.From);
            Write(to, span.To);
            Write(to, span.Circa ? (byte)1 : (byte)0);
        }
        Write(to, person.Nationalities.Count);
        foreach (var nationality in person.Nationalities)
            Write(to, nationality);
        Write(to, (byte)(person.Sex ?? '\0'));
        Write(to, person.Documents.Count);
        foreach (var document in person.Documents)
        {
            Write(to, document.Type);
            Write(to, document.Number);
            Write(to, document.IssuingState ?? "");
        }
    }

    public static ListedPerson Read(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var key = Text(bytes, ref at);
        var names = new ListedName[Count(bytes, ref at)];
        foreach (ref var name in names.AsSpan())
        {
            var kind = (ListedNameKind)bytes[at++];
            name = new ListedName(Text(bytes, ref at), kind);
        }
        var dates = new DateSpan[Count(bytes, ref at)];
        foreach (ref var span in dates.AsSpan())
        {
            span = new DateSpan(Date(bytes[at..]), Date(bytes[(at + 4)..]), bytes[at + 8] != 0);
            at += 9;
        }
        var nationalities = new string[Count(bytes, ref at)];
        foreach (ref var nationality in nationalities.AsSpan())
            nationality = Text(bytes, ref at);
        var sex = bytes[at++] is > 0 and var letter ? (char)letter : (char?)null;
        var documents = new ListedDocument[Count(bytes, ref at)];
        foreach (ref var document in documents.AsSpan())
        {
            var (type, number) = (Text(bytes, ref at), Text(bytes, ref at));
            document = new ListedDocument(type, number, Text(bytes, ref at) is { Length: > 0 } state ? state : null);
        }
        return new ListedPerson(key, names, dates, nationalities, sex, documents);
    }

    private static void Write(ArrayBufferWriter<byte> to, byte value)
    {
        to.GetSpan(1)[0] = value;
        to.Advance(1);
    }

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    private static void Write(ArrayBufferWriter<byte> to, int count)
    {
        for (; count >= 0x80; count >>= 7)
            Write(to, (byte)(count | 0x80));
        Write(to, (byte)count);
    }

    private static void Write(ArrayBufferWriter<byte> to, string text)
    {
        Write(to, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, to);
    }

    private static void Write(ArrayBufferWriter<byte> to, PartialDate date)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), ((date.Year ?? 0) << 9) | ((date.Month ?? 0) << 5) | (date.Day ?? 0));
        to.Advance(4);
    }

    private static PartialDate Date(ReadOnlySpan<byte> bytes)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        return PartialDate.Of(Known(number >> 9), Known((number >> 5) & 0xF), Known(number & 0x1F));

        static int? Known(int part) => part == 0 ? null : part;
    }

    private static int Count(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (count, shift) = (0, 0);
        byte part;
        do
        {
            part = bytes[at++];
            count |= (part & 0x7F) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return count;
    }

    private static string Text(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = Count(bytes, ref at);
        at += length;
        return Encoding.UTF8.GetString(bytes[(at - length)..at]);
    }
}
