using System.Text;
using System.Text.RegularExpressions;
using Rahdari.Documents.Findings;

namespace Rahdari.Casework.Shelter.Files;

/// <summary>What each field must look like.</summary>
internal static partial class ShelterFields
{
    public const int LongestText = 4000;
    private const int LongestCase = 1 << 20;
    private const int LongestName = 200;
    private const int MostOfAList = 200;

    /// <summary>The rule that a section breaks, or null.</summary>
    public static Finding? Check(SectionContent? content) => content switch
    {
        IdentitySection s => Told("name", s.Name) ?? Texts("otherNames", s.OtherNames) ?? Text("dateOfBirth", s.DateOfBirth, 10) ?? Texts("documentNumbers", s.DocumentNumbers) ?? Texts("languages", s.Languages)
            ?? (s.DateOfBirth is null || PartialDay().IsMatch(s.DateOfBirth) ? null : Wrong("dateOfBirth")) ?? (s.Nationality is null || Nationality().IsMatch(s.Nationality) ? null : Wrong("nationality"))
            ?? Known("sex", s.Sex) ?? Known("ageGroup", s.AgeGroup),
        ContactSection s => Text("address", s.Address) ?? Text("telephone", s.Telephone, LongestName) ?? Text("safeWay", s.SafeWay)
            ?? Each("family", s.Family, r => Told("family.name", r.Name) ?? Told("family.relation", r.Relation) ?? Text("family.telephone", r.Telephone, LongestName)),
        AssessmentSection s => Each("forms", s.Forms, f => Known("forms", f)) ?? Each("needs", s.Needs, n => Known("needs.kind", n.Kind) ?? Known("needs.urgency", n.Urgency) ?? Text("needs.note", n.Note))
            ?? Each("risks", s.Risks, r => Known("risks.kind", r.Kind) ?? Known("risks.level", r.Level) ?? Text("risks.note", r.Note)) ?? Ordered("reviewDue", s.On, s.ReviewDue) ?? Text("notes", s.Notes),
        ServicesSection s => Each("services", s.Services, Check) ?? (s.Services.Select(x => x.Id).Distinct().Count() == s.Services.Count ? null : Wrong("services.id")) ?? (s.Plan is null ? null : Check(s.Plan)),
        MedicalSection s => Notes(s.Notes) ?? Text("allergies", s.Allergies),
        PsychologicalSection s => Notes(s.Notes),
        LegalSection s => Notes(s.Notes) ?? Text("lawyer", s.Lawyer, LongestName),
        SafetySection s => Notes(s.Notes) ?? Text("feared", s.Feared),
        CaseDataSection s => s.Htcds is { Length: > 0 and <= LongestCase } && CaseData.Read(s.Htcds) is not null ? null : Wrong("htcds"),
        _ => Wrong("content"),
    };

    public static Finding? Told(string field, string? text, int longest = LongestName) => string.IsNullOrWhiteSpace(text) ? Wrong(field) : Text(field, text, longest);

    /// <summary>As long as the name of somebody may be; or null.</summary>
    public static Finding? Name(string field, string? text) => Text(field, text, LongestName);

    public static Finding? Text(string field, string? text, int longest = LongestText) => text is null || (text.Length <= longest && IsWritten(text)) ? null : Wrong(field);

    /// <summary>False where a text holds what no database keeps: NUL, or half of a pair of surrogates.</summary>
    public static bool IsWritten(string text) => !text.Contains('\0', StringComparison.Ordinal) && !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    /// <summary>What stands in the clear in the database is a code, in which nobody can be named.</summary>
    public static Finding? Coded(string field, string? text) => text is not null && Code().IsMatch(text) ? null : Wrong(field);

    public static Finding? Known<T>(string field, T value)
        where T : struct, Enum => Enum.IsDefined(value) ? null : Wrong(field);

    public static Finding Wrong(string field) => CaseworkRule.ShelterFieldInvalid.Broken(field, ("field", field));

    public static string Shown(string? text) => StrictJson.Shown(text ?? "");

    private static Finding? Check(Service s) => Known("services.kind", s.Kind) ?? Told("services.provider", s.Provider) ?? Text("services.note", s.Note)
        ?? (s.IsAccepted is null == s.AnsweredOn is null ? null : Wrong("services.answeredOn"))
        ?? (s.GivenFrom is not null && s.IsAccepted != true ? Wrong("services.givenFrom") : null) // Nobody is helped against their will.
        ?? (s.GivenUntil is not null && s.GivenFrom is null ? Wrong("services.givenUntil") : null)
        ?? Ordered("services.answeredOn", s.OfferedOn, s.AnsweredOn) ?? Ordered("services.givenFrom", s.AnsweredOn ?? s.OfferedOn, s.GivenFrom) ?? Ordered("services.givenUntil", s.GivenFrom ?? s.OfferedOn, s.GivenUntil);

    private static Finding? Check(ServicePlan p) =>
        Each("plan.goals", p.Goals, g => Told("plan.goals.what", g.What, LongestText) ?? Ordered("plan.goals.by", p.MadeOn, g.By)) ?? Ordered("plan.reviewDue", p.MadeOn, p.ReviewDue);

    private static Finding? Notes(IReadOnlyList<DatedNote> notes) => Each("notes", notes, n => Told("notes.text", n.Text, LongestText));

    private static Finding? Texts(string field, IReadOnlyList<string> list) => Each(field, list, text => Told(field, text));

    private static Finding? Ordered(string field, DateOnly first, DateOnly? then) => then < first ? Wrong(field) : null;

    private static Finding? Each<T>(string field, IReadOnlyList<T>? list, Func<T, Finding?> check) =>
        list is null || list.Count > MostOfAList || list.Any(item => item is null) ? Wrong(field) : list.Select(check).FirstOrDefault(wrong => wrong is not null);

    [GeneratedRegex(@"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\z")]
    private static partial Regex PartialDay();

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{0,30}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[A-Z]{1,3}\z")]
    private static partial Regex Nationality();
}
