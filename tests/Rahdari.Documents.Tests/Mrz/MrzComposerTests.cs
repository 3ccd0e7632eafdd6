using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.Mrz;

public class MrzComposerTests
{
    [Fact]
    public void What_is_composed_is_read_back() => Zones.Fields.Holds(20_000, fields =>
    {
        var lines = MrzComposer.Compose(fields);
        var reading = Specimens.Read([.. lines]);
        Assert.Equal(lines, reading.Lines);
        Assert.DoesNotContain(reading.Findings, f => f.Code != "MRZ_NAME_MAY_BE_TRUNCATED");
        Assert.Equal(fields.OptionalData, reading.Fields!.OptionalData);
        var read = reading.Fields with { OptionalData = fields.OptionalData };
        if (!fields.NameMayBeTruncated)
            Assert.Equal(fields, read);
        Assert.Equal(fields with { PrimaryIdentifier = read.PrimaryIdentifier, SecondaryIdentifier = read.SecondaryIdentifier }, read);
    });

    [Fact]
    public void A_national_document_composed_is_read_back_as_itself() => Zones.National.Holds(20_000, fields =>
    {
        var lines = MrzComposer.Compose(fields);
        var reading = Specimens.Read([.. lines]);
        Assert.Equal(lines, reading.Lines);
        Assert.Empty(reading.Findings);
        Assert.Equal(fields.OptionalData, reading.Fields!.OptionalData);
        Assert.Equal(fields, reading.Fields with { OptionalData = fields.OptionalData });
    });

    [Fact]
    public void Every_line_has_its_width_and_only_characters_of_a_zone() => Zones.Fields.Holds(5_000, fields =>
    {
        var (count, width, _, _, _) = Zones.Size(fields.Format);
        var lines = MrzComposer.Compose(fields);
        Assert.Equal(count, lines.Count);
        Assert.All(lines, line => Assert.Equal(width, line.Length));
        Assert.All(string.Concat(lines), c => Assert.NotNull(CheckDigit.Value(c)));
    });

    [Theory]
    [InlineData(MrzFormat.TD1, 22)]
    [InlineData(MrzFormat.TD2, 14)]
    [InlineData(MrzFormat.TD3, 9)]
    [InlineData(MrzFormat.MRVA, 9)]
    [InlineData(MrzFormat.MRVB, 9)]
    public void A_number_has_a_longest_length_in_each_format(MrzFormat format, int longest)
    {
        // Doc 9303-5 §4.2.4: the last digit of a long number stands at 28 at the latest, its check digit at 29, a filler at 30.
        var fields = Fields(format) with { DocumentNumber = new string('7', longest) };
        var read = Specimens.Read([.. MrzComposer.Compose(fields)]);
        Assert.Equal(fields.DocumentNumber, read.Fields!.DocumentNumber);
        Assert.Empty(read.Findings);
        Assert.Throws<ArgumentException>("DocumentNumber", () => MrzComposer.Compose(fields with { DocumentNumber = new string('7', longest + 1) }));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_the_name_of_its_field()
    {
        var fields = Fields(MrzFormat.TD3);
        Refused("DocumentCode", fields with { DocumentCode = "PAS" });
        Refused("DocumentCode", fields with { DocumentCode = "p" });
        Refused("DocumentCode", fields with { DocumentCode = "V" }); // would be read as a visa
        Refused("DocumentCode", Fields(MrzFormat.MRVA) with { DocumentCode = "P" });
        Refused("IssuingState", fields with { IssuingState = "UTOP" });
        Refused("Nationality", fields with { Nationality = "U-O" });
        Refused("DocumentNumber", fields with { DocumentNumber = "Л1234" });
        Refused("DocumentNumber", Fields(MrzFormat.TD1) with { DocumentNumber = "123456789é123" });
        Refused("OptionalData", fields with { OptionalData = [new string('A', 15)] });
    }

    [Fact]
    public void What_a_national_document_has_no_place_for_is_refused()
    {
        var card = Specimens.Read(Specimens.FrenchCard).Fields!;
        Refused("Nationality", card with { Nationality = "FRA" });
        Refused("DateOfExpiry", card with { DateOfExpiry = card.DateOfBirth });
        Refused("DocumentCode", card with { IssuingState = "UTO" }); // would be read as a TD2
        Refused("OptionalData", card with { OptionalData = ["", "1"] });
        Refused("Name", Specimens.Read(Specimens.DutchLicence).Fields! with { PrimaryIdentifier = "ERIKSSON" });
    }

    private static void Refused(string field, MrzFields fields) => Assert.Throws<ArgumentException>(field, () => MrzComposer.Compose(fields));

    private static MrzFields Fields(MrzFormat format) => Specimens.Read(Specimens.Of(format.ToString())).Fields! with { OptionalData = [] };
}
