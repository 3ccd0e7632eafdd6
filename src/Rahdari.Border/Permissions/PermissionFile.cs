using System.Text;
using System.Text.Unicode;
using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Reading;
using Rahdari.Border.Watchlists.Tables;

namespace Rahdari.Border.Permissions;

/// <summary>
/// Reads permissions as missions hand them over in files: JSON lines, where the first line that is not empty begins with a brace, otherwise CSV of which that line names the
/// columns. Takes any bytes, holds one line of them at a time and never throws for what they are; a line that cannot be used spoils no other. Pure; thread-safe.
/// </summary>
public static class PermissionFile
{
    /// <summary>Each line as it is read, without those that are empty; the CSV header only where it cannot be used, and then nothing follows.</summary>
    /// <param name="bytes">The file, in UTF-8; left open.</param>
    /// <param name="name">What it is called; for errors.</param>
    public static IEnumerable<PermissionLine> Read(Stream bytes, string name)
    {
        var lines = new LineReader(bytes);
        TableHeader? header = null;
        bool? isJson = null;
        while (lines.Next())
        {
            if (lines.Read > ListLimits.LargestFile || lines.Number > ListLimits.MostEntries)
            {
                yield return Rejected(ListRule.FileTooLarge.Broken(name, lines.Number, 0, null, ListLimits.OfFile));
                yield break;
            }
            if (lines.IsTooLong)
            {
                yield return Rejected(ListRule.EntryTooLarge.Broken(name, lines.Number, 0, null, ListLimits.OfEntry));
                continue;
            }
            var line = lines.Number == 1 && lines.Line.Span.StartsWith(Encoding.UTF8.Preamble) ? lines.Line[Encoding.UTF8.Preamble.Length..] : lines.Line;
            if (line.Span.Trim(" \t\r"u8) is not [var first, ..])
                continue;
            isJson ??= first == (byte)'{';
            if (!Utf8.IsValid(line.Span))
                yield return Rejected(ListRule.TextInvalid.Broken(name, lines.Number, 0, null));
            else if (isJson.Value)
                yield return PermissionJsonLine.Read(line, name, lines.Number);
            else if (header is not null)
                yield return PermissionRowLine.Read(header, line.Span, name, lines.Number);
            else if (PermissionRowLine.Header(line.Span, name, lines.Number, out var wrong) is { } read)
                header = read;
            else
                yield return Rejected(wrong!);
            // Without its columns a table says nothing.
            if (isJson is false && header is null)
                yield break;
        }
    }

    /// <summary>The line as read: itself where what it holds is in order.</summary>
    internal static PermissionLine Checked(IssuedPermission permission, string name, long line) =>
        PermissionCheck.Problem(permission) is { } problem ? Rejected(new ListError(problem, name, line, 0)) : new PermissionLine(line, permission, null);

    internal static PermissionLine Rejected(ListError error) => new(error.Line, null, error);

    /// <summary>The error of a field that holds something else than it may.</summary>
    internal static PermissionLine Invalid(string field, string value, string name, long line)
    {
        const int longest = 100;
        var (shownField, shown) = (field.Length <= longest ? field : field[..longest] + "…", value.Length <= longest ? value : value[..longest] + "…");
        return Rejected(new ListError(BorderRule.PermissionInvalid.Broken(shownField, ("field", shownField), ("value", shown)), name, line, 0));
    }
}
