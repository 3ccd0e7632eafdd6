namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Who travels with whom. What is said counts first, then a shared name, then who stood next at the counter. Pure.</summary>
internal static class Company
{
    /// <summary>Who stands longer apart at a counter is not together.</summary>
    public static readonly TimeSpan Beside = TimeSpan.FromMinutes(3);

    /// <summary>A conveyance's travellers cross within this time of each other.</summary>
    public static readonly TimeSpan Around = TimeSpan.FromMinutes(10);

    /// <summary>The adults with whom a minor travels, of those who crossed about the same time.</summary>
    /// <param name="minor">The minor.</param>
    /// <param name="near">Who crossed about the same time.</param>
    /// <param name="isAfterwards">False at the counter, where whoever was named may stand behind; otherwise one who was named and never came is nobody.</param>
    public static IReadOnlyList<Passage> AdultsOf(Passage minor, IEnumerable<Passage> near, bool isAfterwards)
    {
        Passage[] adults = [.. near.Where(other => !other.IsMinor && other.Person != minor.Person && other.Direction == minor.Direction)];
        Passage[] told = [.. adults.Where(adult => IsTold(minor, adult))];
        if (told.Length > 0 || (minor.TravelsWith is not null && !isAfterwards))
            return told;
        adults = [.. adults.Where(adult => IsBeside(minor, adult))];
        Passage[] relatives = [.. adults.Where(minor.SharesName)];
        if (relatives.Length > 0)
            return relatives;
        return adults.Length == 0 ? [] : [adults.MinBy(adult => (adult.At - minor.At).Duration())!];
    }

    /// <summary>Everybody with whom an adult travels: minors by <see cref="AdultsOf"/>, adults where it is said.</summary>
    public static IReadOnlyList<Passage> Of(Passage adult, IReadOnlyCollection<Passage> near, bool isAfterwards) =>
    [
        .. near.Where(other => other.Person != adult.Person && other.Direction == adult.Direction
            && (IsTold(adult, other) || (other.IsMinor && AdultsOf(other, [adult, .. near], isAfterwards).Any(one => one.Person == adult.Person)))),
    ];

    /// <summary>True where one said that they travel with the other, or both with a third.</summary>
    public static bool IsTold(Passage one, Passage other) =>
        one.TravelsWith == other.Number || other.TravelsWith == one.Number || (one.TravelsWith is { } third && other.TravelsWith == third);

    // Of an imported crossing nobody knows the counter.
    private static bool IsBeside(Passage one, Passage other) => one.Counter.Length > 0 && one.Counter == other.Counter && one.Conveyance == other.Conveyance && (one.At - other.At).Duration() <= Beside;
}
