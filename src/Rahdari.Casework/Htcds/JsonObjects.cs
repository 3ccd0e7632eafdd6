using System.Buffers;

namespace Rahdari.Casework.Htcds;

/// <summary>Cuts a stream into the objects of a JSON array, or of lines. An object is held at a time, and no more of it than is allowed. Not thread-safe.</summary>
internal sealed class JsonObjects(Stream from)
{
    private readonly byte[] block = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> held = new();
    private long line = 1, column;
    private int depth;
    private bool inText, escaped, isTooLong, isBroken;
    private bool inArray, isClosed, isSkipping;

    /// <summary>What a piece is: an object, or what is wrong there.</summary>
    internal enum Kind
    {
        Object,
        Malformed,
        TooLong,
    }

    /// <summary>The pieces in their order; the bytes are good until the next is asked for. Line and column are where it begins.</summary>
    public IEnumerable<(Kind Kind, ReadOnlyMemory<byte> Utf8, long Line, long Column)> Read()
    {
        long atLine = 1, atColumn = 1;
        var isFirst = true;
        int count;
        while ((count = from.Read(block)) > 0)
        {
            var i = isFirst && block.AsSpan(0, count).StartsWith("\uFEFF"u8) ? 3 : 0;
            isFirst = false;
            for (; i < count; i++)
            {
                var b = block[i];
                column++;
                if (depth > 0 && b == '{' && column == 1)
                {
                    // An object at the beginning of a line is a new one: what stood before it was cut off.
                    yield return (Kind.Malformed, default, atLine, atColumn);
                    depth = 0;
                }
                if (depth > 0)
                {
                    if (Held(b))
                        yield return (isTooLong ? Kind.TooLong : isBroken ? Kind.Malformed : Kind.Object, held.WrittenMemory, atLine, atColumn);
                }
                else if (b == '{' && !isClosed)
                {
                    (atLine, atColumn) = (line, column);
                    held.ResetWrittenCount();
                    (inText, escaped, isTooLong, isBroken, isSkipping) = (false, false, false, false, false);
                    Held(b);
                }
                else if (IsStray(b))
                {
                    isSkipping = true;
                    yield return (Kind.Malformed, default, line, column);
                }
                if (b == '\n')
                    (line, column, isSkipping) = (line + 1, 0, false);
            }
        }
        if (depth > 0)
            yield return (Kind.Malformed, default, atLine, atColumn);
        else if (inArray && !isClosed)
            yield return (Kind.Malformed, default, line, column + 1);
    }

    /// <summary>Takes a byte of an object; true where it is the last.</summary>
    private bool Held(byte b)
    {
        if (held.WrittenCount < HtcdsEntry.Longest)
        {
            held.GetSpan(1)[0] = b;
            held.Advance(1);
        }
        else
        {
            isTooLong = true;
        }
        if (inText)
        {
            isBroken |= b == '\n';
            inText = (escaped || b != '"') && b != '\n';
            escaped = !escaped && b == '\\';
        }
        else if (b == '"')
        {
            (inText, escaped) = (true, false);
        }
        else if (b is (byte)'{' or (byte)'[')
        {
            depth++;
        }
        else if (b is (byte)'}' or (byte)']')
        {
            depth--;
        }
        return depth == 0;
    }

    /// <summary>True at the first byte of a line that belongs nowhere.</summary>
    private bool IsStray(byte b)
    {
        if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            return false;
        if (b == '[' && !inArray)
        {
            inArray = true;
            return false;
        }
        if (b == ']' && inArray && !isClosed)
        {
            isClosed = true;
            return false;
        }
        return !(b == ',' && inArray && !isClosed) && !isSkipping;
    }
}
