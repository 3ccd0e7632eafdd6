using System.Text;

namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>
/// One segment, as it stands in what was read: nothing is copied before a value is asked for. Elements and components
/// count from 0, the element after the tag being the first. Immutable; it keeps the bytes that were read alive.
/// </summary>
public readonly struct EdifactSegment
{
    private const byte NoRelease = (byte)' ';

    /// <summary>Capitals and digits, and nothing.</summary>
    private const int CodeCharacters = 37;

    private static readonly string?[] Codes = new string?[CodeCharacters * CodeCharacters * CodeCharacters];

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly EdifactEnvelope envelope;

    internal EdifactSegment(ReadOnlyMemory<byte> bytes, EdifactEnvelope envelope, int number, int position) =>
        (this.bytes, this.envelope, Number, Position) = (bytes, envelope, number, position);

    /// <summary>The number of the segment in what was read, from 1; a service string advice is none.</summary>
    public int Number { get; }

    /// <summary>The place of its first byte in what was read, from 1.</summary>
    public int Position { get; }

    /// <summary>The three characters of the tag: <c>NAD</c>.</summary>
    public string Tag => Encoding.Latin1.GetString(bytes.Span[..3]);

    /// <summary>The segment as it stands, without its terminator.</summary>
    public string Raw => Text(bytes.Span, unescape: false);

    /// <summary>The tag as one number, to be compared with <see cref="TagCode"/>.</summary>
    internal int TagNumber => bytes.Span is [var a, var b, var c, ..] ? (a << 16) | (b << 8) | c : 0;

    internal static int TagCode(ReadOnlySpan<byte> tag) => (tag[0] << 16) | (tag[1] << 8) | tag[2];

    /// <summary>The number of elements after the tag.</summary>
    public int Elements
    {
        get
        {
            var count = 0;
            for (var rest = bytes.Span; Next(ref rest, envelope.Syntax.Element, envelope.Syntax.Release, out _);)
                count++;
            return Math.Max(0, count - 1);
        }
    }

    /// <summary>The text of a component, without the spaces and ends of line around it; empty where there is none.</summary>
    public string this[int element, int component = 0] => Text(Span(element, component), unescape: true);

    /// <summary>The whole element as it stands.</summary>
    public string Element(int element) => Text(Span(element), unescape: false);

    /// <summary>The components of an element.</summary>
    public IReadOnlyList<string> Components(int element)
    {
        var components = new List<string>();
        for (var rest = Span(element); Next(ref rest, envelope.Syntax.Component, envelope.Syntax.Release, out var component);)
            components.Add(Text(component, unescape: true));
        return components;
    }

    /// <summary>The text of a component in the buffer, or beside it where it does not fit: nothing to be collected afterwards.</summary>
    internal ReadOnlySpan<char> Characters(int element, int component, Span<char> buffer)
    {
        var span = Trim(Span(element, component));
        return span.Length <= buffer.Length && IsPlain(span) ? buffer[..envelope.CharacterSet.Encoding.GetChars(span, buffer)] : Text(span, unescape: true);
    }

    /// <summary>True where a component is this code.</summary>
    internal bool Is(int element, ReadOnlySpan<byte> code) => Trim(Span(element, 0)).SequenceEqual(code);

    /// <summary>True where an element is in several components.</summary>
    internal bool IsComposite(int element) => Span(element).Contains(envelope.Syntax.Component);

    /// <summary>True where a segment has nothing in an element.</summary>
    internal bool IsEmpty(int element) => Trim(Span(element)).IsEmpty;

    internal ReadOnlySpan<byte> Span(int element, int component) => Part(Span(element), component, envelope.Syntax.Component, envelope.Syntax.Release);

    /// <inheritdoc/>
    public override string ToString() => Raw;

    // The tag stands before the first element.
    private ReadOnlySpan<byte> Span(int element) => Part(bytes.Span, element + 1, envelope.Syntax.Element, envelope.Syntax.Release);

    /// <summary>What stands after so many separators that are not released, up to the next; empty where there are fewer.</summary>
    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> span, int number, byte separator, byte release)
    {
        release = release == NoRelease ? separator : release;
        var start = 0;
        // By hand: what stands between two separators is a few characters, and a vectorised search costs more than they do.
        for (var at = 0; at < span.Length; at++)
        {
            var character = span[at];
            if (character == separator)
            {
                if (number-- == 0)
                    return span[start..at];
                start = at + 1;
            }
            else if (character == release)
            {
                at++;
            }
        }
        return number == 0 ? span[start..] : default;
    }

    /// <summary>Takes what stands before the next separator that is not released; false where nothing is left.</summary>
    private static bool Next(scoped ref ReadOnlySpan<byte> rest, byte separator, byte release, out ReadOnlySpan<byte> found)
    {
        found = rest;
        if (rest.IsEmpty)
            return false;
        release = release == NoRelease ? separator : release;
        for (var i = 0; i < rest.Length; i++)
        {
            var character = rest[i];
            if (character == separator)
            {
                found = rest[..i];
                rest = rest[(i + 1)..];
                return true;
            }
            if (character == release)
                i++;
        }
        rest = default;
        return true;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> span) =>
        span.IsEmpty || (span[0] > (byte)' ' && span[^1] > (byte)' ') ? span : span.Trim(" \r\n\t"u8);

    private string Text(ReadOnlySpan<byte> span, bool unescape)
    {
        span = Trim(span);
        if (span.IsEmpty)
            return "";
        if (span.Length <= 3 && Code(span) is { } code)
            return code;
        if (IsPlain(span))
            return envelope.CharacterSet.Encoding.GetString(span);
        Span<byte> plain = span.Length <= 512 ? stackalloc byte[span.Length] : new byte[span.Length];
        var length = 0;
        for (var i = 0; i < span.Length; i++)
        {
            if (unescape && envelope.Syntax.Releases && span[i] == envelope.Syntax.Release && i + 1 < span.Length)
                i++;
            // A telegram's lines end at its width, in the middle of a word too.
            if (span[i] is not ((byte)'\r' or (byte)'\n'))
                plain[length++] = span[i];
        }
        return envelope.CharacterSet.Encoding.GetString(plain[..length]);
    }

    /// <summary>True where the bytes are the text: nothing is released in them, and no line ends.</summary>
    private bool IsPlain(ReadOnlySpan<byte> span)
    {
        var release = envelope.Syntax.Release;
        foreach (var character in span)
        {
            if (character == release || character is (byte)'\r' or (byte)'\n')
                return false;
        }
        return true;
    }

    /// <summary>Codes of up to three capitals and digits (States, ports, kinds, seats) are the same few strings all over.</summary>
    private static string? Code(ReadOnlySpan<byte> span)
    {
        var key = 0;
        foreach (var character in span)
        {
            var value = character switch { >= (byte)'A' and <= (byte)'Z' => character - 'A' + 1, >= (byte)'0' and <= (byte)'9' => character - '0' + 27, _ => 0 };
            if (value == 0)
                return null;
            key = key * CodeCharacters + value;
        }
        return Codes[key] ??= Encoding.Latin1.GetString(span);
    }
}
