using Rahdari.Documents.States;

namespace Rahdari.Documents.Tests.States;

/// <summary>Doc 9303-3 §5, parts A to G.</summary>
public class IssuingStatesTests
{
    [Fact]
    public void Every_country_of_ISO_3166_1_is_there_Germany_as_D() =>
        Assert.Equal(249, IssuingStates.All.Where(s => s.Iso3166Alpha3 is not null).Select(s => s.Iso3166Alpha3).Distinct().Count());

    [Fact]
    public void A_code_is_up_to_three_capitals_and_stands_for_itself_where_ISO_knows_it() => Assert.All(IssuingStates.All, state =>
    {
        Assert.Matches("^([A-Z]{3}|D)$", state.Code);
        Assert.NotEmpty(state.Name.Trim());
        Assert.Same(state, IssuingStates.Find(state.Code));
        Assert.True(state.Iso3166Alpha3 is null || state.Iso3166Alpha3 == state.Code || state.Code is "D" or "GBD" or "GBN" or "GBO" or "GBP" or "GBS");
    });

    [Theory]
    [InlineData("PAK", "PAK")]
    [InlineData("AFG", "AFG")]
    [InlineData("D", "DEU")]
    [InlineData("GBD", "GBR")]
    [InlineData("GBN", "GBR")]
    [InlineData("GBO", "GBR")]
    [InlineData("GBP", "GBR")]
    [InlineData("GBS", "GBR")]
    [InlineData("RKS", null)]
    [InlineData("EUE", null)]
    [InlineData("UNO", null)]
    [InlineData("UTO", null)]
    [InlineData("XXA", null)]
    [InlineData("QQQ", null)]
    public void A_code_gives_the_country_of_ISO_3166_1(string code, string? country) => Assert.Equal(country, IssuingStates.ToIso3166Alpha3(code));

    [Theory]
    [InlineData("EUE")] // Part B
    [InlineData("UNO")] // Part C
    [InlineData("UNA")]
    [InlineData("UNK")]
    [InlineData("XBA")] // Part D
    [InlineData("XIM")]
    [InlineData("XCC")]
    [InlineData("XCE")]
    [InlineData("XCO")]
    [InlineData("XEC")]
    [InlineData("XPO")]
    [InlineData("XES")]
    [InlineData("XMP")]
    [InlineData("XOM")]
    [InlineData("XDC")]
    [InlineData("ANT")] // Part F
    [InlineData("NTZ")]
    [InlineData("UTO")] // Part G
    public void Organizations_and_reserved_codes_issue_documents(string code) => Assert.True(IssuingStates.Find(code)!.Issues);

    [Theory]
    [InlineData("XXA")]
    [InlineData("XXB")]
    [InlineData("XXC")]
    [InlineData("XXX")]
    public void A_status_is_a_holders_and_issues_nothing(string code) => Assert.False(IssuingStates.Find(code)!.Issues); // Part E

    [Theory]
    [InlineData("DEU")] // Germany's documents say D
    [InlineData("IAO")] // Part H: signs master lists only
    [InlineData("XCT")] // met, but not in the standard
    [InlineData("pak")]
    [InlineData("D<<")]
    [InlineData("")]
    public void Other_codes_are_unknown(string code) => Assert.Null(IssuingStates.Find(code));
}
