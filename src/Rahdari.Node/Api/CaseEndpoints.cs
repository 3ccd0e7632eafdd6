using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Cases;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The cases of the Anti Human Trafficking circles.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var readers = IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor);
        var tellers = IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor);
        var cases = api.MapGroup("/cases").WithTags("Cases").RequireAuthorization(readers);
        cases.MapGet("/", ListAsync).WithSummary("List cases")
            .WithDescription("Investigator, case supervisor of the circle, auditor. Those whose time limit ends first come first; at most 200 a page. Audited.");
        cases.MapGet("/{id:guid}", FindAsync).WithSummary("A case").WithProblems(404)
            .WithDescription("Investigator, case supervisor of the circle, auditor. How it stands, its time limits, and everything that was told of it. Victims stand there by pseudonym. Audited.");
        cases.MapPost("/", OpenAsync).RequireAuthorization(tellers).WithSummary("Open a case").WithProblems(422)
            .WithDescription("Investigator, case supervisor; in their own circle. Sent again under the same id it is answered with the case that was opened. Signed and audited.");
        cases.MapPost("/{id:guid}/events", TellAsync).RequireAuthorization(tellers).WithSummary("Tell what happened to a case").WithProblems(404, 409, 422)
            .WithDescription("Investigator; closing, reopening, transfers and the review of punishment: case supervisor. One fact, told apart by its kind, with the version that was read: where more was told since, it is a conflict. A step that comes before what the procedure puts before it needs its reason in outOfOrder. Sent again under the same id it changes nothing. Signed and audited.");
    }

    private static async Task<Results<Ok<Page<ListedCase>>, ProblemHttpResult>> ListAsync(
        CaseRegister register, ClaimsPrincipal user, CancellationToken cancellation, Word<CaseStage>? stage = null, string? number = null, bool overdue = false, int offset = 0, int take = 50) =>
        (await register.ListAsync(new CaseFilter { Stage = stage?.Value, Number = number, IsOverdue = overdue }, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<CaseFile>, ProblemHttpResult>> FindAsync(Guid id, CaseRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<CaseState>, ProblemHttpResult>> OpenAsync(OpenedCase opened, CaseRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.OpenAsync(opened.Id, opened.Opened, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<CaseState>, ProblemHttpResult>> TellAsync(Guid id, ToldFact told, CaseRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.TellAsync(id, told.Id, told.Fact, told.Version, user.ToActor(), cancellation)).ToResult();

    /// <summary>A case to be opened.</summary>
    /// <param name="Id">A UUID of whoever opens it.</param>
    /// <param name="Opened">What is known.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record OpenedCase(Guid Id, Opened Opened);

    /// <summary>A fact to be told.</summary>
    /// <param name="Id">A UUID of whoever tells it.</param>
    /// <param name="Version">How many events of the case they had read.</param>
    /// <param name="Fact">What happened.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record ToldFact(Guid Id, int Version, CaseFact Fact);
}
