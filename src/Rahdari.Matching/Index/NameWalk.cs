using System.Runtime.InteropServices;
using Rahdari.Matching.Names;

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
    private const int FewNames = 16;

    // Looking at a name takes as long as adding so many to a set.
    private const int CostOfName = 20;

    private readonly int[] order = new int[NameFolding.MostTokens];
    private readonly double[] before = new double[NameFolding.MostTokens + 1];
    private readonly TokenNames[] having = [.. Enumerable.Range(0, NameFolding.MostTokens).Select(_ => new TokenNames())];
    private readonly int[] some = new int[256];

    private QueryName name = new();
    private double needed, wholeName, leastNeeded;
    private long lookedAt, walked;
    private readonly List<(int From, int Until, double Points)> ways = [];
    private Meeting meet = static (in _, _, _) => { };

    /// <summary>Takes names that may score what they need; some may come again.</summary>
    /// <param name="view">Their segment.</param>
    /// <param name="names">Ascending.</param>
    /// <param name="needed">What each must earn by its name.</param>
    public delegate void Meeting(in SegmentView view, ReadOnlySpan<int> names, double needed);

    /// <summary>Walks.</summary>
    /// <param name="view">The segment that <see cref="NearTable"/> and <see cref="BirthWays"/> were filled from.</param>
    /// <param name="query">The name screened.</param>
    /// <param name="neededWithoutBirth">What a name must earn where the date of birth earns nothing and all the rest the most it can.</param>
    /// <param name="ofWholeName">How much less a whole name need earn, where the date of birth does not contradict.</param>
    /// <param name="meeting">Takes the names.</param>
    /// <param name="cancellation">Stops the walk.</param>
    public void Run(in SegmentView view, QueryName query, double neededWithoutBirth, double ofWholeName, Meeting meeting, CancellationToken cancellation)
    {
        (name, needed, wholeName, meet) = (query, neededWithoutBirth, ofWholeName, meeting);
        (leastNeeded, lookedAt) = (double.PositiveInfinity, 0);
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

    /// <summary>Takes how many places in lists of names were walked since this was asked last.</summary>
    public long TakeWalked()
    {
        var taken = walked;
        walked = 0;
        return taken;
    }

    /// <summary>The most that a whole name earns, what it needs less added to it.</summary>
    private double MostOfWhole => before[name.Count] + wholeName;

    /// <summary>Leaves nothing behind for the next walk.</summary>
    public void Forget(in SegmentView view)
    {
        for (var token = 0; token < name.Count; token++)
        {
            walked += having[token].Postings;
            having[token].Clear(view);
        }
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
        ways.Clear();
        foreach (ref readonly var link in near.LinksOf(token))
        {
            if (link.Length != NearLink.CommonerHalf)
                Note(view, link.Id, link.Points, rank, isRarest);
        }
        if (isRarest && token > 0)
        {
            // The whole name may have it joined with the one before it.
            foreach (ref readonly var link in near.LinksOf(token - 1))
            {
                if (link.Length == 2)
                    Note(view, link.Id, link.Points, rank, isRarest);
            }
        }
        if (name.IsBeginning(token))
        {
            var (first, end) = near.Beginning;
            for (var id = first; id < end; id++)
                Note(view, id, view.Weights[id].Equal * name.BeginningShare, rank, isRarest);
        }
        foreach (ref readonly var way in CollectionsMarshal.AsSpan(ways))
            Walk(view, view.Postings[way.From..way.Until], way.Points, rank, isRarest);
    }

    /// <summary>Notes where the names of a listed token stand, if any can lead to a hit: the processor asks memory for many such places at once.</summary>
    private void Note(in SegmentView view, int listed, double points, int rank, bool isRarest)
    {
        if (points + before[rank] >= leastNeeded || (isRarest && MostOfWhole >= leastNeeded))
            ways.Add((view.PostingStarts[listed], view.PostingStarts[listed + 1], points));
    }

    /// <summary>The names that have a listed token, of each run where they can earn what it needs.</summary>
    private void Walk(in SegmentView view, ReadOnlySpan<int> postings, double points, int rank, bool isRarest)
    {
        var most = points + before[rank];
        if (postings.Length < FewNames)
        {
            WalkFew(view, postings, most, isRarest);
            return;
        }
        foreach (ref readonly var run in births.Runs)
        {
            if (!MayReach(run.Most, most, isRarest))
                continue;
            postings = postings[SegmentView.First(postings, run.From)..];
            if (postings.IsEmpty)
                return;
            var names = postings[..SegmentView.First(postings, run.Until)];
            Walk(view, names, needed - run.Most, points, rank, mayBeWhole: isRarest && run.Most >= 0 && MostOfWhole >= needed - run.Most);
        }
    }

    /// <summary>So few that their runs are told one after another, and each is looked at.</summary>
    private void WalkFew(in SegmentView view, ReadOnlySpan<int> names, double most, bool isRarest)
    {
        var runs = births.Runs;
        var (count, run, least) = (0, 0, double.PositiveInfinity);
        walked += names.Length;
        foreach (var at in names)
        {
            while (run < runs.Length && at >= runs[run].Until)
                run++;
            if (run == runs.Length)
                break;
            if (!MayReach(runs[run].Most, most, isRarest))
                continue;
            some[count++] = at;
            least = Math.Min(least, needed - runs[run].Most);
        }
        lookedAt += count;
        meet(view, some.AsSpan(0, count), least);
    }

    /// <summary>True where names of a run can earn what they need, by most of their parts or by having all.</summary>
    private bool MayReach(double ofBirth, double most, bool isRarest) =>
        most >= needed - ofBirth || (isRarest && ofBirth >= 0 && MostOfWhole >= needed - ofBirth);

    private void Walk(in SegmentView view, ReadOnlySpan<int> names, double neededOfRun, double points, int rank, bool mayBeWhole)
    {
        walked += names.Length;
        if (points >= neededOfRun || rank == 0 || IsSoonerLookedAt(view, names.Length, rank))
            meet(view, names, neededOfRun);
        else
            WalkThoseWithMore(view, names, neededOfRun, points, rank, mayBeWhole);
    }

    /// <summary>
    /// True while looking at names has cost less than it would to learn which names have the commoner tokens: so that both together cost
    /// at most twice what the better of the two does.
    /// </summary>
    private bool IsSoonerLookedAt(in SegmentView view, int names, int rank)
    {
        var cost = 0L;
        for (var other = 0; other < rank; other++)
            cost += having[order[other]].Cost(view, near, name, order[other]);
        if ((lookedAt + names) * CostOfName > cost)
            return false;
        lookedAt += names;
        return true;
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
