using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>
/// One search of one <see cref="Segment"/>. Whoever a number, a day of birth or a part of the name leads to, and who could reach the
/// threshold with everything in their favour, is aligned and scored; nobody else is. Used again and again by one thread.
/// </summary>
internal sealed class SegmentSearch
{
    // Sums of the same parts in another order differ by less.
    private const double Rounding = 1e-4;

    private readonly NearTable near = new();
    private readonly NameAlignment alignment = new();
    private readonly BirthWays births = new();
    private readonly NameWalk walk;
    private readonly NameWalk.Meeting meet;
    private readonly Dictionary<int, Met> best = [];
    private readonly HashSet<int> byNumber = [];
    private readonly List<int> touched = [];
    private ulong[] seen = [];

    private PersonQuery query = new("");
    private QueryName name = new();
    private Removed? removed;
    private double prior, least, leastOfWhole, needed, wholeName, ofPlace;
    private bool tells, comparesAll, mayContradict;
    private long aligned;

    public SegmentSearch() => (walk, meet) = (new NameWalk(near, births), Meet);

    /// <summary>The persons found, with the points of each and the name that fitted best.</summary>
    public Dictionary<int, Met> Found => best;

    /// <summary>What the last search looked at.</summary>
    public SearchWork Work { get; private set; }

    /// <summary>Searches; the result is <see cref="Found"/>, until the next search.</summary>
    /// <param name="segment">Where.</param>
    /// <param name="gone">Who is not in it any more.</param>
    /// <param name="person">Whom to screen.</param>
    /// <param name="screened">The person's name.</param>
    /// <param name="priorPoints">What is presumed before anything is compared.</param>
    /// <param name="leastPoints">What a hit must reach.</param>
    /// <param name="leastPointsOfWhole">What a name must reach to be told as whole, where nothing contradicts.</param>
    /// <param name="tellsWhole">Whether who has a whole name is a hit by that alone.</param>
    /// <param name="isExhaustive">Whether every token and every name is compared.</param>
    /// <param name="cancellation">Stops the search.</param>
    public void Run(Segment segment, Removed? gone, PersonQuery person, QueryName screened, double priorPoints, double leastPoints, double leastPointsOfWhole, bool tellsWhole, bool isExhaustive, CancellationToken cancellation)
    {
        (query, name, removed, prior, least, leastOfWhole) = (person, screened, gone, priorPoints, leastPoints - Rounding, leastPointsOfWhole - Rounding);
        (tells, wholeName) = (tellsWhole, tellsWhole ? Math.Max(0, least - leastOfWhole) : 0);
        (comparesAll, mayContradict) = (isExhaustive && (query.DocumentNumber ?? query.PersonalNumber) is not null, NumberScore.MayContradict(query));
        ofPlace = BirthPlaceScore.Most(query);
        needed = least - prior - ofPlace - (query.Nationality is null ? 0 : Evidence.SameNationality) - (query.Sex is null ? 0 : Evidence.SameSex);
        best.Clear();
        byNumber.Clear();
        (aligned, Work) = (0, default);
        if (segment.Persons == 0)
            return;
        if (seen.Length < (segment.NamePersons.Length + 63) / 64)
            seen = new ulong[(segment.NamePersons.Length + 63) / 64];
        near.Fill(segment, name, isExhaustive);
        births.Set(segment, query.DateOfBirth);
        NumberScore.Find(query, segment, byNumber);
        var view = segment.View();
        try
        {
            if (isExhaustive)
                EveryName(view);
            else
                ThreeWays(view, cancellation);
        }
        finally
        {
            // Also where it was stopped: the next search must find nothing of this one.
            walk.Forget(view);
            Work = near.TakeWork() + new SearchWork(0, 0, walk.TakeWalked(), touched.Count, aligned);
            foreach (var at in touched)
                seen[at >> 6] = 0;
            touched.Clear();
        }
    }

    /// <summary>The hit of a person found, every part told.</summary>
    /// <exception cref="InvalidDataException">The segment is of a file, and what it says of the person damaged.</exception>
    public Hit Explain(Segment segment, Met met)
    {
        var view = segment.View();
        var tokens = view.Tokens(met.Name);
        alignment.Align(name, near, view, tokens);
        var person = segment.Person(view.NamePersons[met.Name]);
        if (view.Which(met.Name) >= person.Names.Count)
            throw new InvalidDataException("A name leads to none of its person's.");
        var listed = person.Names[view.Which(met.Name)];
        return PersonScore.Explained(query, person, listed, PersonScore.OfName(alignment.Points), prior, met.IsWhole, alignment.Pairs(name, view, tokens));
    }

    private void EveryName(in SegmentView view)
    {
        for (var at = 0; at < view.NamePersons.Length; at++)
            Score(view, at, double.PositiveInfinity);
    }

    private void ThreeWays(in SegmentView view, CancellationToken cancellation)
    {
        foreach (var person in byNumber)
            MeetPerson(view, person);
        ByBirth(view, cancellation);
        walk.Run(view, name, needed, wholeName, meet, cancellation);
    }

    private void ByBirth(in SegmentView view, CancellationToken cancellation)
    {
        var segment = view.Segment;
        foreach (var (day, points) in births.Days)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = segment.FirstBorn(BirthClass.Full, day);
            var end = first;
            while (end < segment.Persons && view.Births[end] == day)
                end++;
            // Names follow the order of birth: those of a day stand side by side.
            // Where a name must earn something, most are let go for having nothing near.
            var needsAny = needed - points > 0 && !near.HasRanges;
            for (var at = view.PersonNames[first]; at < view.PersonNames[end]; at++)
            {
                if (!needsAny || near.IsAny(view.Tokens(at)))
                    Meet(view, at, needed - points);
            }
            foreach (var person in segment.OtherBirths.Of((ulong)day))
                MeetPerson(view, person);
        }
        if (query.DateOfBirth is { Year: { } year, Month: { } month })
        {
            // Who is known by the month alone.
            foreach (var person in segment.OtherBirths.Of((ulong)Segment.BirthKey(year, month, 0)))
                MeetPerson(view, person);
        }
    }

    private void MeetPerson(in SegmentView view, int person)
    {
        for (var at = view.PersonNames[person]; at < view.PersonNames[person + 1]; at++)
            Meet(view, at, double.NegativeInfinity);
    }

    /// <summary>
    /// Meets names, some at a time: where each has its tokens is asked for all of them before any is looked at, so that the processor waits for
    /// memory once and not for every name.
    /// </summary>
    private void Meet(in SegmentView view, ReadOnlySpan<int> names, double neededOfName)
    {
        const int Together = 32;
        Span<int> fresh = stackalloc int[Together];
        Span<int> firsts = stackalloc int[Together];
        while (!names.IsEmpty)
        {
            var some = names[..Math.Min(Together, names.Length)];
            names = names[some.Length..];
            var count = 0;
            foreach (var at in some)
            {
                fresh[count] = at;
                count += IsNew(at) ? 1 : 0;
            }
            for (var i = 0; i < count; i++)
                firsts[i] = view.First(fresh[i]);
            for (var i = 0; i < count; i++)
                MeetNew(view, fresh[i], neededOfName);
        }
    }

    private void Meet(in SegmentView view, int at, double neededOfName)
    {
        if (IsNew(at))
            MeetNew(view, at, neededOfName);
    }

    private bool IsNew(int at)
    {
        ref var word = ref seen[at >> 6];
        var bit = 1UL << (at & 63);
        if ((word & bit) != 0)
            return false;
        word |= bit;
        touched.Add(at);
        return true;
    }

    private void MeetNew(in SegmentView view, int at, double neededOfName)
    {
        if (NameBound.Reaches(neededOfName, wholeName, name, near, view, view.Tokens(at), out var most))
            Score(view, at, most);
    }

    /// <summary>Scores a name where, with the most that it can earn, its person reaches the threshold.</summary>
    private void Score(in SegmentView view, int at, double most)
    {
        var person = view.NamePersons[at];
        if (removed?.Contains(person) == true)
            return;
        var kind = view.Kind(at);
        var without = PersonScore.PriorOf(prior, kind) + PersonScore.WithoutName(query, view.Segment, person, out var isContradicted);
        var isCompared = comparesAll || byNumber.Contains(person);
        if (isCompared)
            without += NumberScore.Of(query, view.Segment.Person(person)).Points;
        if (most + without + ofPlace < least)
            return;
        aligned++;
        alignment.Align(name, near, view, view.Tokens(at));
        var points = PersonScore.OfName(alignment.Points) + without;
        // What is in the record alone is read of whoever would be a hit by it: the place of birth, and numbers of whom no number leads to, which can only speak against.
        var readsNumbers = mayContradict && !isCompared;
        if ((readsNumbers || ofPlace > 0) && points + ofPlace >= Math.Min(least, leastOfWhole))
        {
            var listed = view.Segment.Person(person);
            points += BirthPlaceScore.Of(query, listed).Points + (readsNumbers ? NumberScore.Of(query, listed).Points : 0);
        }
        var isWhole = alignment.IsWhole && !isContradicted && kind != ListedNameKind.LowAlias && points >= leastOfWhole;
        if (points < least && !(isWhole && tells))
            return;
        if (best.TryGetValue(person, out var known))
            best[person] = (known.Points >= points ? known : new Met(at, points, isWhole)) with { IsWhole = known.IsWhole || isWhole };
        else
            best[person] = new Met(at, points, isWhole);
    }

    /// <summary>The name of a person that fitted best, its points, and whether any name is whole.</summary>
    internal readonly record struct Met(int Name, double Points, bool IsWhole);
}
