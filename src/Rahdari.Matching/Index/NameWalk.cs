using Rahdari.Matching.Names;
using Rahdari.Matching.Scoring;

namespace Rahdari.Matching.Index;

/// <summary>Which names the parts of a query's name lead to.</summary>
/// <remarks>
/// The query's tokens are ordered by the most that each can earn. A name whose best token is the r-th earns at most that token's
/// points and the most of those before it; where this does not reach what a run of names needs, the names that have the token are not looked at
/// (after the MaxScore algorithm of Turtle and Flood). So common parts are walked only where nothing else can lead to a hit. Used again and
/// again by one thread.
/// </remarks>
internal sealed class NameWalk(NearTable near, BirthWays births)
{
    // So few are sooner looked at than asked for other tokens.
    private const int FewNames = 8;

    private readonly int[] order = new int[NameFolding.MostTokens];
    private readonly double[] before = new double[NameFolding.MostTokens + 1];
    private readonly TokenNames[] having = [.. Enumerable.Range(0, NameFolding.MostTokens).Select(_ => new TokenNames())];
    private readonly int[] some = new int[256];

    private QueryName name = new();
    private float heaviest;
    private double needed, leastNeeded;
    private Meeting meet = static (in _, _, _) => { };

    /// <summary>Takes names that may score what they need; some may come again.</summary>
    /// <param name="view">Their segment.</param>
    /// <param name="names">Ascending.</param>
    /// <param name="needed">What each must earn by its name.</param>
    public delegate void Meeting(in SegmentView view, ReadOnlySpan<int> names, double needed);

    /// <summary>Walks.</summary>
    /// <param name="view">The segment that <see cref="NearTable"/> and <see cref="BirthWays"/> were filled from.</param>
    /// <param name="query">The name screened.</param>
    /// <param name="heaviestToken">The most that a token weighs.</param>
    /// <param name="neededWithoutBirth">What a name must earn where the date of birth earns nothing and all the rest the most it can.</param>
    /// <param name="meeting">Takes the names.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public void Run(in SegmentView view, QueryName query, float heaviestToken, double neededWithoutBirth, Meeting meeting, CancellationToken cancellation)
    {
        (name, heaviest, needed, meet) = (query, heaviestToken, neededWithoutBirth, meeting);
        leastNeeded = double.PositiveInfinity;
        foreach (ref readonly var run in births.Runs)
            leastNeeded = Math.Min(leastNeeded, needed - run.Most);
        Order();
        var rarest = Rarest();
        for (var rank = name.Count - 1; rank >= 0; rank--)
        {
            cancellation.ThrowIfCancellationRequested();
            // Whoever has the whole name has its rarest part; of a name of none, anything.
            Walk(view, rank, isRarest: rank == rarest || rarest < 0);
        }
    }

    /// <summary>Leaves nothing behind for the next walk.</summary>
    public void Forget(in SegmentView view)
    {
        for (var token = 0; token < name.Count; token++)
            having[token].Clear(view);
    }

    /// <summary>The query's tokens by the most that each can earn, ascending, and before each the sum of those.</summary>
    private void Order()
    {
        // A dozen at most: by insertion.
        for (var i = 0; i < name.Count; i++)
        {
            order[i] = i;
            for (var j = i; j > 0 && Key(order[j]) < Key(order[j - 1]); j--)
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
        }
        for (var rank = 0; rank < name.Count; rank++)
            before[rank + 1] = before[rank] + near.Most[order[rank]];

        // An initial leads to too many to be a way in; it comes first, so that what it earns stands in everybody's favour.
        float Key(int token) => name[token].Text.Length == 1 && !name[token].IsParticle ? -1 : near.Most[token];
    }

    /// <summary>The rank of the rarest part that tells, or -1 where none does.</summary>
    private int Rarest()
    {
        var rank = name.Count - 1;
        while (rank >= 0 && (name[order[rank]].IsParticle || name.IsRemnant(order[rank])))
            rank--;
        return rank;
    }

    private void Walk(in SegmentView view, int rank, bool isRarest)
    {
        var token = order[rank];
        foreach (ref readonly var link in near.LinksOf(token))
            Walk(view, link.Id, link.Points, rank, isRarest);
        if (isRarest && token > 0)
        {
            // The whole name may have it joined with the one before it.
            foreach (ref readonly var link in near.LinksOf(token - 1))
            {
                if (link.Length == 2)
                    Walk(view, link.Id, link.Points, rank, isRarest);
            }
        }
        if (!name.IsBeginning(token))
            return;
        var (first, end) = near.Beginning;
        for (var id = first; id < end; id++)
            Walk(view, id, view.Weights[id].Within(heaviest).Equal * name.BeginningShare, rank, isRarest);
    }

    /// <summary>The names that have a listed token, of each run where they can earn what it needs.</summary>
    private void Walk(in SegmentView view, int listed, double points, int rank, bool isRarest)
    {
        var most = points + before[rank];
        if (most < leastNeeded && !(isRarest && leastNeeded <= Evidence.WholeName))
            return;
        var postings = view.Having(listed);
        foreach (ref readonly var run in births.Runs)
        {
            if (postings.IsEmpty)
                return;
            var end = SegmentView.First(postings, run.Until);
            Walk(view, postings[..end], needed - run.Most, points, rank, isRarest);
            postings = postings[end..];
        }
    }

    private void Walk(in SegmentView view, ReadOnlySpan<int> names, double neededOfRun, double points, int rank, bool isRarest)
    {
        var mayBeWhole = isRarest && neededOfRun <= Evidence.WholeName;
        if (names.IsEmpty || (points + before[rank] < neededOfRun && !mayBeWhole))
            return;
        if (points >= neededOfRun || rank == 0 || names.Length < FewNames)
            meet(view, names, neededOfRun);
        else
            WalkThoseWithMore(view, names, neededOfRun, points, rank, mayBeWhole);
    }

    /// <summary>Those that may have enough of the commoner tokens too.</summary>
    private void WalkThoseWithMore(in SegmentView view, ReadOnlySpan<int> names, double neededOfRun, double points, int rank, bool mayBeWhole)
    {
        for (var other = 0; other < rank; other++)
            having[order[other]].Fill(view, near, name, order[other]);
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
            if (sum < neededOfRun && !(mayBeWhole && hasAll))
                continue;
            some[count++] = at;
            if (count == some.Length)
            {
                meet(view, some, neededOfRun);
                count = 0;
            }
        }
        meet(view, some.AsSpan(0, count), neededOfRun);
    }
}
