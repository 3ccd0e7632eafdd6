using Rahdari.Documents.Findings;

namespace Rahdari.Border.Retention;

/// <summary>What a schedule must satisfy.</summary>
internal static class RetentionCheck
{
    private const int MostMonths = 1200;
    private const int LongestBasis = 500;

    /// <summary>The fewest months of each class. Under these the work at the counter, or the answer to a complaint, would lack what it needs.</summary>
    private static readonly Dictionary<RecordClass, int> Fewest = new()
    {
        [RecordClass.Crossings] = 12,
        [RecordClass.UndecidedEncounters] = 1,
        [RecordClass.Hits] = 12,
        [RecordClass.VettedDecisions] = 1,
        [RecordClass.AdvanceInformation] = 1,
        [RecordClass.Permissions] = 12,
        [RecordClass.ExitControl] = 12,
        [RecordClass.Links] = 1,
        [RecordClass.Audit] = 12,
    };

    /// <summary>The first rule that the periods break, by place and field, or null.</summary>
    public static Finding? Problem(IReadOnlyList<RetentionPeriod>? periods)
    {
        if (periods is null || periods.Count == 0 || periods.Count > Fewest.Count)
            return Invalid("periods", $"{periods?.Count ?? 0}");
        foreach (var (place, period) in periods.Index())
        {
            if (period is null)
                return Invalid($"periods[{place}]", "null"); // JSON may say so of an item, whatever the type says.
            if (!Fewest.TryGetValue(period.Class, out var fewest) || periods.Take(place).Any(other => other.Class == period.Class))
                return Invalid($"periods[{place}].class", $"{period.Class}");
            if (period.Months < fewest || period.Months > MostMonths)
                return Invalid($"periods[{place}].months", $"{period.Months}, {fewest}–{MostMonths}");
            if (string.IsNullOrWhiteSpace(period.LegalBasis) || period.LegalBasis.Length > LongestBasis || period.LegalBasis.Contains('\0', StringComparison.Ordinal))
                return Invalid($"periods[{place}].legalBasis", string.IsNullOrWhiteSpace(period.LegalBasis) ? "–" : "…");
        }
        return null;
    }

    private static Finding Invalid(string field, string value) => BorderRule.RetentionInvalid.Broken(field, ("field", field), ("value", value));
}
