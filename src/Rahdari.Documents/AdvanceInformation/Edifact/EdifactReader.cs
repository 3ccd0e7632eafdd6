using System.Globalization;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>
/// Reads the segments of interchanges (ISO 9735) one by one, over any bytes, copying nothing. Envelopes are checked on the
/// way: counts and references of UNT, UNE and UNZ. A segment that cannot be one is left out and told; the others go on.
/// Not thread-safe.
/// </summary>
public sealed class EdifactReader
{
    /// <summary>The most bytes that are read at once; a list of a thousand travellers has some 300,000.</summary>
    public const int LargestBytes = 64 << 20;

    // A telegram's own heading stands before its text.
    private const int LongestHeading = 4096;
    private const int LongestSegment = 64 << 10;

    private static readonly int UNA = EdifactSegment.TagCode("UNA"u8);
    private static readonly int UNB = EdifactSegment.TagCode("UNB"u8);
    private static readonly int UNG = EdifactSegment.TagCode("UNG"u8);
    private static readonly int UNH = EdifactSegment.TagCode("UNH"u8);
    private static readonly int UNT = EdifactSegment.TagCode("UNT"u8);
    private static readonly int UNE = EdifactSegment.TagCode("UNE"u8);
    private static readonly int UNZ = EdifactSegment.TagCode("UNZ"u8);

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly BoundedFindings findings;
    private EdifactEnvelope envelope = new(EdifactSyntax.Default, EdifactCharacterSet.UNOC);
    private Open interchange, group, message;
    private int at;
    private int number;
    private int messages;
    private bool foreignTold;

    /// <summary>Over these bytes.</summary>
    public EdifactReader(ReadOnlyMemory<byte> bytes)
        : this(bytes, new BoundedFindings())
    {
    }

    internal EdifactReader(ReadOnlyMemory<byte> bytes, BoundedFindings findings)
    {
        (this.bytes, this.findings) = (bytes, findings);
        if (bytes.Length > LargestBytes)
        {
            findings.Add(AdvanceRule.TooLarge, null, BoundedFindings.Text(bytes.Length), BoundedFindings.Text(LargestBytes));
            at = bytes.Length;
            return;
        }
        at = Start(bytes.Span);
        if (at < 0)
        {
            findings.Add(AdvanceRule.NoInterchange, null);
            at = bytes.Length;
        }
        else if (!IsBlank(bytes.Span[..at]))
        {
            findings.Add(AdvanceRule.Heading, null, BoundedFindings.Text(at));
        }
    }

    /// <summary>The interchange that is being read, or null outside of one.</summary>
    public EdifactInterchange? Interchange { get; private set; }

    /// <summary>The message that is being read; null outside of one. It stays until the segment after its UNT is asked for.</summary>
    public EdifactMessage? Message { get; private set; }

    /// <summary>What was found wrong so far.</summary>
    public IReadOnlyList<Finding> Findings => findings.Listed;

    /// <summary>True where the segment read last is the UNT of <see cref="Message"/>.</summary>
    internal bool MessageEnds { get; private set; }

    /// <summary>Reads the next sound segment, those of the envelopes too; false at the end.</summary>
    public bool TryRead(out EdifactSegment segment)
    {
        if (MessageEnds)
            (Message, MessageEnds) = (null, false);
        while (TryCut(out var cut, out var position))
        {
            number++;
            if (message.IsOpen)
                message.Count++;
            segment = new EdifactSegment(cut, envelope, number, position);
            if (!HasTag(segment, cut, position))
                continue;
            if (!foreignTold && !envelope.CharacterSet.Has(cut.Span) && !HasAfterSyntax(cut.Span))
            {
                foreignTold = true;
                findings.Add(AdvanceRule.Character, segment.Tag, segment, envelope.CharacterSet.Code);
            }
            if (Admit(segment))
                return true;
        }
        CloseAll();
        segment = default;
        return false;
    }

    /// <summary>Cuts the bytes to the next terminator.</summary>
    private bool TryCut(out ReadOnlyMemory<byte> cut, out int position)
    {
        cut = default;
        position = 0;
        var span = bytes.Span;
        while (true)
        {
            while (at < span.Length && IsGap(span[at]))
                at++;
            if (at >= span.Length)
                return false;
            position = at + 1;
            if (!message.IsOpen && span[at..].StartsWith("UNA"u8))
            {
                Advice(span);
                continue;
            }
            var end = End(span);
            if (end < 0)
            {
                number++;
                findings.Add(AdvanceRule.Unfinished, null, number, position);
                at = span.Length;
                return false;
            }
            cut = bytes[at..end];
            at = end + 1;
            if (cut.Length <= LongestSegment)
                return true;
            number++;
            message.Count++;
            findings.Add(AdvanceRule.SegmentTooLong, null, number, position, BoundedFindings.Text(cut.Length), BoundedFindings.Text(LongestSegment));
        }
    }

    private void Advice(ReadOnlySpan<byte> span)
    {
        if (EdifactSyntax.Read(span[at..]) is { } syntax)
            envelope = envelope with { Syntax = syntax };
        else
            findings.Add(AdvanceRule.ServiceString, "UNA", number + 1, at + 1);
        at = Math.Min(span.Length, at + EdifactSyntax.AdviceLength);
    }

    private int End(ReadOnlySpan<byte> span)
    {
        var (terminator, release) = (envelope.Syntax.Terminator, envelope.Syntax.Releases ? envelope.Syntax.Release : envelope.Syntax.Terminator);
        for (var from = at; from < span.Length;)
        {
            var next = span[from..].IndexOfAny(terminator, release);
            if (next < 0)
                return -1;
            if (span[from + next] == terminator)
                return from + next;
            from += next + 2;
        }
        return -1;
    }

    /// <summary>A tag is three capitals or digits; spaces before the first separator are met, and passed over.</summary>
    private bool HasTag(in EdifactSegment segment, ReadOnlyMemory<byte> cut, int position)
    {
        var span = cut.Span;
        var separator = span.IndexOf(envelope.Syntax.Element);
        var tag = separator < 0 ? span : span[..separator];
        var sound = tag.Length >= 3 && IsTagCharacter(tag[0]) && IsTagCharacter(tag[1]) && IsTagCharacter(tag[2]);
        if (sound && tag.Length > 3 && tag[3] != envelope.Syntax.Component)
        {
            sound = IsBlank(tag[3..]);
            if (sound)
                findings.Add(AdvanceRule.TagSpaced, segment.Tag, segment, segment.Tag);
        }
        if (!sound)
            findings.Add(AdvanceRule.Tag, null, number, position);
        return sound;
    }

    /// <summary>Separators may be characters that no set has (UNOB's are control characters).</summary>
    private bool HasAfterSyntax(ReadOnlySpan<byte> span)
    {
        foreach (var character in span)
        {
            var separator = character == envelope.Syntax.Component || character == envelope.Syntax.Element || character == envelope.Syntax.Release;
            if (!separator && !envelope.CharacterSet.Has([character]))
                return false;
        }
        return true;
    }

    /// <summary>Follows the envelopes; false for a segment that stands where none may.</summary>
    private bool Admit(in EdifactSegment segment)
    {
        var tag = segment.TagNumber;
        if (tag >> 8 != UNB >> 8)
            return Inside(segment);
        if (tag == UNH)
        {
            Close(ref message, "UNT");
            if (!interchange.IsOpen && messages == 0)
                findings.Add(AdvanceRule.HeaderMissing, "UNB", segment, "UNB");
            messages++;
            interchange.Count++;
            group.Count++;
            message = new Open(segment[0], 1);
            Message = Header(segment);
            return true;
        }
        if (tag == UNT)
            return Trailer(segment, ref message, "UNH") && (MessageEnds = true);
        if (tag == UNB)
        {
            Close(ref message, "UNT");
            Close(ref group, "UNE");
            Close(ref interchange, "UNZ");
            interchange = new Open(segment[4], 0);
            Begin(segment);
            return true;
        }
        if (tag == UNG)
        {
            Close(ref message, "UNT");
            Close(ref group, "UNE");
            // UNZ counts the groups where there are any, and not the messages.
            interchange.Groups++;
            group = new Open(segment[4], 0);
            return true;
        }
        if (tag == UNE)
        {
            Close(ref message, "UNT");
            return Trailer(segment, ref group, "UNG");
        }
        if (tag != UNZ)
            return Inside(segment);
        Close(ref message, "UNT");
        Close(ref group, "UNE");
        interchange.Count = interchange.Groups > 0 ? interchange.Groups : interchange.Count;
        return Trailer(segment, ref interchange, "UNB");
    }

    private bool Inside(in EdifactSegment segment)
    {
        if (message.IsOpen)
            return true;
        findings.Add(AdvanceRule.Place, segment.Tag, segment, segment.Tag);
        return false;
    }

    private bool Trailer(in EdifactSegment segment, ref Open opened, string header)
    {
        if (!opened.IsOpen)
        {
            findings.Add(AdvanceRule.HeaderMissing, segment.Tag, segment, header);
            return false;
        }
        if (!int.TryParse(segment[0], NumberStyles.None, CultureInfo.InvariantCulture, out var stated) || stated != opened.Count)
            findings.Add(AdvanceRule.Count, segment.Tag, segment, segment.Tag, segment[0], BoundedFindings.Text(opened.Count));
        if (segment[1] != opened.Reference)
            findings.Add(AdvanceRule.Reference, segment.Tag, segment, segment.Tag, segment[1], opened.Reference!);
        opened = default;
        return true;
    }

    private void CloseAll()
    {
        Close(ref message, "UNT");
        Close(ref group, "UNE");
        Close(ref interchange, "UNZ");
        (Interchange, Message) = (null, null);
    }

    private void Close(ref Open opened, string trailer)
    {
        if (opened.IsOpen)
            findings.Add(AdvanceRule.TrailerMissing, trailer, number, Math.Min(at, bytes.Length), trailer, opened.Reference!);
        opened = default;
    }

    private void Begin(in EdifactSegment unb)
    {
        var code = unb[0];
        var set = EdifactCharacterSet.Find(code);
        if (set is null)
            findings.Add(AdvanceRule.CharacterSet, "UNB", unb, code);
        envelope = envelope with { CharacterSet = set ?? EdifactCharacterSet.UNOC };
        foreignTold = false;
        Interchange = new EdifactInterchange(unb[1], unb[2], Prepared(unb[3] + unb[3, 1]), unb[4])
        {
            CharacterSet = code,
            Syntax = envelope.Syntax,
            Application = unb[6],
        };
    }

    // Syntax version 4 writes the year with four digits, the versions before with two.
    private static DateTime? Prepared(string text) =>
        DateTime.TryParseExact(text.Length == 10 ? $"20{text}" : text, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static EdifactMessage Header(in EdifactSegment unh) => new(unh[0], unh[1], unh[1, 1], unh[1, 2], unh[1, 3], unh[1, 4])
    {
        AccessReference = unh[2],
        Part = int.TryParse(unh[3], NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null,
        IsLastPart = unh[3, 1] == "F",
    };

    private static int Start(ReadOnlySpan<byte> span)
    {
        var head = span[..Math.Min(span.Length, LongestHeading)];
        for (var from = 0; from + 4 <= head.Length; from++)
        {
            var next = head[from..].IndexOf("UN"u8);
            if (next < 0 || from + next + 4 > head.Length)
                return -1;
            from += next;
            if (head[from + 2] is (byte)'A' or (byte)'B' or (byte)'H' && !char.IsAsciiLetterOrDigit((char)head[from + 3]))
                return from;
        }
        return -1;
    }

    private static bool IsTagCharacter(byte character) => char.IsAsciiLetterUpper((char)character) || char.IsAsciiDigit((char)character);

    private bool IsGap(byte character) => character is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 1 or 2 or 3 && character != envelope.Syntax.Terminator;

    private static bool IsBlank(ReadOnlySpan<byte> span) => span.Trim(" \r\n\t"u8).IsEmpty;

    private record struct Open(string? Reference, int Count)
    {
        public readonly bool IsOpen => Reference is not null;

        public int Groups { get; set; }
    }
}
