using System.Text.RegularExpressions;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Permissions;

/// <summary>What a permission or an extension that an authority tells of must satisfy.</summary>
internal static partial class PermissionCheck
{
    private const int LongestAuthority = 100;
    private const int LongestName = 100;
    private const int LongestBasis = 500;
    private const int MostPorts = 400;
    private const int LongestShown = 100;

    /// <summary>The first rule that the permission breaks, by field, or null.</summary>
    public static Finding? Problem(IssuedPermission issued)
    {
        if (!IsText(issued.Authority, LongestAuthority))
            return Invalid("authority", issued.Authority);
        if (issued.Number is null || !Number().IsMatch(issued.Number.Trim()))
            return Invalid("number", issued.Number);
        if (issued.Class is null || !EntryRulesCheck.ClassCode().IsMatch(issued.Class))
            return Invalid("class", issued.Class);
        if (Document(issued.IssuingState, issued.DocumentNumber) is { } document)
            return document;
        if (issued.Nationality is null || !EntryRulesCheck.State().IsMatch(issued.Nationality))
            return Invalid("nationality", issued.Nationality);
        // Only what a zone can carry is ever read from one (Doc 9303-3 §4.6): MUELLER, not MÜLLER, whose holder would be taken for somebody else.
        if (issued.PrimaryIdentifier is null || !IsName(issued.PrimaryIdentifier))
            return Invalid("primaryIdentifier", issued.PrimaryIdentifier);
        if (issued.SecondaryIdentifier is null || (issued.SecondaryIdentifier.Trim().Length > 0 && !IsName(issued.SecondaryIdentifier)))
            return Invalid("secondaryIdentifier", issued.SecondaryIdentifier);
        if (issued.ValidUntil < issued.ValidFrom)
            return Invalid("validUntil", $"{issued.ValidUntil:yyyy-MM-dd}");
        if (issued.Entries is < 1 or > 1000)
            return Invalid("entries", $"{issued.Entries}");
        if (issued.StayDays is < 1 or > RollingLimit.MostDays)
            return Invalid("stayDays", $"{issued.StayDays}");
        if (issued.Ports is { } ports && (ports.Count > MostPorts || ports.Any(port => port is null || !SiteRules.IsPort(port))))
            return Invalid("ports", string.Join(", ", ports.Take(5)));
        return null;
    }

    /// <summary>The first rule that the extension breaks, by field, or null.</summary>
    public static Finding? Problem(GrantedExtension granted)
    {
        if (!IsText(granted.Authority, LongestAuthority))
            return Invalid("authority", granted.Authority);
        if (granted.Reference is null || !Number().IsMatch(granted.Reference.Trim()))
            return Invalid("reference", granted.Reference);
        if (Document(granted.IssuingState, granted.DocumentNumber) is { } document)
            return document;
        if (granted.Until < granted.DecidedOn || granted.Until.DayNumber - granted.DecidedOn.DayNumber > RollingLimit.MostDays)
            return Invalid("until", $"{granted.Until:yyyy-MM-dd}");
        return IsText(granted.LegalBasis, LongestBasis) ? null : Invalid("legalBasis", granted.LegalBasis);
    }

    private static Finding? Document(string? state, string? number)
    {
        if (state is null || !EntryRulesCheck.State().IsMatch(state))
            return Invalid("issuingState", state);
        return number is null || !DocumentNumber().IsMatch(number) ? Invalid("documentNumber", number) : null;
    }

    private static bool IsText(string? text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);

    private static bool IsName(string text) => text.Length <= LongestName && ZoneName().IsMatch(text.Trim());

    // A value may be as long as a line of a file: it is told as far as somebody reads.
    private static Finding Invalid(string field, string? value) =>
        BorderRule.PermissionInvalid.Broken(field, ("field", field), ("value", value is null ? "null" : value.Length > LongestShown ? $"{value[..LongestShown]}…" : value));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z '-]*\z")]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"^(?=.*[A-Za-z0-9])[A-Za-z0-9 ./-]{1,40}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-Z0-9]{1,20}\z")]
    private static partial Regex DocumentNumber();
}
