using System.Text.Json;
using Rahdari.Border.Watchlists.Interpol;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Watchlists;

/// <summary>Reads notices in the form of INTERPOL's public ones (JSON): a search's answer, an array of notices, or one after another.</summary>
/// <remarks>
/// Source of the form: https://interpol.api.bund.dev/. The files say nowhere when they were published. What no field holds becomes
/// lines of the entry's remarks. Thread-safe.
/// </remarks>
public static class InterpolNotices
{
    /// <summary>Bytes: the file is held whole while it is read.</summary>
    private const int Largest = 64 * 1024 * 1024;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = ListLimits.DeepestElement, AllowMultipleValues = true };

    /// <summary>Reads the list; bounded. Never throws on any bytes.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="fileName">For errors.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static ListReading Read(Stream json, string fileName, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var errors = new ListErrors();
        var entries = new EntryList(fileName, errors);
        if (WholeFile.Read(json, Largest) is not { } bytes)
            errors.Add(ListRule.FileTooLarge.Broken(fileName, 0, 0, null, ("entries", ListLimits.MostEntries), ("size", Largest)));
        else
            ReadNotices(bytes, fileName, entries, errors, new ReadingProgress([json], progress, cancellation));
        return entries.Reading("interpol", null);
    }

    private static void ReadNotices(ReadOnlyMemory<byte> bytes, string file, EntryList entries, ListErrors errors, ReadingProgress progress)
    {
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        var reader = new Utf8JsonReader(bytes.Span, Options);
        var arrays = 0UL;
        var (line, counted) = (1L, 0);
        try
        {
            while (!errors.IsFull && reader.Read())
            {
                // A bit for each depth says whether the brackets there are an array's.
                if (reader.TokenType == JsonTokenType.StartArray)
                    arrays |= 1UL << reader.CurrentDepth;
                else if (reader.TokenType == JsonTokenType.StartObject)
                    arrays &= ~(1UL << reader.CurrentDepth);
                if (reader.TokenType != JsonTokenType.StartObject || !IsNotice(reader, arrays))
                    continue;
                progress.Next();
                var start = (int)reader.TokenStartIndex;
                line += bytes.Span[counted..start].Count((byte)'\n');
                counted = start;
                reader.Skip();
                var text = bytes[start..(int)reader.BytesConsumed];
                if (Notice(text, file, line, errors) is { } entry && !entries.Add(entry, line, 0, "entity_id"))
                    return;
            }
            progress.Done();
        }
        catch (JsonException malformed)
        {
            errors.Add(JsonText.Malformed(malformed, file, 1));
        }
    }

    /// <summary>Every object in an array is a notice, and one that stands alone unless it wraps others.</summary>
    private static bool IsNotice(Utf8JsonReader at, ulong arrays)
    {
        if (at.CurrentDepth > 0)
            return (arrays & (1UL << (at.CurrentDepth - 1))) != 0;
        while (at.Read() && at.TokenType == JsonTokenType.PropertyName)
        {
            if (at.ValueTextEquals("_embedded"u8) || at.ValueTextEquals("notices"u8))
                return false;
            at.Skip();
        }
        return true;
    }

    private static WatchlistEntry? Notice(ReadOnlyMemory<byte> text, string file, long line, ListErrors errors)
    {
        if (text.Length > ListLimits.LargestEntry)
        {
            errors.Reject(ListRule.EntryTooLarge.Broken(file, line, 0, null, ListLimits.OfEntry));
            return null;
        }
        using var document = JsonText.Parse(text, file, line, errors);
        if (document is null)
            return null;
        try
        {
            return InterpolNotice.Read(document.RootElement, file, line, errors);
        }
        catch (InvalidOperationException)
        {
            // An escape that stands for half a character, which is the only thing that a parsed text can still lack.
            errors.Reject(ListRule.TextInvalid.Broken(file, line, 0, null));
            return null;
        }
    }
}
