namespace Rahdari.Matching.Tests;

/// <summary>Places of birth, as lists and documents write them: from the village to the State, in any script.</summary>
public class BirthPlaceTests
{
    [Theory]
    [InlineData("Kandahar, Afghanistan", "KANDAHAR", Agreement.Equal, 4)]
    [InlineData("Kandahar City, Kandahar Province, Afghanistan", "Qandahar, AFG", Agreement.Near, 4)]
    [InlineData("قندهار", "Kandahar", Agreement.Near, 4)]
    [InlineData("Кабул", "Kabul", Agreement.Equal, 4)]
    [InlineData("Al-Madinah, Saudi Arabia", "Madinah", Agreement.Equal, 4)]
    [InlineData("Afghanistan", "Kandahar, Afghanistan", Agreement.Near, 1)]
    [InlineData("Yemen", "YEM", Agreement.Near, 1)]
    [InlineData("پاکستان", "Pakistan", Agreement.Near, 1)]
    [InlineData("پاکستان", "پاکستان", Agreement.Near, 1)] // A State, and no town.
    [InlineData("Афганистан", "افغانستان", Agreement.Near, 1)]
    [InlineData("قندهار، افغانستان", "Kandahar, Pakistan", Agreement.Different, -1.5)]
    [InlineData("Bara, Pakistan", "Dara, Pakistan", Agreement.Different, -1.5)]
    [InlineData("London, United Kingdom", "Birmingham, UK", Agreement.Different, -1.5)]
    [InlineData("Hyderabad, India", "Hyderabad, Pakistan", Agreement.Different, -1.5)]
    [InlineData("Khost Province, Afghanistan", "Kandahar Province, Afghanistan", Agreement.Different, -1.5)]
    [InlineData("Pakistan", "Iraq", Agreement.Different, -1.5)]
    [InlineData("Korea", "Republic of Moldova", Agreement.Different, -1.5)]
    // Of what one side alone knows, nothing follows.
    [InlineData("Kandahar", "Afghanistan", Agreement.Missing, 0)]
    [InlineData("Village, near the city", "Kandahar", Agreement.Missing, 0)]
    [InlineData("", "Kandahar", Agreement.Missing, 0)]
    [InlineData("???", "Kandahar", Agreement.Missing, 0)]
    public void Places_are_compared_by_the_words_that_tell_them_apart(string listed, string queried, Agreement agreement, double points)
    {
        var part = Part(ScreeningIndex.Build([Person("a/1", listed)]).Compare(Query(queried), "a/1")!);
        Assert.Equal((agreement, points, queried, listed), (part.Agreement, part.Points, part.Queried, part.Listed));
    }

    [Fact]
    public void The_best_of_several_places_counts_and_none_says_nothing()
    {
        var index = ScreeningIndex.Build([Person("a/1", "Khost, Afghanistan", "Kandahar, Afghanistan", "Quetta, Pakistan"), Person("a/2")]);
        Assert.Equal((4, "Kandahar, Afghanistan"), (Part(index.Compare(Query("Kandahar"), "a/1")!).Points, Part(index.Compare(Query("Kandahar"), "a/1")!).Listed));
        Assert.Equal((Agreement.Missing, 0, null), Part(index.Compare(Query("Kandahar"), "a/2")!) is var none ? (none.Agreement, none.Points, none.Listed) : default);
        Assert.Equal((Agreement.Missing, 0, "Khost, Afghanistan"), Part(index.Compare(Query(null), "a/1")!) is var unasked ? (unasked.Agreement, unasked.Points, unasked.Listed) : default);
        Assert.Equal(0, Part(index.Compare(Query("  "), "a/1")!).Points);
    }

    /// <summary>Who reaches the threshold by the place alone is found by each way in, and who falls below it by another place is not.</summary>
    [Fact]
    public void A_place_makes_a_hit_and_unmakes_one()
    {
        var index = ScreeningIndex.Build([Person("a/1", "Kandahar, Afghanistan")]);
        var without = index.Compare(Query(null), "a/1")!;
        var (same, other) = (index.Compare(Query("Kandahar"), "a/1")!, index.Compare(Query("Lahore"), "a/1")!);
        Assert.Equal((without.Points + 4, without.Points - 1.5), (same.Points, other.Points));
        Assert.Equal(same.Points, same.Parts.Sum(part => part.Points), 9);
        var between = (without.Score + same.Score) / 2;
        Assert.Empty(index.Search(Query(null), between));
        Assert.Equal(same.Points, Assert.Single(index.Search(Query("Kandahar"), between)).Points, 9);
        Assert.Single(index.Search(Query(null), (without.Score + other.Score) / 2));
        Assert.Empty(index.Search(Query("Lahore"), (without.Score + other.Score) / 2));
    }

    private static ScorePart Part(Hit hit) => hit.Parts.Single(part => part.Kind == ScorePartKind.PlaceOfBirth);

    private static PersonQuery Query(string? place) => new("Numunawala Mustermani") { PlaceOfBirth = place };

    private static ListedPerson Person(string key, params string[] places) => new(key, [new("Numunawala Specimenzai", ListedNameKind.Primary)], [], [], null, []) { BirthPlaces = places };
}
