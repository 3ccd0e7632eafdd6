using System.Text.RegularExpressions;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Permissions;

/// <summary>What rules of entry must satisfy.</summary>
internal static partial class EntryRulesCheck
{
    private const int MostClasses = 1000;
    private const int MostItems = 400;
    private const int LongestTitle = 100;
    private const int LongestBasis = 500;

    /// <summary>The first rule that the classes break, by class and field, or null.</summary>
    public static Finding? Problem(IReadOnlyList<PermissionClass>? classes)
    {
        if (classes is null || classes.Count > MostClasses)
            return Invalid("classes", $"{classes?.Count} > {MostClasses}");
        foreach (var (place, rules) in classes.Index())
        {
            if (rules is null)
                return Invalid($"classes[{place}]", "null"); // JSON may say so of an item, whatever the type says.
            if (Wrong(rules) is { } wrong)
                return Invalid($"classes[{place}].{wrong.Field}", wrong.Value);
            if (classes.Take(place).FirstOrDefault(other => other.Code == rules.Code && Meet(other, rules)) is not null)
                return Invalid($"classes[{place}].from", $"{rules.Code} {rules.From:yyyy-MM-dd}");
        }
        return null;
    }

    private static (string Field, string Value)? Wrong(PermissionClass rules)
    {
        if (rules.Code is null || !ClassCode().IsMatch(rules.Code))
            return ("code", rules.Code ?? "null");
        if (!Enum.IsDefined(rules.Kind))
            return ("kind", $"{rules.Kind}");
        if (string.IsNullOrWhiteSpace(rules.Title) || rules.Title.Length > LongestTitle)
            return ("title", rules.Title ?? "null");
        if (rules.TitleUrdu?.Length > LongestTitle)
            return ("titleUrdu", rules.TitleUrdu);
        if (rules.Kind is PermissionKind.VisaFree or PermissionKind.OnArrival && rules.Issued)
            return ("issued", "true");
        if (rules.Kind is PermissionKind.Visa or PermissionKind.Residence && !rules.Issued)
            return ("issued", "false");
        if (List("nationalities", rules.Nationalities, State()) is { } nationalities)
            return nationalities;
        if (List("exceptNationalities", rules.ExceptNationalities, State()) is { } except)
            return except;
        if (List("documents", rules.Documents, DocumentCode()) is { } documents)
            return documents;
        if (List("ports", rules.Ports, SiteRules.Port()) is { } ports)
            return ports;
        if (rules.Entries is < 1 or > 1000)
            return ("entries", $"{rules.Entries}");
        if (rules.StayDays is < 1 or > RollingLimit.MostDays)
            return ("stayDays", $"{rules.StayDays}");
        if (rules.LimitWindow is < 1 or > RollingLimit.MostDays || (rules.LimitWindow is null) != (rules.LimitDays is null))
            return ("limitWindow", $"{rules.LimitWindow}");
        if (rules.LimitDays is < 1 || rules.LimitDays > rules.LimitWindow)
            return ("limitDays", $"{rules.LimitDays}");
        if (rules.DocumentDays is < 0 or > RollingLimit.MostDays)
            return ("documentDays", $"{rules.DocumentDays}");
        if (string.IsNullOrWhiteSpace(rules.LegalBasis) || rules.LegalBasis.Length > LongestBasis)
            return ("legalBasis", rules.LegalBasis ?? "null");
        return rules.Until < rules.From ? ("until", $"{rules.Until:yyyy-MM-dd}") : null;
    }

    private static (string Field, string Value)? List(string field, IReadOnlyList<string>? items, Regex form)
    {
        if (items is null || items.Count > MostItems)
            return (field, $"{items?.Count}");
        foreach (var (place, item) in items.Index())
        {
            if (item is null || !form.IsMatch(item))
                return ($"{field}[{place}]", item ?? "null");
        }
        return null;
    }

    private static bool Meet(PermissionClass one, PermissionClass other) => !(one.Until < other.From) && !(other.Until < one.From);

    private static Finding Invalid(string field, string value) => BorderRule.EntryRulesInvalid.Broken(field, ("field", field), ("value", value));

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{0,30}[A-Z0-9]\z")]
    internal static partial Regex ClassCode();

    [GeneratedRegex(@"^[A-Z]{1,3}\z")]
    internal static partial Regex State();

    [GeneratedRegex(@"^[A-Z]{1,2}\z")]
    private static partial Regex DocumentCode();
}
