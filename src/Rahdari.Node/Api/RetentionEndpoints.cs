using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Retention;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>How long records are kept, what is due, and what a legal hold keeps longer.</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder api)
    {
        var retention = api.MapGroup("/retention").WithTags("Retention").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Auditor));
        retention.MapGet("/", InForceAsync).WithSummary("The schedule of retention in force")
            .WithDescription("Administrator, auditor. Number 0 and no period where none was ever published: nothing is purged then.");
        retention.MapGet("/versions", VersionsAsync).WithSummary("Every schedule of retention").WithDescription("Administrator, auditor. Newest first, at most 200 a page.");
        retention.MapPost("/versions", PublishAsync).RequireAuthorization(Roles.Administrator).WithSummary("Publish a schedule of retention").WithProblems(422)
            .WithDescription("Administrator of headquarters, with a reason. The periods take the place of all before, under the next number, and count from the next purge on; a class that is left out is never purged. The same again change nothing. Signed and audited.");
        retention.MapGet("/plan", PlanAsync).WithSummary("What a purge would erase")
            .WithDescription("Administrator, auditor. Counts by class, with the oldest, and how many a legal hold or something that stays keeps; nobody is named. Reads every record that is due. Audited.");

        var holds = api.MapGroup("/legal-holds").WithTags("Retention").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Supervisor, Roles.Auditor));
        holds.MapGet("/", ListAsync).WithSummary("List legal holds").WithDescription("Administrator, supervisor, auditor. Those that stand first, newest first, at most 200 a page. Audited.");
        holds.MapGet("/{number:int}", FindAsync).WithSummary("A legal hold").WithProblems(404).WithDescription("Administrator, supervisor, auditor. Audited.");
        holds.MapPost("/", PlaceAsync).RequireAuthorization(Roles.Administrator).WithSummary("Place a legal hold").WithProblems(422)
            .WithDescription("Administrator. Travellers with everybody who is one person with them, now or later; an exit order by its number. None of it is purged from the moment of the answer. The same hold sent again is answered with the one that stands. Audited, and signed in the ledger.");
        holds.MapPost("/{number:int}/lifting", AskLiftingAsync).RequireAuthorization(Roles.Administrator).WithSummary("Ask that a legal hold be lifted").WithProblems(404, 409, 422)
            .WithDescription("Administrator, with the authority's reference and a reason. Until a second person agrees the hold stands. Audited.");
        holds.MapPost("/{number:int}/lifting/agreement", LiftAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Supervisor)).WithSummary("Agree that a legal hold is lifted").WithProblems(404, 409, 422)
            .WithDescription("Administrator, supervisor; another person than the one who asked, with the instant of what they agree to: where it was asked for anew since, it is a conflict. Audited.");
    }

    private static async Task<Results<Ok<RetentionSchedule>, ProblemHttpResult>> InForceAsync(RetentionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.InForceAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<RetentionSchedule>>, ProblemHttpResult>> VersionsAsync(
        RetentionRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.VersionsAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RetentionSchedule>, ProblemHttpResult>> PublishAsync(
        PublishedSchedule published, RetentionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.PublishAsync(published.Periods, published.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RetentionPlan>, ProblemHttpResult>> PlanAsync(RetentionPurge purge, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await purge.PlanAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<LegalHold>>, ProblemHttpResult>> ListAsync(HoldRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.ListAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<LegalHold>, ProblemHttpResult>> FindAsync(int number, HoldRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(number, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<LegalHold>, ProblemHttpResult>> PlaceAsync(HoldTerms hold, HoldRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.PlaceAsync(hold, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<LegalHold>, ProblemHttpResult>> AskLiftingAsync(int number, HoldLiftingAsked lifting, HoldRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.AskLiftingAsync(number, lifting.AuthorityReference, lifting.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<LegalHold>, ProblemHttpResult>> LiftAsync(int number, HoldLiftingSeen lifting, HoldRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.LiftAsync(number, lifting.AskedAt, user.ToActor(), cancellation)).ToResult();

    /// <summary>A schedule in the place of all before.</summary>
    /// <param name="Periods">One for each class at most.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record PublishedSchedule(IReadOnlyList<RetentionPeriod> Periods, string Reason);

    /// <summary>That a hold is to be lifted.</summary>
    /// <param name="AuthorityReference">The authority's reference for the lifting.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    internal sealed record HoldLiftingAsked(string AuthorityReference, string Reason);

    /// <summary>That the second person agrees.</summary>
    /// <param name="AskedAt">When the lifting that they read was asked for: askedAt of the hold's lifting.</param>
    internal sealed record HoldLiftingSeen(DateTimeOffset AskedAt);
}
