using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Rahdari.Border.Encounters;
using Rahdari.Casework;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Mrz;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Identity;
using Rahdari.Node.Interviews;

namespace Rahdari.Node.Console.Interviews;

/// <summary>The interview as it is written down.</summary>
public sealed partial class InterviewForm
{
    private readonly Guid id = Guid.CreateVersion7();
    private readonly HashSet<UrgentNeed> needs = [];
    private readonly HashSet<ExploitationForm> forms = [];
    private readonly Dictionary<string, Answered> answers = [];
    private IReadOnlyList<Organisation> organisations = [];
    private InterviewAtPort? found;
    private string? ended;
    private bool isOver;
    private bool isReferred;
    private bool busy;
    private Finding? problem;
    private Finding? keepProblem;
    private string? wrongField;
    private string? keptAt;
    private string announcement = "";

    private InterviewCourse course;
    private InterviewOutcome? outcome;
    private Sex sex;
    private AgeGroup ageGroup;
    private bool isApart, mayBeTold, mayBeAsked;
    private string? language, interpreter, with, why, suspicion, circle, province, bestInterests;
    private string organisation = "";

    /// <summary>The encounter.</summary>
    [Parameter]
    [EditorRequired]
    public required Guid Encounter { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private InterviewRoom Room { get; set; } = null!;

    [Inject]
    private InterviewDesk Interviews { get; set; } = null!;

    [Inject]
    private PortTime Times { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsUrdu => Text.Language == "ur";

    private bool IsReferral => course != InterviewCourse.NotHeld && outcome is not (null or InterviewOutcome.NoIndication);

    private bool IsVictim => Told().IsOfVictim && course != InterviewCourse.NotHeld;

    private bool IsMinor => Told().IsMinor;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var actor = (await Authentication).User.ToActor();
        var read = await Room.FindAsync(Encounter, actor);
        (found, problem) = (read.Value, read.Problem);
        isOver = found is { Draft: null };
        if (found?.Draft is not { } draft)
            return;
        organisations = (await Interviews.OrganisationsAsync(actor)).Value ?? [];
        foreach (var question in Interviews.Guide.Questions)
            answers[question.Code] = new Answered();
        foreach (var answer in draft.Answers.Where(answer => answers.ContainsKey(answer.Question)))
            (answers[answer.Question].Text, answers[answer.Question].IsDeclined) = (answer.Text, answer.IsDeclined);
        (course, outcome, sex, ageGroup) = (draft.Course, draft.Outcome, draft.Sex, draft.AgeGroup);
        (isApart, mayBeTold, mayBeAsked) = (draft.IsApart, draft.MayBeTold, draft.MayBeAsked);
        (language, interpreter, with, why, suspicion) = (draft.Language, draft.Interpreter, draft.With, draft.Why, draft.Suspicion);
        (circle, province, bestInterests, organisation) = (draft.Circle, draft.Province, draft.BestInterests, draft.Organisation ?? "");
        needs.UnionWith(draft.Needs);
        forms.UnionWith(draft.Forms);
    }

    private static string NameOf(Encounter of) => $"{of.Document.PrimaryIdentifier} {of.Document.SecondaryIdentifier}".Trim();

    private static string? Meant(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private InterviewTold Told() => new()
    {
        Course = course,
        Language = Meant(language)?.ToLowerInvariant(),
        Interpreter = Meant(interpreter),
        IsApart = isApart,
        With = Meant(with),
        Sex = sex,
        AgeGroup = ageGroup,
        Answers = [.. answers.Where(answer => answer.Value.IsDeclined || answer.Value.Text.Length > 0).Select(answer => new InterviewAnswer(answer.Key, answer.Value.IsDeclined ? "" : answer.Value.Text, answer.Value.IsDeclined))],
        Needs = [.. needs.Order()],
        Outcome = outcome,
        Why = Meant(why),
        Forms = [.. forms.Order()],
        Suspicion = Meant(suspicion),
        Circle = Meant(circle)?.ToUpperInvariant(),
        Province = Meant(province)?.ToUpperInvariant(),
        MayBeAsked = mayBeAsked,
        Organisation = Meant(organisation),
        MayBeTold = mayBeTold,
        BestInterests = Meant(bestInterests),
    };

    private Task TurnAsync<T>(HashSet<T> set, T one)
    {
        if (!set.Remove(one))
            set.Add(one);
        return KeepAsync();
    }

    private Task ChooseAsync(InterviewOutcome one)
    {
        outcome = one;
        return KeepAsync();
    }

    private async Task KeepAsync()
    {
        var actor = (await Authentication).User.ToActor();
        var kept = await Room.KeepAsync(Encounter, Told(), actor);
        keepProblem = kept.Problem; // What kept the interview from ending stays until it is tried again.
        if (kept.Succeeded)
            keptAt = Times.Second(Clock.GetUtcNow());
    }

    private async Task EndAsync()
    {
        if (busy)
            return;
        busy = true;
        try
        {
            var actor = (await Authentication).User.ToActor();
            var told = course == InterviewCourse.NotHeld ? Told() with { Outcome = null } : Told();
            var over = await Room.EndAsync(Encounter, id, told, actor);
            (problem, wrongField) = (over.Problem, over.Problem is { Field: { } field } wrong && wrong.Code == CaseworkRule.InterviewFieldInvalid.Code ? FieldName(field) : null);
            if (!over.Succeeded)
                return;
            (ended, isReferred) = (over.Value.Number, over.Value.IsReferred);
            announcement = Text[isReferred ? "InterviewReferred" : "InterviewOver", ended!];
        }
        finally
        {
            busy = false;
        }
    }

    /// <summary>A field by the name that stands beside it.</summary>
    private string FieldName(string field) => field switch
    {
        "language" => Text["InterviewLanguage"],
        "outcome" => Text["InterviewOutcome"],
        "why" => Text[course == InterviewCourse.NotHeld ? "WhyNotHeld" : "WhyForCircle"],
        "suspicion" => Text["Suspicion"],
        "forms" => Text["Field-forms"],
        "circle" => Text["Field-circle"],
        "province" => Text["Field-province"],
        _ => field,
    };

    /// <summary>An answer as it is typed.</summary>
    private sealed class Answered
    {
        public string Text { get; set; } = "";

        public bool IsDeclined { get; set; }
    }
}
