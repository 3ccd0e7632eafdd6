using System.Globalization;
using Rahdari.Documents.AdvanceInformation.Edifact;
using Rahdari.Documents.Findings;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>Findings with their place, at most <see cref="Most"/>: a file of nothing but faults must not fill the memory.</summary>
internal sealed class BoundedFindings
{
    public const int Most = 1000;

    private readonly List<Finding> findings = [];
    private int further;

    /// <summary>All of them; one of their own says how many more there were.</summary>
    public IReadOnlyList<Finding> Listed =>
        further == 0 ? findings : [.. findings, AdvanceRule.Further.Found(null, Text(further), Text(Most))];

    /// <summary>Adds a finding of a rule whose first two values are the segment's number and byte.</summary>
    public void Add(FindingRule rule, string? field, in EdifactSegment at, params ReadOnlySpan<string> values) =>
        Add(rule, field, at.Number, at.Position, values);

    public void Add(FindingRule rule, string? field, int segment, int position, params ReadOnlySpan<string> values)
    {
        if (Full())
            return;
        findings.Add(rule.Found(field, [Text(segment), Text(position), .. values]));
    }

    /// <summary>Adds a finding that has no place.</summary>
    public void Add(FindingRule rule, string? field, params ReadOnlySpan<string> values)
    {
        if (!Full())
            findings.Add(rule.Found(field, values));
    }

    private bool Full()
    {
        if (findings.Count < Most)
            return false;
        further++;
        return true;
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
