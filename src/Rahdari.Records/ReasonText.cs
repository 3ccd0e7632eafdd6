using Rahdari.Documents.Findings;

namespace Rahdari.Records;

/// <summary>What a reason that a person writes must satisfy.</summary>
internal static class ReasonText
{
    private const int Longest = 1000;

    /// <summary>The rule that the reason breaks, or null.</summary>
    public static Finding? Check(string? reason, bool required)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return required ? RecordRule.ReasonRequired.Broken("reason") : null;
        return reason.Length > Longest || reason.Contains('\0', StringComparison.Ordinal)
            ? RecordRule.ReasonInvalid.Broken("reason", ("longest", $"{Longest}"))
            : null;
    }

    /// <summary>The reason as recorded: without blanks around it, null where there is none.</summary>
    public static string? Recorded(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
}
