using Rahdari.Border.ExitControl;
using Rahdari.Dates;

namespace Rahdari.Border.Storage;

/// <summary>A consent or a clearance as stored; only its revocation is ever added.</summary>
internal sealed class ExitPaperRow
{
    public required Guid Id { get; init; }

    public required ExitPaperKind Kind { get; init; }

    /// <summary>The <see cref="ConsentTerms"/> or <see cref="ClearanceTerms"/> as JSON.</summary>
    public required string Terms { get; init; }

    /// <summary>Names, numbers and references in upper case, a line each, for searching.</summary>
    public required string SearchText { get; init; }

    /// <summary>The identity number, its digits alone; empty where not known.</summary>
    public required string PersonalNumber { get; init; }

    /// <summary>The document's number, letters and digits alone; empty where not known.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Of a minor.</summary>
    public required PartialDate DateOfBirth { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required string EnteredBy { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }

    public string? RevokedReason { get; set; }

    public PaperRevocation? Revocation => RevokedAt is { } at ? new(at, RevokedBy!, RevokedReason!) : null;

    public ExitPaperState StateOn(DateOnly day) =>
        RevokedAt is not null ? ExitPaperState.Revoked : ValidFrom > day ? ExitPaperState.NotYetValid : ValidTo < day ? ExitPaperState.Expired : ExitPaperState.Valid;

    /// <summary>A number as it is looked up: its letters and digits, in upper case.</summary>
    public static string Written(string? number) => string.Concat((number ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
