namespace Rahdari.Border.Travellers.Links;

/// <summary>
/// Which links between travellers stand, and who is one person by them. Pure: what comes of a set of links does not depend on the order in which they were found.
/// </summary>
/// <remarks>
/// What a supervisor confirmed stands. Links by one personal number stand where they bring nobody together who cannot be one person; then those without a number. Where
/// a traveller fits two who cannot be one person, none of the links that would make them one stands: somebody must choose. Links of documents that nobody has passed on
/// come last: what was only scanned tears nothing between those who passed.
/// </remarks>
internal sealed class LinkGraph
{
    private readonly Dictionary<Guid, Guid> above = [];
    private readonly Dictionary<Guid, LinkState> states = [];

    /// <param name="links">All links of some travellers and of all whom links lead to.</param>
    /// <param name="contradictions">Pairs of travellers who cannot be one person unless somebody says so; those of rejected and undone links are added.</param>
    /// <param name="scanned">Travellers of them who never passed.</param>
    public LinkGraph(IReadOnlyCollection<PairLink> links, IEnumerable<(Guid One, Guid Other)> contradictions, IReadOnlySet<Guid>? scanned = null)
    {
        foreach (var link in links)
            states[link.Id] = link.State;
        foreach (var link in links.Where(link => link.State == LinkState.Confirmed))
            Join(link);
        (Guid One, Guid Other)[] apart = [.. contradictions, .. links.Where(link => link.State is LinkState.Rejected or LinkState.Undone).Select(link => (link.One, link.Other))];
        PairLink[] open = [.. links.Where(link => link.State is LinkState.Automatic or LinkState.Proposed)];
        foreach (var link in open)
            states[link.Id] = LinkState.Proposed;
        PairLink[] strong = [.. open.Where(link => link.IsStrong)];
        if (scanned is { Count: > 0 })
            StandByStrength([.. strong.Where(link => !scanned.Contains(link.One) && !scanned.Contains(link.Other))], apart);
        StandByStrength(strong, apart);
    }

    /// <summary>What becomes of each link.</summary>
    public IReadOnlyDictionary<Guid, LinkState> States => states;

    /// <summary>True where two travellers are one person by the links that stand.</summary>
    public bool AreOne(Guid one, Guid other) => Root(above, one) == Root(above, other);

    /// <summary>The travellers whom links that stand make one person, by any of them.</summary>
    public Guid PersonOf(Guid traveller) => Root(above, traveller);

    private void StandByStrength(PairLink[] strong, IReadOnlyList<(Guid One, Guid Other)> apart)
    {
        Stand([.. strong.Where(link => link.IsByNumber)], apart);
        Stand([.. strong.Where(link => !link.IsByNumber)], apart);
    }

    private void Stand(IReadOnlyList<PairLink> links, IReadOnlyList<(Guid One, Guid Other)> apart)
    {
        // As if all stood.
        var together = new Dictionary<Guid, Guid>(above);
        foreach (var link in links)
            together[Root(together, link.One)] = Root(together, link.Other);
        var torn = apart.Where(pair => Root(above, pair.One) != Root(above, pair.Other) && Root(together, pair.One) == Root(together, pair.Other))
            .Select(pair => Root(together, pair.One)).ToHashSet();
        foreach (var link in links.Where(link => !torn.Contains(Root(together, link.One))))
        {
            states[link.Id] = LinkState.Automatic;
            Join(link);
        }
    }

    private void Join(PairLink link) => above[Root(above, link.One)] = Root(above, link.Other);

    private static Guid Root(Dictionary<Guid, Guid> above, Guid traveller)
    {
        while (above.TryGetValue(traveller, out var next) && next != traveller)
            traveller = next;
        return traveller;
    }
}

/// <summary>A link as <see cref="LinkGraph"/> weighs it.</summary>
internal readonly record struct PairLink(Guid Id, Guid One, Guid Other, bool IsStrong, bool IsByNumber, LinkState State);
