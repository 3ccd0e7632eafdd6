namespace Rahdari.Border.Travellers.Links;

/// <summary>How many of the travellers known here bear a whole name, besides the two who are compared.</summary>
/// <param name="Others">Others of the nationality who bear it.</param>
/// <param name="Travellers">Of about so many who are known.</param>
public sealed record KnownBearers(int Others, int Travellers)
{
    /// <summary>One in so many: of eight million travellers a hundred, and that one of them is born on a certain day is one chance in 180.</summary>
    internal const int OneIn = 80_000;

    /// <summary>What was rare when two were joined stays so.</summary>
    internal static KnownBearers Few { get; } = new(0, OneIn);

    /// <summary>True where enough travellers are known to say that hardly anybody bears it.</summary>
    public bool AreFew => (Others + 1L) * OneIn <= Travellers;
}
