using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.States;

namespace Rahdari.Documents.Inspection;

/// <summary>What kind of document it is, by its code and format.</summary>
internal static class KindInspection
{
    private const string Field = nameof(MrzFields.DocumentCode);

    public static IEnumerable<Finding> Of(MrzFields fields)
    {
        var code = fields.DocumentCode;
        if (fields.Format > MrzFormat.MRVB)
        {
            if (fields.Format != MrzFormat.FrenchIdentityCard)
                yield return DocumentRules.NotForTravel.Found(Field, fields.Format.ToString());
            if (fields.Format == MrzFormat.SwissDrivingLicence)
                yield return DocumentRules.NoCheckDigits.Found(Field, fields.Format.ToString());
            yield break;
        }
        if (!IsOf(fields.Format, code))
        {
            yield return FindingCatalogue.DocumentCode.Found(Field, code, fields.Format.ToString());
            yield break;
        }
        if (DocumentCodes.IssuedBy(fields.IssuingState, fields.Format) is { Count: > 0 } issued && !issued.Contains(code))
            yield return DocumentRules.CodeNotIssued.Found(Field, code, fields.IssuingState, string.Join(", ", issued));
        if (fields.Format != MrzFormat.TD3)
            yield break;
        var kind = DocumentCodes.KindOfPassport(code);
        switch (kind)
        {
            case null:
                yield return DocumentRules.CodeUnusual.Found(Field, code);
                break;
            case "diplomatic" or "official" or "service":
                yield return DocumentRules.Privileged.Found(Field, kind);
                break;
            case "emergency":
                yield return DocumentRules.Emergency.Found(Field, code);
                break;
        }
    }

    /// <summary>
    /// The first letter tells the kind (Doc 9303 parts 4 to 7): P passport; A, C, I other official documents, of which none has V
    /// second and no TD1 is AI; V visas. P in TD2 size is a travel document of one sheet (part 8).
    /// </summary>
    private static bool IsOf(MrzFormat format, string code)
    {
        var (first, never) = format switch
        {
            MrzFormat.TD3 => ("P", ""),
            MrzFormat.TD2 => ("ACIP", "AV CV IV"),
            MrzFormat.TD1 => ("ACI", "AV CV IV AI"),
            _ => ("V", ""),
        };
        return code.Length > 0 && first.Contains(code[0], StringComparison.Ordinal) && !(code.Length == 2 && never.Contains(code, StringComparison.Ordinal));
    }
}
