using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Rahdari.Border.Storage;

/// <summary>Rows in the form of PostgreSQL's binary COPY (PostgreSQL's documentation of COPY, "Binary Format"). For one thread.</summary>
internal sealed class CopyBuffer
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> content = new(2 * Enough);

    public CopyBuffer()
    {
        content.Write("PGCOPY"u8);
        content.Write((ReadOnlySpan<byte>)[(byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0]);
        Int32(0); // no flags
        Int32(0); // no extension of the header
    }

    /// <summary>Begins a row of as many values.</summary>
    public void Row(int values) => Int16((short)values);

    /// <summary>The next value of the row: a text, number, truth, instant, day, key or bytes, or null.</summary>
    /// <exception cref="NotSupportedException">No column has such values.</exception>
    public void Value(object? value)
    {
        switch (value)
        {
            case null:
                Int32(-1);
                break;
            case string text:
                var length = Encoding.UTF8.GetByteCount(text);
                Int32(length);
                Encoding.UTF8.GetBytes(text, content.GetSpan(length));
                content.Advance(length);
                break;
            case Guid id:
                Int32(16);
                id.TryWriteBytes(content.GetSpan(16), bigEndian: true, out _);
                content.Advance(16);
                break;
            case DateTimeOffset at:
                Int32(8);
                Int64((at - Epoch).Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case DateOnly day:
                Int32(4);
                Int32(day.DayNumber - DateOnly.FromDateTime(Epoch.UtcDateTime).DayNumber);
                break;
            case int number:
                Int32(4);
                Int32(number);
                break;
            case long number:
                Int32(8);
                Int64(number);
                break;
            case bool truth:
                Int32(1);
                content.Write([truth ? (byte)1 : (byte)0]);
                break;
            case byte[] bytes:
                Int32(bytes.Length);
                content.Write(bytes);
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} cannot be copied.");
        }
    }

    /// <summary>True where it is worth sending.</summary>
    public bool IsFull => content.WrittenCount >= Enough;

    /// <summary>What was written since it was taken last; valid until the next value.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var taken = content.WrittenMemory;
        content.ResetWrittenCount();
        return taken;
    }

    /// <summary>The rest with the end.</summary>
    public ReadOnlyMemory<byte> Complete()
    {
        Int16(-1);
        return content.WrittenMemory;
    }

    private void Int16(short number)
    {
        BinaryPrimitives.WriteInt16BigEndian(content.GetSpan(2), number);
        content.Advance(2);
    }

    private void Int32(int number)
    {
        BinaryPrimitives.WriteInt32BigEndian(content.GetSpan(4), number);
        content.Advance(4);
    }

    private void Int64(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(content.GetSpan(8), number);
        content.Advance(8);
    }
}
