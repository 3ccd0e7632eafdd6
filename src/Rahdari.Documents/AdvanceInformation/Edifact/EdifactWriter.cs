using System.Globalization;
using System.Text;

namespace Rahdari.Documents.AdvanceInformation.Edifact;

/// <summary>Composes one interchange: releases what must be released, counts, and repeats the references. Not thread-safe.</summary>
public sealed class EdifactWriter(EdifactInterchange interchange)
{
    private readonly EdifactSyntax syntax = interchange.Syntax;
    private readonly StringBuilder body = new();
    private string? reference;
    private int segments;
    private int messages;

    /// <summary>Begins a message, and ends the one before.</summary>
    public void Begin(EdifactMessage message)
    {
        End();
        (reference, segments) = (message.Reference, 0);
        messages++;
        var part = message.Part?.ToString("D2", CultureInfo.InvariantCulture) ?? "";
        Segment(
            "UNH",
            [message.Reference],
            [message.Type, message.Version, message.Release, message.Agency, message.Association],
            [message.AccessReference],
            [part, part.Length == 0 ? "" : message.IsLastPart ? "F" : "C"]);
    }

    /// <summary>Writes a segment; elements are lists of components, and what is empty at an end is left out.</summary>
    public void Segment(string tag, params ReadOnlySpan<string[]> elements)
    {
        segments++;
        Append(body, tag, elements);
    }

    /// <summary>
    /// Ends the interchange and gives its bytes. The character set is the one of the header, or the smallest of UNOA, UNOB, UNOC
    /// and UNOW (UTF-8) that has every character. Control characters become spaces, and spaces around a value are not kept.
    /// </summary>
    public byte[] ToArray()
    {
        End();
        var prepared = interchange.PreparedAt ?? DateTime.UnixEpoch;
        var trailer = new StringBuilder();
        Append(trailer, "UNZ", [[Number(messages)], [interchange.Reference]]);
        var header = new StringBuilder();
        header.Append("UNA").Append((char)syntax.Component).Append((char)syntax.Element).Append((char)syntax.DecimalMark)
            .Append((char)syntax.Release).Append((char)syntax.Repetition).Append((char)syntax.Terminator);
        var set = (interchange.CharacterSet is { } named ? EdifactCharacterSet.Find(named) : null)
            ?? EdifactCharacterSet.For($"{interchange.Sender}{interchange.Recipient}{interchange.Reference}{body}");
        Append(
            header,
            "UNB",
            [
                [set.Code, "4"], [interchange.Sender], [interchange.Recipient],
                [prepared.ToString("yyMMdd", CultureInfo.InvariantCulture), prepared.ToString("HHmm", CultureInfo.InvariantCulture)],
                [interchange.Reference], [], [interchange.Application],
            ]);
        return set.Encoding.GetBytes($"{header}{body}{trailer}");
    }

    private void End()
    {
        if (reference is null)
            return;
        Segment("UNT", [Number(segments + 1)], [reference]);
        reference = null;
    }

    private void Append(StringBuilder to, string tag, ReadOnlySpan<string[]> elements)
    {
        to.Append(tag);
        var last = elements.Length;
        while (last > 0 && Filled(elements[last - 1]) == 0)
            last--;
        foreach (var element in elements[..last])
        {
            to.Append((char)syntax.Element);
            for (var i = 0; i < Filled(element); i++)
            {
                if (i > 0)
                    to.Append((char)syntax.Component);
                foreach (var character in element[i].Trim())
                {
                    if (character == syntax.Component || character == syntax.Element || character == syntax.Terminator || character == syntax.Release)
                        to.Append((char)syntax.Release);
                    to.Append(char.IsControl(character) ? ' ' : character);
                }
            }
        }
        to.Append((char)syntax.Terminator);
    }

    private static int Filled(string[] element) => Array.FindLastIndex(element, c => !string.IsNullOrWhiteSpace(c)) + 1;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
