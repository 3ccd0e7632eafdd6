using System.Globalization;
using Microsoft.AspNetCore.Http;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Documents.Mrz;
using Rahdari.Node.Console.Shared;
using static Rahdari.Node.Console.Shelter.SectionFieldKind;

namespace Rahdari.Node.Console.Shelter;

/// <summary>The sections of a file as forms: what is asked, what was filled in, and the section that it makes. Pure.</summary>
internal static class SectionForms
{
    private static readonly SectionList Notes = new("notes", [new("notes.on", Day), new("notes.text", Paragraph)]);

    private static readonly Dictionary<FileSection, SectionLayout> Layouts = new()
    {
        [FileSection.Identity] = new(
            [
                new("name", Text, IsRequired: true), new("otherNames", Lines), SectionField.Word<Sex>("sex", "Sex"), SectionField.Word<AgeGroup>("ageGroup", "AgeGroup"), new("dateOfBirth", Code), new("nationality", Code),
                new("documentNumbers", Lines), new("languages", Lines),
            ],
            []),
        [FileSection.Contact] = new(
            [new("safeWay", Paragraph), new("telephone", Code), new("address", Paragraph)],
            [new("family", [new("family.name", Text), new("family.relation", Text), new("family.telephone", Code), new("family.mayBeTold", YesNo)])]),
        [FileSection.Assessment] = new(
            [new("on", Day, IsRequired: true), new("reviewDue", Day), SectionField.Word<ExploitationForm>("forms", "Exploitation", Words), new("assessmentNotes", Paragraph)],
            [
                new("needs", [SectionField.Word<ServiceKind>("needs.kind", "ServiceKind"), SectionField.Word<Urgency>("needs.urgency", "Urgency"), new("needs.note", Text)]),
                new("risks", [SectionField.Word<RiskKind>("risks.kind", "RiskKind"), SectionField.Word<RiskLevel>("risks.level", "RiskLevel"), new("risks.note", Text)]),
            ]),
        [FileSection.Services] = new(
            [new("plan.madeOn", Day), new("plan.reviewDue", Day)],
            [
                new("services",
                [
                    new("services.id", Key), SectionField.Word<ServiceKind>("services.kind", "ServiceKind"), new("services.provider", Text), new("services.offeredOn", Day), new("services.accepted", YesNo), new("services.answeredOn", Day),
                    new("services.givenFrom", Day), new("services.givenUntil", Day), new("services.note", Text),
                ]),
                new("goals", [new("goals.what", Text), new("goals.by", Day), new("goals.reachedOn", Day)]),
            ]),
        [FileSection.Medical] = new([new("allergies", Paragraph)], [Notes]),
        [FileSection.Psychological] = new([], [Notes]),
        [FileSection.Legal] = new([new("lawyer", Text), new("wantsProceedings", YesNo)], [Notes]),
        [FileSection.Safety] = new([new("feared", Paragraph)], [Notes]),
    };

    /// <summary>The sections that are filled in: case data come and go whole.</summary>
    public static IReadOnlyList<FileSection> Sections { get; } = [.. Layouts.Keys];

    /// <summary>What a section holds.</summary>
    public static SectionLayout Of(FileSection section) => Layouts[section];

    /// <summary>What a section says, by the names of its fields; of lists one value a row.</summary>
    public static IReadOnlyDictionary<string, string?[]> Values(SectionContent? content) => content switch
    {
        IdentitySection s => Named(
            ("name", [s.Name]), ("otherNames", [Lined(s.OtherNames)]), ("sex", [$"{s.Sex}"]), ("ageGroup", [$"{s.AgeGroup}"]), ("dateOfBirth", [s.DateOfBirth]), ("nationality", [s.Nationality]),
            ("documentNumbers", [Lined(s.DocumentNumbers)]), ("languages", [Lined(s.Languages)])),
        ContactSection s => Named(
            ("safeWay", [s.SafeWay]), ("telephone", [s.Telephone]), ("address", [s.Address]), ("family.name", [.. s.Family.Select(r => r.Name)]), ("family.relation", [.. s.Family.Select(r => r.Relation)]),
            ("family.telephone", [.. s.Family.Select(r => r.Telephone)]), ("family.mayBeTold", [.. s.Family.Select(r => YesOrNo(r.MayBeTold))])),
        AssessmentSection s => Named(
            ("on", [Days.Text(s.On)]), ("reviewDue", [Days.Text(s.ReviewDue)]), ("forms", [.. s.Forms.Select(f => $"{f}")]), ("assessmentNotes", [s.Notes]),
            ("needs.kind", [.. s.Needs.Select(n => $"{n.Kind}")]), ("needs.urgency", [.. s.Needs.Select(n => $"{n.Urgency}")]), ("needs.note", [.. s.Needs.Select(n => n.Note)]),
            ("risks.kind", [.. s.Risks.Select(r => $"{r.Kind}")]), ("risks.level", [.. s.Risks.Select(r => $"{r.Level}")]), ("risks.note", [.. s.Risks.Select(r => r.Note)])),
        ServicesSection s => Named(
            ("plan.madeOn", [Days.Text(s.Plan?.MadeOn)]), ("plan.reviewDue", [Days.Text(s.Plan?.ReviewDue)]),
            ("services.id", [.. s.Services.Select(x => $"{x.Id}")]), ("services.kind", [.. s.Services.Select(x => $"{x.Kind}")]), ("services.provider", [.. s.Services.Select(x => x.Provider)]),
            ("services.offeredOn", [.. s.Services.Select(x => Days.Text(x.OfferedOn))]), ("services.accepted", [.. s.Services.Select(x => YesOrNo(x.IsAccepted))]), ("services.answeredOn", [.. s.Services.Select(x => Days.Text(x.AnsweredOn))]),
            ("services.givenFrom", [.. s.Services.Select(x => Days.Text(x.GivenFrom))]), ("services.givenUntil", [.. s.Services.Select(x => Days.Text(x.GivenUntil))]), ("services.note", [.. s.Services.Select(x => x.Note)]),
            ("goals.what", [.. (s.Plan?.Goals ?? []).Select(g => g.What)]), ("goals.by", [.. (s.Plan?.Goals ?? []).Select(g => Days.Text(g.By))]), ("goals.reachedOn", [.. (s.Plan?.Goals ?? []).Select(g => Days.Text(g.ReachedOn))])),
        MedicalSection s => Noted(s.Notes, ("allergies", [s.Allergies])),
        PsychologicalSection s => Noted(s.Notes),
        LegalSection s => Noted(s.Notes, ("lawyer", [s.Lawyer]), ("wantsProceedings", [YesOrNo(s.WantsProceedings)])),
        SafetySection s => Noted(s.Notes, ("feared", [s.Feared])),
        _ => new Dictionary<string, string?[]>(),
    };

    /// <summary>The section that a form makes; null where a field cannot be read, which <paramref name="wrong"/> names.</summary>
    public static SectionContent? Read(FileSection section, IFormCollection form, out string? wrong)
    {
        var told = new Filled(form);
        SectionContent content = section switch
        {
            FileSection.Identity => new IdentitySection(
                told.Text("name") ?? "", told.Lines("otherNames"), told.Word<Sex>("sex"), told.Word<AgeGroup>("ageGroup"), told.Text("dateOfBirth"), told.Text("nationality")?.ToUpperInvariant(), told.Lines("documentNumbers"),
                told.Lines("languages")),
            FileSection.Contact => new ContactSection(
                told.Text("address"), told.Text("telephone"), told.Text("safeWay"),
                [.. told.Rows("family.name", "family.relation", "family.telephone").Select(i => new Relative(told.Text("family.name", i) ?? "", told.Text("family.relation", i) ?? "", told.Text("family.telephone", i), told.YesNo("family.mayBeTold", i) == true))]),
            FileSection.Assessment => new AssessmentSection(
                told.Day("on"), told.Words<ExploitationForm>("forms"),
                [.. told.Rows("needs.kind", "needs.note").Select(i => new Need(told.Word<ServiceKind>("needs.kind", i), told.Word<Urgency>("needs.urgency", i), told.Text("needs.note", i)))],
                [.. told.Rows("risks.kind", "risks.note").Select(i => new Risk(told.Word<RiskKind>("risks.kind", i), told.Word<RiskLevel>("risks.level", i), told.Text("risks.note", i)))],
                told.DayOrNone("reviewDue"), told.Text("assessmentNotes")),
            FileSection.Services => new ServicesSection(
                [.. told.Rows("services.kind", "services.provider", "services.note").Select(i => new Service(
                    told.Id("services.id", i), told.Word<ServiceKind>("services.kind", i), told.Text("services.provider", i) ?? "", told.Day("services.offeredOn", i), told.YesNo("services.accepted", i), told.DayOrNone("services.answeredOn", i),
                    told.DayOrNone("services.givenFrom", i), told.DayOrNone("services.givenUntil", i), told.Text("services.note", i)))],
                Plan(told)),
            FileSection.Medical => new MedicalSection(told.Notes(), told.Text("allergies")),
            FileSection.Psychological => new PsychologicalSection(told.Notes()),
            FileSection.Legal => new LegalSection(told.Notes(), told.Text("lawyer"), told.YesNo("wantsProceedings")),
            _ => new SafetySection(told.Notes(), told.Text("feared")),
        };
        wrong = told.Wrong;
        return wrong is null ? content : null;
    }

    private static ServicePlan? Plan(Filled told)
    {
        Goal[] goals = [.. told.Rows("goals.what", "goals.by").Select(i => new Goal(told.Text("goals.what", i) ?? "", told.Day("goals.by", i), told.DayOrNone("goals.reachedOn", i)))];
        return goals.Length == 0 && told.Text("plan.madeOn") is null && told.Text("plan.reviewDue") is null ? null : new ServicePlan(told.Day("plan.madeOn"), goals, told.Day("plan.reviewDue"));
    }

    private static Dictionary<string, string?[]> Named(params (string Name, string?[] Values)[] fields) => fields.ToDictionary(f => f.Name, f => f.Values, StringComparer.Ordinal);

    private static Dictionary<string, string?[]> Noted(IReadOnlyList<DatedNote> notes, params (string Name, string?[] Values)[] fields) =>
        Named([.. fields, ("notes.on", [.. notes.Select(n => Days.Text(n.On))]), ("notes.text", [.. notes.Select(n => n.Text)])]);

    private static string Lined(IReadOnlyList<string> texts) => string.Join('\n', texts);

    private static string? YesOrNo(bool? value) => value switch { true => "yes", false => "no", _ => null };

    /// <summary>A form as it was filled in; notes the first field that cannot be read.</summary>
    private sealed class Filled(IFormCollection form)
    {
        public string? Wrong { get; private set; }

        public string? Text(string name, int row = 0) => form[name] is var values && row < values.Count && values[row]?.Trim().ReplaceLineEndings("\n") is { Length: > 0 } text ? text : null;

        public string[] Lines(string name) => Text(name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

        public DateOnly Day(string name, int row = 0) => DayOrNone(name, row) ?? Missing<DateOnly>(name);

        public DateOnly? DayOrNone(string name, int row = 0) => Text(name, row) is not { } text ? null : Days.Read(text) ?? Missing<DateOnly>(name);

        public T Word<T>(string name, int row = 0)
            where T : struct, Enum => Enum.TryParse<T>(Text(name, row), out var word) && Enum.IsDefined(word) ? word : Missing<T>(name);

        public T[] Words<T>(string name)
            where T : struct, Enum => [.. Enumerable.Range(0, form[name].Count).Select(i => Word<T>(name, i))];

        public bool? YesNo(string name, int row = 0) => Text(name, row) switch { "yes" => true, "no" => false, _ => null };

        public Guid Id(string name, int row) => Guid.TryParse(Text(name, row), CultureInfo.InvariantCulture, out var id) ? id : Missing<Guid>(name);

        /// <summary>The rows in which one of the fields is filled in.</summary>
        public int[] Rows(params string[] names) => [.. Enumerable.Range(0, names.Max(name => form[name].Count)).Where(i => names.Any(name => Text(name, i) is not null))];

        public DatedNote[] Notes() => [.. Rows("notes.text").Select(i => new DatedNote(Day("notes.on", i), Text("notes.text", i)!))];

        private T Missing<T>(string name)
            where T : struct
        {
            Wrong ??= name;
            return default;
        }
    }
}
