using CsCheck;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;
using Rahdari.Documents.Tests.Mrz;

namespace Rahdari.Documents.Tests.States;

public class StateTablesTests
{
    [Fact]
    public void Every_State_of_every_table_is_one_that_issues()
    {
        Assert.All(PassportNumbers.States.Concat(PassportValidity.Known), state => Assert.True(IssuingStates.Find(state)?.Issues, state));
        Assert.True(PassportNumbers.States.Count >= 45);
        Assert.True(PassportValidity.Known.Count >= 30);
    }

    [Fact]
    public void A_former_State_or_an_invented_one_issues_no_more()
    {
        Assert.All(FormerStates.All, state => Assert.True(IssuingStates.ToIso3166Alpha3(state.Code) is null, state.Code));
        Assert.All(InventedIssuers.All.Where(issuer => issuer.Code.Length > 0), issuer => Assert.Null(IssuingStates.Find(issuer.Code)));
        Assert.Equal(InventedIssuerKind.Fantasy, InventedIssuers.Find("WSA", null)!.Kind);
        Assert.Null(InventedIssuers.Find("", ""));
        Assert.Null(InventedIssuers.Find("PAK", "Pakistan"));
    }

    [Theory]
    [InlineData("AB1234567", "AA9999999", true)]
    [InlineData("AB123456", "AA9999999", false)]
    [InlineData("A11234567", "AA9999999", false)]
    [InlineData("G12345678", "g99999999", true)]
    [InlineData("H12345678", "g99999999", false)]
    [InlineData("C01X00T47", "XXXXXXXXX", true)]
    [InlineData("C01<00T47", "XXXXXXXXX", false)]
    [InlineData("", "", true)]
    public void A_number_fits_a_form_character_by_character(string number, string form, bool fits) => Assert.Equal(fits, PassportNumbers.Fits(number, form));

    [Fact]
    public void A_form_is_of_its_few_characters_and_no_longer_than_a_zone_has_room_for() =>
        Assert.All(PassportNumbers.States.SelectMany(state => PassportNumbers.Of(state)!), form => Assert.Matches("^[A9Xa-z]{1,9}$", form));

    [Fact]
    public void Any_number_is_judged() => Gen.Select(Gen.String[Gen.Char[Zones.Alphanumeric + "<"], 0, 22], Gen.OneOf<string>([.. PassportNumbers.States.SelectMany(state => PassportNumbers.Of(state)!)])).Holds(10_000, given =>
        Assert.True(!PassportNumbers.Fits(given.Item1, given.Item2) || given.Item1.Length == given.Item2.Length));

    [Theory]
    [InlineData("2026-01-31", "1980-01-01", "2036-01-31", false)]
    [InlineData("2026-01-31", "2011-01-31", "2036-01-31", false)] // fifteen on the day
    [InlineData("2026-01-31", "2011-02-01", "2031-01-31", true)]
    [InlineData("2026-01-31", "2026-01-31", "2031-01-31", true)] // born on the day
    public void Pakistan_gives_ten_years_and_five_below_fifteen(string issued, string born, string latest, bool isChild)
    {
        var (day, years, child) = PassportValidity.Of("PAK")!.From(Day(issued), Day(born));
        Assert.Equal((Day(latest), isChild ? 5 : 10, isChild), (day, years, child));
    }

    [Fact]
    public void The_United_Kingdom_added_up_to_nine_months() =>
        Assert.Equal(new DateOnly(2028, 4, 1), PassportValidity.Of("GBR")!.From(new DateOnly(2017, 7, 1), null).Latest);

    [Fact]
    public void The_end_of_the_calendar_is_no_error() =>
        Assert.All(PassportValidity.Known, state => Assert.True(PassportValidity.Of(state)!.From(DateOnly.MaxValue, DateOnly.MinValue).Latest >= new DateOnly(9999, 1, 1)));

    [Fact]
    public void Pakistan_issues_identity_cards_as_TD1_and_passports_as_TD3()
    {
        Assert.Contains("P", DocumentCodes.IssuedBy("PAK", MrzFormat.TD3));
        Assert.Contains("I", DocumentCodes.IssuedBy("PAK", MrzFormat.TD1));
        Assert.Empty(DocumentCodes.IssuedBy("PAK", MrzFormat.TD2));
        Assert.Equal("diplomatic", DocumentCodes.KindOfPassport("PD"));
        Assert.Null(DocumentCodes.KindOfPassport("P9"));
    }

    private static DateOnly Day(string text) => PartialDate.Parse(text).ToDateOnly()!.Value;
}
