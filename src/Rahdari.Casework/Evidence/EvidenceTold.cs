using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Evidence;

/// <summary>What is told of a piece of evidence when it is taken.</summary>
/// <param name="Title">What it is, in a few words; at most 200 characters, as all of these.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="TakenOn">The day on which it was taken.</param>
/// <param name="Place">Where.</param>
/// <param name="Holder">Who has it now.</param>
/// <param name="From">From whom, or by whom it was made; or null.</param>
/// <param name="FileName">The file's name, or null where it is a thing.</param>
public sealed record EvidenceTold(string Title, EvidenceKind Kind, DateOnly TakenOn, string Place, string Holder, string? From = null, string? FileName = null)
{
    private const int Longest = 200;
    private const int LongestWhy = 4000;

    /// <summary>The rule that a field breaks, or null.</summary>
    internal Finding? Check(DateOnly today) =>
        Told("title", Title) ?? (Enum.IsDefined(Kind) ? null : Wrong("kind")) ?? Told("place", Place) ?? Told("holder", Holder) ?? (From is null ? null : Told("from", From)) ?? (FileName is null ? null : Told("fileName", FileName))
        ?? (TakenOn > today || TakenOn < today.AddYears(-100) ? CaseworkRule.DayInvalid.Broken("takenOn", ("day", $"{TakenOn:O}"), ("from", $"{today.AddYears(-100):O}"), ("until", $"{today:O}")) : null);

    /// <summary>The rule that a later fact breaks, or null.</summary>
    internal static Finding? Check(EvidenceFact fact) => fact switch
    {
        EvidenceRead f => Told("why", f.Why, LongestWhy),
        HandedOver f => Told("to", f.To) ?? Told("receipt", f.Receipt) ?? Told("why", f.Why, LongestWhy),
        Disposed f => Told("order", f.Order) ?? Told("why", f.Why, LongestWhy),
        _ => null,
    };

    private static Finding? Told(string field, string? text, int longest = Longest) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Any(c => c is < ' ' and not ('\n' or '\r' or '\t')) ? Wrong(field) : null;

    private static Finding Wrong(string field) => CaseworkRule.FieldInvalid.Broken(field, ("field", field));
}
