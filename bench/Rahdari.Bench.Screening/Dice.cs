namespace Rahdari.Bench.Screening;

/// <summary>
/// Pseudo-random numbers (SplitMix64) that are the same on every machine and runtime, and seeded by what they are for, so
/// that one more kind or entry changes nothing for the others.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>The dice for a purpose.</summary>
    public static Dice For(string purpose, string key) => new(Mix(Hash(purpose) ^ (Hash(key) * 0x9E3779B97F4A7C15)));

    /// <summary>The dice for a purpose and a number.</summary>
    public static Dice For(string purpose, long number) => new(Mix(Hash(purpose) ^ ((ulong)number * 0x9E3779B97F4A7C15)));

    /// <summary>FNV-1a, which unlike string.GetHashCode is the same in each run.</summary>
    public static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>0 to below 1.</summary>
    public double Share() => (Next64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Share() < probability;

    /// <summary>0 to below a limit.</summary>
    public int Next(int limit) => (int)(Share() * limit);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    private ulong Next64()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
