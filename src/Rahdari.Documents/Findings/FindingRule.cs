namespace Rahdari.Documents.Findings;

/// <summary>A rule that a document can break.</summary>
/// <param name="Code">The stable code; its sentences stand in the resources under it.</param>
/// <param name="Severity">How much breaking it weighs.</param>
/// <param name="Source">The clause of the standard, or where else the rule comes from.</param>
/// <param name="Evidence">The names of the evidence that a finding of this rule carries.</param>
public sealed record FindingRule(string Code, Severity Severity, string Source, params string[] Evidence)
{
    /// <summary>A finding of this rule; the values in the order of <see cref="Evidence"/>.</summary>
    public Finding Found(string? field, params ReadOnlySpan<string> values)
    {
        if (values.Length != Evidence.Length)
            throw new ArgumentException($"{Code} takes {Evidence.Length} values.", nameof(values));
        var evidence = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i++)
            evidence[Evidence[i]] = values[i];
        return new Finding(Code, Severity, field, evidence);
    }
}
