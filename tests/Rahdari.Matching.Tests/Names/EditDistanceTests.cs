using CsCheck;
using Rahdari.Matching.Names;

namespace Rahdari.Matching.Tests.Names;

public class EditDistanceTests
{
    [Fact]
    public void The_distance_in_bits_is_that_of_the_whole_table() =>
        Gen.Select(Word("AB"), Word("AB"), Gen.Int[0, 12]).Sample(Agree, iter: 100_000);

    [Fact]
    public void So_it_is_of_letters_of_any_script_and_of_as_many_as_there_are_bits() =>
        Gen.Select(Gen.String[Gen.Char["ABCDعبد"], 0, 66], Gen.String[Gen.Char["ABCDعبد"], 0, 66], Gen.Int[0, 66]).Sample(Agree, iter: 30_000);

    [Theory]
    [InlineData("QADEER", "QADEER", 0)]
    [InlineData("QADEER", "QADER", 1)]
    [InlineData("QADEER", "QDAEER", 1)] // neighbours swapped
    [InlineData("CA", "ABC", 3)] // no letter is edited twice
    public void Edits_are_counted(string a, string b, int edits) => Assert.Equal(edits, EditDistance.Of(a, b, 5));

    private static Gen<string> Word(string letters) => Gen.String[Gen.Char[letters], 0, 12];

    private static void Agree(string a, string b, int limit)
    {
        if (a.Length <= 64 && b.Length <= 64)
            Assert.Equal(Math.Min(ByTable(a, b), limit + 1), EditDistance.Of(a, b, limit));
    }

    /// <summary>The definition: optimal string alignment by the whole table of distances.</summary>
    private static int ByTable(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i, j] = i + j;
                    continue;
                }
                var best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, table[i - 2, j - 2] + 1);
                table[i, j] = best;
            }
        }
        return table[a.Length, b.Length];
    }
}
