using Rahdari.Documents.Findings;

namespace Rahdari.Documents.Chips;

/// <summary>What can be found while a chip is opened and read.</summary>
public static class ChipRule
{
#pragma warning disable CS1591 // The code names the rule; its sentence is in the resources.
    public static readonly FindingRule AccessRefused = new("CHIP_ACCESS_REFUSED", Severity.Serious, "Doc 9303-11 §4.3, §4.4", "protocol", "status");
    public static readonly FindingRule PaceFailed = new("CHIP_PACE_FAILED", Severity.Warning, "Doc 9303-11 §4.2", "protocol", "step");
    public static readonly FindingRule PaceUnknown = new("CHIP_PACE_UNKNOWN", Severity.Information, "Doc 9303-11 §9.2.1");
    public static readonly FindingRule AccessAbsent = new("CHIP_WITHOUT_ACCESS_CONTROL", Severity.Information, "Doc 9303-11 §4.2");
    public static readonly FindingRule ApplicationAbsent = new("CHIP_APPLICATION_ABSENT", Severity.Serious, "Doc 9303-10 §3.11.1", "status");
    public static readonly FindingRule MessagingBroken = new("CHIP_MESSAGING_BROKEN", Severity.Critical, "Doc 9303-11 §9.8", "step");
    public static readonly FindingRule Removed = new("CHIP_REMOVED", Severity.Warning, "ISO/IEC 7816-4 §5", "step");
    public static readonly FindingRule FileRefused = new("CHIP_FILE_REFUSED", Severity.Warning, "Doc 9303-10 §3.6", "file", "status");
    public static readonly FindingRule FileLength = new("CHIP_FILE_LENGTH", Severity.Serious, "ISO/IEC 7816-4 §8.1; bound of this library", "file", "stated", "read");
    public static readonly FindingRule OriginalityUnproven = new("CHIP_ORIGINALITY_NOT_PROVEN", Severity.Information, "Doc 9303-11 §6: optional");
    public static readonly FindingRule ChipAuthenticationFailed = new("CHIP_AUTHENTICATION_FAILED", Severity.Critical, "Doc 9303-11 §6.2", "protocol");
    public static readonly FindingRule ActiveAuthenticationFailed = new("CHIP_ACTIVE_AUTHENTICATION_FAILED", Severity.Critical, "Doc 9303-11 §6.1");
    public static readonly FindingRule KeyUnreadable = new("CHIP_KEY_UNREADABLE", Severity.Serious, "Doc 9303-11 §6.1, §9.2.6", "file");
    public static readonly FindingRule AccessDowngraded = new("CHIP_ACCESS_DOWNGRADED", Severity.Serious, "Doc 9303-11 §9.2.11: EF.DG14 repeats what EF.CardAccess announces", "signed");
#pragma warning restore CS1591

    /// <summary>True of a finding after which nothing more was read: what is absent then need not be absent from the chip.</summary>
    internal static bool BreaksOff(Finding finding) => new[] { AccessRefused, ApplicationAbsent, MessagingBroken, Removed }.Any(rule => rule.Code == finding.Code);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        AccessRefused, PaceFailed, PaceUnknown, AccessAbsent, ApplicationAbsent, MessagingBroken, Removed, FileRefused, FileLength, OriginalityUnproven,
        ChipAuthenticationFailed, ActiveAuthenticationFailed, KeyUnreadable, AccessDowngraded,
    ];
}
