using Rahdari.Border.Crossings;
using Rahdari.Border.Indicators.Detectors;

namespace Rahdari.Border.Indicators.Simulation;

/// <summary>A population's crossings in memory, looked up as a site's are. They are added in the order of time. Not thread-safe.</summary>
internal sealed class PopulationPassages : IPassages
{
    private const int Most = 300;

    private readonly List<Passage> all = [];
    private readonly Dictionary<Guid, List<Passage>> byPerson = [];
    private readonly Dictionary<string, List<Passage>> byNumber = [];
    private readonly Dictionary<(ContactKind, string), List<Passage>> byContact = [];

    public void Add(Passage passage, JourneyTold? told)
    {
        all.Add(passage);
        Of(byPerson, passage.Person).Add(passage);
        Of(byNumber, passage.Number).Add(passage);
        if (told is null || !passage.IsFirst)
            return;
        foreach (var kind in Enum.GetValues<ContactKind>())
        {
            if (told.Key(kind) is { } key)
                Of(byContact, (kind, key)).Add(passage);
        }
    }

    public Task<IReadOnlyList<Passage>> OfAsync(Guid person, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) =>
        Newest(byPerson.GetValueOrDefault(person, []), since, before);

    public Task<IReadOnlyDictionary<(Guid Person, Direction Direction), DateTimeOffset>> LastAsync(
        IReadOnlyCollection<Guid> persons, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<(Guid Person, Direction Direction), DateTimeOffset>>(persons.Distinct().SelectMany(person => byPerson.GetValueOrDefault(person, []))
            .Where(passage => passage.At >= since && passage.At < before).GroupBy(passage => (passage.Person, passage.Direction)).ToDictionary(of => of.Key, of => of.Max(passage => passage.At)));

    public Task<Direction?> FirstDirectionAsync(Guid person, DateTimeOffset before, CancellationToken cancellation) =>
        Task.FromResult(byPerson.GetValueOrDefault(person, []).Where(passage => passage.At < before).MinBy(passage => passage.At)?.Direction);

    public Task<ILookup<Guid, Passage>> AroundAsync(IReadOnlyCollection<Passage> passages, TimeSpan within, DateTimeOffset before, CancellationToken cancellation) =>
        Task.FromResult(passages.SelectMany(passage => Around(passage, within, before).Select(other => (passage.Id, Other: other))).ToLookup(pair => pair.Id, pair => pair.Other));

    public Task<IReadOnlyList<Passage>> FirstByContactAsync(ContactKind kind, string key, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation)
    {
        Passage[] first = [.. byContact.GetValueOrDefault((kind, key), []).Where(passage => passage.At >= since && passage.At < before)];
        return Task.FromResult<IReadOnlyList<Passage>>([.. first.OrderByDescending(passage => passage.At).Take(Most / 2).Union(first.OrderBy(passage => passage.At).Take(Most / 2))]);
    }

    public Task<IReadOnlyList<Passage>> ByNumbersAsync(IReadOnlyCollection<string> numbers, DateTimeOffset since, DateTimeOffset before, CancellationToken cancellation) =>
        Newest(numbers.SelectMany(number => byNumber.GetValueOrDefault(number, [])), since, before);

    private IEnumerable<Passage> Around(Passage passage, TimeSpan within, DateTimeOffset before)
    {
        var (from, until) = (passage.At - within, passage.At + within);
        Passage[] beside = [.. all.Skip(FirstNotBefore(from)).TakeWhile(one => one.At <= until)
            .Where(one => one.At < before && one.Port == passage.Port && one.Direction == passage.Direction && one.Id != passage.Id)];
        return beside.Where(one => one.At <= passage.At).OrderByDescending(one => one.At).Take(Most / 2).Concat(beside.Where(one => one.At > passage.At).OrderBy(one => one.At).Take(Most / 2));
    }

    /// <summary>A place in the list not behind the first of that instant.</summary>
    private int FirstNotBefore(DateTimeOffset at)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].At < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static Task<IReadOnlyList<Passage>> Newest(IEnumerable<Passage> passages, DateTimeOffset since, DateTimeOffset before) =>
        Task.FromResult<IReadOnlyList<Passage>>([.. passages.Where(passage => passage.At >= since && passage.At < before).OrderByDescending(passage => passage.At).Take(Most)]);

    private static List<Passage> Of<T>(Dictionary<T, List<Passage>> lists, T key)
        where T : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        return list;
    }
}
