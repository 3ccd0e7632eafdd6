using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>Who issued, and whose national the holder is (Doc 9303-3 §5).</summary>
internal static class StateInspection
{
    public static IEnumerable<Finding> Of(MrzFields fields, string? printedName, bool inService) =>
        Issuer(fields, printedName).Concat(Specimen(fields, inService)).Concat(Nationality(fields)).Concat(Together(fields));

    private static IEnumerable<Finding> Issuer(MrzFields fields, string? printedName)
    {
        const string Field = nameof(fields.IssuingState);
        var code = fields.IssuingState;
        if (InventedIssuers.Find(code, printedName) is { } invented)
        {
            var rule = invented.Kind switch
            {
                InventedIssuerKind.Fantasy => DocumentRules.Fantasy,
                InventedIssuerKind.Camouflage => DocumentRules.Camouflage,
                _ => DocumentRules.Unrecognised,
            };
            yield return rule.Found(Field, invented.Name);
        }
        else if (FormerStates.Find(code) is { } former)
        {
            yield return DocumentRules.StateFormer.Found(Field, code, former.Name, $"{former.LastDay:yyyy-MM-dd}");
        }
        else if (IssuingStates.Find(code) is not { Issues: true } state)
        {
            yield return Unknown(code, Field, FindingCatalogue.IssuingState);
        }
        else if (state.IsOrganization)
        {
            yield return DocumentRules.OrganizationIssuer.Found(Field, state.Name);
        }
    }

    private static IEnumerable<Finding> Specimen(MrzFields fields, bool inService)
    {
        // Doc 9303-3 §5, part G: a State's own specimens name Utopia as the nationality.
        var field = fields.IssuingState == IssuingStates.Utopia ? nameof(fields.IssuingState) : fields.Nationality == IssuingStates.Utopia ? nameof(fields.Nationality) : null;
        if (field is not null)
            yield return (inService ? DocumentRules.SpecimenInService : FindingCatalogue.SpecimenState).Found(field, IssuingStates.Utopia);
    }

    private static IEnumerable<Finding> Nationality(MrzFields fields)
    {
        const string Field = nameof(fields.Nationality);
        var code = fields.Nationality;
        if (ZonePlace.Of(fields.Format, Field) is null)
            yield break;
        if (FormerStates.Find(code) is { } former)
            yield return DocumentRules.NationalityFormer.Found(Field, code, former.Name, $"{former.LastDay:yyyy-MM-dd}");
        else if (IssuingStates.Find(code) is not { } nationality)
            yield return Unknown(code, Field, FindingCatalogue.Nationality);
        else if (code == "XXA")
            yield return DocumentRules.Stateless.Found(Field, code);
        else if (code is "XXB" or "XXC")
            yield return DocumentRules.Refugee.Found(Field, code);
        else if (code == "XXX")
            yield return DocumentRules.NationalityUnstated.Found(Field, code);
        else if (nationality.IsOrganization && IssuingStates.Find(fields.IssuingState) is { IsOrganization: false })
            yield return DocumentRules.OrganizationNational.Found(Field, code, fields.IssuingState);
    }

    private static IEnumerable<Finding> Together(MrzFields fields)
    {
        // A visa is issued by another State than the holder's; an organization has no nationals.
        var issuer = IssuingStates.ToIso3166Alpha3(fields.IssuingState);
        var nationality = IssuingStates.ToIso3166Alpha3(fields.Nationality);
        if (fields.Format is MrzFormat.MRVA or MrzFormat.MRVB || issuer is null || nationality is null)
            yield break;
        if (issuer != nationality)
            yield return FindingCatalogue.NationalityDiffers.Found("Nationality", fields.Nationality, fields.IssuingState);
        else if (fields.Format == MrzFormat.TD3 && DocumentCodes.KindOfPassport(fields.DocumentCode) is "refugee" or "alien")
            yield return DocumentRules.RefugeeNational.Found("Nationality", fields.DocumentCode, fields.IssuingState);
    }

    /// <summary>A code of ISO 3166-1 where the standard has another (DEU for D) betrays a forger; any other is unknown.</summary>
    private static Finding Unknown(string code, string field, FindingRule unknown) =>
        IssuingStates.All.FirstOrDefault(state => state.Iso3166Alpha3 == code) is { } state && code.Length > 0
            ? DocumentRules.StateCodeForm.Found(field, code, state.Code)
            : unknown.Found(field, code);
}
