namespace Rahdari.Matching.Index;

/// <summary>What a list knows of a date of birth, in the order in which a <see cref="Segment"/> has persons.</summary>
internal enum BirthClass
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Several dates, a span, one that is approximate, or one in a Hijri calendar, which is several days.</summary>
    Various,

    /// <summary>One date with a year, without a day or a month.</summary>
    Partial,

    /// <summary>One full date.</summary>
    Full,
}
