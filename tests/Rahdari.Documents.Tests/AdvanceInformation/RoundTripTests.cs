using System.Text.Json;
using CsCheck;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.AdvanceInformation.Cusres;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.AdvanceInformation.Paxlst;

namespace Rahdari.Documents.Tests.AdvanceInformation;

public class RoundTripTests
{
    private static readonly string[] OfSyntax = ["EDIFACT_"];

    [Fact]
    public void A_composed_list_reads_back_the_same_whatever_its_names_and_separators() =>
        Gen.Select(Lists.Any, Lists.Syntax).Holds(5_000, pair =>
        {
            var (list, syntax) = pair;
            var reading = AdvanceReader.Read(PassengerListComposer.Compose(Lists.Interchange with { Syntax = syntax }, list), Messages.Day);
            Assert.DoesNotContain(reading.Findings, f => OfSyntax.Any(s => f.Code.StartsWith(s, StringComparison.Ordinal)));
            var read = Assert.IsType<PassengerList>(Assert.Single(reading.Messages));
            Assert.Equal(syntax, read.Interchange!.Syntax);
            Assert.Empty(read.Others);
            Assert.Equal(Values(list), Values(read));
        });

    [Fact]
    public void Answers_read_back_the_same_one_a_traveller_in_the_order_of_the_list() =>
        Gen.Select(Lists.Any, Gen.OneOf(Enum.GetValues<BoardingDecision>())).Holds(2_000, pair =>
        {
            var (list, decision) = pair;
            var answers = BoardingAnswers.To(list, t => (decision, $"SPECIMEN? {t.Surname}"));
            var read = Assert.IsType<BoardingAnswers>(Assert.Single(AdvanceReader.Read(BoardingAnswersComposer.Compose(Lists.Interchange, answers), Messages.Day).Messages));
            Assert.Equal(list.Travellers.Count, read.Answers.Count);
            Assert.Equal((answers.Transaction, answers.Flight, answers.Origin, answers.Destination, answers.Departure, answers.Arrival), (read.Transaction, read.Flight, read.Origin, read.Destination, read.Departure, read.Arrival));
            foreach (var (given, taken) in answers.Answers.Zip(read.Answers))
            {
                Assert.Equal(given.References, taken.References);
                Assert.Equal((given.Code, given.Text), (taken.Code, taken.Text));
                // What is no decision is composed as the one that keeps the traveller off the flight.
                Assert.Equal(decision == BoardingDecision.Unknown ? BoardingDecision.DoNotBoard : decision, taken.Decision);
            }
        });

    [Theory]
    [InlineData("0", BoardingDecision.Board, "")]
    [InlineData("0Z", BoardingDecision.Board, "")]
    [InlineData("1", BoardingDecision.DoNotBoard, "")]
    [InlineData("2", BoardingDecision.BoardAfterChecks, "")]
    [InlineData("4", BoardingDecision.InsufficientData, "")]
    [InlineData("9", BoardingDecision.Unknown, "API_ANSWER_UNKNOWN")]
    [InlineData("", BoardingDecision.Unknown, "API_ANSWER_UNKNOWN")]
    public void An_answer_is_read_by_its_first_character_and_an_unknown_one_boards_nobody(string code, BoardingDecision decision, string finding)
    {
        var writer = new EdifactWriter(Lists.Interchange);
        writer.Begin(new EdifactMessage("1", "CUSRES", "D", "02B", "UN", "IATA"));
        writer.Segment("BGM", ["962"]);
        writer.Segment("ERP", ["2"]);
        writer.Segment("RFF", ["AVF", "SPC001"]);
        writer.Segment("ERC", [code]);
        var reading = AdvanceReader.Read(writer.ToArray(), Messages.Day);
        Assert.Equal(decision, Assert.IsType<BoardingAnswers>(reading.Messages[0]).Answers.Single().Decision);
        Assert.Equal(finding, string.Join(' ', Messages.Codes(reading)));
    }

    [Fact]
    public void Travellers_without_a_reference_are_answered_by_their_place_in_the_list()
    {
        var list = Assert.IsType<PassengerList>(Messages.Read(Messages.Passengers.Replace("RFF+AVF:SPC001'", "", StringComparison.Ordinal)).Messages[0]);
        var answers = BoardingAnswers.To(list, _ => (BoardingDecision.Board, ""));
        Assert.Equal(new AdvanceValue("ABO", "UT0001-1"), answers.Answers[0].References.Single());
        Assert.Equal(new AdvanceValue("LI", "2"), answers.Answers[1].References.Single());
        Assert.Equal(("UT123", "DXB", "KHI"), (answers.Flight, answers.Origin, answers.Destination));
    }

    /// <summary>Everything but the places in the bytes.</summary>
    private static string Values(PassengerList list) => JsonSerializer.Serialize(list with
    {
        Interchange = null,
        Segment = 0,
        Flights = [.. list.Flights.Select(f => f with { Segment = 0 })],
        Travellers = [.. list.Travellers.Select(t => t with { Segment = 0, Documents = [.. t.Documents.Select(d => d with { Segment = 0 })] })],
    });
}
