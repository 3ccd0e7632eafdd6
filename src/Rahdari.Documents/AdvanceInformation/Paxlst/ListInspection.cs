using System.Runtime.InteropServices;

namespace Rahdari.Documents.AdvanceInformation.Paxlst;

/// <summary>Judges lists as wholes: a long list comes in several messages under one access reference.</summary>
internal static class ListInspection
{
    public static void Inspect(IEnumerable<PassengerList> messages, DateOnly today, BoundedFindings findings)
    {
        var lists = new Dictionary<(string, string, string), Whole>();
        var number = 0;
        foreach (var part in messages)
        {
            number++;
            var key = part.Header is { Part: not null, AccessReference.Length: > 0 }
                ? (part.Kind, part.Header.AccessReference, part.Interchange?.Sender ?? "")
                : ("", "", BoundedFindings.Text(number));
            ref var whole = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
            whole ??= new Whole(part.Travellers.Count);
            Add(whole, part, today, findings);
        }
        foreach (var whole in lists.Values)
            Inspect(whole, findings);
    }

    private static void Add(Whole whole, PassengerList part, DateOnly today, BoundedFindings findings)
    {
        var travels = part.Flights.Count > 0 ? part.Flights[0].Arrival?.Day ?? today : today;
        whole.Last = part;
        whole.Counted += part.Travellers.Count;
        whole.Stated = part.Stated ?? whole.Stated;
        if (part.Header.Part is { } present)
            whole.Parts.Add(present);
        foreach (var traveller in part.Travellers)
        {
            if (!part.IsStatus)
                TravellerInspection.Inspect(traveller, today, travels, needsDocument: true, findings);
            if (traveller.DateOfBirth.IsUnknown && traveller.Documents is not [{ Number.Length: > 0 }, ..])
                continue;
            if (!whole.Seen.Add(traveller) && whole.Seen.TryGetValue(traveller, out var first))
                findings.Add(AdvanceRule.Duplicate, "Name", traveller.Segment, traveller.Position, BoundedFindings.Text(first.Segment));
        }
    }

    private static void Inspect(Whole whole, BoundedFindings findings)
    {
        var last = whole.Last!;
        var missing = whole.Parts.Count > 0 && (!last.Header.IsLastPart || whole.Parts.Count < whole.Parts.Max);
        if (missing)
        {
            var end = last.Header.IsLastPart ? BoundedFindings.Text(whole.Parts.Max) : "?";
            findings.Add(AdvanceRule.PartsMissing, "UNH", last.Segment, last.Position, end, BoundedFindings.Text(whole.Parts.Count));
        }
        if (whole.Stated is { } stated && stated != whole.Counted)
            findings.Add(AdvanceRule.CountDiffers, "CNT", last.Segment, last.Position, BoundedFindings.Text(stated), BoundedFindings.Text(whole.Counted));
    }

    private sealed class Whole(int travellers)
    {
        public HashSet<AdvanceTraveller> Seen { get; } = new(travellers, new SamePerson());

        public SortedSet<int> Parts { get; } = [];

        public PassengerList? Last { get; set; }

        public int Counted { get; set; }

        public int? Stated { get; set; }
    }

    /// <summary>By name, date of birth and the first document's number.</summary>
    private sealed class SamePerson : IEqualityComparer<AdvanceTraveller>
    {
        public bool Equals(AdvanceTraveller? x, AdvanceTraveller? y) =>
            ReferenceEquals(x, y)
            || (x is not null && y is not null && Number(x) == Number(y) && x.DateOfBirth == y.DateOfBirth && x.Surname == y.Surname && x.GivenNames == y.GivenNames);

        public int GetHashCode(AdvanceTraveller traveller) => HashCode.Combine(Number(traveller), traveller.Surname, traveller.DateOfBirth);

        private static string Number(AdvanceTraveller traveller) => traveller.Documents.Count > 0 ? traveller.Documents[0].Number : "";
    }
}
