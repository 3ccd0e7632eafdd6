using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Pakistan;

namespace Rahdari.Documents.Inspection;

/// <summary>The identity number that Pakistan's passports carry in their optional data, and its cards may.</summary>
internal static class PakistanInspection
{
    private const string Pakistan = "PAK";
    private const string Field = nameof(MrzFields.OptionalData);

    public static IEnumerable<Finding> Of(MrzFields fields)
    {
        if (fields.IssuingState != Pakistan || fields.Format is MrzFormat.MRVA or MrzFormat.MRVB)
            yield break;
        var cnic = fields.OptionalData.Select(data => Cnic.TryParse(data, out var number) ? number : null).FirstOrDefault(number => number is not null);
        if (cnic is null)
        {
            if (fields.Format == MrzFormat.TD3)
                yield return fields.OptionalData[0].Length == 0 ? PakistanRules.Missing.Found(Field) : PakistanRules.Form.Found(Field, fields.OptionalData[0]);
            yield break;
        }
        if (cnic.Division is null)
            yield return PakistanRules.Region.Found(Field, cnic.ToString(), cnic.Digits[..2]);
        if (fields.Sex != Sex.Unspecified && fields.Sex != cnic.Sex)
            yield return PakistanRules.Sex.Found(Field, cnic.ToString(), Letter(fields.Sex));
        if (fields.Nationality != Pakistan)
            yield return PakistanRules.HolderForeign.Found(Field, cnic.ToString(), fields.Nationality);
    }

    private static string Letter(Sex sex) => sex == Sex.Male ? "M" : "F";
}
