using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

public class SpecimenTests
{
    [Fact]
    public void The_passport_of_Doc_9303_part_4_reads_field_by_field() => Reads(Specimens.TD3, new MrzFields
    {
        Format = MrzFormat.TD3,
        DocumentCode = "P",
        IssuingState = "UTO",
        PrimaryIdentifier = "ERIKSSON",
        SecondaryIdentifier = "ANNA MARIA",
        NameMayBeTruncated = false,
        DocumentNumber = "L898902C3",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(1974, 8, 12),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2012, 4, 15),
        OptionalData = ["ZE184226B"],
    });

    [Fact]
    public void The_card_of_Doc_9303_part_5_reads_field_by_field() => Reads(Specimens.TD1, new MrzFields
    {
        Format = MrzFormat.TD1,
        DocumentCode = "I",
        IssuingState = "UTO",
        PrimaryIdentifier = "ERIKSSON",
        SecondaryIdentifier = "ANNA MARIA",
        NameMayBeTruncated = false,
        DocumentNumber = "D23145890",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(1974, 8, 12),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2012, 4, 15),
        OptionalData = ["", ""],
    });

    [Fact]
    public void The_card_of_Doc_9303_part_6_reads_field_by_field() => Reads(Specimens.TD2, new MrzFields
    {
        Format = MrzFormat.TD2,
        DocumentCode = "I",
        IssuingState = "UTO",
        PrimaryIdentifier = "ERIKSSON",
        SecondaryIdentifier = "ANNA MARIA",
        NameMayBeTruncated = false,
        DocumentNumber = "D23145890",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(1974, 8, 12),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(2012, 4, 15),
        OptionalData = [""],
    });

    [Fact]
    public void The_full_size_visa_of_Doc_9303_part_7_reads_field_by_field() => Reads(Specimens.MRVA, Visa(MrzFormat.MRVA, "6ZE184226B"));

    [Fact]
    public void The_small_visa_of_Doc_9303_part_7_reads_field_by_field() => Reads(Specimens.MRVB, Visa(MrzFormat.MRVB, ""));

    [Fact]
    public void The_long_number_of_Doc_9303_part_11_is_joined_in_a_TD1() => Reads(Specimens.LongTD1, Long(MrzFormat.TD1, "", ""));

    [Fact]
    public void The_long_number_of_Doc_9303_part_11_is_joined_in_a_TD2() => Reads(Specimens.LongTD2, Long(MrzFormat.TD2, ""));

    [Theory]
    [InlineData(nameof(Specimens.TD1))]
    [InlineData(nameof(Specimens.TD2))]
    [InlineData(nameof(Specimens.TD3))]
    [InlineData(nameof(Specimens.MRVA))]
    [InlineData(nameof(Specimens.MRVB))]
    [InlineData(nameof(Specimens.LongTD1))]
    [InlineData(nameof(Specimens.LongTD2))]
    public void A_specimen_composed_again_from_its_fields_is_itself(string specimen)
    {
        var lines = Specimens.Of(specimen);
        Assert.Equal(lines, MrzComposer.Compose(Specimens.Read(lines).Fields!));
    }

    private static void Reads(string[] lines, MrzFields expected)
    {
        var reading = Specimens.Read(lines);
        Assert.Empty(reading.Findings);
        Assert.Equal(lines, reading.Lines);
        Assert.Equal(expected.OptionalData, reading.Fields!.OptionalData);
        Assert.Equal(expected with { OptionalData = reading.Fields.OptionalData }, reading.Fields);
    }

    private static MrzFields Visa(MrzFormat format, string optional) => new()
    {
        Format = format,
        DocumentCode = "V",
        IssuingState = "UTO",
        PrimaryIdentifier = "ERIKSSON",
        SecondaryIdentifier = "ANNA MARIA",
        NameMayBeTruncated = false,
        DocumentNumber = "L8988901C",
        Nationality = "XXX",
        DateOfBirth = PartialDate.Of(1940, 9, 7),
        Sex = Sex.Female,
        DateOfExpiry = PartialDate.Of(1996, 12, 10),
        OptionalData = [optional],
    };

    private static MrzFields Long(MrzFormat format, params string[] optional) => new()
    {
        Format = format,
        DocumentCode = "I",
        IssuingState = "UTO",
        PrimaryIdentifier = "STEVENSON",
        SecondaryIdentifier = "PETER JOHN",
        NameMayBeTruncated = false,
        DocumentNumber = "D23145890734",
        Nationality = "UTO",
        DateOfBirth = PartialDate.Of(1934, 7, 12),
        Sex = Sex.Male,
        DateOfExpiry = PartialDate.Of(1995, 7, 12),
        OptionalData = optional,
    };
}
