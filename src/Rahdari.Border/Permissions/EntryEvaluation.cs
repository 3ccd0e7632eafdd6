using Rahdari.Border.Stays;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Permissions;

/// <summary>
/// Which of the ways in that a traveller has may be used today, what each allows, and what speaks against the others. Pure: the same question has the same answer.
/// </summary>
internal static class EntryEvaluation
{
    /// <summary>Every option: what the nationality is allowed by rule, and what was issued to the traveller.</summary>
    public static EntryOptions Of(EntryQuestion question, Func<DateTimeOffset, DateOnly> day)
    {
        var byRule = question.Rules.Classes.Where(c => !c.Issued && c.IsInForce(question.Today) && Concerns(c, question.Document)).Select(c => ByRule(c, question, day));
        var held = question.Held.Select(h => Held(h, question, day));
        return new EntryOptions(question.Rules.Number, [.. byRule.Concat(held)
            .OrderByDescending(option => option.IsUsable)
            .ThenByDescending(option => option.Until ?? (option.IsUsable ? DateOnly.MaxValue : DateOnly.MinValue))
            .ThenBy(option => option.Kind)
            .ThenBy(option => option.Key, StringComparer.Ordinal)]);
    }

    /// <summary>What is for everybody's documents of another kind, as for crews' certificates, is not told to whoever has none.</summary>
    private static bool Concerns(PermissionClass rules, MrzFields document) => rules.IsFor(document.Nationality) && (rules.Nationalities.Count > 0 || IsOfKind(rules, document));

    private static bool IsOfKind(PermissionClass rules, MrzFields document) =>
        rules.Documents.Count == 0 || rules.Documents.Any(code => document.DocumentCode.StartsWith(code, StringComparison.Ordinal));

    private static EntryOption ByRule(PermissionClass rules, EntryQuestion question, Func<DateTimeOffset, DateOnly> day)
    {
        var (against, until) = Judge(rules, rules.Code, rules.Ports, rules.StayDays, null, question, day);
        return Option(rules.Code, rules, null, until, null, against);
    }

    private static EntryOption Held(HeldPermission held, EntryQuestion question, Func<DateTimeOffset, DateOnly> day)
    {
        var (permission, today) = (held.Permission, question.Today);
        var name = $"{permission.Class} {permission.Number}";
        var against = new List<Finding>();
        if (permission.RevokedAt is { } revoked)
        {
            var finding = BorderRule.PermissionRevoked.Broken(null, ("permission", name), ("day", $"{day(revoked):yyyy-MM-dd}"));
            against.Add(today > permission.ValidUntil ? finding with { Severity = Severity.Information } : finding); // It would be of no use any more.
        }
        if (!IsHolder(permission, question.Document))
        {
            // What ended, or another document of the traveller led to, is nothing that somebody tries to enter by.
            var finding = BorderRule.PermissionOtherHolder.Broken(null, ("permission", name));
            against.Add(held.IsPresented && today <= permission.ValidUntil ? finding : finding with { Severity = Severity.Information });
        }
        if (today < permission.ValidFrom)
            against.Add(BorderRule.PermissionNotYetValid.Broken(null, ("permission", name), ("from", $"{permission.ValidFrom:yyyy-MM-dd}")));
        if (today > permission.ValidUntil)
            against.Add(BorderRule.PermissionExpired.Broken(null, ("permission", name), ("until", $"{permission.ValidUntil:yyyy-MM-dd}")));
        // A class that ended lets nobody be issued another; what was issued under it stays valid: as the class read on its first day, where it does not read otherwise today.
        var rules = question.Rules.Find(permission.Class, today);
        if (rules is not null && !rules.IsInForce(today))
            rules = question.Rules.Find(permission.Class, permission.ValidFrom);
        if (rules is null)
        {
            against.Add(BorderRule.PermissionClassUnknown.Broken(null, ("permission", name)));
            return Option(Key(permission), Unknown(permission), permission, null, null, against) with { OtherDocument = OtherDocument(permission, question.Document) };
        }
        if (!rules.IsInForce(permission.ValidFrom) && !rules.IsInForce(today))
            against.Add(BorderRule.PermissionClassNotInForce.Broken(null, ("permission", name), ("from", $"{rules.From:yyyy-MM-dd}"), ("until", rules.Until is { } ended ? $"{ended:yyyy-MM-dd}" : "–")));
        if (permission.Nationality != question.Document.Nationality || !rules.IsFor(question.Document.Nationality))
            against.Add(BorderRule.PermissionOtherNationality.Broken(null, ("permission", name), ("nationality", question.Document.Nationality)));
        var entries = permission.Entries ?? rules.Entries;
        if (entries <= held.EntriesUsed)
            against.Add(BorderRule.PermissionEntriesUsed.Broken(null, ("permission", name), ("entries", $"{entries}")));
        var ports = permission.Ports.Count > 0 ? permission.Ports : rules.Ports;
        var (ofRules, until) = Judge(rules, name, ports, permission.StayDays ?? rules.StayDays, permission.ValidUntil, question, day);
        against.AddRange(ofRules);
        return Option(Key(permission), rules, permission, until, entries is { } most ? Math.Max(0, most - held.EntriesUsed) : null, against) with { OtherDocument = OtherDocument(permission, question.Document) };
    }

    /// <summary>What the class itself asks, and the last day that it allows.</summary>
    private static (List<Finding> Against, DateOnly? Until) Judge(
        PermissionClass rules, string name, IReadOnlyList<string> ports, int? stayDays, DateOnly? validUntil, EntryQuestion question, Func<DateTimeOffset, DateOnly> day)
    {
        var (document, today) = (question.Document, question.Today);
        var against = new List<Finding>();
        if (!IsOfKind(rules, document))
            against.Add(BorderRule.PermissionOtherDocumentKind.Broken(null, ("permission", name), ("code", document.DocumentCode)));
        if (ports.Count > 0 && !ports.Contains(question.Port))
            against.Add(BorderRule.PermissionOtherPort.Broken(null, ("permission", name), ("ports", string.Join(", ", ports))));
        var expires = document.DateOfExpiry.Latest();
        // Where the class asks for no days beyond, still for that of entry: nobody is let in until a day that is past.
        if (expires is { } expiry && today.AddDays(rules.DocumentDays) is var needed && expiry < needed)
            against.Add(BorderRule.PermissionDocumentTooShort.Broken(null, ("permission", name), ("needed", $"{needed:yyyy-MM-dd}"), ("until", $"{expiry:yyyy-MM-dd}")));

        DateOnly? until = stayDays is { } days ? today.AddDays(days - 1) : null;
        // Where the class sets no days but a limit, the limit is the longest.
        if (until is null && rules.LimitDays is { } allowed)
            until = today.AddDays(allowed - 1);
        if (rules.StaysWithinValidity && validUntil is { } end && (until is null || end < until))
            until = end;
        // Nobody may stay longer than the document that takes them home is valid.
        if (until is not null && expires is { } last && last < until)
            until = last;
        // What has ended leaves no day to be counted, whatever the limit.
        if (rules is { LimitDays: { } limit, LimitWindow: { } window } && !(until < today))
        {
            var inside = RollingLimit.Inside(question.Stays.Where(stay => !IsResidence(stay, question.Rules, today)), today, day);
            var lastDay = RollingLimit.LastDay(inside, today, limit, window, until!.Value);
            if (lastDay is null)
                against.Add(BorderRule.PermissionLimitReached.Broken(
                    null, ("permission", name), ("limit", $"{limit}"), ("window", $"{window}"), ("from", $"{RollingLimit.NextDay(inside, today, limit, window):yyyy-MM-dd}")));
            else
                until = lastDay;
        }
        return (against, until);
    }

    // Days of residence are not days of a visit.
    private static bool IsResidence(RecordedStay stay, EntryRules rules, DateOnly today) =>
        stay.EnteredBy is { } key && rules.Find(key.Split('/')[0], today) is { Kind: PermissionKind.Residence };

    /// <summary>
    /// A date of birth that agrees as far as both are known, and a part of the name in common: the same two things by which a document is known to have changed hands.
    /// With another document than the one to which it is bound, where the number of a visa alone led to it, a whole date of birth and the whole of the shorter name.
    /// </summary>
    private static bool IsHolder(Permission permission, MrzFields document)
    {
        if (!permission.DateOfBirth.IsCompatibleWith(document.DateOfBirth))
            return false;
        var issued = Parts(permission.PrimaryIdentifier, permission.SecondaryIdentifier);
        var read = Parts(document.PrimaryIdentifier, document.SecondaryIdentifier);
        var common = issued.Count(read.Contains);
        if (permission.IssuingState == document.IssuingState && permission.DocumentNumber == document.DocumentNumber)
            return read.Count == 0 || common > 0;
        return permission.DateOfBirth.ToDateOnly() is not null && document.DateOfBirth.ToDateOnly() is not null && common > 0 && common == Math.Min(issued.Count, read.Count);
    }

    private static string? OtherDocument(Permission permission, MrzFields document) =>
        permission.IssuingState == document.IssuingState && permission.DocumentNumber == document.DocumentNumber ? null : $"{permission.IssuingState} {permission.DocumentNumber}";

    private static HashSet<string> Parts(string surname, string given) =>
        $"{surname} {given}".Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string Key(Permission permission) => $"{permission.Class}/{permission.Number}";

    private static PermissionClass Unknown(Permission permission) =>
        new() { Code = permission.Class, Kind = PermissionKind.Visa, Title = permission.Class, LegalBasis = "", From = permission.ValidFrom };

    private static EntryOption Option(string key, PermissionClass rules, Permission? permission, DateOnly? until, int? entriesLeft, List<Finding> against) => new()
    {
        Key = key,
        PermissionId = permission?.Id,
        Class = rules.Code,
        Kind = rules.Kind,
        Title = rules.Title,
        TitleUrdu = rules.TitleUrdu,
        Number = permission?.Number,
        Authority = permission?.Authority,
        LegalBasis = rules.LegalBasis,
        Until = against.Count == 0 ? until : null,
        EntriesLeft = entriesLeft,
        Against = against,
    };
}
