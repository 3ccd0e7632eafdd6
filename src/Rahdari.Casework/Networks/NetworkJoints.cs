namespace Rahdari.Casework.Networks;

/// <summary>Nodes without which cases would lie apart (Hopcroft and Tarjan's articulation points, those alone that have cases on two sides).</summary>
internal static class NetworkJoints
{
    public static HashSet<string> Of(IReadOnlyDictionary<string, SortedDictionary<string, NetworkLinkKind>> links, Func<string, bool> isCase)
    {
        var joints = new HashSet<string>();
        var found = new Dictionary<string, Visit>();
        foreach (var root in links.Keys.Order(StringComparer.Ordinal))
        {
            if (found.ContainsKey(root))
                continue;
            var tree = new List<Visit>();
            var path = new Stack<Visit>(); // Not recursion: a chain of cases may be longer than the stack is deep.
            Begin(root, null);
            while (path.TryPeek(out var visit))
            {
                if (visit.Rest.MoveNext())
                {
                    var next = visit.Rest.Current;
                    if (!found.TryGetValue(next, out var seen))
                        Begin(next, visit);
                    else if (seen != visit.Parent)
                        visit.Low = Math.Min(visit.Low, seen.Order);
                    continue;
                }
                path.Pop();
                if (visit.Parent is not { } parent)
                    continue;
                parent.Low = Math.Min(parent.Low, visit.Low);
                parent.Cases += visit.Cases;
                if (visit.Low >= parent.Order && visit.Cases > 0)
                {
                    parent.SidesWithCases++;
                    parent.CasesAside += visit.Cases;
                }
            }
            var all = tree[0].Cases;
            joints.UnionWith(tree.Where(v => v.SidesWithCases + (all - v.CasesAside - (isCase(v.Key) ? 1 : 0) > 0 ? 1 : 0) > 1).Select(v => v.Key));

            void Begin(string key, Visit? parent)
            {
                var visit = new Visit(key, parent, found.Count, links[key].Keys.GetEnumerator()) { Low = found.Count, Cases = isCase(key) ? 1 : 0 };
                found[key] = visit;
                tree.Add(visit);
                path.Push(visit);
            }
        }
        return joints;
    }

    private sealed class Visit(string key, Visit? parent, int order, IEnumerator<string> rest)
    {
        public string Key => key;

        public Visit? Parent => parent;

        public int Order => order;

        public IEnumerator<string> Rest => rest;

        public int Low { get; set; }

        public int Cases { get; set; }

        public int SidesWithCases { get; set; }

        public int CasesAside { get; set; }
    }
}
