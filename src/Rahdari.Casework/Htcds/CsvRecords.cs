using System.Buffers;
using System.Text;

namespace Rahdari.Casework.Htcds;

/// <summary>Cuts a stream into the records of a table (RFC 4180; the separator is the first of comma, semicolon and tab in the header). A record is held at a time, and no more of it than is allowed. Not thread-safe.</summary>
internal sealed class CsvRecords(Stream from)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] block = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> held = new();
    private List<string> fields = [];
    private byte separator;
    private bool isQuoted, wasQuoted, isWrong, isTooLong, isSkipping;
    private long length;

    /// <summary>The records in their order; what is wrong in place of the fields where one cannot be read: it is left at the end of its line.</summary>
    /// <returns>The fields, null where there is a problem; whether that is its length; the line where it begins.</returns>
    public IEnumerable<(List<string>? Fields, bool IsTooLong, long Line)> Read()
    {
        long line = 1, began = 1;
        var isFirst = true;
        int count;
        while ((count = from.Read(block)) > 0)
        {
            var i = isFirst && block.AsSpan(0, count).StartsWith("\uFEFF"u8) ? 3 : 0;
            isFirst = false;
            for (; i < count; i++)
            {
                var b = block[i];
                if (b == '\n')
                    line++;
                if (!Take(b))
                    continue;
                if (End() is { } ended)
                    yield return (ended.Fields, ended.IsTooLong, began);
                began = line;
            }
        }
        // A text that is not closed takes the rest of the file with it.
        isWrong |= isQuoted;
        if (length > 0 && End() is { } last)
            yield return (last.Fields, last.IsTooLong, began);
    }

    /// <summary>Takes a byte; true where the record ends with it.</summary>
    private bool Take(byte b)
    {
        if (++length > HtcdsEntry.Longest)
            (isTooLong, isSkipping) = (true, true);
        if (isSkipping)
            return b == '\n';
        if (isQuoted)
        {
            if (b == '"')
                (isQuoted, wasQuoted) = (false, true);
            else
                Hold(b);
            return false;
        }
        if (b == '\n')
            return true;
        if (separator == 0 && b is (byte)',' or (byte)';' or (byte)'\t')
            separator = b;
        if (b == separator)
        {
            EndField(isLast: false);
        }
        else if (b == '"' && wasQuoted)
        {
            Hold(b);
            (isQuoted, wasQuoted) = (true, false);
        }
        else if (b == '"' && held.WrittenCount == 0)
        {
            isQuoted = true;
        }
        else if (wasQuoted && b != '\r')
        {
            (isWrong, isSkipping) = (true, true);
        }
        else if (!wasQuoted) // Behind a closed text a carriage return ends the line.
        {
            Hold(b);
        }
        return false;
    }

    private void Hold(byte b)
    {
        held.GetSpan(1)[0] = b;
        held.Advance(1);
    }

    private void EndField(bool isLast)
    {
        var text = held.WrittenSpan;
        if (isLast && !wasQuoted && text is [.., (byte)'\r'])
            text = text[..^1];
        try
        {
            fields.Add(Strict.GetString(text));
        }
        catch (DecoderFallbackException)
        {
            isWrong = true;
        }
        held.ResetWrittenCount();
        wasQuoted = false;
    }

    /// <summary>The record; null where the line is empty.</summary>
    private (List<string>? Fields, bool IsTooLong)? End()
    {
        var isBlank = !isSkipping && fields.Count == 0 && !wasQuoted && held.WrittenCount == 0;
        if (!isSkipping)
            EndField(isLast: true);
        (List<string>?, bool)? ended = isWrong || isTooLong ? (null, isTooLong) : isBlank || (fields is [""] && separator != 0) ? null : (fields, false);
        fields = [];
        held.ResetWrittenCount();
        (isQuoted, wasQuoted, isWrong, isTooLong, isSkipping, length) = (false, false, false, false, false, 0);
        return ended;
    }
}
