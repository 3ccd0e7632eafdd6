using CsCheck;

namespace Rahdari.Dates.Tests;

public class PartialDateTests
{
    private static readonly Gen<int?> Years = Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 9999].Select(y => (int?)y));
    private static readonly Gen<int?> Months = Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 12].Select(m => (int?)m));
    private static readonly Gen<int?> Days = Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 31].Select(d => (int?)d));

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Years, Months, Days).Sample((y, m, d) =>
        {
            if (!PartialDate.TryCreate(y, m, d, out var date))
                return;
            Assert.Equal(date, PartialDate.Parse(date.ToString()));
        });

    [Fact]
    public void The_earliest_day_is_never_after_the_latest_and_both_are_compatible() =>
        Gen.Select(Years, Months, Days).Sample((y, m, d) =>
        {
            if (!PartialDate.TryCreate(y, m, d, out var date) || date.Earliest() is not { } earliest || date.Latest() is not { } latest)
                return;
            Assert.True(earliest <= latest);
            Assert.True(date.IsCompatibleWith(PartialDate.From(earliest)));
            Assert.True(date.IsCompatibleWith(PartialDate.From(latest)));
        });

    [Theory]
    [InlineData(2023, 2, 29)]
    [InlineData(2000, 13, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(null, 2, 30)]
    [InlineData(null, 4, 31)]
    public void Parts_that_can_be_no_date_are_refused(int? year, int? month, int? day) =>
        Assert.False(PartialDate.TryCreate(year, month, day, out _));

    [Theory]
    [InlineData("1971")]
    [InlineData("1971-08")]
    [InlineData("1971-08-14")]
    [InlineData("1971-XX-14")]
    [InlineData("XXXX-08-14")]
    [InlineData("XXXX")]
    public void The_text_form_is_ISO_8601_2(string text) => Assert.Equal(text, PartialDate.Parse(text).ToString());

    [Fact]
    public void Arbitrary_text_is_refused_or_read_back_the_same() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789X-/~"], 0, 24]).Sample(text =>
        {
            if (PartialDate.TryParse(text, out var date))
                Assert.Equal(date, PartialDate.Parse(date.ToString()));
            if (DateSpan.TryParse(text, out var span))
                Assert.Equal(span, DateSpan.Parse(span.ToString()));
        });

    [Theory]
    [InlineData("1971")]
    [InlineData("1960~")]
    [InlineData("1968/1970")]
    [InlineData("1968~/1970~")]
    [InlineData("1971-08-14/1971-09")]
    public void A_span_is_read_back_as_written(string text) => Assert.Equal(text, DateSpan.Parse(text).ToString());

    [Fact]
    public void A_year_of_birth_spans_its_year()
    {
        var year = PartialDate.Of(1971);
        Assert.Equal(new DateOnly(1971, 1, 1), year.Earliest());
        Assert.Equal(new DateOnly(1971, 12, 31), year.Latest());
    }
}
