using Rahdari.Dates;
using Rahdari.Documents.Chips;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Lds;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Names;
using Rahdari.Documents.Trust;

namespace Rahdari.Documents.Inspection;

/// <summary>The chip: what was found in reading and verifying it, and what stands on it against the zone and the page.</summary>
internal static class ChipInspection
{
    /// <summary>What is missing where the whole chip was not read.</summary>
    private static readonly HashSet<string> Absences = [ChipRules.ZoneAbsent.Code, ChipRules.FaceAbsent.Code, PassiveRule.GroupAbsent.Code, PassiveRule.SecurityAbsent.Code];

    public static IEnumerable<Finding> Of(ChipEvidence chip, MrzFields zone, VisualZone? page, DateOnly today)
    {
        var found = chip.Data.Findings.Concat(chip.Passive.Findings).Concat(Zone(chip, zone)).Concat(Face(chip))
            .Concat(Holder(chip.Data.Holder, chip.Data.Zone?.Fields ?? zone)).Concat(Issue(chip.Data.Issue, zone, page, today));
        // A document taken off the reader too soon lacks nothing; it is to be read again.
        return chip.Reading.Concat(chip.Reading.Any(ChipRule.BreaksOff) ? found.Where(finding => !Absences.Contains(finding.Code)) : found);
    }

    private static IEnumerable<Finding> Zone(ChipEvidence chip, MrzFields zone)
    {
        if (chip.Data.Zone is not { } reading)
            return Told(chip, 1) ? [] : [ChipRules.ZoneAbsent.Found(ElementaryFile.DataGroup(1).Name)];
        var faults = reading.Findings.Where(finding => finding.Severity >= Severity.Serious).Take(1).Select(finding => ChipRules.ZoneFaulty.Found(ElementaryFile.DataGroup(1).Name, finding.Code));
        return reading.Fields is { } fields ? faults.Concat(Fields(fields, zone)) : faults;
    }

    private static IEnumerable<Finding> Fields(MrzFields chip, MrzFields zone)
    {
        var otherName = (chip.PrimaryIdentifier, chip.SecondaryIdentifier) != (zone.PrimaryIdentifier, zone.SecondaryIdentifier);
        if (chip.DocumentNumber != zone.DocumentNumber && otherName)
        {
            yield return ChipRules.OtherDocument.Found(nameof(zone.DocumentNumber), $"{chip.DocumentNumber}, {Words.Name(chip)}", $"{zone.DocumentNumber}, {Words.Name(zone)}");
            yield break;
        }
        // The chip holds the very characters of the zone: nothing is excused by transliteration or truncation.
        if (otherName)
            yield return ChipRules.NameDiffers.Found("Name", Words.Name(chip), Words.Name(zone));
        foreach (var (rule, field, onChip, inZone) in (IEnumerable<(FindingRule, string, string, string)>)
        [
            (ChipRules.NumberDiffers, nameof(zone.DocumentNumber), chip.DocumentNumber, zone.DocumentNumber),
            (ChipRules.BirthDiffers, nameof(zone.DateOfBirth), chip.DateOfBirth.ToString(), zone.DateOfBirth.ToString()),
            (ChipRules.SexDiffers, nameof(zone.Sex), Words.Letter(chip.Sex), Words.Letter(zone.Sex)),
            (ChipRules.ExpiryDiffers, nameof(zone.DateOfExpiry), chip.DateOfExpiry.ToString(), zone.DateOfExpiry.ToString()),
            (ChipRules.NationalityDiffers, nameof(zone.Nationality), chip.Nationality, zone.Nationality),
            (ChipRules.StateDiffers, nameof(zone.IssuingState), chip.IssuingState, zone.IssuingState),
            (ChipRules.CodeDiffers, nameof(zone.DocumentCode), chip.DocumentCode, zone.DocumentCode),
            (ChipRules.OptionalDiffers, nameof(zone.OptionalData), string.Join(" ", chip.OptionalData).Trim(), string.Join(" ", zone.OptionalData).Trim()),
        ])
        {
            if (onChip != inZone)
                yield return rule.Found(field, Shown(onChip), Shown(inZone));
        }

        static string Shown(string value) => value.Length == 0 ? "–" : value;
    }

    private static IEnumerable<Finding> Face(ChipEvidence chip) =>
        chip.Data.Face is null && !chip.Data.Files.ContainsKey(ElementaryFile.DataGroup(2)) && !Told(chip, 2) ? [ChipRules.FaceAbsent.Found(ElementaryFile.DataGroup(2).Name)] : [];

    /// <summary>Whether passive authentication told already that the group is signed and not there.</summary>
    private static bool Told(ChipEvidence chip, int group) => chip.Passive.Security?.Hashes.ContainsKey(group) == true;

    /// <summary>The details against the chip's own zone: where the page differs from that, it is told already.</summary>
    private static IEnumerable<Finding> Holder(HolderDetails? holder, MrzFields zone)
    {
        if (holder?.FullName is { } name && name.Split("<<", 2) is { } parts)
        {
            var (primary, secondary) = (parts[0].Replace('<', ' '), parts.Length > 1 ? parts[1].Replace('<', ' ') : "");
            if (NameComparison.Of(primary, secondary, zone).Agreement == NameAgreement.Different)
                yield return ChipRules.FullNameDiffers.Found("Name", Words.Name(primary, secondary), Words.Name(zone));
        }
        if (holder?.DateOfBirth is { } born && !born.IsCompatibleWith(zone.DateOfBirth) && !IsCentury(born, zone.DateOfBirth))
            yield return ChipRules.FullBirthDiffers.Found(nameof(zone.DateOfBirth), born.ToString(), zone.DateOfBirth.ToString());
        if (holder?.PersonalNumber is { } personal && Words.Number(personal) is { Length: > 0 } number && zone.OptionalData.Any(data => data.Length > 0)
            && !zone.OptionalData.Any(data => Words.Number(data).Contains(number, StringComparison.Ordinal) || number.Contains(Words.Number(data), StringComparison.Ordinal)))
            yield return ChipRules.PersonalDiffers.Found(nameof(zone.OptionalData), personal, string.Join(" ", zone.OptionalData).Trim());
    }

    /// <summary>The zone has two digits of the year: who is older than a hundred years is read as a child.</summary>
    private static bool IsCentury(PartialDate full, PartialDate read) => read.Year - full.Year == 100 && full.Month == read.Month && full.Day == read.Day;

    private static IEnumerable<Finding> Issue(IssueDetails? issue, MrzFields zone, VisualZone? page, DateOnly today)
    {
        const string Field = nameof(issue.DateOfIssue);
        if (issue?.DateOfIssue is not { } issued)
            yield break;
        if (issued.Earliest() > today)
            yield return ChipRules.IssuedAfterToday.Found(Field, issued.ToString());
        if (zone.DateOfExpiry.Latest() <= issued.Earliest())
            yield return ChipRules.ExpiresBeforeIssue.Found(Field, issued.ToString(), zone.DateOfExpiry.ToString());
        if (page?.DateOfIssue is { } printed && !printed.IsCompatibleWith(issued))
            yield return ChipRules.IssueDiffers.Found(Field, issued.ToString(), printed.ToString());
    }
}
