using System.Globalization;
using Rahdari.Border.Travellers.Links;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Matching;

namespace Rahdari.Border.Tests.Travellers;

/// <summary>Who is one person and who is not, case by case.</summary>
public class IdentityComparisonTests
{
    private static readonly IdentityComparison Comparison = new(NamePopulation.Region);

    /// <summary>What a case is, how sure it makes, and both identities: State, number, surname, given names, born, sex, CNIC, place of birth.</summary>
    public static TheoryData<string, LinkStrength, string, string> Cases => new()
    {
        { "a renewed passport", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|", "PAK SPC000002|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|" },
        { "a renewed passport without a number of the person, of a rare name", LinkStrength.Strong, "AFG SPC000001|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F||", "AFG SPC000002|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F||" },
        { "a renewed passport without a number, of a name that thousands bear", LinkStrength.Weak, "AFG SPC000001|AHMADI|ALI|1980-05-17|M||", "AFG SPC000002|AHMADI|ALI|1980-05-17|M||" },
        { "a renewed passport whose chip has another place of birth", LinkStrength.Weak, "AFG SPC000001|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F||Kunduz", "AFG SPC000002|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F||Herat" },
        { "a dual national with a card of origin", LinkStrength.Strong, "GBR SPC000001|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F||", "PAK SPC000002|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F|4210100000002|" },
        { "a passport cut at the end", LinkStrength.Strong, "AFG SPC000001|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F||", "AFG SPC000002|SPECIMENZAI|ZARMINA GULAL~|1980-05-17|F||" },
        { "a maiden name and a married one", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA|1980-05-17|F|4210100000002|", "PAK SPC000002|TESTKHEL|ZARMINA|1980-05-17|F|4210100000002|" },
        { "a name that was changed by law", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA|1980-05-17|F|4210100000002|", "PAK SPC000002|TESTKHEL|NAHEED|1980-05-17|F|4210100000002|" },
        { "a maiden name abroad", LinkStrength.None, "AFG SPC000001|SPECIMENZAI|NAHEED|1980-05-17|F||", "AFG SPC000002|TESTKHEL|NAHEED|1980-05-17|F||" },
        { "twins", LinkStrength.None, "PAK SPC000001|SPECIMENZAI|ADEEL|1980-05-17|M|4210100000001|Quetta", "PAK SPC000002|SPECIMENZAI|FARHAN|1980-05-17|M|4210100000013|Quetta" },
        { "twins with numbers that are neighbours", LinkStrength.None, "PAK SPC000001|SPECIMENZAI|ADEEL|1980-05-17|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|FARHAN|1980-05-17|M|4210100000003|" },
        { "twins of one sound", LinkStrength.None, "AFG SPC000001|SPECIMENZAI|HASSAN|1980-05-17|M||", "AFG SPC000002|SPECIMENZAI|FARHAN|1980-05-17|M||" },
        { "twins whose names are nearly one, with numbers that are neighbours", LinkStrength.Weak, "PAK SPC000001|SPECIMENZAI|HASSAN|1980-05-17|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|HUSSAIN|1980-05-17|M|4210100000003|" },
        { "twins whose names are nearly one, without numbers", LinkStrength.Weak, "AFG SPC000001|SPECIMENZAI|HASSAN ALI|1980-05-17|M||", "AFG SPC000002|SPECIMENZAI|HUSSAIN ALI|1980-05-17|M||" },
        { "twins, a boy and a girl", LinkStrength.None, "AFG SPC000001|SPECIMENZAI|NOORUDDIN|1980-05-17|M||", "AFG SPC000002|SPECIMENZAI|NOORUDDIN|1980-05-17|F||" },
        { "brothers", LinkStrength.None, "PAK SPC000001|SPECIMENZAI|ADEEL|1980-05-17|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|FARHAN|1983-11-02|M|4210100000313|" },
        { "father and son", LinkStrength.None, "AFG SPC000001|SPECIMENZAI|GUL AGHA|1950-05-17|M||", "AFG SPC000002|SPECIMENZAI|GUL AGHA|1980-05-17|M||" },
        { "a father's number on his son's passport", LinkStrength.Weak, "PAK SPC000001|SPECIMENZAI|GUL AGHA|1950-03-02|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|GUL AGHA|1980-05-17|M|4210100000001|" },
        { "namesakes born, as it is written, on 1 January", LinkStrength.None, "AFG SPC000001|KHAN|ALI|1980-01-01|M||", "AFG SPC000002|KHAN|ALI|1980-01-01|M||" },
        { "namesakes of one day with two numbers", LinkStrength.None, "PAK SPC000001|KHAN|MUHAMMAD ALI|1980-05-17|M|4210100000001|", "PAK SPC000002|KHAN|MUHAMMAD ALI|1980-05-17|M|3520100000019|" },
        { "one of a rare name with two numbers", LinkStrength.Weak, "PAK SPC000001|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F|4210100000002|", "PAK SPC000002|SPECIMENZAI|ZARMINA GULALAI|1980-05-17|F|3520100000018|" },
        { "a number mistyped in one digit", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|", "PAK SPC000002|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000042|" },
        { "somebody else's number by mistake", LinkStrength.Weak, "PAK SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|", "PAK SPC000002|TESTKHEL|NAHEED|1991-02-28|F|4210100000002|" },
        { "a date of birth mistyped", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|", "PAK SPC000002|SPECIMENZAI|ZARMINA GUL|1980-05-11|F|4210100000002|" },
        { "a date of birth that only the year is known of", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|", "PAK SPC000002|SPECIMENZAI|ZARMINA GUL|1980-01-01|F|4210100000002|" },
        { "a sex misread", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F|4210100000002|", "PAK SPC000002|SPECIMENZAI|ZARMINA GUL|1980-05-17|M|4210100000002|" },
        { "a name spelt otherwise", LinkStrength.Strong, "PAK SPC000001|SPECIMENZAI|MOHD YOUSUF|1980-05-17|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|MUHAMMAD YUSUF|1980-05-17|M|4210100000001|" },
        { "one passport of another code, its date misread", LinkStrength.Strong, "UTO SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F||", "UTO SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-11|F||" },
        { "one number of one State, of two people", LinkStrength.Weak, "UTO SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F||", "UTO SPC000001|TESTKHEL|NAHEED|1991-02-28|F||" },
        { "one number of one State and one day, of two people: a passport that was altered", LinkStrength.Weak, "UTO SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F||", "UTO SPC000001|TESTKHEL|NAHEED|1980-05-17|F||" },
        { "one number of one State and one day, of sisters", LinkStrength.Weak, "UTO SPC000001|SPECIMENZAI|ZARMINA|1980-05-17|F||", "UTO SPC000001|SPECIMENZAI|NAHEED|1980-05-17|F||" },
        { "twins who both carry their father's number", LinkStrength.Weak, "PAK SPC000001|SPECIMENZAI|ADEEL|1980-05-17|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|FARHAN|1980-05-17|M|4210100000001|" },
        { "a father's number on his son's passport, born on one day of another decade", LinkStrength.Weak, "PAK SPC000001|SPECIMENZAI|GUL AGHA|1950-05-17|M|4210100000001|", "PAK SPC000002|SPECIMENZAI|GUL AGHA|1980-05-17|M|4210100000001|" },
        { "nothing in common but the day", LinkStrength.None, "AFG SPC000001|SPECIMENZAI|ZARMINA GUL|1980-05-17|F||", "AFG SPC000002|TESTKHEL|NAHEED|1980-05-17|F||" },
        { "no date of birth", LinkStrength.None, "AFG SPC000001|SPECIMENZAI|ZARMINA GULALAI||F||", "AFG SPC000002|SPECIMENZAI|ZARMINA GULALAI||F||" },
        { "other optional data than a person's number", LinkStrength.None, "UTO SPC000001|KHAN|ALI|1980-05-17|M|1234567890123|", "UTO SPC000002|SHAH|OMAR|1980-05-17|M|1234567890123|" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void It_is_as_sure_as_the_case_allows_whichever_comes_first(string what, LinkStrength expected, string one, string other)
    {
        Assert.NotEmpty(what);
        var (verdict, turned) = (Comparison.Compare(Read(one), Read(other)), Comparison.Compare(Read(other), Read(one)));
        Assert.Equal(expected, verdict.Strength);
        Assert.Equal((verdict.Strength, verdict.IsByNumber), (turned.Strength, turned.IsByNumber));
        Assert.Equal(verdict.Evidence.Select(found => (found.Code, found.Evidence["one"])), turned.Evidence.Select(found => (found.Code, found.Evidence["other"])));
        Assert.Equal(expected == LinkStrength.None, verdict.Evidence.Count == 0);
    }

    [Fact]
    public void A_document_that_names_another_speaks_for_it()
    {
        var old = Read("AFG SPC000001|AHMADI|ALI|1980-05-17|M||");
        var renewed = Read("AFG SPC000002|AHMADI|ALI|1980-05-17|M||") with { OtherDocuments = ["SPC000001"] };
        var verdict = Comparison.Compare(renewed, old);
        Assert.Equal(LinkStrength.Strong, verdict.Strength);
        Assert.Contains(verdict.Evidence, found => found.Code == "LINK_DOCUMENT_NAMED");
        Assert.Equal(LinkStrength.Weak, Comparison.Compare(renewed, Read("AFG SPC000001|SPECIMENZAI|ADEEL|1991-02-28|M||")).Strength);
    }

    [Fact]
    public void Evidence_says_what_agrees_and_what_contradicts_in_both_languages()
    {
        var verdict = Comparison.Compare(Read("PAK SPC000001|SPECIMENZAI|ZARMINA|1980-05-17|F|4210100000002|Quetta"), Read("PAK SPC000002|TESTKHEL|ZARMINA|1980-05-17|F|4210100000002|Kohat"));
        Assert.Equal(
            ["LINK_SAME_PERSONAL_NUMBER", "LINK_NAME_PARTLY_OTHER", "LINK_SAME_DATE_OF_BIRTH", "LINK_OTHER_PLACE_OF_BIRTH", "LINK_SAME_NATIONALITY", "LINK_SAME_SEX"],
            verdict.Evidence.Select(found => found.Code));
        Assert.Equal("Parts of the names are the same, others are not: SPECIMENZAI, ZARMINA and TESTKHEL, ZARMINA.", BorderSentences.Of(verdict.Evidence[1], CultureInfo.GetCultureInfo("en")));
        Assert.All(verdict.Evidence, found => Assert.Contains(BorderSentences.Of(found, CultureInfo.GetCultureInfo("ur")), letter => letter is >= '\u0600' and <= '\u06FF'));
    }

    [Theory]
    [InlineData("PAK", "4210100000002", true)]
    [InlineData("PAK", "42101-0000000-2", true)]
    [InlineData("PAK", "0010100000002", false)] // no division of Pakistan
    [InlineData("PAK", "1111111111111", false)]
    [InlineData("PAK", "421010000000", false)]
    [InlineData("UTO", "4210100000002", false)]
    [InlineData("TUR", "10000000146", true)] // the published example of the two check digits
    [InlineData("TUR", "10000000147", false)]
    public void Only_what_has_the_form_that_its_State_gives_is_a_persons_number(string state, string text, bool isNumber) =>
        Assert.Equal(isNumber, PersonalNumber.Of(state, text) is not null);

    [Fact]
    public void Two_identities_that_are_linked_share_a_key()
    {
        foreach (var row in Cases)
        {
            var (_, strength, one, other) = row.Data;
            if (strength == LinkStrength.None)
                continue;
            Assert.NotEmpty(Keys(Read(one)).Intersect(Keys(Read(other))));
        }
    }

    internal static KnownIdentity Read(string text)
    {
        var fields = text.Split('|');
        return new KnownIdentity
        {
            IssuingState = fields[0][..3],
            DocumentCode = "P",
            DocumentNumber = fields[0][4..],
            Nationality = fields[0][..3],
            PrimaryIdentifier = fields[1],
            SecondaryIdentifier = fields[2].TrimEnd('~'),
            NameMayBeTruncated = fields[2].EndsWith('~'),
            DateOfBirth = fields[3].Length == 0 ? default : PartialDate.Parse(fields[3]),
            Sex = fields[4] == "M" ? Sex.Male : Sex.Female,
            PersonalNumber = PersonalNumber.Of(fields[0][..3], fields[5]),
            PlaceOfBirth = fields[6].Length == 0 ? null : fields[6],
        };
    }

    private static IEnumerable<long> Keys(KnownIdentity identity) => IdentityKeys.OfNumbers(identity).Concat(IdentityKeys.OfBirth(identity, Comparison));
}
