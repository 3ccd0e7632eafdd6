namespace Rahdari.Matching;

/// <summary>An immutable index over listed persons, built once and searched from many threads.</summary>
/// <remarks>Thread-safe. Building takes seconds for tens of thousands of names; searching is the hot path.</remarks>
public sealed class ScreeningIndex
{
    /// <summary>At and above this score a hit is worth an officer's attention.</summary>
    public const double AlertThreshold = 0.5;

    /// <summary>The number of persons.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>Builds an index.</summary>
    public static ScreeningIndex Build(IEnumerable<ListedPerson> persons, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Hits at or above <paramref name="threshold"/>, best first; one per listed person (its best name).</summary>
    public IReadOnlyList<Hit> Search(PersonQuery query, double threshold = AlertThreshold, CancellationToken cancellation = default) => throw new NotImplementedException();
}
