using Rahdari.Dates;

namespace Rahdari.Documents.Lds;

/// <summary>EF.DG11 (Doc 9303-10 §4.7.11): more about the holder; what is not stored is null or empty.</summary>
public sealed record HolderDetails
{
    /// <summary>The full name as the State writes it: <c>SMITH&lt;&lt;JOHN&lt;JAMES</c>, in any letters.</summary>
    public string? FullName { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>The personal number.</summary>
    public string? PersonalNumber { get; init; }

    /// <summary>The full date of birth.</summary>
    public PartialDate? DateOfBirth { get; init; }

    /// <summary>The place of birth, its parts separated by a comma.</summary>
    public string? PlaceOfBirth { get; init; }

    /// <summary>The address, its parts separated by a comma.</summary>
    public string? Address { get; init; }

    /// <summary>The telephone.</summary>
    public string? Telephone { get; init; }

    /// <summary>The profession.</summary>
    public string? Profession { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The personal summary.</summary>
    public string? Summary { get; init; }

    /// <summary>Numbers of other valid travel documents.</summary>
    public IReadOnlyList<string> OtherDocuments { get; init; } = [];

    /// <summary>Who has custody.</summary>
    public string? Custody { get; init; }
}
