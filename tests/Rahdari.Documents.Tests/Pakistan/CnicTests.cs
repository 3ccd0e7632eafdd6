using CsCheck;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Pakistan;

namespace Rahdari.Documents.Tests.Pakistan;

public class CnicTests
{
    [Theory]
    [InlineData("61101-0000000-2", "Islamabad Capital Territory", "Islamabad", Sex.Female)]
    [InlineData("3520200000001", "Punjab", "Lahore", Sex.Male)]
    [InlineData("42101-0000000-9", "Sindh", "Karachi", Sex.Male)]
    [InlineData("17301-0000000-4", "Khyber Pakhtunkhwa", "Peshawar", Sex.Female)]
    [InlineData("54400-0000000-0", "Balochistan", "Quetta", Sex.Female)]
    [InlineData("71501-0000000-1", "Gilgit-Baltistan", "Gilgit-Baltistan", Sex.Male)]
    [InlineData("82203-0000000-1", "Azad Jammu and Kashmir", "Muzaffarabad", Sex.Male)]
    public void A_number_tells_province_division_and_sex(string text, string province, string division, Sex sex)
    {
        Assert.True(Cnic.TryParse(text, out var number));
        Assert.Equal((province, division, sex), (number.Province, number.Division, number.Sex));
    }

    [Fact]
    public void Digits_that_stand_for_no_place_name_none()
    {
        Assert.True(Cnic.TryParse("0000000000000", out var number));
        Assert.Equal((null, null), (number.Province, number.Division));
        Assert.True(Cnic.TryParse("3910100000001", out number));
        Assert.Equal(("Punjab", null), (number.Province, number.Division));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("611010000000")]
    [InlineData("61101-00000002")]
    [InlineData("61101--0000000-2")]
    [InlineData("6110A-0000000-2")]
    [InlineData("٦١١٠١-٠٠٠٠٠٠٠-٢")]
    [InlineData("61101 0000000 2")]
    public void What_has_not_thirteen_digits_is_no_number(string? text) => Assert.False(Cnic.TryParse(text, out _));

    [Fact]
    public void Every_number_is_read_back_from_both_of_its_forms() => Gen.String[Gen.Char["0123456789"], 13, 13].Holds(5_000, digits =>
    {
        Assert.True(Cnic.TryParse(digits, out var number));
        Assert.True(Cnic.TryParse(number.ToString(), out var printed));
        Assert.Equal(number, printed);
        Assert.Equal(digits, printed.Digits);
        Assert.Equal("13579".Contains(digits[12]) ? Sex.Male : Sex.Female, number.Sex);
    });

    [Fact]
    public void Any_text_is_answered() => Gen.String[Gen.Char["0123456789-A۵"], 0, 17].Holds(20_000, text =>
    {
        if (Cnic.TryParse(text, out var number))
            Assert.Equal(13, number.Digits.Length);
    });
}
