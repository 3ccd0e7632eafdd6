using System.Globalization;
using System.Text.Json;
using Rahdari.Border.ExitControl;

namespace Rahdari.Border.Storage;

/// <summary>An order that bars leaving, as stored; only its lifting is ever added.</summary>
internal sealed class ExitOrderRow
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    /// <summary>The <see cref="OrderTerms"/> as JSON.</summary>
    public required string Terms { get; init; }

    /// <summary>Name, numbers, authority and reference in upper case, a line each, for searching.</summary>
    public required string SearchText { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required string EnteredBy { get; init; }

    public string? LiftReference { get; set; }

    public string? LiftReason { get; set; }

    public string? LiftAskedBy { get; set; }

    public DateTimeOffset? LiftAskedAt { get; set; }

    public string? LiftedBy { get; set; }

    public DateTimeOffset? LiftedAt { get; set; }

    /// <summary>The order's reference on the list.</summary>
    public string Reference => Number.ToString(CultureInfo.InvariantCulture);

    public OrderTerms ReadTerms() => JsonSerializer.Deserialize(Terms, BorderJson.Default.OrderTerms)!;
}
