using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Consultations;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The consultations for the national strategy, and what follows from them. What everybody may read stands outside of the API, at <c>/strategy/progress.json</c>.</summary>
internal static class ConsultationEndpoints
{
    public static void MapConsultations(this IEndpointRouteBuilder api)
    {
        var readers = IdentityRegistration.AnyOf(Roles.Strategy, Roles.Auditor);
        var consultations = api.MapGroup("/consultations").WithTags("Strategy").RequireAuthorization(readers);
        consultations.MapGet("/", ListAsync).WithSummary("List consultations").WithDescription("Strategy officer, auditor. In the order of their numbers.");
        consultations.MapGet("/{id:guid}", FindAsync).WithSummary("A consultation").WithProblems(404)
            .WithDescription("Strategy officer, auditor. With its contributions, recommendations, and what was done with it. Of an anonymous contribution nothing of who wrote it is kept. Audited.");
        consultations.MapPost("/{id:guid}", WriteAsync).RequireAuthorization(Roles.Strategy).WithSummary("Write a consultation").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer. Under an id of whoever writes it first, with version 0; a draft is written anew with the version that was read. Signed and audited.");
        consultations.MapPost("/{id:guid}/steps", MoveAsync).RequireAuthorization(Roles.Strategy).WithSummary("Open, close, publish or take back a consultation").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer; to open and to publish another one than who wrote it last; to take back with a reason. Signed and audited.");
        consultations.MapPost("/{id:guid}/contributions", EnterAsync).RequireAuthorization(Roles.Strategy).WithSummary("Enter a contribution from a seminar").WithProblems(404, 422)
            .WithDescription("Strategy officer, while the consultation is open or closed. Answered with the receipt by which its writer takes it back: it is told this once. Where neither name nor organisation is given, nothing of who wrote it is kept. Signed and audited.");

        var contributions = api.MapGroup("/contributions").WithTags("Strategy").RequireAuthorization(Roles.Strategy);
        contributions.MapPost("/{id:guid}/moderation", ModerateAsync).WithSummary("Accept or reject a contribution").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer, another one than who entered it. Words that would name somebody may be taken out, with a reason: what was written then is not kept. Signed and audited.");
        contributions.MapPost("/{id:guid}/answer", AnswerAsync).WithSummary("Answer a contribution").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer. Everybody reads it once the consultation is published. Signed and audited.");

        var recommendations = api.MapGroup("/recommendations").WithTags("Strategy").RequireAuthorization(readers);
        recommendations.MapGet("/", RecommendationsAsync).WithSummary("List recommendations").WithDescription("Strategy officer, auditor. In the order of their numbers.");
        recommendations.MapPost("/{id:guid}", RecommendAsync).RequireAuthorization(Roles.Strategy).WithSummary("Write a recommendation").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer. It rests on accepted contributions of its consultation. Version 0 where it is new. Signed and audited.");
        recommendations.MapPost("/{id:guid}/steps", MoveRecommendationAsync).RequireAuthorization(Roles.Strategy).WithSummary("Publish or withdraw a recommendation").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer; to publish another one than who wrote it last, once its consultation is published; to withdraw with a reason. Signed and audited.");

        var actions = api.MapGroup("/strategy-actions").WithTags("Strategy").RequireAuthorization(readers);
        actions.MapGet("/", ActionsAsync).WithSummary("List actions").WithDescription("Strategy officer, auditor. In the order of their numbers.");
        actions.MapGet("/{id:guid}", ActionAsync).WithSummary("An action").WithProblems(404).WithDescription("Strategy officer, auditor. With what was measured, and what was done with it.");
        actions.MapPost("/{id:guid}", PlanAsync).RequireAuthorization(Roles.Strategy).WithSummary("Write an action").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer. It carries out recommendations, has an office that answers for it, a day, an indicator that the system measures, and a target. Version 0 where it is new. Signed and audited.");
        actions.MapPost("/{id:guid}/steps", MoveActionAsync).RequireAuthorization(Roles.Strategy).WithSummary("Publish or withdraw an action").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer; to publish another one than who wrote it last, once its recommendations are published: it is measured then. To withdraw with a reason. Signed and audited.");
        actions.MapPost("/{id:guid}/status", SayAsync).RequireAuthorization(Roles.Strategy).WithSummary("Say how an action stands").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer; where it is delayed or dropped with a reason, which everybody reads. Signed and audited.");
        actions.MapPost("/{id:guid}/measurement", MeasureAsync).RequireAuthorization(Roles.Strategy).WithSummary("Measure an action").WithProblems(404, 409, 422)
            .WithDescription("Strategy officer. The system counts, so that nobody is found in what it tells. Signed and audited.");
    }

    private static async Task<Results<Ok<IReadOnlyList<Consultation>>, ProblemHttpResult>> ListAsync(ConsultationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ConsultationFile>, ProblemHttpResult>> FindAsync(Guid id, ConsultationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Consultation>, ProblemHttpResult>> WriteAsync(Guid id, WrittenConsultation written, ConsultationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.WriteAsync(id, written.Version, written.Draft, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Consultation>, ProblemHttpResult>> MoveAsync(Guid id, MovedConsultation moved, ConsultationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.MoveAsync(id, moved.Version, moved.Step, moved.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TakenContribution>, ProblemHttpResult>> EnterAsync(Guid id, NewContribution contribution, ContributionDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.EnterAsync(id, contribution, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Contribution>, ProblemHttpResult>> ModerateAsync(Guid id, ModeratedContribution moderated, ContributionDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.ModerateAsync(id, moderated.Version, new Moderation(moderated.Accept, moderated.Themes, moderated.Reason, moderated.Shortened), user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Contribution>, ProblemHttpResult>> AnswerAsync(Guid id, AnsweredContribution answered, ContributionDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.AnswerAsync(id, answered.Version, answered.Answer, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<Recommendation>>, ProblemHttpResult>> RecommendationsAsync(RecommendationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Recommendation>, ProblemHttpResult>> RecommendAsync(Guid id, WrittenRecommendation written, RecommendationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.WriteAsync(id, written.Version, written.Draft, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Recommendation>, ProblemHttpResult>> MoveRecommendationAsync(Guid id, MovedPublication moved, RecommendationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.MoveAsync(id, moved.Version, moved.To, moved.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<StrategyAction>>, ProblemHttpResult>> ActionsAsync(ActionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ActionFile>, ProblemHttpResult>> ActionAsync(Guid id, ActionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<StrategyAction>, ProblemHttpResult>> PlanAsync(Guid id, WrittenAction written, ActionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.WriteAsync(id, written.Version, written.Draft, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<StrategyAction>, ProblemHttpResult>> MoveActionAsync(Guid id, MovedPublication moved, ActionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.MoveAsync(id, moved.Version, moved.To, moved.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<StrategyAction>, ProblemHttpResult>> SayAsync(Guid id, SaidStatus said, ActionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.SayAsync(id, said.Version, said.Status, said.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<StrategyAction>, ProblemHttpResult>> MeasureAsync(Guid id, ReadVersion read, ActionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.MeasureAsync(id, read.Version, user.ToActor(), cancellation)).ToResult();

    /// <summary>A consultation to be written.</summary>
    /// <param name="Version">How often what was read was changed; 0 where it is new.</param>
    /// <param name="Draft">What it asks.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record WrittenConsultation(int Version, ConsultationDraft Draft);

    /// <summary>A step of a consultation.</summary>
    /// <param name="Version">How often what was read was changed.</param>
    /// <param name="Step">Which step.</param>
    /// <param name="Reason">Why; asked for to take back.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record MovedConsultation(int Version, ConsultationStep Step, string? Reason = null);

    /// <summary>What a moderator decides.</summary>
    /// <param name="Version">How often what was read was changed.</param>
    /// <param name="Accept">True where it is shown.</param>
    /// <param name="Themes">What it is about.</param>
    /// <param name="Reason">Why it is rejected or shortened.</param>
    /// <param name="Shortened">Its words without what would name somebody; null leaves them.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ModeratedContribution(int Version, bool Accept, IReadOnlyList<StrategyTheme> Themes, string? Reason = null, string? Shortened = null);

    /// <summary>What is answered.</summary>
    /// <param name="Version">How often what was read was changed.</param>
    /// <param name="Answer">2,000 characters at most.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record AnsweredContribution(int Version, string Answer);

    /// <summary>A recommendation to be written.</summary>
    /// <param name="Version">How often what was read was changed; 0 where it is new.</param>
    /// <param name="Draft">What it says.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record WrittenRecommendation(int Version, RecommendationDraft Draft);

    /// <summary>An action to be written.</summary>
    /// <param name="Version">How often what was read was changed; 0 where it is new.</param>
    /// <param name="Draft">What it says.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record WrittenAction(int Version, StrategyActionDraft Draft);

    /// <summary>A recommendation or action that is published or withdrawn.</summary>
    /// <param name="Version">How often what was read was changed.</param>
    /// <param name="To">Published or withdrawn.</param>
    /// <param name="Reason">Why; asked for to withdraw.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record MovedPublication(int Version, PublicationState To, string? Reason = null);

    /// <summary>How an action stands.</summary>
    /// <param name="Version">How often what was read was changed.</param>
    /// <param name="Status">How it stands.</param>
    /// <param name="Reason">Why; asked for where it is delayed or dropped.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record SaidStatus(int Version, ActionStatus Status, string? Reason = null);

    /// <summary>What was read.</summary>
    /// <param name="Version">How often it was changed.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ReadVersion(int Version);
}
