using Rahdari.Dates;

namespace Rahdari.Border.ExitControl;

/// <summary>A consent that a minor is taken out of the country, as whoever may give it wrote it.</summary>
public sealed record ConsentTerms
{
    /// <summary>The minor's name, in any script.</summary>
    public required string Name { get; init; }

    /// <summary>The minor's date of birth, as far as known; the year at least.</summary>
    public required PartialDate DateOfBirth { get; init; }

    /// <summary>The minor's identity number, as on the B-Form; null where not known.</summary>
    public string? BForm { get; init; }

    /// <summary>The number of the minor's document; null where not known.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The adults of whom any may take the minor out; none where the minor may go alone.</summary>
    public IReadOnlyList<ConsentAdult> Adults { get; init; } = [];

    /// <summary>Who consents.</summary>
    public required ConsentGiver GivenBy { get; init; }

    /// <summary>Their name, or the court's.</summary>
    public required string GiverName { get; init; }

    /// <summary>The reference of the paper: a notary's or a court's number.</summary>
    public required string Reference { get; init; }

    /// <summary>The first day, at the port.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day, at the port; null where it is open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where the minor may go, ISO 3166-1 alpha-3; anywhere where empty.</summary>
    public IReadOnlyList<string> Destinations { get; init; } = [];

    /// <summary>True where it is for one journey.</summary>
    public bool IsForOneJourney { get; init; }
}

/// <summary>An adult who may take a minor out.</summary>
/// <param name="Name">The name.</param>
/// <param name="DocumentNumber">The number of their passport or their CNIC.</param>
public sealed record ConsentAdult(string Name, string DocumentNumber);

/// <summary>Who may consent that a minor leaves.</summary>
public enum ConsentGiver
{
    /// <summary>The mother.</summary>
    Mother,

    /// <summary>The father.</summary>
    Father,

    /// <summary>A guardian appointed by law.</summary>
    Guardian,

    /// <summary>A court.</summary>
    Court,
}
