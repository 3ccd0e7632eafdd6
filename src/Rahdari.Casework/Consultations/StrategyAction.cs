using System.Text.Json.Serialization;
using Rahdari.Casework.Laws;

namespace Rahdari.Casework.Consultations;

/// <summary>What somebody shall do, and by what the system sees that it is done.</summary>
/// <param name="Title">200 characters at most.</param>
/// <param name="Owner">The office that answers for it, never a person; 200 characters at most.</param>
/// <param name="Due">By when.</param>
/// <param name="Recommendations">The recommendations that it carries out; at least one.</param>
/// <param name="Indicator">What the system measures.</param>
/// <param name="Target">What it shall come to.</param>
/// <param name="Year">Of cases of this year alone; null for all.</param>
/// <param name="Province">Of cases of this province alone; null for the country.</param>
/// <param name="Baseline">What it was before the system counted, with where that is from; null: the system measures it when the action is published.</param>
public sealed record StrategyActionDraft(
    BothLanguages Title,
    BothLanguages Owner,
    DateOnly Due,
    IReadOnlyList<Guid> Recommendations,
    StrategyIndicator Indicator,
    decimal Target,
    int? Year = null,
    string? Province = null,
    Measurement? Baseline = null);

/// <summary>An action as it stands.</summary>
/// <param name="Id">The UUID of whoever wrote it first.</param>
/// <param name="Number"><c>A-2026-001</c>.</param>
/// <param name="Version">How often it was changed; from 1 on.</param>
/// <param name="State">Who sees it.</param>
/// <param name="Draft">What it says.</param>
/// <param name="DraftedBy">Who wrote it last: another one publishes.</param>
/// <param name="Status">How its owner says it stands.</param>
/// <param name="Measured">What the system measured, oldest first; the newest hundred.</param>
/// <param name="StatusReason">Why, where it is delayed or dropped; shown to everybody.</param>
/// <param name="PublishedOn">When it was published; null before.</param>
/// <param name="Baseline">From what it begins; null before it is published.</param>
public sealed record StrategyAction(
    Guid Id,
    string Number,
    int Version,
    PublicationState State,
    StrategyActionDraft Draft,
    string DraftedBy,
    ActionStatus Status,
    IReadOnlyList<Measurement> Measured,
    string? StatusReason = null,
    DateOnly? PublishedOn = null,
    Measurement? Baseline = null)
{
    /// <summary>The newest that tells a value; null where none does.</summary>
    [JsonIgnore]
    public Measurement? Last => Measured.LastOrDefault(one => one.Value is not null);

    /// <summary>How much of the way from baseline to target is gone, in hundredths, 0 to 100; null where one of them is not known or they are the same.</summary>
    [JsonIgnore]
    public int? Progress =>
        Baseline?.Value is { } from && Last?.Value is { } now && from != Draft.Target ? (int)Math.Clamp(Math.Floor(100 * (now - from) / (Draft.Target - from)), 0, 100) : null;
}

/// <summary>A value on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Value">The value, so that nobody is found in it; null where it would be of too few.</param>
/// <param name="Source">Where it is from; null where the system measured it.</param>
public sealed record Measurement(DateOnly On, decimal? Value = null, string? Source = null);
