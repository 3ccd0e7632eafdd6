using Rahdari.Dates;

namespace Rahdari.Documents.Lds;

/// <summary>EF.DG12 (Doc 9303-10 §4.7.12): more about the document; what is not stored is null.</summary>
public sealed record IssueDetails
{
    /// <summary>The issuing authority.</summary>
    public string? Authority { get; init; }

    /// <summary>The date of issue.</summary>
    public PartialDate? DateOfIssue { get; init; }

    /// <summary>Endorsements and observations.</summary>
    public string? Endorsements { get; init; }

    /// <summary>Tax and exit requirements.</summary>
    public string? ExitRequirements { get; init; }

    /// <summary>When it was personalised, as stored: <c>20260131142030</c>.</summary>
    public string? PersonalisedAt { get; init; }

    /// <summary>The serial number of the system that personalised it.</summary>
    public string? PersonalisedBy { get; init; }
}
