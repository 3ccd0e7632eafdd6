using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;

namespace Rahdari.Documents.Seals;

/// <summary>Holds a seal against the zone printed beside it, field by field, and a visa's against the passport. Pure and thread-safe.</summary>
public static class SealInspection
{
    private static readonly (string Field, Func<MrzFields, string> Of)[] Fields =
    [
        (nameof(MrzFields.DocumentCode), fields => fields.DocumentCode),
        (nameof(MrzFields.IssuingState), fields => fields.IssuingState),
        (nameof(MrzFields.PrimaryIdentifier), fields => fields.PrimaryIdentifier),
        (nameof(MrzFields.SecondaryIdentifier), fields => fields.SecondaryIdentifier),
        (nameof(MrzFields.DocumentNumber), fields => fields.DocumentNumber),
        (nameof(MrzFields.Nationality), fields => fields.Nationality),
        (nameof(MrzFields.DateOfBirth), fields => fields.DateOfBirth.ToString()),
        (nameof(MrzFields.Sex), fields => $"{fields.Sex}"),
        (nameof(MrzFields.DateOfExpiry), fields => fields.DateOfExpiry.ToString()),
    ];

    /// <summary>Every difference; none where the seal has no zone, or says the same.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="document">The zone of the document that bears the seal.</param>
    /// <param name="passport">The passport in which a sealed visa is, or to which a permit belongs; null where it is not at hand.</param>
    /// <param name="today">The day of reading.</param>
    public static IReadOnlyList<Finding> Compare(Seal seal, MrzFields document, MrzFields? passport, DateOnly today)
    {
        var findings = new List<Finding>();
        if (seal.IssuingState != document.IssuingState)
            findings.Add(SealRules.StateDiffers.Found(nameof(MrzFields.IssuingState), Shown(seal.IssuingState), Shown(document.IssuingState)));
        if (Zone(seal, today) is { } said)
        {
            foreach (var (field, of) in Fields)
            {
                if (of(said) != of(document))
                    findings.Add(SealRules.FieldDiffers.Found(field, Shown(of(said)), Shown(of(document))));
            }
        }
        if (passport is not null && seal["PassportNumber"] is { } number && number.Text != passport.DocumentNumber)
            findings.Add(SealRules.PassportDiffers.Found(nameof(MrzFields.DocumentNumber), Shown(number.Text), Shown(passport.DocumentNumber)));
        return findings;
    }

    /// <summary>The fields of the seal's own zone, or null. A visa's has the first line and 28 characters of the second (Doc 9303-13 §3).</summary>
    public static MrzFields? Zone(Seal seal, DateOnly today)
    {
        var (text, width) = seal["ZoneA"] is { } a ? (a.Text, 44) : seal["ZoneB"] is { } b ? (b.Text, 36) : (seal["Zone"]?.Text ?? "", 36);
        return text.Length > width && text.Length <= 2 * width
            ? MrzReader.Read($"{text[..width]}\n{text[width..].PadRight(width, '<')}", today).Fields
            : null;
    }

    private static string Shown(string value) => value.Length == 0 ? "–" : value;
}
