using Rahdari.Dates;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;

namespace Rahdari.Documents.Tests.Mrz;

/// <summary>Documents whose zones have no form of Doc 9303; each specimen with its source in <see cref="Specimens"/>.</summary>
public class NationalDocumentTests
{
    [Theory]
    [InlineData(nameof(Specimens.FrenchCard), MrzFormat.FrenchIdentityCard)]
    [InlineData(nameof(Specimens.SwissLicence), MrzFormat.SwissDrivingLicence)]
    [InlineData(nameof(Specimens.FrenchLicence), MrzFormat.FrenchDrivingLicence)]
    [InlineData(nameof(Specimens.DutchLicence), MrzFormat.DutchDrivingLicence)]
    [InlineData(nameof(Specimens.RussianPassport), MrzFormat.RussianInternalPassport)]
    public void A_national_document_is_recognised_by_name_read_without_a_finding_and_composed_again(string specimen, MrzFormat format)
    {
        var lines = Specimens.Of(specimen);
        foreach (var text in new[] { string.Join('\n', lines), string.Concat(lines), "REPUBLIC\nPage 3\n" + string.Join("\r\n", lines).ToLowerInvariant() })
        {
            var reading = MrzReader.Read(text, Specimens.Day);
            Assert.Equal(format, reading.Fields?.Format);
            Assert.Empty(reading.Findings);
            Assert.Equal(lines, reading.Lines);
            Assert.Equal(lines, MrzComposer.Compose(reading.Fields!));
        }
    }

    [Fact]
    public void The_French_card_tells_the_month_of_issue_and_names_in_two_places()
    {
        var card = Specimens.Read(Specimens.FrenchCard).Fields!;
        Assert.Equal(("BERTHIER", "CORINNE", "880692310285", PartialDate.Of(1988, 6)), (card.PrimaryIdentifier, card.SecondaryIdentifier, card.DocumentNumber, card.DateOfIssue));
        Assert.Equal((PartialDate.Of(1965, 12, 6), Sex.Female, PartialDate.Unknown), (card.DateOfBirth, card.Sex, card.DateOfExpiry));
    }

    [Fact]
    public void The_Swiss_licence_has_number_birth_and_the_blank_cards_number()
    {
        var licence = Specimens.Read(Specimens.SwissLicence).Fields!;
        Assert.Equal(("305142128097", "AAA001D", PartialDate.Of(1980, 1, 26)), (licence.DocumentNumber, licence.OptionalData[0], licence.DateOfBirth));
        Assert.Equal(("MARCHAND", "FABIENNE"), (licence.PrimaryIdentifier, licence.SecondaryIdentifier));
    }

    [Fact]
    public void The_French_licence_has_a_surname_and_an_expiry()
    {
        var licence = Specimens.Read(Specimens.FrenchLicence).Fields!;
        Assert.Equal(("MARTIN", "13AA00002", PartialDate.Of(2018, 12, 31)), (licence.PrimaryIdentifier, licence.DocumentNumber, licence.DateOfExpiry));
    }

    [Fact]
    public void The_Dutch_licence_names_nobody() =>
        Assert.Equal(("5094962111", ""), (Specimens.Read(Specimens.DutchLicence).Fields!.DocumentNumber, Specimens.Read(Specimens.DutchLicence).Fields!.PrimaryIdentifier));

    [Fact]
    public void The_Russian_name_is_read_back_letter_by_letter()
    {
        var fields = Specimens.Read(Specimens.RussianPassport).Fields!;
        Assert.Equal("ЁЖИКОВ", RussianLetters.Decode(fields.PrimaryIdentifier));
        Assert.Equal("ОБРАЗЕЦ АНДРЕЕВИЧ", RussianLetters.Decode(fields.SecondaryIdentifier));
        Assert.Equal(Specimens.RussianPassport, MrzComposer.Compose(fields with { PrimaryIdentifier = "Ёжиков", SecondaryIdentifier = "Образец Андреевич" }));
    }

    [Fact]
    public void Every_letter_of_the_Russian_alphabet_comes_back()
    {
        const string Alphabet = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
        Assert.Equal(Alphabet, RussianLetters.Decode(RussianLetters.Encode(Alphabet.ToLowerInvariant())));
        Assert.Equal(33, RussianLetters.Encode(Alphabet).Distinct().Count());
    }

    [Fact]
    public void A_wrong_digit_of_a_national_document_is_found_with_its_place()
    {
        Assert.Equal(["MRZ_CHECK_DIGIT_DOCUMENT_NUMBER", "MRZ_CHECK_DIGIT_COMPOSITE"], Codes("D1FRA13AA000036181231MARTIN<<9"));
        Assert.Equal(["MRZ_CHECK_DIGIT_COMPOSITE"], Codes("D1NLD15094962111659VW87Z78NB94"));
        Assert.Equal(["MRZ_CHECK_DIGIT_COMPOSITE"], Codes(Specimens.FrenchCard[0].Replace("BER", "BAR"), Specimens.FrenchCard[1]));
        Assert.Equal(["MRZ_ALPHABET"], Codes(Specimens.SwissLicence[0], Specimens.SwissLicence[1].Replace("097<<", "097<1"), Specimens.SwissLicence[2]));
    }

    private static string[] Codes(params string[] lines) => [.. Specimens.Read(lines).Findings.Select(f => f.Code)];
}
