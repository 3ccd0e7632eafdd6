using Rahdari.Matching.Index;

namespace Rahdari.Matching.Tests;

public class SortedKeysTests
{
    [Theory]
    [InlineData(0, ulong.MaxValue)]
    [InlineData(1, ulong.MaxValue)]
    [InlineData(3_000, ulong.MaxValue)]
    [InlineData(3_000, 1_000UL)] // Many have one key, and none is a hash.
    [InlineData(3_000, 1_000_000UL)]
    public void Every_key_leads_to_all_who_have_it_and_no_other_key_to_anybody(int count, ulong most)
    {
        var random = new Random(count);
        var pairs = Enumerable.Range(0, count).Select(person => (Key: most == ulong.MaxValue ? (ulong)random.NextInt64(long.MinValue, long.MaxValue) : (ulong)random.NextInt64((long)most), Person: person)).ToArray();
        var keys = SortedKeys.Of(pairs);
        var sought = pairs.Select(p => p.Key).SelectMany(k => new[] { k, unchecked(k + 1), unchecked(k - 1) }).Append(0UL).Append(ulong.MaxValue);
        var expected = pairs.ToLookup(p => p.Key, p => p.Person);
        foreach (var key in sought)
            Assert.Equal(expected[key].Order(), keys.Of(key).ToArray().Order());
    }
}
