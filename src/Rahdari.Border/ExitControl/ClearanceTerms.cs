namespace Rahdari.Border.ExitControl;

/// <summary>That a worker who leaves for employment abroad was registered by the Protector of Emigrants (Emigration Ordinance 1979).</summary>
public sealed record ClearanceTerms
{
    /// <summary>The worker's name.</summary>
    public required string Name { get; init; }

    /// <summary>The worker's identity number, with or without hyphens.</summary>
    public required string Cnic { get; init; }

    /// <summary>The passport that was registered; null where not known.</summary>
    public string? PassportNumber { get; init; }

    /// <summary>The protector's registration number.</summary>
    public required string RegistrationNumber { get; init; }

    /// <summary>Where the work is, ISO 3166-1 alpha-3.</summary>
    public required string Destination { get; init; }

    /// <summary>The employer.</summary>
    public required string Employer { get; init; }

    /// <summary>The occupation.</summary>
    public required string Occupation { get; init; }

    /// <summary>The licence of the overseas employment promoter; null of direct employment.</summary>
    public string? PromoterLicence { get; init; }

    /// <summary>The last day of that licence, as far as the protector knows; null where not known.</summary>
    public DateOnly? LicenceValidTo { get; init; }

    /// <summary>The last day, at the port, on which the worker may leave on it.</summary>
    public required DateOnly ValidTo { get; init; }
}
