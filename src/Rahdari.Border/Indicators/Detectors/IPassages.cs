using Rahdari.Border.Crossings;

namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Where crossings are looked up: the site's database, or a population in memory. Every answer is bounded.</summary>
internal interface IPassages
{
    /// <summary>The newest crossings of a person since an instant and before another.</summary>
    Task<IReadOnlyList<Passage>> OfAsync(Guid person, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>When persons crossed last in each direction, since an instant and before another.</summary>
    Task<IReadOnlyDictionary<(Guid Person, Direction Direction), DateTimeOffset>> LastAsync(IReadOnlyCollection<Guid> persons, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>In which direction a person crossed first of all that is on record; null where nothing is.</summary>
    Task<Direction?> FirstDirectionAsync(Guid person, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>By crossing, who crossed at the port within a time of it, in the same direction, before an instant; of very many the nearest.</summary>
    Task<ILookup<Guid, Passage>> AroundAsync(IReadOnlyCollection<Passage> passages, TimeSpan within, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>First journeys since an instant that named a contact; of very many the newest and the oldest.</summary>
    Task<IReadOnlyList<Passage>> FirstByContactAsync(ContactKind kind, string key, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Crossings by documents of these numbers since an instant.</summary>
    Task<IReadOnlyList<Passage>> ByNumbersAsync(IReadOnlyCollection<string> numbers, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);
}
