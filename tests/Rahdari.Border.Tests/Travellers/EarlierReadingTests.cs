using Rahdari.Border.Encounters;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>A document, and its holder, against what was read at earlier crossings.</summary>
public class EarlierReadingTests
{
    public static TheoryData<string> Engines => TestSite.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_page_that_was_changed_between_two_crossings_is_told_field_by_field(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Specimens.Passport(expires: "2027-01-01", optional: "SPECIMEN1"));
        site.Clock.Advance(TimeSpan.FromDays(2));
        var changed = await site.PresentAsync(Specimens.Passport(expires: "2031-01-01", optional: "SPECIMEN2"));
        Assert.Equal(["EARLIER_DATE_OF_EXPIRY_DIFFERS", "EARLIER_OPTIONAL_DATA_DIFFERS"], Earlier(changed));
        Assert.Equal((new DateOnly(2026, 3, 1), "2027-01-01"), (changed.Before!.Day, $"{changed.Before.Fields.DateOfExpiry}"));
        var found = changed.Advice.Reasons.Single(r => r.Code == "EARLIER_DATE_OF_EXPIRY_DIFFERS");
        Assert.Equal(("2026-03-01", "2027-01-01", "2031-01-01"), (found.Evidence["day"], found.Evidence["earlier"], found.Evidence["now"]));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_document_again_is_in_order_and_one_never_seen_has_nothing_before(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        Assert.Null((await site.PresentAsync(Specimens.Passport())).Before);
        await site.PassAsync(Specimens.Passport());
        var again = await site.PresentAsync(Specimens.Passport());
        Assert.Empty(Earlier(again));
        Assert.Equal("SPECIMENA", again.Before!.Fields.PrimaryIdentifier);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_old_passport_after_its_renewal_and_a_number_of_another_kind_are_told(string engine)
    {
        await using var site = await TestSite.OpenAsync(engine);
        await site.PassAsync(Specimens.Passport(number: "U00000002", expires: "2035-01-01"));
        Assert.Equal(["EARLIER_NEWER_DOCUMENT_SEEN"], Earlier(await site.PresentAsync(Specimens.Passport(number: "U00000001", expires: "2027-01-01"))));
        Assert.Equal(["EARLIER_DOCUMENT_CODE_DIFFERS"], Earlier(await site.PresentAsync(Specimens.Passport(number: "U00000002", expires: "2035-01-01", code: "PD"))));
    }

    [Fact]
    public async Task What_was_refused_says_nothing_of_its_own_holder()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        var misread = await site.PresentAsync(Specimens.Passport(optional: "M1SREAD"));
        Assert.True((await site.DecideAsync(misread, new Decision(DecisionKind.Refuse, "no visa"))).Succeeded);
        var again = await site.PresentAsync(Specimens.Passport(optional: "MISREAD"));
        Assert.Empty(Earlier(again));
        Assert.Null(again.Before);
    }

    [Fact]
    public async Task Who_used_the_number_long_ago_is_not_forgotten_for_those_who_used_it_since()
    {
        await using var site = await TestSite.OpenAsync(TestSite.Sqlite);
        await site.PassAsync(Specimens.Passport(surname: "OTHERSPECIMEN", given: "ZAR", born: "1991-01-01"));
        for (var crossing = 0; crossing < 60; crossing++)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            var presented = await site.PresentAsync(Specimens.Passport());
            Assert.True((await site.DecideAsync(presented, new Decision(DecisionKind.Pass, "known driver"), site.Supervisor)).Succeeded);
        }
        Assert.Equal(["EARLIER_ANOTHER_PERSON"], Earlier(await site.PresentAsync(Specimens.Passport())));
    }

    private static IEnumerable<string> Earlier(Encounter encounter) =>
        encounter.Advice.Reasons.Select(r => r.Code).Where(code => code.StartsWith("EARLIER_", StringComparison.Ordinal)).Order();
}
