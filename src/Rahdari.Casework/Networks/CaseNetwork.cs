using Rahdari.Casework.Cases;

namespace Rahdari.Casework.Networks;

/// <summary>Cases, who is accused in them and what they are connected with, as one network. Victims are never in it. Immutable, thread-safe.</summary>
public sealed class CaseNetwork
{
    /// <summary>The most nodes that <see cref="Around"/> gives.</summary>
    public const int MaximumNodes = 150;

    /// <summary>The most steps that <see cref="Around"/> goes.</summary>
    public const int MaximumSteps = 8;

    private readonly Dictionary<string, NetworkNode> nodes;
    private readonly Dictionary<string, SortedDictionary<string, NetworkLinkKind>> links;

    private CaseNetwork(Dictionary<string, NetworkNode> nodes, Dictionary<string, SortedDictionary<string, NetworkLinkKind>> links) => (this.nodes, this.links) = (nodes, links);

    /// <summary>Every node, by key.</summary>
    public IReadOnlyCollection<NetworkNode> Nodes => nodes.Values;

    /// <summary>Joins cases. For a reader of one circle nothing of other circles' cases is taken in but that they share what the circle's own have.</summary>
    /// <param name="states">How the cases stand.</param>
    /// <param name="circle">The reader's circle, or null where they read all.</param>
    public static CaseNetwork Of(IEnumerable<CaseState> states, string? circle = null)
    {
        var ordered = states.OrderBy(state => state.Number, StringComparer.Ordinal).ThenBy(state => state.Id).ToList();
        var building = new Building();
        foreach (var state in ordered.Where(state => IsOwn(state, circle)))
            building.AddOwn(state);
        building.JoinPeople();
        foreach (var state in ordered.Where(state => !IsOwn(state, circle)))
            building.AddElsewhere(state);
        return building.Build();
    }

    /// <summary>The part within some links of a case; null where the case is not in the network or another circle's.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="steps">How many links away: 1 to <see cref="MaximumSteps"/>; what lies outside is taken as the nearest of these.</param>
    public NetworkView? Around(Guid caseId, int steps)
    {
        var centre = CaseKey(caseId);
        if (!nodes.TryGetValue(centre, out var node) || node.Kind != NetworkNodeKind.Case)
            return null;
        steps = Math.Clamp(steps, 1, MaximumSteps);
        var far = new Dictionary<string, int> { [centre] = 0 };
        var reached = new List<string> { centre };
        for (var next = 0; next < reached.Count && far[reached[next]] < steps; next++)
        {
            foreach (var other in links[reached[next]].Keys)
            {
                if (far.TryAdd(other, far[reached[next]] + 1))
                    reached.Add(other);
            }
        }
        var shown = reached.Take(MaximumNodes).ToList();
        var keys = shown.ToHashSet();
        var within = shown.SelectMany(from => links[from].Where(to => string.CompareOrdinal(from, to.Key) < 0 && keys.Contains(to.Key)).Select(to => new NetworkLink(from, to.Key, to.Value)));
        var beyond = reached.SelectMany(from => links[from].Keys).Where(to => !far.ContainsKey(to)).Distinct().Count();
        return new NetworkView(centre, steps, [.. shown.Select(key => nodes[key])], [.. within], reached.Count - shown.Count, beyond);
    }

    /// <summary>The largest parts with more than one case, and what joins otherwise separate cases.</summary>
    /// <param name="take">The most of each.</param>
    public NetworkParts Parts(int take)
    {
        var parts = new List<NetworkPart>();
        var seen = new HashSet<string>();
        foreach (var key in nodes.Keys.Where(seen.Add))
        {
            var part = new List<string> { key };
            for (var next = 0; next < part.Count; next++)
                part.AddRange(links[part[next]].Keys.Where(seen.Add));
            var cases = part.Select(one => nodes[one]).Where(IsCase).Select(node => node.Cases[0]).OrderBy(one => one.Number, StringComparer.Ordinal).ToList();
            if (cases.Count > 1)
                parts.Add(new NetworkPart(part.Count, cases));
        }
        return new NetworkParts(
            [.. parts.OrderByDescending(part => part.Cases.Count).ThenByDescending(part => part.Nodes).ThenBy(part => part.Cases[0].Number, StringComparer.Ordinal).Take(take)],
            [.. nodes.Values.Where(node => node.JoinsCases && !IsCase(node)).OrderByDescending(node => node.Cases.Count).ThenBy(node => node.Id, StringComparer.Ordinal).Take(take)]);
    }

    private static bool IsOwn(CaseState state, string? circle) => circle is null || state.Circle == circle || state.Transfer?.Circle == circle;

    private static bool IsCase(NetworkNode node) => node.Kind is NetworkNodeKind.Case or NetworkNodeKind.CaseElsewhere;

    private static string CaseKey(Guid id) => $"case:{id}";

    private static string? ThingKey(LeadKind kind, string value) => NetworkKey.Of(kind, value) is { } key ? $"{kind}:{key}" : null;

    private sealed class Building
    {
        private readonly Dictionary<string, (NetworkNodeKind Kind, string Label)> nodes = [];
        private readonly Dictionary<string, Dictionary<Guid, NetworkCase>> standing = [];
        private readonly Dictionary<string, SortedDictionary<string, NetworkLinkKind>> links = [];
        private readonly Dictionary<string, List<string>> people = [];

        public void AddOwn(CaseState state)
        {
            var here = new NetworkCase(state.Id, state.Number, state.Circle, IsElsewhere: false);
            var key = CaseKey(state.Id);
            Add(key, NetworkNodeKind.Case, state.Number, here);
            var accusedKeys = new Dictionary<Guid, string>();
            foreach (var accused in state.Accused)
            {
                var person = accusedKeys[accused.Id] = $"accused:{state.Id}:{accused.Id}";
                Add(person, NetworkNodeKind.Accused, accused.Name, here);
                Join(key, person, NetworkLinkKind.Named);
                if (accused.DocumentNumber is { } number && ThingKey(LeadKind.Document, number) is { } document)
                {
                    Add(document, NetworkNodeKind.Document, number, here);
                    Join(person, document, NetworkLinkKind.Named);
                }
                foreach (var who in Likeness(accused))
                    (people.TryGetValue(who, out var alike) ? alike : people[who] = []).Add(person);
            }
            foreach (var lead in state.Leads)
            {
                // What has no letter or digit is the same as nothing else, in other cases least of all.
                var thing = ThingKey(lead.Thing, lead.Value) ?? $"{lead.Thing}:{lead.Value}:{state.Id}";
                Add(thing, Enum.Parse<NetworkNodeKind>($"{lead.Thing}"), lead.Value, here);
                Join(lead.AccusedId is { } whose && accusedKeys.TryGetValue(whose, out var person) ? person : key, thing, NetworkLinkKind.Named);
            }
        }

        public void JoinPeople()
        {
            foreach (var alike in people.Values)
            {
                foreach (var other in alike.Skip(1))
                    Join(alike[0], other, NetworkLinkKind.PerhapsSamePerson); // A star: a hundred who are alike need no five thousand links.
            }
        }

        public void AddElsewhere(CaseState state)
        {
            var documents = state.Accused.Select(accused => accused.DocumentNumber is { } number ? ThingKey(LeadKind.Document, number) : null);
            var shared = state.Leads.Select(lead => ThingKey(lead.Thing, lead.Value)).Concat(documents).OfType<string>().Where(nodes.ContainsKey).ToHashSet();
            var alike = state.Accused.SelectMany(Likeness).SelectMany(who => people.GetValueOrDefault(who, [])).ToHashSet();
            if (shared.Count + alike.Count == 0)
                return;
            var there = new NetworkCase(state.Id, state.Number, state.Circle, IsElsewhere: true);
            var key = CaseKey(state.Id);
            Add(key, NetworkNodeKind.CaseElsewhere, state.Number, there);
            foreach (var thing in shared)
            {
                standing[thing][state.Id] = there;
                Join(key, thing, NetworkLinkKind.Named);
            }
            foreach (var person in alike)
                Join(key, person, NetworkLinkKind.PerhapsSamePerson);
        }

        public CaseNetwork Build()
        {
            var joining = NetworkJoints.Of(links, key => nodes[key].Kind is NetworkNodeKind.Case or NetworkNodeKind.CaseElsewhere);
            var built = nodes.OrderBy(node => node.Key, StringComparer.Ordinal).ToDictionary(
                node => node.Key,
                node => new NetworkNode(
                    node.Key, node.Value.Kind, node.Value.Label, [.. standing[node.Key].Values.OrderBy(one => one.Number, StringComparer.Ordinal)], joining.Contains(node.Key)));
            return new CaseNetwork(built, links);
        }

        private void Add(string key, NetworkNodeKind kind, string label, NetworkCase of)
        {
            if (nodes.TryAdd(key, (kind, label)))
            {
                standing[key] = [];
                links[key] = new(StringComparer.Ordinal);
            }
            standing[key][of.Id] = of;
        }

        private void Join(string one, string other, NetworkLinkKind kind)
        {
            if (one == other)
                return;
            links[one].TryAdd(other, kind);
            links[other].TryAdd(one, kind);
        }

        private static IEnumerable<string> Likeness(Accused accused)
        {
            if (NetworkKey.OfDocument(accused.DocumentNumber) is { } document)
                yield return $"document:{document}";
            if (accused is { Nationality: { } nationality, FatherName: { } father } && !string.IsNullOrWhiteSpace(father))
                yield return $"name:{nationality}\n{accused.Name.Trim().ToUpperInvariant()}\n{father.Trim().ToUpperInvariant()}";
        }
    }
}
