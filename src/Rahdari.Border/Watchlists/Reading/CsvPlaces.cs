using CsvHelper;

namespace Rahdari.Border.Watchlists.Reading;

/// <summary>Moves through a table line by line, and tells where it breaks the rules of CSV.</summary>
internal static class CsvPlaces
{
    /// <summary>The next line; false at the end, and where the line is longer than any: the error is told.</summary>
    public static bool Next(CsvReader csv, string file, ListErrors errors)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException tooLarge)
        {
            errors.Add(ListRule.EntryTooLarge.Broken(file, tooLarge.LineNumber, 0, null, ListLimits.OfEntry));
            return false;
        }
    }

    /// <summary>True where the line holds nothing.</summary>
    public static bool IsBlank(CsvReader csv) => csv.FieldCount == 1 && csv.GetSpan(0).IsEmpty;

    /// <summary>The error of a quotation mark that is in the wrong place or never closed.</summary>
    public static ListError Malformed(CsvReader csv, string file, CsvMalformedRecord broken)
    {
        // A quotation mark that is never closed is known at the end of the file; the line where its record begins is meant.
        if (broken.Reason == CsvMalformedReason.UnterminatedQuote)
            return ListRule.CsvMalformed.Broken(file, csv.LineNumber, 0, null);
        var before = csv.RawRecord[..(int)Math.Clamp(broken.ByteOffset - csv.ByteOffset, 0, csv.RawRecord.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return ListRule.CsvMalformed.Broken(file, csv.LineNumber + before.Count((byte)'\n'), before.Length - lineStart + 1, null);
    }
}
