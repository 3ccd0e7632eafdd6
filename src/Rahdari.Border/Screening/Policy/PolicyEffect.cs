using Rahdari.Dates;

namespace Rahdari.Border.Screening.Policy;

/// <summary>What other rules, or another list, would have done to those who crossed of late.</summary>
public sealed record PolicyEffect
{
    /// <summary>As if everybody had been screened for it.</summary>
    public required ScreeningPurpose Purpose { get; init; }

    /// <summary>The first instant looked at; UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Travellers who crossed or were refused since, each counted once, as last presented.</summary>
    public required int Travellers { get; init; }

    /// <summary>Of them those who alert now.</summary>
    public required int AlertedNow { get; init; }

    /// <summary>Of them those who would alert.</summary>
    public required int AlertedThen { get; init; }

    /// <summary>Who would alert and do not now.</summary>
    public required int More { get; init; }

    /// <summary>Who alert now and would not.</summary>
    public required int Fewer { get; init; }

    /// <summary>The same by list, for lists of which anybody alerts now or would.</summary>
    public required IReadOnlyList<ListEffect> Lists { get; init; }

    /// <summary>The up to 20 entries that would alert for most travellers for whom they do not now, most first.</summary>
    public required IReadOnlyList<EntryEffect> Entries { get; init; }

    /// <summary>Up to 20 of those for whom a list would alert or no longer alert; the latest first.</summary>
    public required IReadOnlyList<AffectedTraveller> Sample { get; init; }
}

/// <summary>What would change of one list.</summary>
/// <param name="List">The list.</param>
/// <param name="AlertedNow">Travellers for whom it alerts now.</param>
/// <param name="AlertedThen">Travellers for whom it would.</param>
/// <param name="More">For whom it would and does not now.</param>
/// <param name="Fewer">For whom it does now and would not.</param>
public sealed record ListEffect(string List, int AlertedNow, int AlertedThen, int More, int Fewer);

/// <summary>An entry that would alert for more travellers.</summary>
/// <param name="List">The list.</param>
/// <param name="Reference">The list's own reference.</param>
/// <param name="Name">The entry's primary name.</param>
/// <param name="More">For how many it would alert and does not now.</param>
public sealed record EntryEffect(string List, string Reference, string Name, int More);

/// <summary>A traveller for whom an entry would alert, or no longer alert.</summary>
/// <param name="TravellerId">The traveller; UUIDv7.</param>
/// <param name="At">When they were here last; UTC.</param>
/// <param name="Port">Where.</param>
/// <param name="Name">Surname and given names.</param>
/// <param name="DateOfBirth">The date of birth.</param>
/// <param name="Nationality">The nationality.</param>
/// <param name="List">The list.</param>
/// <param name="Reference">The entry.</param>
/// <param name="EntryName">The entry's primary name.</param>
/// <param name="Score">The score that it would have; where it would no longer alert the one that it has.</param>
/// <param name="Alerts">True where it would alert, false where it no longer would.</param>
public sealed record AffectedTraveller(
    Guid TravellerId, DateTimeOffset At, string Port, string Name, PartialDate DateOfBirth, string Nationality, string List, string Reference, string EntryName, double Score, bool Alerts);
