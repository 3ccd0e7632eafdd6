using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Node.Identity;
using Rahdari.Node.Interviews;

namespace Rahdari.Node.Api;

/// <summary>The interview in the second line, and the referrals that it leads to.</summary>
internal static class InterviewEndpoints
{
    private const int LargestInterview = 512 * 1024;

    public static void MapInterviews(this IEndpointRouteBuilder api)
    {
        var interviews = api.MapGroup("/").WithTags("Interviews").RequireAuthorization(Roles.Supervisor);
        interviews.MapGet("/interview-guide", Guide).WithSummary("How an interview is led").WithDescription("Supervisor. What is said and asked, in English and Urdu, with its sources.");
        interviews.MapGet("/interview-organisations", OrganisationsAsync).WithSummary("The organisations that help").WithDescription("Supervisor. Code, name and how to reach them; nobody's data. Audited.");
        interviews.MapGet("/encounters/{id:guid}/interview", FindAsync).WithSummary("The interview with a traveller").WithProblems(404, 409)
            .WithDescription("Supervisor of the port. What was written down so far, or begun with what the document says; once it ended, its number alone. Audited.");
        interviews.MapPut("/encounters/{id:guid}/interview", KeepAsync).WithSummary("Keep what was written down so far").WithProblems(404, 409, 413, 422).WithMetadata(new RequestSizeLimitAttribute(LargestInterview))
            .WithDescription("Supervisor of the port. It rests encrypted, takes the place of what was kept before, and is thrown away three days after the last. Audited.");
        interviews.MapPost("/encounters/{id:guid}/interview", EndAsync).WithSummary("End the interview").WithProblems(404, 409, 413, 422).WithMetadata(new RequestSizeLimitAttribute(LargestInterview))
            .WithDescription("Supervisor of the port. The circle receives what it needs under a pseudonym, the organisation that the person agreed to who they are and what they said, sealed to its key; all else is thrown away. Until the head of the circle has reviewed it, nobody who was referred is refused entry. Sent again under the same id it changes nothing. Signed and audited.");

        var readers = IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor);
        var referrals = api.MapGroup("/case-referrals").WithTags("Interviews").RequireAuthorization(readers);
        referrals.MapGet("/", ListAsync).WithSummary("List referrals to the circle").WithDescription("Investigator, case supervisor of the circle, auditor. Those that wait first, the oldest of them before all; at most 200 a page. Audited.");
        referrals.MapGet("/{id:guid}", ReadAsync).WithSummary("A referral").WithProblems(404).WithDescription("Investigator, case supervisor of the circle, auditor. A possible victim stands there by pseudonym. A case is opened of it with its id in the case's referral. Audited.");
        referrals.MapPost("/{id:guid}/set-aside", SetAsideAsync).RequireAuthorization(Roles.CaseSupervisor).WithSummary("Set a referral aside").WithProblems(404, 409, 422)
            .WithDescription("Case supervisor of the circle, with a reason. Sent again under the same id it changes nothing. Signed and audited.");
        referrals.MapPost("/{id:guid}/review", ReviewAsync).RequireAuthorization(Roles.CaseSupervisor).WithSummary("Review whether the person may be sent back").WithProblems(404, 409, 422)
            .WithDescription("Case supervisor of the circle, with what was considered. Until somebody agrees the border refuses nobody entry who was referred. The last review counts. Sent again under the same id it changes nothing. Signed and audited.");
    }

    private static Ok<InterviewGuide> Guide(InterviewDesk desk) => TypedResults.Ok(desk.Guide);

    private static async Task<Results<Ok<IReadOnlyList<Organisation>>, ProblemHttpResult>> OrganisationsAsync(InterviewDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.OrganisationsAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<InterviewAtPort>, ProblemHttpResult>> FindAsync(Guid id, InterviewRoom room, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await room.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<InterviewTold>, ProblemHttpResult>> KeepAsync(Guid id, InterviewTold told, InterviewRoom room, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await room.KeepAsync(id, told, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<InterviewUnderWay>, ProblemHttpResult>> EndAsync(Guid id, EndedInterview ended, InterviewRoom room, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await room.EndAsync(id, ended.Id, ended.Told, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<CaseReferral>>, ProblemHttpResult>> ListAsync(
        CaseReferralRegister register, ClaimsPrincipal user, CancellationToken cancellation, Word<CaseReferralStage>? stage = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(stage?.Value, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<CaseReferral>, ProblemHttpResult>> ReadAsync(Guid id, CaseReferralRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<CaseReferral>, ProblemHttpResult>> SetAsideAsync(Guid id, ReferralSetAside told, CaseReferralRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.SetAsideAsync(id, told.Id, told.Why, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<CaseReferral>, ProblemHttpResult>> ReviewAsync(Guid id, ReferralReviewed told, CaseReferralRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ReviewAsync(id, told.Id, told.MayBeRemoved, told.Why, user.ToActor(), cancellation)).ToResult();

    /// <summary>An interview that ends.</summary>
    /// <param name="Id">A UUID of whoever ends it.</param>
    /// <param name="Told">All that was written down.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record EndedInterview(Guid Id, InterviewTold Told);

    /// <summary>That a referral is set aside.</summary>
    /// <param name="Id">A UUID of whoever tells it.</param>
    /// <param name="Why">Why; at most 4,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ReferralSetAside(Guid Id, string Why);

    /// <summary>Whether a person may be sent back.</summary>
    /// <param name="Id">A UUID of whoever tells it.</param>
    /// <param name="MayBeRemoved">True where they may.</param>
    /// <param name="Why">Why, and what was considered; at most 4,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ReferralReviewed(Guid Id, bool MayBeRemoved, string Why);
}
