using System.Globalization;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>One table of a set, read row by row, one row ahead. Not thread-safe.</summary>
internal sealed class HtcdsTable : IDisposable
{
    private readonly Stream stream;
    private readonly HtcdsGroup group;
    private readonly string file;
    private readonly IEnumerator<(List<string>? Fields, bool IsTooLong, long Line)> records;
    private readonly List<HtcdsColumn> columns = [];
    private int index = -1;

    public HtcdsTable(Stream stream, HtcdsGroup group)
    {
        (this.stream, this.group) = (stream, group);
        file = HtcdsCase.NameOf(group) + ".csv";
        records = new CsvRecords(stream).Read().GetEnumerator();
    }

    /// <summary>What is wrong with the header; null where the table can be read.</summary>
    public HtcdsPlace? Fault { get; private set; }

    /// <summary>A row: its record, null where it is broken; what was found; the number of its case, null where it tells none.</summary>
    public (HtcdsRecord? Record, HtcdsPlace Place, long? Index, long Line)? Current { get; private set; }

    /// <summary>Reads the header and the first row.</summary>
    public void Open()
    {
        var place = new HtcdsPlace();
        if (!records.MoveNext())
            return; // An empty file is an empty table.
        var (header, isTooLong, line) = records.Current;
        if (header is null)
        {
            place.Add(isTooLong ? HtcdsRules.TooLong : HtcdsRules.Malformed, null, file, line, 1);
        }
        else
        {
            ReadHeader(header, place, line);
            if (group != HtcdsGroup.Case && index < 0)
                place.Add(HtcdsRules.Parent, HtcdsColumn.ParentIndex, file, line, 1);
        }
        if (place.IsBroken)
            Fault = place;
        else
            Next();
    }

    /// <summary>Takes the next row up.</summary>
    public void Next()
    {
        Current = null;
        if (!records.MoveNext())
            return;
        var (fields, isTooLong, line) = records.Current;
        var place = new HtcdsPlace();
        if (fields is null)
            place.Add(isTooLong ? HtcdsRules.TooLong : HtcdsRules.Malformed, null, file, line, 1);
        else if (fields.Count != columns.Count)
            place.Add(HtcdsRules.Malformed, null, file, line, Math.Min(fields.Count, columns.Count) + 1);
        Current = place.IsBroken ? (null, place, null, line) : Row(fields!, place, line);
    }

    public void Tell(HtcdsPlace place, FindingRule rule, long line) => place.Add(rule, index < 0 ? null : columns[index].Name, file, line, index + 1);

    public void Dispose()
    {
        records.Dispose();
        stream.Dispose();
    }

    private void ReadHeader(List<string> header, HtcdsPlace place, long line)
    {
        var seen = new HashSet<(string?, string?, string?)>();
        for (var i = 0; i < header.Count; i++)
        {
            var name = header[i];
            if (name == (group == HtcdsGroup.Case ? HtcdsColumn.Index : HtcdsColumn.ParentIndex) && index < 0)
            {
                index = i;
                columns.Add(new HtcdsColumn(name, null, null));
            }
            else if (group != HtcdsGroup.Case && name == HtcdsColumn.Index)
            {
                columns.Add(new HtcdsColumn(name, null, null)); // The row's own number, of which nothing follows.
            }
            else if (HtcdsColumn.Of(group, name) is not { } column)
            {
                place.Add(HtcdsRules.FieldName, null, file, line, i + 1);
            }
            else
            {
                columns.Add(column);
                if (!seen.Add((column.Field?.Name, column.Option, column.IsExtra ? name : null)))
                    place.Add(HtcdsRules.FieldTwice, column.Field?.Name ?? name, file, line, i + 1);
            }
        }
    }

    private (HtcdsRecord?, HtcdsPlace, long?, long) Row(List<string> fields, HtcdsPlace place, long line)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var extra = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var split = new Dictionary<HtcdsField, (List<string> Chosen, int Column)>();
        long? number = null;
        for (var i = 0; i < fields.Count; i++)
        {
            var (column, text) = (columns[i], fields[i]);
            if (i == index)
            {
                number = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : null;
                if (number is null)
                    Tell(place, HtcdsRules.Parent, line);
            }
            else if (column.Option is not null)
            {
                ReadSplit(split, column, text, i, place, line);
            }
            else if (text.Length > 0 && column.Name != HtcdsColumn.Index && HtcdsPlace.Take(column, text, values, extra) is { } rule)
            {
                place.Add(rule, column.Field?.Name ?? column.Name, file, line, i + 1);
            }
        }
        foreach (var (field, (chosen, at)) in split)
            Join(values, field, chosen, place, line, at);
        return (place.IsBroken ? null : new HtcdsRecord(group, values, extra), place, number, line);
    }

    /// <summary>Whether one option was chosen: 1 or 0, TRUE or FALSE, nothing where nothing was asked.</summary>
    private void ReadSplit(Dictionary<HtcdsField, (List<string> Chosen, int Column)> split, HtcdsColumn column, string text, int i, HtcdsPlace place, long line)
    {
        var isChosen = text is "1" or "TRUE" or "True" or "true";
        if (!isChosen && text is not ("" or "0" or "FALSE" or "False" or "false"))
            place.Add(HtcdsRules.Flag, column.Field!.Name, file, line, i + 1);
        if (!split.TryGetValue(column.Field!, out var told))
            split[column.Field!] = told = ([], i);
        if (isChosen)
            told.Chosen.Add(column.Option!);
    }

    /// <summary>A list that stands in one column and in a column for each option says the same twice; where it stands in the latter alone, their order is its order.</summary>
    private void Join(SortedDictionary<string, string> values, HtcdsField field, List<string> chosen, HtcdsPlace place, long line, int at)
    {
        if (values.TryGetValue(field.Name, out var whole))
        {
            if (!whole.Split(' ').ToHashSet(StringComparer.Ordinal).SetEquals(chosen))
                place.Add(HtcdsRules.SplitDiffers, field.Name, file, line, at + 1);
        }
        else if (chosen.Count > 0)
        {
            values[field.Name] = string.Join(' ', chosen);
        }
    }
}
