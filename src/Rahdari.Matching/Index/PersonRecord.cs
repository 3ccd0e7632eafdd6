using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Rahdari.Dates;

namespace Rahdari.Matching.Index;

/// <summary>A listed person in bytes, as small as can be read at once: of a million entries only the hits are ever read.</summary>
/// <remarks>A text is its length by two and its UTF-8; odd, and its UTF-16, where half a surrogate would be lost.</remarks>
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
        Write(to, person.BirthPlaces.Count);
        foreach (var place in person.BirthPlaces)
            Write(to, place);
        Write(to, (byte)(person.Sex ?? '\0'));
        Write(to, person.Documents.Count);
        foreach (var document in person.Documents)
        {
            Write(to, document.Type);
            Write(to, document.Number);
            Write(to, document.IssuingState ?? "");
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no person.</exception>
    public static ListedPerson Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ReadWhole(bytes);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException("The record of a listed person is damaged.", e);
        }
    }

    private static ListedPerson ReadWhole(ReadOnlySpan<byte> bytes)
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
        var places = new string[Count(bytes, ref at)];
        foreach (ref var place in places.AsSpan())
            place = Text(bytes, ref at);
        var sex = bytes[at++] is > 0 and var letter ? (char)letter : (char?)null;
        var documents = new ListedDocument[Count(bytes, ref at)];
        foreach (ref var document in documents.AsSpan())
        {
            var (type, number) = (Text(bytes, ref at), Text(bytes, ref at));
            document = new ListedDocument(type, number, Text(bytes, ref at) is { Length: > 0 } state ? state : null);
        }
        return new ListedPerson(key, names, dates, nationalities, sex, documents) { BirthPlaces = places };
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
        if (IsWhole(text))
        {
            Write(to, Encoding.UTF8.GetByteCount(text) * 2);
            Encoding.UTF8.GetBytes(text, to);
            return;
        }
        var units = MemoryMarshal.AsBytes(text.AsSpan());
        Write(to, (units.Length * 2) + 1);
        to.Write(units);
    }

    /// <summary>False where half a surrogate stands alone.</summary>
    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            text = text[(at + 2)..];
        }
        return true;
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

    private static int Number(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = 0L;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = bytes[at++];
            number |= (long)(part & 0x7F) << shift;
            if ((part & 0x80) == 0)
                break;
        }
        return number <= int.MaxValue ? (int)number : throw new ArgumentException("A number is too large.");
    }

    /// <summary>The number of parts that follow; each takes a byte at least.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, ref int at) =>
        Number(bytes, ref at) is var count && count <= bytes.Length - at ? count : throw new ArgumentException("There are fewer parts than counted.");

    private static string Text(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = Number(bytes, ref at);
        var text = bytes.Slice(at, length / 2);
        at += text.Length;
        return (length & 1) == 0 ? Encoding.UTF8.GetString(text) : new string(MemoryMarshal.Cast<byte, char>(text));
    }
}
