using System.Buffers;
using System.Text;

namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>A character set of UNB (ISO 9735-1, syntax identifier). Thread-safe.</summary>
public sealed class EdifactCharacterSet
{
    // Lines of a telegram may be broken anywhere: ends of line are in no set and are nobody's mistake.
    private const string LineEnds = "\r\n";
    private const string LevelA = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-()/='+:?!\"%&*;<>" + LineEnds;

    private readonly SearchValues<byte>? members;

    private EdifactCharacterSet(string code, Encoding encoding, SearchValues<byte>? members = null) => (Code, Encoding, this.members) = (code, encoding, members);

    /// <summary>Capitals, digits and some signs.</summary>
    public static EdifactCharacterSet UNOA { get; } = new("UNOA", Encoding.Latin1, SearchValues.Create(Encoding.Latin1.GetBytes(LevelA)));

    /// <summary>The printable characters of ISO 646.</summary>
    public static EdifactCharacterSet UNOB { get; } = new("UNOB", Encoding.Latin1, Ascii());

    /// <summary>ISO 8859-1.</summary>
    public static EdifactCharacterSet UNOC { get; } = new("UNOC", Encoding.Latin1);

    /// <summary>UTF-8.</summary>
    public static EdifactCharacterSet UNOW { get; } = new("UNOW", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    // ISO 9735-1, 4.1; IATA and IATB are the industry's names of the levels A and B (PNRGOV guide, UNB).
    private static readonly Dictionary<string, EdifactCharacterSet> Sets = new EdifactCharacterSet[]
    {
        UNOA, UNOB, UNOC, UNOW,
        new("IATA", Encoding.Latin1, Ascii()),
        new("IATB", Encoding.Latin1, Ascii()),
        Iso8859("UNOD", 2), Iso8859("UNOE", 5), Iso8859("UNOF", 7), Iso8859("UNOG", 3), Iso8859("UNOH", 4), Iso8859("UNOI", 6),
        Iso8859("UNOJ", 8), Iso8859("UNOK", 9),
    }.ToDictionary(s => s.Code, StringComparer.Ordinal);

    /// <summary>As UNB names it: <c>UNOA</c>.</summary>
    public string Code { get; }

    internal Encoding Encoding { get; }

    /// <summary>The set of a code, or null where it is not known here.</summary>
    public static EdifactCharacterSet? Find(string code) => Sets.GetValueOrDefault(code);

    /// <summary>The smallest of the levels A, B, C and UTF-8 that has every character of a text.</summary>
    internal static EdifactCharacterSet For(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'))
            return UNOW;
        var bytes = Encoding.Latin1.GetBytes(text);
        return UNOA.Has(bytes) ? UNOA : UNOB.Has(bytes) ? UNOB : UNOC;
    }

    /// <summary>False where a byte stands for no character of the set. Sets of eight bits have all.</summary>
    internal bool Has(ReadOnlySpan<byte> bytes) => members is null || !bytes.ContainsAnyExcept(members);

    private static SearchValues<byte> Ascii() =>
        SearchValues.Create([.. Encoding.Latin1.GetBytes(LineEnds), .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (byte)c)]);

    private static EdifactCharacterSet Iso8859(string code, int part) => new(code, CodePagesEncodingProvider.Instance.GetEncoding(28590 + part)!);
}
