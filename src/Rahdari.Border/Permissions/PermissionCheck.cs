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
        // A name without a letter would agree with everybody's.
        if (!IsText(issued.PrimaryIdentifier, LongestName) || !issued.PrimaryIdentifier.Any(char.IsLetter))
            return Invalid("primaryIdentifier", issued.PrimaryIdentifier);
        if (issued.SecondaryIdentifier is null || issued.SecondaryIdentifier.Length > LongestName || issued.SecondaryIdentifier.Any(char.IsControl))
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

    private static Finding Invalid(string field, string? value) => BorderRule.PermissionInvalid.Broken(field, ("field", field), ("value", value ?? "null"));

    [GeneratedRegex(@"^(?=.*[A-Za-z0-9])[A-Za-z0-9 ./-]{1,40}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[A-Z0-9]{1,20}\z")]
    private static partial Regex DocumentNumber();
}
