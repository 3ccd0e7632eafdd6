namespace Rahdari.Border.Indicators.Detectors;

/// <summary>Where crossings are looked up: the site's database, or a population in memory. Every answer is bounded.</summary>
internal interface IPassages
{
    /// <summary>The newest crossings of persons since an instant and before another.</summary>
    Task<IReadOnlyList<Passage>> OfAsync(IReadOnlyCollection<Guid> persons, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Who crossed at the port within a time of a crossing, in the same direction, before an instant.</summary>
    Task<IReadOnlyList<Passage>> AroundAsync(Passage passage, TimeSpan within, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>The newest first journeys since an instant that named a contact.</summary>
    Task<IReadOnlyList<Passage>> FirstByContactAsync(ContactKind kind, string key, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Crossings by documents of these numbers since an instant.</summary>
    Task<IReadOnlyList<Passage>> ByNumbersAsync(IReadOnlyCollection<string> numbers, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation);
}
