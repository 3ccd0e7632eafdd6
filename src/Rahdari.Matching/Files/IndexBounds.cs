using System.Numerics;
using Rahdari.Dates;
using Rahdari.Matching.Index;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Files;

/// <summary>
/// Whether every number in a segment that was read leads into the array that it points to: a search of such a segment ends, and throws nothing
/// but what <see cref="PersonRecord.Read"/> throws, whatever the bytes are.
/// </summary>
internal static class IndexBounds
{
    /// <summary>The first section that is out of bounds, or null.</summary>
    public static string? Problem(Segment segment)
    {
        string? problem = null;
        Parallel.ForEach(Checks(segment), check =>
        {
            if (!check.Holds())
                Interlocked.CompareExchange(ref problem, check.Section, null);
        });
        GC.KeepAlive(segment);
        return problem;
    }

    /// <summary>The longest first: they are begun in this order.</summary>
    private static IEnumerable<(string Section, Func<bool> Holds)> Checks(Segment s)
    {
        var v = s.Vocabulary;
        var (persons, names, tokens) = (s.Births.Length, s.NamePersons.Length, v.Weights.Length);
        yield return ("beginning keys", () => IsPartition(v.BeginningStarts, tokens) && AreKeys(v.Beginnings, v.BeginningStarts.Length - 1));
        yield return ("near keys", () => AreKeys(v.Keys, tokens));
        yield return ("name tokens", () => AreBelow(s.NameTokens, tokens));
        yield return ("postings", () => AreBelow(s.Postings, names));
        yield return ("name starts", () => s.NameStarts.Length == names + 1L && IsPartition(s.NameStarts, s.NameTokens.Length, NameFolding.MostTokens));
        yield return ("name persons", () => AreBelow(s.NamePersons, persons));
        yield return ("name kinds", () => s.NameKinds.Length == names && AreBelow(s.NameKinds, int.MaxValue));
        yield return ("births", () => AreDates(s));
        yield return ("person names", () => s.PersonNames.Length == persons + 1L && IsPartition(s.PersonNames, names));
        yield return ("nationality starts", () => s.NationStarts.Length == persons + 1L && IsPartition(s.NationStarts, s.Nations.Length));
        yield return ("sexes", () => s.Sexes.Length == persons);
        yield return ("record starts", () => s.RecordStarts.Length == persons && AreBelow(s.RecordStarts, s.Records.Length));
        foreach (var (section, keys) in new[] { ("other births", s.OtherBirths), ("numbers", s.Numbers), ("keys", s.Keys) })
            yield return (section, () => keys.Keys.Length == keys.Persons.Length && AreBelow(keys.Persons, persons));
        yield return ("letters", () => v.Starts.Length == tokens + 1L && IsPartition(v.Starts, v.Letters.Length));
        yield return ("sounds", () => v.SoundStarts.Length == tokens + 1L && IsPartition(v.SoundStarts, v.Sounds.Length));
        yield return ("particles", () => v.Particles.Length == tokens && v.Sets.Length == tokens);
        yield return ("posting starts", () => s.PostingStarts.Length == tokens + 1L && IsPartition(s.PostingStarts, s.Postings.Length));
    }

    private static bool AreKeys(NearKeys keys, int count) =>
        NearKeys.IdsAreBelow(count, keys.Entries.Span) && IsPartition(keys.Buckets, keys.Entries.Length, NearKeys.MostOfBucket) && keys.Buckets.Length > 2 && BitOperations.IsPow2(keys.Buckets.Length - 1);

    /// <summary>Dates of birth are the only numbers whose value alone can be wrong.</summary>
    private static bool AreDates(Segment segment)
    {
        if (segment.ClassStarts.Length != (int)BirthClass.Full + 2 || !IsPartition(segment.ClassStarts, segment.Persons))
            return false;
        var various = segment.Class(BirthClass.Various);
        if (segment.SpanStarts.Length != various.Until - various.From + 1 || !IsPartition(segment.SpanStarts, segment.Spans.Length))
            return false;
        foreach (ref readonly var span in segment.Spans.Span)
        {
            if (!IsDate(span.From) || !IsDate(span.To))
                return false;
        }
        var known = segment.Births.Span[various.Until..];
        for (var i = 0; i < known.Length; i++)
        {
            // They are in order: most are as the one before.
            if ((i == 0 || known[i] != known[i - 1]) && !Segment.IsBirth(known[i]))
                return false;
        }
        return true;
    }

    private static bool IsDate(PartialDate date) => PartialDate.TryCreate(date.Year, date.Month, date.Day, out _);

    private static bool AreBelow(ReadOnlyMemory<int> values, int end)
    {
        var most = 0u;
        foreach (var value in values.Span)
            most = Math.Max(most, (uint)value);
        return values.IsEmpty || most < (uint)end;
    }

    /// <summary>True where numbers begin with 0, ascend by so much at most, and end with what they part.</summary>
    private static bool IsPartition(ReadOnlyMemory<int> starts, int end, int mostOfOne = int.MaxValue)
    {
        var values = starts.Span;
        if (values.IsEmpty || values[0] != 0 || values[^1] != end)
            return false;
        var (most, highest) = (0u, 0u);
        for (var i = 1; i < values.Length; i++)
        {
            // What is below the one before is, without its sign, above all.
            most = Math.Max(most, (uint)(values[i] - values[i - 1]));
            highest = Math.Max(highest, (uint)values[i]);
        }
        return most <= (uint)mostOfOne && highest <= (uint)end;
    }
}
