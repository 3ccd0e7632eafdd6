using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Advice;
using Rahdari.Border.Chips;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Pictures;
using Rahdari.Border.Screening;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers;
using Rahdari.Border.Visas;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Encounters;

/// <summary>One traveller before one counter, from the scan to the decision: everything that the officer sees.</summary>
public sealed record Encounter
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The port.</summary>
    public required string Port { get; init; }

    /// <summary>The counter.</summary>
    public required string Counter { get; init; }

    /// <summary>Which way.</summary>
    public required Direction Direction { get; init; }

    /// <summary>When the document was presented; UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The officer who opened it.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public required EncounterState State { get; init; }

    /// <summary>The lines as read.</summary>
    public required IReadOnlyList<string> MrzLines { get; init; }

    /// <summary>The document, field by field.</summary>
    public required MrzFields Document { get; init; }

    /// <summary>The chip of the document; null while none was read.</summary>
    public required ChipSeen? Chip { get; init; }

    /// <summary>The picture of the document's page; null while none was taken.</summary>
    public required PictureSeen? Picture { get; init; }

    /// <summary>What the page says to the eye; null where nobody read it.</summary>
    public required PageSeen? Page { get; init; }

    /// <summary>The visa in the document; null while none was presented.</summary>
    public required VisaSeen? Visa { get; init; }

    /// <summary>What a carrier announced of the document; null where none did.</summary>
    public required AnnouncedSeen? Announced { get; init; }

    /// <summary>The document as it was read when its holder passed last; null where it was not seen before.</summary>
    public required EarlierReading? Before { get; init; }

    /// <summary>What was said of the journey of who leaves; null on entry.</summary>
    public Leaving? Leaving { get; init; }

    /// <summary>By what the traveller comes or goes: as the carrier announced, or as the counter was told; null where nobody told.</summary>
    public Conveyance? Conveyance { get; init; }

    /// <summary>What was told of the journey and what the officer observed; null while nothing was.</summary>
    public JourneyTold? Journey { get; init; }

    /// <summary>The indicators that showed, with what showed them: for the second line, for an escort may read the counter's screen.</summary>
    public IReadOnlyList<IndicationSeen> Indications { get; init; } = [];

    /// <summary>True where the counter asked that the traveller be spoken with apart.</summary>
    public bool IsInterviewAsked { get; init; }

    /// <summary>How often something was added since it was opened: of two states of an encounter the one with more is the newer.</summary>
    public required int Revision { get; init; }

    /// <summary>The traveller, resolved.</summary>
    public required TravellerSummary Traveller { get; init; }

    /// <summary>The open stay, where there is one.</summary>
    public required Stay? OpenStay { get; init; }

    /// <summary>What to do and why.</summary>
    public required CounterAdvice Advice { get; init; }

    /// <summary>Possible watchlist matches; while one is open nobody may pass.</summary>
    public required IReadOnlyList<ScreeningHit> Hits { get; init; }

    /// <summary>The versions of the lists that were screened against, and the policy: <c>un@3</c>, <c>policy#2</c>.</summary>
    public required IReadOnlyList<string> ScreenedAgainst { get; init; }

    /// <summary>The ways in that an alien has, the best first; null where none is asked for, or no rules of entry are in force.</summary>
    public EntryOptions? Entry { get; init; }

    /// <summary>What would be granted an alien who enters now: what the best way in allows, or the site's default; null where no stay is counted.</summary>
    public required DateOnly? DefaultPermittedUntil { get; init; }

    /// <summary>Why it was referred, where the officer said so.</summary>
    public required string? ReferralReason { get; init; }

    /// <summary>The crossing, once decided.</summary>
    public required Guid? CrossingId { get; init; }
}
