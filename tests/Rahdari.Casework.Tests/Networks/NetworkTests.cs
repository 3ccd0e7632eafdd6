using Rahdari.Casework.Cases;
using Rahdari.Casework.Networks;

namespace Rahdari.Casework.Tests.Networks;

/// <summary>What joins cases, and what nobody may learn from it.</summary>
public class NetworkTests
{
    private const string Phone = "+92-300-1234567";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LeadKind.Telephone, "+92 300 1234567", "923001234567")]
    [InlineData(LeadKind.Telephone, "0092 (0)300-1234567", "923001234567")]
    [InlineData(LeadKind.Telephone, "0300.1234567", "923001234567")]
    [InlineData(LeadKind.Telephone, "۰۳۰۰۱۲۳۴۵۶۷", "923001234567")]
    [InlineData(LeadKind.Telephone, "3001234567", "923001234567")]
    [InlineData(LeadKind.Telephone, "+971 50 0000000", "971500000000")]
    [InlineData(LeadKind.Vehicle, "spc-123 (x)", "SPC123X")]
    [InlineData(LeadKind.Address, "-- . ()", null)]
    public void The_same_thing_written_otherwise_is_the_same(LeadKind kind, string value, string? key) => Assert.Equal(key, NetworkKey.Of(kind, value));

    [Fact]
    public void Half_a_letter_is_no_error() => Assert.Equal("A\ufffdB", NetworkKey.Of(LeadKind.Address, "a\ud800b"));

    [Fact]
    public void A_shared_telephone_is_one_node_that_joins_two_cases()
    {
        var (one, other) = (Case(1, leads: new Lead(LeadKind.Telephone, Phone)), Case(2, leads: new Lead(LeadKind.Telephone, "03001234567")));
        var network = CaseNetwork.Of([one, other]);
        var phone = Assert.Single(network.Nodes, node => node.Kind == NetworkNodeKind.Telephone);
        Assert.Equal([one.Number, other.Number], phone.Cases.Select(c => c.Number));
        Assert.True(phone.JoinsCases);
        var parts = network.Parts(10);
        Assert.Equal(2, Assert.Single(parts.Parts).Cases.Count);
        Assert.Equal(phone, Assert.Single(parts.Joining));
        Assert.Equal(2, network.Around(one.Id, 1)!.Nodes.Count);
        Assert.Equal(1, network.Around(one.Id, 1)!.Beyond);
        Assert.Equal(3, network.Around(one.Id, 2)!.Nodes.Count);
    }

    [Fact]
    public void Two_telephones_in_the_same_two_cases_do_not_each_join_them()
    {
        Lead[] leads = [new(LeadKind.Telephone, Phone), new(LeadKind.Telephone, "+92 300 7654321")];
        Assert.All(CaseNetwork.Of([Case(1, leads: leads), Case(2, leads: leads)]).Nodes, node => Assert.False(node.JoinsCases));
    }

    [Fact]
    public void What_has_no_letter_joins_nothing() =>
        Assert.Empty(CaseNetwork.Of([Case(1, leads: new Lead(LeadKind.Address, "-")), Case(2, leads: new Lead(LeadKind.Address, "-"))]).Parts(10).Parts);

    [Fact]
    public void People_are_never_merged_but_told_that_they_may_be_one()
    {
        var (one, other) = (Case(1, accused: Person("SPC 0000001")), Case(2, accused: Person("spc0000001")));
        var network = CaseNetwork.Of([one, other]);
        Assert.Equal(2, network.Nodes.Count(node => node.Kind == NetworkNodeKind.Accused));
        Assert.Single(network.Nodes, node => node.Kind == NetworkNodeKind.Document);
        Assert.Single(network.Around(one.Id, 8)!.Links, link => link.Kind == NetworkLinkKind.PerhapsSamePerson);
        var (named, alike) = (Person(null) with { Nationality = "UTO", FatherName = "SPECIMEN FATHER" }, Person(null) with { Nationality = "UTO", FatherName = "Specimen Father" });
        Assert.Single(CaseNetwork.Of([Case(1, accused: named), Case(2, accused: alike)]).Parts(10).Parts);
        Assert.Empty(CaseNetwork.Of([Case(1, accused: named), Case(2, accused: alike with { FatherName = null })]).Parts(10).Parts);
        Assert.Empty(CaseNetwork.Of([Case(1, accused: named), Case(2, accused: alike with { Nationality = "UTX" })]).Parts(10).Parts);
    }

    [Fact]
    public void A_victim_is_never_in_it()
    {
        var state = Case(1, accused: Person("SPC0000001")) with { Victims = [new CaseVictim(Told.Victim, default, AgeGroup.Adolescent, [])] };
        var told = System.Text.Json.JsonSerializer.Serialize(CaseNetwork.Of([state]).Around(state.Id, 8));
        Assert.Contains("SPC0000001", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Told.Victim, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_another_circle_nothing_is_told_but_that_it_shares()
    {
        var own = Case(1, accused: Person("SPC0000001"), leads: new Lead(LeadKind.Telephone, Phone));
        var other = Case(2, "AHTC-KHI", Person("SPC0000001") with { Name = "SPECIMEN HIDDEN" }, new Lead(LeadKind.Telephone, "0300 123 4567"), new Lead(LeadKind.Address, "HIDDEN STREET"));
        var apart = Case(3, "AHTC-KHI", leads: new Lead(LeadKind.Address, "HIDDEN STREET"));
        var network = CaseNetwork.Of([other, apart, own], "AHTC-LHE");
        var told = System.Text.Json.JsonSerializer.Serialize(network.Around(own.Id, 8));
        Assert.Contains(other.Number, told, StringComparison.Ordinal);
        Assert.DoesNotContain("HIDDEN", told, StringComparison.Ordinal);
        Assert.DoesNotContain("0300 123 4567", told, StringComparison.Ordinal);
        Assert.DoesNotContain(apart.Number, told, StringComparison.Ordinal);
        Assert.Single(network.Nodes, node => node.Kind == NetworkNodeKind.Accused);
        Assert.Null(network.Around(other.Id, 8));
        Assert.Contains("HIDDEN", System.Text.Json.JsonSerializer.Serialize(CaseNetwork.Of([other, own]).Around(own.Id, 8)), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_bounded_and_drawn_the_same_each_time_without_two_in_one_place()
    {
        var state = Case(1, leads: [.. Enumerable.Range(0, 400).Select(n => new Lead(LeadKind.Vehicle, $"SPC-{n}"))]);
        var view = CaseNetwork.Of([state]).Around(state.Id, 3)!;
        Assert.Equal(CaseNetwork.MaximumNodes, view.Nodes.Count);
        Assert.Equal(401 - CaseNetwork.MaximumNodes, view.LeftOut);
        Assert.Equal(state.Number, view.Nodes[0].Label);
        var (layout, again) = (NetworkLayout.Of(view), NetworkLayout.Of(CaseNetwork.Of([state]).Around(state.Id, 3)!));
        Assert.Equal(layout.Places, again.Places);
        Assert.Equal(view.Nodes.Count, layout.Places.Values.Distinct().Count());
        Assert.All(layout.Places.Values, place => Assert.True(place.X >= 0 && place.X <= layout.Width && place.Y >= 0 && place.Y <= layout.Height));
    }

    [Fact]
    public async Task Investigators_and_heads_read_their_own_circles_network()
    {
        await using var site = await CaseworkSite.OpenAsync();
        var state = await site.TellAsync(await site.OpenCaseAsync(), Told.Fir(), Told.Accused());
        var register = site.Get<NetworkRegister>();
        Assert.Equal(3, (await register.AroundAsync(state.Id, 4, site.Investigator, Cancellation)).Value!.Nodes.Count);
        Assert.True((await register.PartsAsync(site.Head, Cancellation)).Succeeded);
        Assert.Equal("ROLE_REQUIRED", (await register.AroundAsync(state.Id, 4, site.Auditor, Cancellation)).Problem?.Code);
        Assert.Equal("ROLE_REQUIRED", (await register.PartsAsync(site.Analyst, Cancellation)).Problem?.Code);
        Assert.Equal(CaseworkRule.OtherCircle.Broken(null, ("circle", "")).Code, (await register.AroundAsync(state.Id, 4, site.Elsewhere, Cancellation)).Problem?.Code);
        Assert.Equal(CaseworkRule.CaseNotFound.Broken().Code, (await register.AroundAsync(Guid.NewGuid(), 4, site.Head, Cancellation)).Problem?.Code);
    }

    private static Accused Person(string? document) =>
        new() { Id = Told.Somebody, Name = "SPECIMEN RECRUITER", Sex = default, AgeGroup = AgeGroup.Adult, Role = AccusedRole.Recruiter, DocumentNumber = document };

    private static CaseState Case(int number, string circle = "AHTC-LHE", Accused? accused = null, params Lead[] leads) => new()
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        Number = $"{circle}/2026/{number:0000}",
        Law = Told.Law,
        Circle = circle,
        Province = "PK-PB",
        Origin = CaseOrigin.Referral,
        IsCrossBorder = true,
        Forms = [],
        Stage = CaseStage.Investigation,
        Version = 1,
        Accused = accused is null ? [] : [accused],
        Leads = leads,
    };
}
