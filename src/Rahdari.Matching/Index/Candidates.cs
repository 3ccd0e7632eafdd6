using System.Runtime.InteropServices;

namespace Rahdari.Matching.Index;

/// <summary>The names that one search has met, and what their tokens can be worth at most. Used again for the next search: it holds a place for every name. Not thread-safe.</summary>
internal sealed class Candidates(int names)
{
    private readonly Met[] met = new Met[names];
    private readonly List<int> touched = [];

    /// <summary>The names met, each once.</summary>
    public ReadOnlySpan<int> Names => CollectionsMarshal.AsSpan(touched);

    /// <summary>The sum of the most that each token of the query can earn, and the most tokens that are then accounted for.</summary>
    public (double Points, int Covered) this[int name] => (met[name].Points + met[name].Best, met[name].Covered + met[name].Covers);

    /// <summary>Meets a name by something other than its tokens.</summary>
    public void Add(int name)
    {
        ref var place = ref met[name];
        if (place.IsMet)
            return;
        place.IsMet = true;
        touched.Add(name);
    }

    /// <summary>A token of the query, by its place, can be one of the name's, and earn so much: the most counts. It covers two where it is two joined, on either side.</summary>
    public void Add(int name, int token, double points, int covers)
    {
        Add(name);
        ref var place = ref met[name];
        if (place.Covers > 0 && place.Token == token)
        {
            (place.Best, place.Covers) = (Math.Max(place.Best, points), Math.Max(place.Covers, covers));
            return;
        }
        (place.Points, place.Covered) = (place.Points + place.Best, place.Covered + place.Covers);
        (place.Token, place.Best, place.Covers) = (token, points, covers);
    }

    /// <summary>Forgets what was met.</summary>
    public void Clear()
    {
        foreach (var name in touched)
            met[name] = default;
        touched.Clear();
    }

    private struct Met
    {
        public double Points;
        public double Best;
        public int Token;
        public int Covers;
        public int Covered;
        public bool IsMet;
    }
}
