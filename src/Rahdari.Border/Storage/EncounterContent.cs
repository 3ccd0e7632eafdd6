using System.Text.Json;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Chips;
using Rahdari.Border.Conveyances;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Permissions;
using Rahdari.Border.Pictures;
using Rahdari.Border.Stays;
using Rahdari.Border.Travellers;
using Rahdari.Border.Visas;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Inspection;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Storage;

/// <summary>What an encounter saw when it was opened; only the lists screened against change, where it is screened again, and what the chip, the page, a picture of it and the visa say, where they are read. The reasons are those of the advice without the hits.</summary>
internal sealed record EncounterContent(
    IReadOnlyList<string> MrzLines,
    MrzFields Document,
    TravellerSummary Traveller,
    Stay? OpenStay,
    IReadOnlyList<Finding> Reasons,
    IReadOnlyList<string> ScreenedAgainst,
    DateOnly? DefaultPermittedUntil,
    bool Accompanied,
    ChipSeen? Chip = null,
    PictureSeen? Picture = null,
    PageSeen? Page = null,
    VisaSeen? Visa = null,
    AnnouncedSeen? Announced = null,
    EarlierReading? Before = null,
    int Revision = 0,
    EntryOptions? Entry = null)
{
    /// <summary>What was said of the journey; null on entry.</summary>
    public Leaving? Leaving { get; init; }

    /// <summary>By what the traveller comes or goes; null where nobody told.</summary>
    public Conveyance? Conveyance { get; init; }

    /// <summary>What was told of the journey and what the officer observed; null while nothing was.</summary>
    public JourneyTold? Journey { get; init; }

    /// <summary>The indicators that showed, with what showed them.</summary>
    public IReadOnlyList<IndicationSeen> Indications { get; init; } = [];

    /// <summary>True where the counter asked for an interview when it referred.</summary>
    public bool InterviewAsked { get; init; }

    public static EncounterContent Of(string json) => JsonSerializer.Deserialize(json, BorderJson.Default.EncounterContent)!;

    /// <summary>With what was found in something that was added, in the place of what was found of that kind before.</summary>
    public EncounterContent Added(Func<Finding, bool> ofThatKind, IEnumerable<Finding> found) => this with
    {
        Revision = Revision + 1,
        Reasons = [.. Reasons.Where(reason => !ofThatKind(reason)).Concat(found).OrderByDescending(reason => reason.Severity)],
    };

    /// <summary>With what else was found when it was opened.</summary>
    public EncounterContent And(IEnumerable<Finding> found) => this with { Reasons = [.. Reasons.Concat(found).OrderByDescending(reason => reason.Severity)] };

    public string ToJson() => JsonSerializer.Serialize(this, BorderJson.Default.EncounterContent);
}
