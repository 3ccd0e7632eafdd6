namespace Rahdari.Matching.Index;

/// <summary>Persons by a key, in two flat arrays of one order. Where the key is a hash, who looks up must compare. Immutable; thread-safe.</summary>
internal sealed record SortedKeys(ReadOnlyMemory<ulong> Keys, ReadOnlyMemory<int> Persons)
{
    private const long FirstStep = 64;

    public static SortedKeys Of(IEnumerable<(ulong Key, int Person)> pairs)
    {
        var all = pairs.ToArray();
        var (keys, persons) = (new ulong[all.Length], new int[all.Length]);
        for (var i = 0; i < all.Length; i++)
            (keys[i], persons[i]) = all[i];
        Array.Sort(keys, persons);
        return new SortedKeys(keys, persons);
    }

    /// <summary>The persons who have a key.</summary>
    public ReadOnlySpan<int> Of(ulong key)
    {
        var keys = Keys.Span;
        var first = First(keys, key);
        var end = first;
        while (end < keys.Length && keys[end] == key)
            end++;
        return Persons.Span[first..end];
    }

    private static int First(ReadOnlySpan<ulong> keys, ulong least)
    {
        if (keys.IsEmpty)
            return 0;
        // Hashes lie evenly: each is near where its value says, and found from there in fewer steps than from the middle.
        var (from, until, step) = (0, keys.Length, FirstStep);
        var at = (int)Math.BigMul(least, (ulong)keys.Length, out _);
        if (keys[at] < least)
        {
            for (from = at + 1; at + step < until && keys[(int)(at + step)] < least; step *= 4)
                from = (int)(at + step) + 1;
            until = (int)Math.Min(until, at + step);
        }
        else
        {
            for (until = at; at - step >= 0 && keys[(int)(at - step)] >= least; step *= 4)
                until = (int)(at - step);
            from = (int)Math.Max(0, at - step);
        }
        while (from < until)
        {
            var middle = (from + until) / 2;
            (from, until) = keys[middle] < least ? (middle + 1, until) : (from, middle);
        }
        return from;
    }
}
