using CsCheck;
using Rahdari.Border.Travellers.Links;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>Which links stand among several, and who is one person by them.</summary>
public class LinkGraphTests
{
    private static readonly Guid[] Travellers = [.. Enumerable.Range(1, 7).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void Links_that_nothing_contradicts_make_one_person()
    {
        var graph = new LinkGraph([Link(1, 0, 1, byNumber: true), Link(2, 1, 2, byNumber: false), Link(3, 3, 4, isStrong: false)], []);
        Assert.True(graph.AreOne(Travellers[0], Travellers[2]));
        Assert.False(graph.AreOne(Travellers[3], Travellers[4]));
        Assert.Equal([LinkState.Automatic, LinkState.Automatic, LinkState.Proposed], States(graph, 3));
    }

    [Fact]
    public void Who_fits_two_who_cannot_be_one_person_waits_for_somebody()
    {
        var graph = new LinkGraph([Link(1, 0, 1), Link(2, 1, 2)], [(Travellers[0], Travellers[2])]);
        Assert.Equal([LinkState.Proposed, LinkState.Proposed], States(graph, 2));
        // What carries a number goes before what does not.
        graph = new LinkGraph([Link(1, 0, 1, byNumber: true), Link(2, 1, 2)], [(Travellers[0], Travellers[2])]);
        Assert.Equal([LinkState.Automatic, LinkState.Proposed], States(graph, 2));
    }

    [Fact]
    public void What_was_undone_comes_back_by_no_other_way_unless_somebody_says_so()
    {
        var undone = new LinkGraph([Link(1, 0, 1, byNumber: true, state: LinkState.Undone), Link(2, 1, 2, byNumber: true), Link(3, 0, 2, byNumber: true)], []);
        Assert.False(undone.AreOne(Travellers[0], Travellers[1]));
        var confirmed = new LinkGraph([Link(1, 0, 1, state: LinkState.Rejected), Link(2, 1, 2, state: LinkState.Confirmed), Link(3, 0, 2, state: LinkState.Confirmed)], []);
        Assert.True(confirmed.AreOne(Travellers[0], Travellers[1]));
    }

    [Fact]
    public void Who_was_only_scanned_tears_nothing_and_joins_where_nothing_contradicts()
    {
        PairLink[] links = [Link(1, 0, 1), Link(2, 1, 2, byNumber: true), Link(3, 3, 4)];
        var passed = new LinkGraph(links, [(Travellers[0], Travellers[2])]);
        Assert.Equal([LinkState.Proposed, LinkState.Automatic, LinkState.Automatic], States(passed, 3));
        var scanned = new LinkGraph(links, [(Travellers[0], Travellers[2])], new HashSet<Guid> { Travellers[2] });
        Assert.Equal([LinkState.Automatic, LinkState.Proposed, LinkState.Automatic], States(scanned, 3));
    }

    [Fact]
    public void Whatever_order_links_come_in_the_same_stand_and_none_joins_who_cannot_be_one()
    {
        var pair = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Where((one, other) => one != other);
        var link = Gen.Select(pair, Gen.Bool, Gen.Bool, Gen.Bool.Select(stood => stood ? LinkState.Automatic : LinkState.Proposed));
        Gen.Select(link.List[0, 10], pair.List[0, 4], Gen.Shuffle(Enumerable.Range(0, 10).ToArray())).Sample((links, contradictions, order) =>
        {
            PairLink[] some = [.. links.Select((l, i) => Link(i, l.Item1.Item1, l.Item1.Item2, l.Item2, l.Item3, l.Item4))];
            (Guid, Guid)[] apart = [.. contradictions.Select(c => (Travellers[c.Item1], Travellers[c.Item2]))];
            var graph = new LinkGraph(some, apart);
            PairLink[] shuffled = [.. order.Where(at => at < some.Length).Select(at => some[at])];
            // As they were left, and in another order, one end named before the other.
            var again = new LinkGraph([.. shuffled.Select(l => new PairLink(l.Id, l.Other, l.One, l.IsStrong, l.IsByNumber, graph.States[l.Id]))], [.. apart.Reverse()]);
            Assert.Equal(graph.States.OrderBy(s => s.Key), again.States.OrderBy(s => s.Key));
            Assert.All(apart, two => Assert.False(graph.AreOne(two.Item1, two.Item2)));
            foreach (var one in Travellers)
                Assert.All(Travellers, other => Assert.Equal(graph.AreOne(one, other), again.AreOne(one, other)));
        });
    }

    private static IEnumerable<LinkState> States(LinkGraph graph, int count) => Enumerable.Range(1, count).Select(number => graph.States[Id(number)]);

    private static Guid Id(int number) => new(number, 1, 1, new byte[8]);

    private static PairLink Link(int number, int one, int other, bool byNumber = false, bool isStrong = true, LinkState state = LinkState.Proposed) =>
        new(Id(number), Travellers[one], Travellers[other], isStrong, byNumber, state);
}
