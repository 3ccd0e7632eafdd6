using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;

namespace Rahdari.Documents.Seals;

/// <summary>Holds a seal for non-constrained environments against the travel document of who shows it. Pure and thread-safe.</summary>
public static class NcSealInspection
{
    /// <summary>Every difference; none where the seal says nothing of the document, or the same.</summary>
    public static IReadOnlyList<Finding> Compare(NcSeal seal, MrzFields document)
    {
        var findings = new List<Finding>();
        foreach (var (field, said) in NcKinds.Repeated(seal))
        {
            var (zone, same) = field switch
            {
                "Name" => (NameOf(document), IsSameName(said, document)),
                nameof(MrzFields.DateOfBirth) => ($"{document.DateOfBirth}", said == $"{document.DateOfBirth}"),
                nameof(MrzFields.Sex) => (Letter(document.Sex), said == Letter(document.Sex)),
                _ => (document.DocumentNumber, said.Replace("<", "", StringComparison.Ordinal) == document.DocumentNumber),
            };
            if (!same)
                findings.Add(SealRules.FieldDiffers.Found(field, said, zone.Length == 0 ? "–" : zone));
        }
        return findings;
    }

    /// <summary>Surname and given names are two blanks apart, or one where the issuer tells them apart no further; 39 characters at most.</summary>
    private static bool IsSameName(string said, MrzFields document)
    {
        const int longest = 39;
        var mayBeTruncated = said.Length >= longest || document.NameMayBeTruncated;
        var comparison = said.Split("  ", 2) is [var primary, var secondary]
            ? NameComparison.Of(primary, secondary, document.PrimaryIdentifier, document.SecondaryIdentifier, mayBeTruncated)
            : NameComparison.Of(said, "", NameOf(document), "", mayBeTruncated);
        return comparison.Agreement != NameAgreement.Different;
    }

    private static string NameOf(MrzFields fields) => $"{fields.PrimaryIdentifier} {fields.SecondaryIdentifier}".Trim();

    private static string Letter(Sex sex) => sex switch { Sex.Male => "M", Sex.Female => "F", _ => "X" };
}
