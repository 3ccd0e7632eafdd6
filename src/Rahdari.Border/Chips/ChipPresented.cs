using Rahdari.Documents.Chips;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;

namespace Rahdari.Border.Chips;

/// <summary>What a counter's reader read of the chip of the document that lies there.</summary>
/// <param name="Files">The files by their standard names (<c>EF.DG1</c>), as the chip gave them.</param>
/// <param name="Access">How the chip was opened; null where it did not open, or stands open.</param>
/// <param name="Proof">By what it proved to be the original.</param>
/// <param name="IsComplete">True where all was read.</param>
/// <param name="Findings">What was found in reading.</param>
public sealed record ChipPresented(IReadOnlyDictionary<string, byte[]> Files, string? Access, ChipProof Proof, bool IsComplete, IReadOnlyList<Finding> Findings)
{
    /// <summary>The largest chip that is taken: octets of all its files.</summary>
    public const int LargestChip = 1 << 20;

    private const int LongestEvidence = 200;

    private static readonly Dictionary<string, ElementaryFile> Named =
        new[] { ElementaryFile.CardAccess, ElementaryFile.CardSecurity, ElementaryFile.Common, ElementaryFile.Security }.Concat(ElementaryFile.Groups).ToDictionary(file => file.Name, StringComparer.Ordinal);

    private static readonly Dictionary<string, FindingRule> Rules = ChipRule.All.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>From a reading at this machine.</summary>
    public static ChipPresented Of(ChipReading reading) =>
        new(reading.Files.ToDictionary(file => file.Key.Name, file => file.Value.ToArray()), reading.Access, reading.Proof, reading.IsComplete, reading.Findings);

    /// <summary>The files, where each has a standard name and all fit; otherwise the rule that is broken.</summary>
    internal Answer<IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>>> Checked()
    {
        // A body may hold null where a value is due.
        if (Files.FirstOrDefault(file => file.Value is null || !Named.ContainsKey(file.Key)).Key is { } unknown)
            return BorderRule.ChipFileUnknown.Broken("files", ("file", unknown.Length > LongestEvidence ? unknown[..LongestEvidence] : unknown));
        if (Files.Values.Sum(bytes => (long)bytes.Length) is > LargestChip and var octets)
            return BorderRule.ChipTooLarge.Broken("files", ("bytes", $"{octets}"), ("largest", $"{LargestChip}"));
        if (Access?.Length > LongestEvidence)
            return BorderRule.ChipFileUnknown.Broken("access", ("file", "access"));
        return new Answer<IReadOnlyDictionary<ElementaryFile, ReadOnlyMemory<byte>>>(Files.ToDictionary(file => Named[file.Key], file => (ReadOnlyMemory<byte>)file.Value));
    }

    /// <summary>The findings as their rules weigh them: a reader says what it found, not what that is worth. What is of no rule is left out.</summary>
    internal IEnumerable<Finding> Weighed() => Findings.Select(Weigh).OfType<Finding>().DistinctBy(finding => (finding.Code, finding.Field));

    private static Finding? Weigh(Finding? finding)
    {
        if (finding?.Code is null || finding.Evidence is null || !Rules.TryGetValue(finding.Code, out var rule))
            return null;
        var evidence = new (string Name, string Value)[rule.Evidence.Length];
        for (var i = 0; i < evidence.Length; i++)
        {
            if (!finding.Evidence.TryGetValue(rule.Evidence[i], out var value) || value is null || value.Length > LongestEvidence)
                return null;
            evidence[i] = (rule.Evidence[i], value);
        }
        return Finding.Of(rule.Code, rule.Severity, finding.Field?.Length > LongestEvidence ? null : finding.Field, evidence);
    }
}
