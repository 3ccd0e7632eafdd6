using Rahdari.Documents.Findings;

namespace Rahdari.Border.Permissions;

/// <summary>What the counter says of the ways in.</summary>
internal static class EntryFindings
{
    private static readonly HashSet<string> Codes =
    [
        .. new[]
        {
            BorderRule.PermissionEntersBy, BorderRule.PermissionNone, BorderRule.PermissionNoRules, BorderRule.PermissionRevoked, BorderRule.PermissionOtherHolder, BorderRule.PermissionNotYetValid,
            BorderRule.PermissionExpired, BorderRule.PermissionClassUnknown, BorderRule.PermissionClassNotInForce, BorderRule.PermissionOtherNationality, BorderRule.PermissionEntriesUsed,
            BorderRule.PermissionOtherDocumentKind, BorderRule.PermissionOtherPort, BorderRule.PermissionDocumentTooShort, BorderRule.PermissionLimitReached, BorderRule.VisaNotRecorded, BorderRule.PermissionOnOtherDocument,
        }.Select(rule => rule.Code),
    ];

    /// <summary>
    /// Which one is used and why the others are not; where none can be, that. What is merely not needed is told as information; that a permission was revoked or is
    /// another's is always to be asked about.
    /// </summary>
    /// <param name="options">Null where no rules of entry are in force here.</param>
    /// <param name="visaNumber">The number of a visa of this country that was presented; null where none was.</param>
    public static IEnumerable<Finding> Of(EntryOptions? options, string? visaNumber)
    {
        if (options is null)
            return [BorderRule.PermissionNoRules.Broken()];
        var found = new List<Finding>();
        if (options.Best is { } best)
        {
            found.Add(BorderRule.PermissionEntersBy.Broken(
                null, ("permission", best.Number is null ? best.Class : $"{best.Class} {best.Number}"), ("until", best.Until is { } until ? $"{until:yyyy-MM-dd}" : "–"), ("basis", best.LegalBasis)));
            if (best.OtherDocument is { } other)
                found.Add(BorderRule.PermissionOnOtherDocument.Broken(null, ("permission", $"{best.Class} {best.Number}"), ("document", other)));
            // A rule for documents of another kind is of no interest to whoever enters by one that fits.
            found.AddRange(options.All.SelectMany(option => option.Against.Where(finding => option.PermissionId is not null || finding.Code != BorderRule.PermissionOtherDocumentKind.Code))
                .Select(finding => finding.Code == BorderRule.PermissionRevoked.Code || finding.Code == BorderRule.PermissionOtherHolder.Code ? finding : finding with { Severity = Severity.Information }));
        }
        else
        {
            found.Add(BorderRule.PermissionNone.Broken());
            found.AddRange(options.All.SelectMany(option => option.Against));
        }
        if (visaNumber is not null && !options.All.Any(option => option.Number is { } number && IsSame(number, visaNumber)))
            found.Add(BorderRule.VisaNotRecorded.Broken(VisaField, ("number", visaNumber)));
        return found;
    }

    /// <summary>True of a finding that <see cref="Of"/> made.</summary>
    public static bool IsOfEntry(Finding finding) => Codes.Contains(finding.Code);

    /// <summary>Numbers as a zone carries them: without what it has no character for.</summary>
    public static bool IsSame(string number, string read) => string.Equals(AsRead(number), AsRead(read), StringComparison.Ordinal);

    internal static string AsRead(string number) => string.Concat(number.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private const string VisaField = "Visa";
}
