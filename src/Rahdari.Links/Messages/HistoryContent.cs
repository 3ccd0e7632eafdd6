using Rahdari.Border.Crossings;
using Rahdari.Border.Travellers.National;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Links.Messages;

/// <summary>The crossings that headquarters tells a port, as they travel.</summary>
/// <param name="Crossings">Newest first; at most <see cref="KnownHistory.MostCrossings"/>.</param>
/// <param name="HasMore">True where there are more.</param>
public sealed record HistoryContent(IReadOnlyList<SentCrossing> Crossings, bool HasMore)
{
    internal static HistoryContent Of(KnownHistory history) => new([.. history.Crossings.Select(SentCrossing.Of)], history.HasMore);

    /// <summary>What is told; null where one of them is no crossing, or they are too many.</summary>
    internal KnownHistory? History()
    {
        if (Crossings.Count > KnownHistory.MostCrossings)
            return null;
        NationalCrossing?[] crossings = [.. Crossings.Select(sent => sent?.Crossing())];
        return crossings.Contains(null) ? null : new KnownHistory([.. crossings.OfType<NationalCrossing>()], HasMore);
    }
}

/// <summary>A crossing, as it travels.</summary>
/// <param name="Id">The crossing.</param>
/// <param name="Node">The node that recorded it.</param>
/// <param name="Port">The port (UN/LOCODE).</param>
/// <param name="Direction">By the name of <see cref="Border.Crossings.Direction"/>.</param>
/// <param name="Outcome">By the name of <see cref="CrossingOutcome"/>.</param>
/// <param name="At">UTC.</param>
/// <param name="Code">The document code.</param>
/// <param name="State">The issuing State, as read.</param>
/// <param name="Number">The document number.</param>
/// <param name="Nationality">The nationality, as read.</param>
/// <param name="Surname">Surname.</param>
/// <param name="GivenNames">Given names.</param>
/// <param name="BirthDate">Date of birth, ISO 8601-2.</param>
/// <param name="Sex">By the name of <see cref="Documents.Mrz.Sex"/>.</param>
/// <param name="PermittedUntil">The last day of the permitted stay, or null.</param>
/// <param name="Permission">By which permission, or null.</param>
/// <param name="Conveyance">The flight, the ship, the train, the registration, or null.</param>
/// <param name="CorrectedAt">When it was corrected last (UTC), or null.</param>
public sealed record SentCrossing(
    Guid Id, string Node, string Port, string Direction, string Outcome, DateTimeOffset At, string Code, string State, string Number, string Nationality, string Surname, string GivenNames,
    string BirthDate, string Sex, DateOnly? PermittedUntil = null, string? Permission = null, string? Conveyance = null, DateTimeOffset? CorrectedAt = null)
{
    internal static SentCrossing Of(NationalCrossing crossing) => new(
        crossing.Id,
        crossing.Node,
        crossing.Port,
        crossing.Direction.ToString(),
        crossing.Outcome.ToString(),
        crossing.At,
        crossing.DocumentCode,
        crossing.IssuingState,
        crossing.DocumentNumber,
        crossing.Nationality,
        crossing.PrimaryIdentifier,
        crossing.SecondaryIdentifier,
        crossing.DateOfBirth.ToString(),
        crossing.Sex.ToString(),
        crossing.PermittedUntil,
        crossing.Permission,
        crossing.Conveyance,
        crossing.CorrectedAt);

    internal NationalCrossing? Crossing()
    {
        if (!SentText.IsOne<Direction>(Direction, out var direction) || !SentText.IsOne<CrossingOutcome>(Outcome, out var outcome) || !SentText.IsOne<Sex>(Sex, out var sex)
            || !PartialDate.TryParse(BirthDate, out var birthDate))
            return null;
        return new NationalCrossing
        {
            Id = Id,
            Node = Node,
            Port = Port,
            Direction = direction,
            Outcome = outcome,
            At = At,
            DocumentCode = Code,
            IssuingState = State,
            DocumentNumber = Number,
            Nationality = Nationality,
            PrimaryIdentifier = Surname,
            SecondaryIdentifier = GivenNames,
            DateOfBirth = birthDate,
            Sex = sex,
            PermittedUntil = PermittedUntil,
            Permission = Permission,
            Conveyance = Conveyance,
            CorrectedAt = CorrectedAt,
        };
    }
}
