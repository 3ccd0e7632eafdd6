using System.Collections.Frozen;
using Rahdari.Dates;
using Rahdari.Documents.Findings;
using Rahdari.Documents.States;

namespace Rahdari.Documents.AdvanceInformation;

/// <summary>Judges a traveller whom a carrier announced: what is missing, unknown, impossible or expired on the day of travel.</summary>
internal static class TravellerInspection
{
    // Messages carry the code of the zone (D) or that of ISO 3166 (DEU).
    private static readonly FrozenSet<string> Countries =
        IssuingStates.All.Where(s => s.Iso3166Alpha3 is not null).Select(s => s.Iso3166Alpha3!).ToFrozenSet(StringComparer.Ordinal);

    public static void Inspect(AdvanceTraveller traveller, DateOnly today, DateOnly travels, bool needsDocument, BoundedFindings findings)
    {
        void Found(FindingRule rule, string field, params ReadOnlySpan<string> values) =>
            findings.Add(rule, field, traveller.Segment, traveller.Position, values);

        if (traveller.Surname.Length == 0 && traveller.GivenNames.Length == 0)
            Found(AdvanceRule.NameMissing, "Name");
        if (needsDocument && traveller.DateOfBirth.IsUnknown)
            Found(AdvanceRule.BirthMissing, "DateOfBirth");
        else if (traveller.DateOfBirth.Earliest() is { } birth && birth > today)
            Found(AdvanceRule.BirthAfterToday, "DateOfBirth", traveller.DateOfBirth.ToString());
        if (traveller.Nationality.Length > 0 && !IsKnown(traveller.Nationality, issues: false))
            Found(AdvanceRule.NationalityUnknown, "Nationality", traveller.Nationality);
        else if (needsDocument && traveller.Nationality.Length == 0)
            Found(AdvanceRule.NationalityMissing, "Nationality");
        if (needsDocument && traveller.Documents.Count == 0)
            Found(AdvanceRule.DocumentMissing, "Document");
        foreach (var document in traveller.Documents)
            Inspect(document, travels, findings);
    }

    private static void Inspect(AdvanceDocument document, DateOnly travels, BoundedFindings findings)
    {
        void Found(FindingRule rule, string field, params ReadOnlySpan<string> values) =>
            findings.Add(rule, field, document.Segment, document.Position, values);

        if (document.Number.Length == 0)
            Found(AdvanceRule.NumberMissing, "DocumentNumber");
        if (document.IssuingState.Length > 0 && !IsKnown(document.IssuingState, issues: true))
            Found(AdvanceRule.StateUnknown, "IssuingState", document.IssuingState);
        // A visa is told by its number; State and expiry are asked of what the holder travels on (guide, DOC).
        var passport = document.Type.StartsWith('P');
        if (passport && document.IssuingState.Length == 0)
            Found(AdvanceRule.StateMissing, "IssuingState");
        if (passport && document.Expiry.IsUnknown)
            Found(AdvanceRule.ExpiryMissing, "DateOfExpiry");
        else if (document.Expiry.Latest() is { } expiry && expiry < travels)
            Found(AdvanceRule.Expired, "DateOfExpiry", document.Expiry.ToString(), PartialDate.From(travels).ToString());
    }

    private static bool IsKnown(string code, bool issues) =>
        Countries.Contains(code) || (IssuingStates.Find(code) is { } state && (state.Issues || !issues));
}
