namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>The six service characters (ISO 9735-1, UNA). A release or repetition of space means that none is used.</summary>
/// <param name="Component">Separates the components of an element.</param>
/// <param name="Element">Separates elements.</param>
/// <param name="DecimalMark">The decimal mark; not used here.</param>
/// <param name="Release">Makes the character after it an ordinary one.</param>
/// <param name="Repetition">Separates repetitions (syntax version 4).</param>
/// <param name="Terminator">Ends a segment.</param>
public sealed record EdifactSyntax(byte Component, byte Element, byte DecimalMark, byte Release, byte Repetition, byte Terminator)
{
    /// <summary>The length of a service string advice, <c>UNA</c> and six characters.</summary>
    internal const int AdviceLength = 9;

    /// <summary>Those that hold without a service string: <c>:+.? '</c>.</summary>
    public static EdifactSyntax Default { get; } = new((byte)':', (byte)'+', (byte)'.', (byte)'?', (byte)' ', (byte)'\'');

    /// <summary>True where a release character is in use.</summary>
    public bool Releases => Release != ' ';

    /// <summary>Reads the service string advice at the start of the bytes; null where it is cut off or its characters clash.</summary>
    internal static EdifactSyntax? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < AdviceLength)
            return null;
        var syntax = new EdifactSyntax(bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8]);
        ReadOnlySpan<byte> separating = [syntax.Component, syntax.Element, syntax.Terminator];
        foreach (var character in separating)
        {
            if (character == ' ' || char.IsAsciiLetterOrDigit((char)character) || character == syntax.Release)
                return null;
        }
        var distinct = syntax.Component != syntax.Element && syntax.Element != syntax.Terminator && syntax.Component != syntax.Terminator;
        return distinct && !char.IsAsciiLetterOrDigit((char)syntax.Release) ? syntax : null;
    }
}
