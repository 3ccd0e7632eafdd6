using Rahdari.Casework.Interviews;

namespace Rahdari.Casework.Storage;

/// <summary>A referral as lists find it. What it holds follows from its events, which are signed.</summary>
internal sealed class CaseReferralRow
{
    public required Guid Id { get; init; }

    /// <summary>The encounter, blinded.</summary>
    public required string Encounter { get; init; }

    public required string Number { get; init; }

    /// <summary>The circle that it goes to; null where nothing is referred.</summary>
    public required string? Circle { get; init; }

    /// <summary>The organisation that shall help; null where none shall.</summary>
    public required string? Organisation { get; init; }

    public required CaseReferralStage Stage { get; set; }

    public required DateTimeOffset At { get; init; }

    public required int Version { get; set; }

    /// <summary>A <see cref="CaseReferral"/> as JSON.</summary>
    public required string State { get; set; }

    /// <summary>Who the person is and what they said, sealed to the organisation's public key; null once it was taken in.</summary>
    public required byte[]? Sealed { get; set; }
}

/// <summary>An interview that goes on, encrypted under the site's vault key; gone once it ends.</summary>
internal sealed class InterviewDraftRow
{
    /// <summary>The encounter, blinded.</summary>
    public required string Encounter { get; init; }

    public required DateTimeOffset KeptAt { get; set; }

    public required string KeptBy { get; set; }

    public required byte[] Sealed { get; set; }
}
