using System.Text;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Htcds;
using Rahdari.Dates;
using Rahdari.Documents.Mrz;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>
/// A file and a case of the Human Trafficking Case Data Standard. What was imported is kept whole, so that it goes out again as it came; what the file says of who somebody is, what they need and what they went through is
/// written over it where the file says something else by now. Pure and thread-safe.
/// </summary>
internal static class CaseData
{
    private const int LongestName = 200;

    private static readonly (ExploitationForm Form, string Option)[] Forms =
    [
        (ExploitationForm.SexualExploitation, "SexualExploitation"), (ExploitationForm.ForcedLabour, "ForcedLabour"), (ExploitationForm.DomesticServitude, "Servitude"), (ExploitationForm.ForcedBegging, "ForcedBegging"),
        (ExploitationForm.ForcedMarriage, "ForcedMarriage"), (ExploitationForm.OrganRemoval, "OrganRemoval"), (ExploitationForm.ArmedGroups, "ForcedMilitaryByNonStateActors"), (ExploitationForm.IllegalAdoption, "ForcedAdoption"),
        (ExploitationForm.Other, "Other"),
    ];

    /// <summary>Who a case is about, as a file has it.</summary>
    public static IdentitySection Identity(HtcdsCase of, DateOnly today)
    {
        var main = of.Main;
        var name = string.Join(' ', new[] { main.Text("prs_FirstName"), main.Text("prs_MiddleName"), main.Text("prs_SecondName") }.Where(part => part is not null));
        var born = main.Date("prs_Birthdate");
        return new IdentitySection(
            Fit(name) ?? "–",
            [],
            main.Options("prs_Gender") switch { ["Feminine", ..] => Sex.Female, ["Masculine", ..] => Sex.Male, _ => Sex.Unspecified },
            born is { } date ? AgeGroups.On(today, date) : AgeGroup.Unknown,
            Told(born),
            null, // The standard tells countries by two letters, and several.
            Fit(main.Text("prs_IdentityNumber")) is { } number ? [number] : [],
            [.. new[] { main.Text("prs_PrimaryLanguage"), main.Text("prs_SecondaryLanguage") }.Select(Fit).OfType<string>()]);
    }

    /// <summary>The case that a file makes of what was imported, or of nothing, and of what its sections say.</summary>
    /// <param name="imported">What was imported, or null.</param>
    /// <param name="sections">What may be told.</param>
    /// <param name="today">The day.</param>
    public static HtcdsCase Of(HtcdsCase? imported, IReadOnlyList<SectionContent> sections, DateOnly today)
    {
        var main = imported?.Main ?? new HtcdsRecord(HtcdsGroup.Case);
        if (sections.OfType<IdentitySection>().FirstOrDefault() is { } who)
        {
            var before = imported is null ? null : Identity(imported, today);
            if (who.Name != before?.Name)
                main = Set(main, "prs_FirstName", who.Name).With("prs_MiddleName", "").With("prs_SecondName", "");
            if (who.Sex != before?.Sex)
                main = main.With("prs_Gender", who.Sex switch { Sex.Female => "Feminine", Sex.Male => "Masculine", _ => "NonSpecifiedUnknown" });
            if (who.DateOfBirth != before?.DateOfBirth)
                main = Set(main, "prs_Birthdate", who.DateOfBirth ?? "");
            if (before is null || !who.DocumentNumbers.SequenceEqual(before.DocumentNumbers))
                main = Set(main, "prs_IdentityNumber", who.DocumentNumbers.Count == 0 ? "" : who.DocumentNumbers[0]);
        }
        if (sections.OfType<AssessmentSection>().FirstOrDefault() is { } assessment)
        {
            var told = Forms.Where(form => assessment.Forms.Contains(form.Form)).Select(form => form.Option);
            // What the standard tells more finely than the file stays.
            var kept = main.Options("vic_TypeOfExploitation").Where(option => !Forms.Any(form => form.Option == option) || told.Contains(option));
            string[] options = [.. kept.Union(told)];
            if (!options.SequenceEqual(main.Options("vic_TypeOfExploitation")))
                main = main.With("vic_TypeOfExploitation", options);
        }
        return new HtcdsCase(main, imported is null ? [] : HtcdsCase.Repeated.SelectMany(group => imported[group]));
    }

    /// <summary>The case of a line of JSON; null where it is none, or not one.</summary>
    public static HtcdsCase? Read(string json)
    {
        using var from = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return HtcdsJsonReader.Read(from).Take(2).ToArray() is [{ Case: { } one }] ? one : null;
    }

    /// <summary>With a value, where the standard can hold it: a file may say what it cannot, such as a month 13.</summary>
    private static HtcdsRecord Set(HtcdsRecord main, string name, string text)
    {
        try
        {
            return main.With(name, text);
        }
        catch (ArgumentException)
        {
            return main.With(name, "");
        }
    }

    /// <summary>As much of a text as a field of a file can hold; null where that is nothing. The whole stands in the case data.</summary>
    private static string? Fit(string? text)
    {
        var fit = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes().Where(rune => rune.Value != 0 && rune != Rune.ReplacementChar))
        {
            if (fit.Length + rune.Utf16SequenceLength > LongestName)
                break;
            fit.Append(rune);
        }
        return string.IsNullOrWhiteSpace(fit.ToString()) ? null : fit.ToString();
    }

    /// <summary>As far as it is known from the year on.</summary>
    private static string? Told(PartialDate? date) => date?.ToString() is { } text && !text.Contains('X', StringComparison.Ordinal) ? text : null;
}
