using Rahdari.Border.Advice;
using Rahdari.Border.Crossings;
using Rahdari.Border.Stays;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Tests.Stays;

/// <summary>Entries and exits pair into stays by when they were, whatever arrived first. The port is Karachi, five hours ahead of UTC.</summary>
public class StayPairingTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    /// <summary>E entry, X exit, R refusal, each with day and hour (UTC) of March 2026; for each stay, newest first: state, days, days over.</summary>
    [Theory]
    [InlineData("E01-06 X05-06", "Ended 5 0")]
    [InlineData("E01-06 X01-09", "Ended 1 0")] // There and back in a day.
    [InlineData("E01-06 X01-07 E01-08 X01-09", "Ended 1 0, Ended 1 0")] // Twice in a day.
    [InlineData("E01-06 X01-20", "Ended 2 0")] // Past midnight at the port.
    [InlineData("E01-06 X12-06", "Ended 12 2")]
    [InlineData("E20-06", "Open 12 2")]
    [InlineData("E30-06", "Open 2 0")]
    [InlineData("X05-06", "EntryMissing – 0")]
    [InlineData("E01-06 E03-06 X04-06", "Ended 2 0, ExitMissing – 0")]
    [InlineData("E01-06 X02-06 X04-06", "EntryMissing – 0, Ended 2 0")]
    [InlineData("E01-06 R02-06 X04-06", "Ended 4 0")] // A refusal is no leg.
    [InlineData("R02-06", "")]
    [InlineData("", "")]
    public void Crossings_are_paired(string crossings, string stays)
    {
        var paired = StayPairing.Of(Read(crossings), [], Today, TestSite.Settings);
        Assert.Equal(stays, string.Join(", ", paired.Select(s => $"{s.State} {s.Days?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"} {s.DaysOver}")));
    }

    [Fact]
    public void Who_leaves_on_another_document_through_another_port_ends_the_stay()
    {
        var (entry, exit) = (Read("E01-06")[0], Read("X05-06")[0] with { Port = "PKLHE", DocumentNumber = "U00000002" });
        var stay = Assert.Single(StayPairing.Of([exit, entry], [], Today, TestSite.Settings));
        Assert.Equal((StayState.Ended, "PKKHI", "U00000001", "PKLHE", "U00000002"), (stay.State, stay.Entry!.Port, stay.Entry.DocumentNumber, stay.Exit!.Port, stay.Exit.DocumentNumber));
        Assert.Equal((entry.Id, exit.Id, entry.PermittedUntil), (stay.Entry.CrossingId, stay.Exit.CrossingId, stay.PermittedUntil));
    }

    /// <summary>An offline port sends late and out of order, and again what it was not sure had arrived.</summary>
    [Fact]
    public void The_order_of_arrival_changes_nothing_and_every_crossing_is_a_leg_of_one_stay()
    {
        var random = new Random(20260331);
        for (var round = 0; round < 500; round++)
        {
            Crossing[] crossings = [.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => Crossing("EXR"[random.Next(3)], TestSite.Start.AddHours(random.Next(600))))];
            var expected = StayPairing.Of(crossings.OrderBy(c => c.At).ThenBy(c => c.Id), [], Today, TestSite.Settings);
            for (var order = 0; order < 5; order++)
            {
                Crossing[] arrived = [.. crossings, .. crossings.Where(_ => random.Next(4) == 0)];
                random.Shuffle(arrived);
                Assert.Equal(expected, StayPairing.Of(arrived, [], Today, TestSite.Settings));
            }
            var legs = expected.SelectMany(s => new[] { s.Entry, s.Exit }).OfType<StayLeg>().Select(leg => leg.CrossingId).ToArray();
            Assert.Equal(crossings.Where(c => c.Outcome != CrossingOutcome.Refused).Select(c => c.Id).Order(), legs.Order());
            Assert.All(expected, s => Assert.True(s.Entry is null || s.Exit is null || s.Entry.At <= s.Exit.At));
            Assert.All(expected.Skip(1), s => Assert.NotEqual(StayState.Open, s.State));
            for (var i = 1; i < expected.Count; i++)
                Assert.True((expected[i].Exit ?? expected[i].Entry)!.At <= (expected[i - 1].Entry ?? expected[i - 1].Exit)!.At);
        }
    }

    private static Crossing[] Read(string crossings) =>
        [.. crossings.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text => Crossing(text[0], new DateTimeOffset(2026, 3, int.Parse(text.AsSpan(1, 2), System.Globalization.CultureInfo.InvariantCulture), int.Parse(text.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture), 0, 0, TimeSpan.Zero)))];

    private static Crossing Crossing(char kind, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Node = "khi-1",
        Port = "PKKHI",
        Counter = "1",
        Direction = kind == 'X' ? Direction.Exit : Direction.Entry,
        Outcome = kind switch { 'E' => CrossingOutcome.Admitted, 'X' => CrossingOutcome.Departed, _ => CrossingOutcome.Refused },
        At = at,
        DecidedBy = "officer1",
        EncounterId = Guid.NewGuid(),
        TravellerId = Guid.Empty,
        DocumentCode = "P",
        IssuingState = "UTO",
        DocumentNumber = "U00000001",
        Nationality = "UTO",
        PrimaryIdentifier = "SPECIMENA",
        SecondaryIdentifier = "KHANUM",
        DateOfBirth = PartialDate.Parse("1980-05-17"),
        Sex = Sex.Female,
        Advice = AdviceLevel.Clear,
        AdviceReasons = "",
        PermittedUntil = kind == 'E' ? DateOnly.FromDateTime(at.UtcDateTime).AddDays(9) : null,
        IdempotencyKey = "key",
    };
}
