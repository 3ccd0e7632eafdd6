using System.Buffers;
using System.Globalization;
using System.Text;

namespace Rahdari.Casework.Htcds;

/// <summary>
/// Writes cases as tables, as forms export them: <c>cases.csv</c> with a row for each case and <c>_index</c> its number, and a table for each repeated group whose <c>_parent_index</c> is the number of its case.
/// Options stand in one column with blanks between. Every field has its column; the same cases give the same bytes. Thread-safe.
/// </summary>
/// <remarks>
/// Nothing is changed for a spreadsheet's sake: a text that begins with an equals sign stands as it is. Whoever opens such files in one imports the columns as text.
/// </remarks>
public static class HtcdsCsvWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    /// <summary>Writes every table; holds one case at a time.</summary>
    /// <param name="open">Opens the table of a group; it is closed here. Each group is asked for once.</param>
    /// <param name="cases">What; gone through twice, first for the columns that the standard does not name.</param>
    /// <param name="names">By which names.</param>
    public static void Write(Func<HtcdsGroup, Stream> open, IEnumerable<HtcdsCase> cases, HtcdsNames names = HtcdsNames.Standard)
    {
        HtcdsGroup[] groups = [HtcdsGroup.Case, .. HtcdsCase.Repeated];
        var extra = Extra(cases, groups);
        var tables = new Dictionary<HtcdsGroup, StreamWriter>();
        try
        {
            foreach (var group in groups)
            {
                var table = tables[group] = new StreamWriter(open(group), Utf8);
                table.Write(group == HtcdsGroup.Case ? HtcdsColumn.Index : HtcdsColumn.ParentIndex);
                foreach (var name in HtcdsStandard.FieldsOf(group).Select(field => field.NameIn(names)).Concat(extra[group]))
                    Write(table, name);
                table.Write('\n');
            }
            var index = 0L;
            foreach (var told in cases)
            {
                index++;
                Write(tables[HtcdsGroup.Case], index, told.Main, extra[HtcdsGroup.Case]);
                foreach (var group in HtcdsCase.Repeated)
                {
                    foreach (var record in told[group])
                        Write(tables[group], index, record, extra[group]);
                }
            }
        }
        finally
        {
            foreach (var table in tables.Values)
                table.Dispose();
        }
    }

    private static Dictionary<HtcdsGroup, SortedSet<string>> Extra(IEnumerable<HtcdsCase> cases, HtcdsGroup[] groups)
    {
        var extra = groups.ToDictionary(group => group, _ => new SortedSet<string>(StringComparer.Ordinal));
        foreach (var told in cases)
        {
            extra[HtcdsGroup.Case].UnionWith(told.Main.Extra.Keys);
            foreach (var group in HtcdsCase.Repeated)
            {
                foreach (var record in told[group])
                    extra[group].UnionWith(record.Extra.Keys);
            }
        }
        return extra;
    }

    private static void Write(StreamWriter table, long index, HtcdsRecord record, SortedSet<string> extra)
    {
        table.Write(index.ToString(CultureInfo.InvariantCulture));
        foreach (var field in HtcdsStandard.FieldsOf(record.Group))
        {
            var value = record.Values.GetValueOrDefault(field.Name, "");
            // As the form names the two options of consent.
            Write(table, field.Type == HtcdsType.Flag ? value.ToUpperInvariant() : value);
        }
        foreach (var name in extra)
            Write(table, record.Extra.GetValueOrDefault(name, ""));
        table.Write('\n');
    }

    private static void Write(StreamWriter table, string text)
    {
        table.Write(',');
        if (text.Length > 0 && (text.AsSpan().IndexOfAny(Quoted) >= 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            table.Write($"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        else
            table.Write(text);
    }
}
