namespace Rahdari.Casework.Htcds;

/// <summary>
/// Reads cases from tables, as <see cref="HtcdsCsvWriter"/> and forms write them: separated by comma, semicolon or tab, columns in any order, named by the field standards or the form, with or without the groups
/// of the form before them, lists in one column or in one for each option. Takes any bytes and never throws because of them; holds one case at a time. Thread-safe.
/// </summary>
/// <remarks>
/// The rows of a repeated group stand in the order of their cases, as exports have them: so they are read beside the cases and not before. A row that belongs to no case is an entry of its own, with no case.
/// </remarks>
public static class HtcdsCsvReader
{
    /// <summary>Reads a set of tables to their ends.</summary>
    /// <param name="open">Opens the table of a group; null where there is none. What is opened is closed here.</param>
    public static IEnumerable<HtcdsEntry> Read(Func<HtcdsGroup, Stream?> open)
    {
        var number = 0L;
        var opened = new List<HtcdsTable>();
        try
        {
            foreach (var group in (HtcdsGroup[])[HtcdsGroup.Case, .. HtcdsCase.Repeated])
            {
                if (open(group) is not { } stream)
                    continue;
                opened.Add(new HtcdsTable(stream, group));
                opened[^1].Open();
                if (opened[^1].Fault is { } fault)
                    yield return new HtcdsEntry(++number, null, fault.Findings);
            }
            // A case without what a broken table has of it would be a case in part.
            if (opened.Count == 0 || opened.Exists(table => table.Fault is not null))
                yield break;
            foreach (var entry in Read(opened[0], opened[1..]))
                yield return entry with { Number = ++number };
        }
        finally
        {
            foreach (var table in opened)
                table.Dispose();
        }
    }

    private static IEnumerable<HtcdsEntry> Read(HtcdsTable cases, List<HtcdsTable> others)
    {
        var last = 0L;
        for (; cases.Current is { } row; cases.Next())
        {
            var place = row.Place;
            var index = row.Index ?? last + 1;
            if (index <= last && !place.IsBroken)
                cases.Tell(place, HtcdsRules.Parent, row.Line);
            last = Math.Max(last, index);
            var records = new List<HtcdsRecord>();
            foreach (var table in others)
            {
                for (; Stray(table, last) is { } stray; table.Next())
                    yield return stray;
                Gather(table, last, records, place);
            }
            yield return new HtcdsEntry(0, place.IsBroken || row.Record is null ? null : new HtcdsCase(row.Record, records), place.Findings);
        }
        foreach (var table in others)
        {
            for (; Stray(table, long.MaxValue) is { } stray; table.Next())
                yield return stray;
        }
    }

    /// <summary>A row of no case, or of one that went before; null where there is none.</summary>
    private static HtcdsEntry? Stray(HtcdsTable table, long index)
    {
        if (table.Current is not { } row || row.Index >= index)
            return null;
        if (row.Index is not null)
            table.Tell(row.Place, HtcdsRules.Parent, row.Line);
        return new HtcdsEntry(0, null, row.Place.Findings);
    }

    /// <summary>Takes the rows of a case; a broken one breaks it.</summary>
    private static void Gather(HtcdsTable table, long index, List<HtcdsRecord> records, HtcdsPlace place)
    {
        for (var count = 0; table.Current is { } row && row.Index == index; table.Next(), count++)
        {
            place.Take(row.Place);
            if (count == HtcdsEntry.MostRepeats)
                table.Tell(place, HtcdsRules.TooMany, row.Line);
            else if (row.Record is not null && count < HtcdsEntry.MostRepeats)
                records.Add(row.Record);
        }
    }
}
