using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Htcds;

/// <summary>What is found of one entry of a file, while it is read. Not thread-safe.</summary>
internal sealed class HtcdsPlace
{
    private readonly List<Finding> findings = [];

    /// <summary>True where something is so wrong that there is no case.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>True where no more findings are kept, so that where they are need not be sought.</summary>
    public bool IsFull => findings.Count >= HtcdsEntry.MostFindings;

    public IReadOnlyList<Finding> Findings => findings;

    public void Add(FindingRule rule, string? field, string file, long line, long column)
    {
        IsBroken |= rule.Severity >= Severity.Serious;
        if (!IsFull)
            findings.Add(rule.Found(field, file, $"{line}", $"{column}"));
    }

    /// <summary>Takes over what was found of a part of the same entry.</summary>
    public void Take(HtcdsPlace part)
    {
        IsBroken |= part.IsBroken;
        findings.AddRange(part.findings.Take(HtcdsEntry.MostFindings - findings.Count));
    }

    /// <summary>Takes a text for a field, or for what the standard does not name.</summary>
    /// <returns>The rule that it breaks, which may be one that only tells; null where there is nothing to tell.</returns>
    public static FindingRule? Take(HtcdsColumn column, string text, SortedDictionary<string, string> values, SortedDictionary<string, string> extra)
    {
        if (column.Field is not { } field)
        {
            if (text.Length > HtcdsField.LongestText)
                return HtcdsRules.TextTooLong;
            return extra.TryAdd(column.Name, text) ? HtcdsRules.FieldUnknown : HtcdsRules.FieldTwice;
        }
        if (field.Read(text, out var value) is { } broken)
            return broken;
        if (!values.TryAdd(field.Name, value!))
            return HtcdsRules.FieldTwice;
        return field.IsOddPhone(value!) ? HtcdsRules.Phone : null;
    }
}
