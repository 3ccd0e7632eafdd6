using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Paxlst;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Tests.AdvanceInformation;

public class PassengerListTests
{
    [Fact]
    public void Everything_that_a_list_says_of_a_flight_and_its_travellers_is_read()
    {
        var reading = Messages.Read(Messages.Passengers);
        Assert.Empty(reading.Findings);
        var list = Assert.IsType<PassengerList>(Assert.Single(reading.Messages));
        Assert.Equal(("745", "UT0001", 2, "UT123/260301"), (list.Kind, list.Transaction, list.Stated, list.Header.AccessReference));
        Assert.Equal(("UTOAIR", "RAHDARI", new DateTime(2026, 3, 1, 9, 10, 0), "APIS"), (list.Interchange!.Sender, list.Interchange.Recipient, list.Interchange.PreparedAt, list.Interchange.Application));
        Assert.Equal(["NAD+MS+++SPECIMEN DESK", "COM+000 000:TE"], list.Others.Select(s => s.Raw));

        var flight = Assert.Single(list.Flights);
        Assert.Equal("UT123", flight.Number);
        var (from, to) = Assert.Single(flight.Legs);
        Assert.Equal(("DXB", new DateTime(2026, 3, 1, 13, 40, 0), "KHI", new DateTime(2026, 3, 1, 16, 40, 0)), (from.Port, from.Departure?.Local, to.Port, to.Arrival?.Local));

        var anna = list.Travellers[0];
        Assert.Equal((AdvanceRole.Passenger, "ERIKSSON", "ANNA MARIA", Sex.Female, "UTO"), (anna.Role, anna.Surname, anna.GivenNames, anna.Sex, anna.Nationality));
        Assert.Equal(PartialDate.Of(1974, 8, 12), anna.DateOfBirth);
        Assert.Equal(("SPC001", "12A", "DXB", "KHI"), (anna.Reference("AVF"), anna.Reference("SEA"), anna.Place("178"), anna.Place("179")));
        Assert.Contains(new AdvanceValue("180", "UTO", "ZENITH"), anna.Places);
        Assert.Equal(["SPECIMEN STREET 1", "UTOPOLIS", "", "12345", "UTO"], anna.Address);
        Assert.Equal(["MEA+CT++:2", "GEI+4+173", "FTX+BAG+++UT987654:2"], anna.Others.Select(s => s.Raw));
        var passport = Assert.Single(anna.Documents);
        Assert.Equal(("P", "L898902C3", "UTO", PartialDate.Of(2030, 4, 15)), (passport.Type, passport.Number, passport.IssuingState, passport.Expiry));

        var child = list.Travellers[1];
        Assert.Equal(("O'ANNA", PartialDate.Of(2019, 3, 2)), (child.GivenNames, child.DateOfBirth));
        Assert.Equal(["P", "V"], child.Documents.Select(d => d.Type));
    }

    [Fact]
    public void The_published_message_with_its_own_separators_is_read_and_its_contradictions_are_told()
    {
        var file = File.ReadAllBytes(Rahdari.Tests.SharedData.Path("api", "paxlst-custom-separators.edi"));
        var reading = AdvanceReader.Read(file, new DateOnly(2014, 2, 11));
        var list = Assert.IsType<PassengerList>(Assert.Single(reading.Messages));
        Assert.Equal(10, list.Travellers.Count);
        Assert.All(list.Travellers, t => Assert.Equal((PartialDate.Of(1954, 10, 16), "USA", PartialDate.Of(2018, 2, 21)), (t.DateOfBirth, t.Nationality, t.Documents.Single().Expiry)));
        Assert.Equal("TN506 BRE-YEU", $"{list.Flights[0].Number} {list.Flights[0].Calls[0].Port}-{list.Flights[0].Calls[1].Port}");
        // Ten travellers of 136, in the last part of ten; the trailer miscounts by ten and names another message; spaces follow UNG.
        Assert.Equal(
            ["EDIFACT_TAG_SPACED", "EDIFACT_COUNT", "EDIFACT_REFERENCE", "API_PARTS_MISSING", "API_COUNT_DIFFERS"],
            Messages.Codes(reading));
    }

    [Theory]
    [InlineData("CNT+42:2", "CNT+42:3", "API_COUNT_DIFFERS")]
    [InlineData("DTM+36:300415", "DTM+36:260228", "API_DOCUMENT_EXPIRED")]
    [InlineData("DTM+36:300415", "DTM+36:301315", "API_DATE_IMPOSSIBLE API_DATE_OF_EXPIRY_MISSING")]
    [InlineData("DTM+329:20190302", "DTM+329:20260302", "API_BORN_AFTER_TODAY")]
    [InlineData("DTM+329:20190302", "DTM+329:20190230", "API_DATE_IMPOSSIBLE API_DATE_OF_BIRTH_MISSING")]
    [InlineData("LOC+91+PAK", "LOC+91+QQQ", "API_ISSUING_STATE_UNKNOWN")]
    [InlineData("NAT+2+UTO'\n", "NAT+2+QQQ'\n", "API_NATIONALITY_UNKNOWN API_NATIONALITY_UNKNOWN")]
    [InlineData("ATT+2++M", "ATT+2++Q", "API_SEX_UNKNOWN")]
    [InlineData("NAD+FL+++SPECIMEN:O?'ANNA", "NAD+FL", "API_NAME_MISSING")]
    [InlineData("NAD+FL+++SPECIMEN", "NAD+QQ+++SPECIMEN", "API_ROLE_UNKNOWN")]
    [InlineData("DTM+232:2603011640:201", "DTM+232:2602271640:201", "API_ARRIVAL_CONTRADICTS_DEPARTURE")]
    [InlineData("DTM+232:2603011640:201", "DTM+232:2603010240:201", "")]
    [InlineData("DTM+189:2603011340:201", "DTM+189:2603011340:102", "API_DATE_IMPOSSIBLE")]
    [InlineData("LOC+125+DXB'\nDTM+189:2603011340:201'\n", "", "EDIFACT_COUNT API_ROUTE_MISSING")]
    [InlineData("BGM+745", "BGM+999", "API_LIST_KIND_UNKNOWN")]
    [InlineData("01:F", "02:F", "API_PARTS_MISSING")]
    [InlineData("01:F", "01:C", "API_PARTS_MISSING")]
    [InlineData("PAXLST", "PAXLSX", "API_MESSAGE_UNKNOWN")]
    public void What_contradicts_or_is_missing_is_told(string right, string wrong, string codes)
    {
        var text = Messages.Passengers.ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        var found = Messages.Codes(Messages.Read(text.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Equal(codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_parts_of_a_list_are_counted_together_and_a_traveller_in_two_of_them_is_told()
    {
        var part = Messages.Passengers.Replace("CNT+42:2", "CNT+42:4", StringComparison.Ordinal);
        var end = part.IndexOf("UNZ", StringComparison.Ordinal);
        var start = part.IndexOf("UNH", StringComparison.Ordinal);
        var second = part[start..end].Replace("01:F", "02:F", StringComparison.Ordinal).Replace("M1", "M2", StringComparison.Ordinal);
        var both = part[..end].Replace("01:F", "01:C", StringComparison.Ordinal) + second + "UNZ+2+REF1'";
        Assert.Equal(["API_TRAVELLER_TWICE", "API_TRAVELLER_TWICE"], Messages.Codes(Messages.Read(both)));
    }
}
