using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

/// <summary>The worked examples of Doc 9303-3, appendix A, and the weights' limits.</summary>
public class CheckDigitTests
{
    [Theory]
    [InlineData("520727", '3')] // Example 1
    [InlineData("AB2134<<<", '5')] // Example 2
    [InlineData("HA672242<658022549601086<<<<<<<<<<<<<<0", '8')] // Example 3: TD3
    [InlineData("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<<", '2')] // Example 4: TD1
    [InlineData("HA672242<658022549601086<<<<<<<", '8')] // Example 5: TD2
    public void The_examples_of_Doc_9303_part_3_appendix_A_come_out(string text, char digit) => Assert.Equal(digit, CheckDigit.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<")]
    public void Nothing_but_fillers_has_the_digit_0(string text) => Assert.Equal('0', CheckDigit.Of(text));

    [Theory]
    [InlineData("AB 134")]
    [InlineData("ab2134")]
    [InlineData("AB2١34")]
    [InlineData("É")]
    public void A_text_of_other_characters_has_none(string text) => Assert.Null(CheckDigit.Of(text));

    [Fact]
    public void A_changed_character_changes_the_digit_unless_its_value_differs_by_a_multiple_of_ten()
    {
        // The weights 7, 3 and 1 have no factor in common with 10.
        const string Characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";
        for (var position = 0; position < 3; position++)
        {
            foreach (var a in Characters)
            {
                foreach (var b in Characters)
                {
                    var unseen = (CheckDigit.Value(a)!.Value - CheckDigit.Value(b)!.Value) % 10 == 0;
                    Assert.Equal(unseen, CheckDigit.Of(At(position, a)) == CheckDigit.Of(At(position, b)));
                }
            }
        }

        static string At(int position, char character) => new string('<', position) + character;
    }
}
