using CsCheck;
using Rahdari.Documents.Names;
using Rahdari.Documents.Tests.Mrz;

namespace Rahdari.Documents.Tests.Names;

public class ArabicLettersTests
{
    private const string Letters = "ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوىيٱٹټپځڅچڈډڑړږژښڤڥکګڭگںڼھۀہۂۃیۍےۓ";

    /// <summary>The examples of Doc 9303-3 appendix B.5.7 and B.5.9, read back.</summary>
    [Theory]
    [InlineData("ABW BKR MXHMD BN ZKRYA ALRAZY", "ابو بكر محمد بن زكريا الرازي")]
    [InlineData("HARY ALXSHMAE", "هاري الشماع")]
    [InlineData("JMAL EBD ALNAXSSR", "جمال عبد الناصر")]
    [InlineData("NEYMXAH JMYLXAH", "نعيمة جميلة")]
    [InlineData("RXHMXTAALLH", "رحمةالله")]
    [InlineData("EBBAS", "عبباس")] // shadda is not told from two letters
    [InlineData("XXTXYAPW XSSAXXD", "ٹیپو صاڈ")]
    public void X_sequences_are_read_back_to_letters(string zone, string name) => Assert.Equal(name, ArabicLetters.Decode(zone));

    [Theory]
    [InlineData("MOHAMMAD")] // O is no Arabic letter
    [InlineData("XAVER")]
    [InlineData("ALEX")] // X alone
    [InlineData("MAX KHAN")]
    [InlineData("XQ")]
    [InlineData("ۀ")]
    public void A_name_written_by_sound_has_no_letters_to_read_back(string zone) => Assert.Null(ArabicLetters.Decode(zone));

    [Fact]
    public void Every_letter_comes_back_but_for_the_Pashto_e_which_shares_Y()
    {
        foreach (var letter in Letters)
            Assert.Equal(letter.ToString(), ArabicLetters.Decode(MrzName.Transliterate(letter.ToString())));
        Assert.Equal("ي", ArabicLetters.Decode(MrzName.Transliterate("ې")));
    }

    [Fact]
    public void Every_name_comes_back() =>
        Gen.String[Gen.Char[Letters + "ة"], 1, 12].List[1, 4].Select(parts => string.Join(' ', parts)).Holds(20_000, name =>
            Assert.Equal(name, ArabicLetters.Decode(MrzName.Transliterate(name))));

    [Fact]
    public void Any_text_is_answered() =>
        Gen.OneOf(Gen.String[Gen.Char["XKHAESTDZ O"], 0, 40], Gen.String[Gen.Char, 0, 40], Gen.String[Gen.Char[Zones.Alphanumeric], 0, 39]).Holds(20_000, text =>
        {
            if (ArabicLetters.Decode(text) is { } name)
                Assert.Equal(text.Count(c => c == ' '), name.Count(c => c == ' '));
        });
}
