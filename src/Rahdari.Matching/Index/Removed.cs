namespace Rahdari.Matching.Index;

/// <summary>Persons of a <see cref="Segment"/> that a later change has taken out or replaced. Immutable once handed on.</summary>
internal sealed class Removed(int persons)
{
    private readonly ulong[] bits = new ulong[(persons + 63) / 64];

    public int Count { get; private set; }

    public bool Contains(int person) => (bits[person >> 6] & (1UL << (person & 63))) != 0;

    public void Add(int person)
    {
        if (Contains(person))
            return;
        bits[person >> 6] |= 1UL << (person & 63);
        Count++;
    }

    /// <summary>A copy that can be added to.</summary>
    public Removed Copy()
    {
        var copy = new Removed(bits.Length * 64) { Count = Count };
        bits.CopyTo(copy.bits, 0);
        return copy;
    }
}
