namespace Rahdari.Border.Storage;

/// <summary>What was told of a journey and observed at the counter, as it stood when its encounter was decided; never changed.</summary>
internal sealed class JourneyRow
{
    public required Guid Id { get; init; }

    public required Guid EncounterId { get; init; }

    /// <summary>The crossing or refusal; null of a referral.</summary>
    public required Guid? CrossingId { get; init; }

    public required Guid TravellerId { get; init; }

    public required string Port { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    /// <summary>True where nothing was recorded of the traveller before.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>The <see cref="Indicators.JourneyTold"/> as JSON.</summary>
    public required string Told { get; init; }

    /// <summary>The codes of the indicators that showed, comma-separated.</summary>
    public required string Found { get; init; }

    /// <summary>The set under whose number they stood then; null where none showed.</summary>
    public required int? SetNumber { get; init; }

    /// <summary>As it is looked up: letters and digits alone, in upper case.</summary>
    public required string? SponsorKey { get; init; }

    public required string? PhoneKey { get; init; }

    public required string? AddressKey { get; init; }
}
