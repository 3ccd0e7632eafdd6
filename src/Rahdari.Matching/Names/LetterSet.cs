using System.Numerics;

namespace Rahdari.Matching.Names;

/// <summary>Which letters a text has, whatever their order and number: what has too many others is not within a few edits, and need not be compared.</summary>
internal readonly record struct LetterSet(ulong Bits)
{
    /// <summary>The letters of a text; those of scripts with more than 64 share places.</summary>
    public static LetterSet Of(ReadOnlySpan<char> text)
    {
        var bits = 0UL;
        foreach (var letter in text)
            bits |= 1UL << (letter & 63);
        return new LetterSet(bits);
    }

    /// <summary>Those of two texts together.</summary>
    public LetterSet With(LetterSet other) => new(Bits | other.Bits);

    /// <summary>False where no so few edits make one text of the other: an edit takes a letter out and puts one in, at most.</summary>
    public bool MayBeWithin(LetterSet other, int edits) => BitOperations.PopCount(Bits ^ other.Bits) <= 2 * edits;
}
