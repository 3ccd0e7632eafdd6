using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Watchlists;
using Rahdari.Matching;

namespace Rahdari.Border.Screening.Policy;

/// <summary>Counts for whom who alerts now and for whom who would.</summary>
internal sealed class EffectCount(ScreeningPurpose purpose, DateTimeOffset from, int mostShown)
{
    private readonly SortedDictionary<string, ListEffect> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, int More)> entries = new(StringComparer.Ordinal);
    private readonly List<AffectedTraveller> sample = [];
    private int travellers;
    private int alertedNow;
    private int alertedThen;
    private int more;
    private int fewer;

    public void Add(RecentTraveller traveller, IReadOnlyList<Hit> now, IReadOnlyList<Hit> then)
    {
        travellers++;
        alertedNow += now.Count > 0 ? 1 : 0;
        alertedThen += then.Count > 0 ? 1 : 0;
        more += now.Count == 0 && then.Count > 0 ? 1 : 0;
        fewer += now.Count > 0 && then.Count == 0 ? 1 : 0;
        AddLists(now.Select(ListOf).ToHashSet(StringComparer.Ordinal), then.Select(ListOf).ToHashSet(StringComparer.Ordinal));
        foreach (var hit in then.Where(hit => now.All(other => other.Person.Key != hit.Person.Key)))
        {
            entries[hit.Person.Key] = (hit.Person.Names[0].Text, More(hit.Person.Key) + 1);
            Show(traveller, hit, alerts: true);
        }
        foreach (var hit in now.Where(hit => then.All(other => other.Person.Key != hit.Person.Key)))
            Show(traveller, hit, alerts: false);
    }

    /// <summary>For how many travellers an entry (<c>list/reference</c>) would alert that does not now.</summary>
    public int More(string key) => entries.GetValueOrDefault(key).More;

    public PolicyEffect Effect(int mostEntries) => new()
    {
        Purpose = purpose,
        From = from,
        Travellers = travellers,
        AlertedNow = alertedNow,
        AlertedThen = alertedThen,
        More = more,
        Fewer = fewer,
        Lists = [.. lists.Values],
        Entries =
        [
            .. from entry in entries.OrderByDescending(entry => entry.Value.More).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(mostEntries)
               let origin = WatchlistEntry.Origin(entry.Key)
               select new EntryEffect(origin.List, origin.Reference, entry.Value.Name, entry.Value.More),
        ],
        Sample = sample,
    };

    private static string ListOf(Hit hit) => WatchlistEntry.Origin(hit.Person.Key).List;

    private void AddLists(HashSet<string> now, HashSet<string> then)
    {
        foreach (var list in now.Union(then))
        {
            var before = lists.GetValueOrDefault(list) ?? new ListEffect(list, 0, 0, 0, 0);
            var (isNow, isThen) = (now.Contains(list), then.Contains(list));
            lists[list] = before with
            {
                AlertedNow = before.AlertedNow + (isNow ? 1 : 0),
                AlertedThen = before.AlertedThen + (isThen ? 1 : 0),
                More = before.More + (isThen && !isNow ? 1 : 0),
                Fewer = before.Fewer + (isNow && !isThen ? 1 : 0),
            };
        }
    }

    private void Show(RecentTraveller traveller, Hit hit, bool alerts)
    {
        if (sample.Count >= mostShown)
            return;
        var (identity, (list, reference)) = (ScreenedIdentity.Of(traveller.Document), WatchlistEntry.Origin(hit.Person.Key));
        sample.Add(new AffectedTraveller(
            traveller.Id, traveller.At, traveller.Port, identity.Name, identity.DateOfBirth, identity.Nationality, list, reference, hit.Person.Names[0].Text, hit.Score, alerts));
    }
}
