using Rahdari.Dates;
using Rahdari.Matching;

namespace Rahdari.Border.ExitControl;

/// <summary>An order that bars somebody from leaving, as its authority wrote it.</summary>
public sealed record OrderTerms
{
    /// <summary>The person's name, in any script.</summary>
    public required string Name { get; init; }

    /// <summary>The date of birth, as far as known.</summary>
    public PartialDate DateOfBirth { get; init; }

    /// <summary>The nationality, ISO 3166-1 alpha-3; null where not known.</summary>
    public string? Nationality { get; init; }

    /// <summary>The identity number (CNIC, NICOP, B-Form), with or without hyphens; null where not known.</summary>
    public string? Cnic { get; init; }

    /// <summary>Passports and other documents by which the person may leave.</summary>
    public IReadOnlyList<OrderDocument> Documents { get; init; } = [];

    /// <summary>What the order is.</summary>
    public required ExitOrderKind Kind { get; init; }

    /// <summary>The law that it rests on: <c>section 2, Exit from Pakistan (Control) Ordinance 1981</c>.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string Authority { get; init; }

    /// <summary>The authority's own reference.</summary>
    public required string AuthorityReference { get; init; }

    /// <summary>The first day, at the port, on which it bars leaving.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day, at the port; null where it is open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What the officer is to do.</summary>
    public ExitInstruction Instruction { get; init; }
}

/// <summary>A document that an order names.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IssuingState">ISO 3166-1 alpha-3; null where not known.</param>
public sealed record OrderDocument(string Number, string? IssuingState = null)
{
    internal ListedDocument Listed => new("Passport", Number, IssuingState);
}
