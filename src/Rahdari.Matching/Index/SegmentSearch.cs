using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>
/// One search of one <see cref="Segment"/>. Whoever a number, a day of birth or a part of the name leads to, and who could reach the
/// threshold with everything in their favour, is aligned and scored; nobody else is. Used again and again by one thread.
/// </summary>
/// <remarks>
/// By the name: the query's tokens are ordered by the most that each can earn. A name whose best token is the r-th earns at most that token's
/// points and the most of those before it; where this does not reach what a run of names needs, the names that have the token are not looked at
/// (after the MaxScore algorithm of Turtle and Flood). So common parts are walked only where nothing else can lead to a hit.
/// </remarks>
internal sealed class SegmentSearch
{
    // Sums of the same parts in another order differ by less.
    private const double Rounding = 1e-4;

    // So few are sooner looked at than asked for other tokens.
    private const int FewNames = 8;

    private readonly NearTable near = new();
    private readonly NameAlignment alignment = new();
    private readonly BirthWays births = new();
    private readonly Dictionary<int, Met> best = [];
    private readonly List<int> byNumber = [];
    private readonly List<int> touched = [];
    private readonly int[] order = new int[Names.NameFolding.MostTokens];
    private readonly double[] before = new double[Names.NameFolding.MostTokens + 1];
    private readonly TokenNames[] having = [.. Enumerable.Range(0, Names.NameFolding.MostTokens).Select(_ => new TokenNames())];
    private ulong[] seen = [];

    private PersonQuery query = new("");
    private QueryName name = new();
    private double prior, least, leastOfRuns, favour;
    private float heaviest;

    /// <summary>The names met in the last search, compared or not; for measurements.</summary>
    public int NamesMet { get; private set; }

    /// <summary>The names aligned in the last search; for measurements.</summary>
    public int NamesAligned { get; private set; }

    /// <summary>The persons found, with the points of each and the name that fitted best.</summary>
    public Dictionary<int, Met> Found => best;

    /// <summary>Searches; the result is <see cref="Found"/>, until the next search.</summary>
    public void Run(Segment segment, Removed? removed, PersonQuery query, QueryName name, double prior, double leastPoints, bool isExhaustive, CancellationToken cancellation)
    {
        (this.query, this.name, this.prior, least) = (query, name, prior, leastPoints - Rounding);
        heaviest = Heaviest(prior);
        best.Clear();
        byNumber.Clear();
        (NamesMet, NamesAligned) = (0, 0);
        if (segment.Persons == 0)
            return;
        if (seen.Length < (segment.NamePersons.Length + 63) / 64)
            seen = new ulong[(segment.NamePersons.Length + 63) / 64];
        near.Fill(segment, name, heaviest, isExhaustive);
        births.Set(segment, query.DateOfBirth);
        favour = (query.Nationality is null ? 0 : Evidence.SameNationality) + (query.Sex is null ? 0 : Evidence.SameSex);
        var view = segment.View();
        NumberScore.Find(query, segment, byNumber);
        try
        {
            if (isExhaustive)
            {
                for (var at = 0; at < segment.NamePersons.Length; at++)
                    Score(view, removed, at, isSure: true);
                return;
            }
            ByNumber(view, removed);
            ByBirth(view, removed, cancellation);
            ByName(view, removed, cancellation);
        }
        finally
        {
            Forget(view);
            GC.KeepAlive(segment);
        }
    }

    /// <summary>Leaves nothing behind for the next search, also where this one was stopped.</summary>
    private void Forget(in SegmentView view)
    {
        for (var token = 0; token < name.Count; token++)
            having[token].Clear(view);
        foreach (var at in touched)
            seen[at >> 6] = 0;
        touched.Clear();
    }

    /// <summary>The most that one token weighs under a prior.</summary>
    public static float Heaviest(double prior) => (float)(Evidence.HeaviestTokenBeyondPrior - prior);

    /// <summary>The hit of a person found, every part told.</summary>
    public Hit Explain(Segment segment, Met met)
    {
        var view = segment.View();
        var tokens = view.Tokens(met.Name);
        alignment.Align(name, near, view, tokens, heaviest);
        var person = segment.Person(view.NamePersons[met.Name]);
        var listed = person.Names[view.NameKinds[met.Name] >> 4];
        var points = PersonScore.OfName(alignment.Points, alignment.IsWhole, listed.Kind);
        return PersonScore.Explained(query, person, listed, points, prior, alignment.Pairs(name, view, tokens, heaviest));
    }

    private void ByNumber(in SegmentView view, Removed? removed)
    {
        foreach (var person in byNumber)
        {
            for (var at = view.PersonNames[person]; at < view.PersonNames[person + 1]; at++)
                Meet(view, removed, at, double.NegativeInfinity);
        }
    }

    private void ByBirth(in SegmentView view, Removed? removed, CancellationToken cancellation)
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
            for (var at = view.PersonNames[first]; at < view.PersonNames[end]; at++)
                Meet(view, removed, at, least - prior - favour - points);
            foreach (var person in segment.OtherBirths.Of((ulong)day))
                MeetPerson(view, removed, person);
        }
        if (query.DateOfBirth is { Year: { } year, Month: { } month })
        {
            // Who is known by the month alone.
            foreach (var person in segment.OtherBirths.Of((ulong)Segment.BirthKey(year, month, 0)))
                MeetPerson(view, removed, person);
        }
    }

    private void MeetPerson(in SegmentView view, Removed? removed, int person)
    {
        for (var at = view.PersonNames[person]; at < view.PersonNames[person + 1]; at++)
            Meet(view, removed, at, double.NegativeInfinity);
    }

    private void ByName(in SegmentView view, Removed? removed, CancellationToken cancellation)
    {
        var count = Order();
        leastOfRuns = double.PositiveInfinity;
        foreach (ref readonly var run in births.Runs)
            leastOfRuns = Math.Min(leastOfRuns, least - prior - favour - run.Most);
        var rarest = count - 1;
        while (rarest > 0 && (name[order[rarest]].IsParticle || name.IsRemnant(order[rarest])))
            rarest--;
        for (var rank = count - 1; rank >= 0; rank--)
        {
            cancellation.ThrowIfCancellationRequested();
            var token = order[rank];
            // Whoever has the whole name has its rarest part.
            var isRarest = rank == rarest;
            WalkLinks(view, removed, near.LinksOf(token), rank, isRarest);
            if (isRarest && token > 0)
                WalkJoined(view, removed, near.LinksOf(token - 1), rank);
            if (!name.IsBeginning(token))
                continue;
            var (first, end) = near.Beginning;
            for (var id = first; id < end; id++)
                Walk(view, removed, id, view.Weights[id].Within(heaviest).Equal * name.BeginningShare, rank, isRarest);
        }
    }

    private void WalkLinks(in SegmentView view, Removed? removed, ReadOnlySpan<NearLink> links, int rank, bool isRarest)
    {
        foreach (ref readonly var link in links)
        {
            Walk(view, removed, link.Id, link.Points, rank, isRarest);
        }
    }

    /// <summary>Those in which the token is joined with the one before it.</summary>
    private void WalkJoined(in SegmentView view, Removed? removed, ReadOnlySpan<NearLink> links, int rank)
    {
        foreach (ref readonly var link in links)
        {
            if (link.Length == 2)
                Walk(view, removed, link.Id, link.Points, rank, true);
        }
    }

    /// <summary>The query's tokens by the most that each can earn, ascending, and before each the sum of those; what only an initial says is no way in.</summary>
    private int Order()
    {
        var count = 0;
        for (var i = 0; i < name.Count; i++)
            order[count++] = i;
        // A dozen at most: by insertion.
        for (var i = 1; i < count; i++)
        {
            for (var j = i; j > 0 && Key(order[j]) < Key(order[j - 1]); j--)
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
        }
        before[0] = 0;
        for (var rank = 0; rank < count; rank++)
            before[rank + 1] = before[rank] + near.Most[order[rank]];
        return count;

        // Initials come first, so that what they earn stands in everybody's favour.
        float Key(int token) => name[token].Text.Length == 1 && !name[token].IsParticle ? -1 : near.Most[token];
    }

    /// <summary>Meets the names that have a token, of each run where they can earn what it needs.</summary>
    private void Walk(in SegmentView view, Removed? removed, int token, double points, int rank, bool isRarest)
    {
        var most = points + before[rank];
        if (most < leastOfRuns && !(isRarest && leastOfRuns <= Evidence.WholeName))
            return;
        var postings = view.Having(token);
        foreach (ref readonly var run in births.Runs)
        {
            if (postings.IsEmpty)
                return;
            var needed = least - prior - favour - run.Most;
            var end = SegmentView.First(postings, run.Until);
            var mayBeWhole = isRarest && needed <= Evidence.WholeName;
            if (end == 0 || (most < needed && !mayBeWhole))
            {
                // None here, or none that can.
            }
            else if (points >= needed || rank == 0 || end < FewNames)
            {
                Meet(view, removed, postings[..end], needed);
            }
            else
            {
                MeetThoseWithMore(view, removed, postings[..end], needed, points, rank, mayBeWhole);
            }
            postings = postings[end..];
        }
    }

    /// <summary>Meets the names that may have enough of the commoner tokens too.</summary>
    private void MeetThoseWithMore(in SegmentView view, Removed? removed, ReadOnlySpan<int> names, double needed, double points, int rank, bool mayBeWhole)
    {
        for (var other = 0; other < rank; other++)
            having[order[other]].Fill(view, near, name, order[other]);
        const int Together = 256;
        Span<int> some = stackalloc int[Together];
        var count = 0;
        foreach (var at in names)
        {
            var (sum, hasAll) = (points, true);
            for (var other = rank - 1; other >= 0; other--)
            {
                if (having[order[other]].MayHave(at))
                    sum += near.Most[order[other]];
                else
                    hasAll = false;
            }
            if (sum < needed && !(mayBeWhole && hasAll))
                continue;
            some[count++] = at;
            if (count == Together)
            {
                Meet(view, removed, some, needed);
                count = 0;
            }
        }
        Meet(view, removed, some[..count], needed);
    }

    /// <summary>
    /// Meets names, some at a time: where each has its tokens is asked for all of them before any is looked at, so that the processor waits for
    /// memory once and not for every name.
    /// </summary>
    private void Meet(in SegmentView view, Removed? removed, ReadOnlySpan<int> names, double needed)
    {
        const int Together = 32;
        Span<int> fresh = stackalloc int[Together];
        Span<int> starts = stackalloc int[Together];
        while (!names.IsEmpty)
        {
            var some = names[..Math.Min(Together, names.Length)];
            names = names[some.Length..];
            var count = 0;
            foreach (var at in some)
            {
                ref var word = ref seen[at >> 6];
                var bit = 1UL << (at & 63);
                var isNew = (word & bit) == 0;
                word |= bit;
                fresh[count] = at;
                count += isNew ? 1 : 0;
                if (isNew)
                    touched.Add(at);
            }
            for (var i = 0; i < count; i++)
                starts[i] = view.NameStarts[fresh[i]];
            var touch = 0;
            for (var i = 0; i < count; i++)
                touch |= view.NameTokens[starts[i]];
            // Only that the compiler may not leave the touch out: no token has a number below zero.
            ObjectDisposedException.ThrowIf(touch < 0, view.Segment);
            for (var i = 0; i < count; i++)
                MeetNew(view, removed, fresh[i], needed);
        }
    }

    private void Meet(in SegmentView view, Removed? removed, int at, double needed)
    {
        ref var word = ref seen[at >> 6];
        var bit = 1UL << (at & 63);
        if ((word & bit) != 0)
            return;
        word |= bit;
        touched.Add(at);
        MeetNew(view, removed, at, needed);
    }

    /// <summary>Meets a name for the first time: scored where it can earn what is needed, and what its person needs.</summary>
    private void MeetNew(in SegmentView view, Removed? removed, int at, double needed)
    {
        if (NameBound.Reaches(needed, name, near, view, view.Tokens(at), heaviest, out var most))
            Score(view, removed, at, isSure: false, most);
    }

    private void Score(in SegmentView view, Removed? removed, int at, bool isSure, double most = double.PositiveInfinity)
    {
        NamesMet++;
        var person = view.NamePersons[at];
        if (removed?.Contains(person) == true)
            return;
        var kind = view.Kind(at);
        var without = PersonScore.PriorOf(prior, kind) + PersonScore.WithoutName(query, view.Segment, person);
        if (byNumber.Count > 0 && byNumber.Contains(person))
            without += NumberScore.Of(query, view.Segment.Person(person)).Points;
        if (!isSure && most + without < least)
            return;
        NamesAligned++;
        alignment.Align(name, near, view, view.Tokens(at), heaviest);
        var points = PersonScore.OfName(alignment.Points, alignment.IsWhole, kind) + without;
        if (points < least || (best.TryGetValue(person, out var known) && known.Points >= points))
            return;
        best[person] = new Met(at, points);
    }

    /// <summary>The name of a person that fitted best, and the points.</summary>
    internal readonly record struct Met(int Name, double Points);
}
