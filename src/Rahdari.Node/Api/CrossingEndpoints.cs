using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Crossings;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Crossings and refusals, as recorded.</summary>
internal static class CrossingEndpoints
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapCrossings(this IEndpointRouteBuilder api)
    {
        var crossings = api.MapGroup("/crossings").WithTags("Crossings").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.Auditor));
        crossings.MapGet("/", ListAsync).WithSummary("List crossings")
            .WithDescription("Officer, supervisor, auditor; a user of a port sees that port's. Newest first, at most 500 a page. Audited.");
        crossings.MapGet("/{id:guid}", FindAsync).WithSummary("Read a crossing").WithProblems(404)
            .WithDescription("Officer, supervisor, auditor. Audited.");
        crossings.MapGet("/export", ExportAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor)).WithSummary("Export crossings")
            .WithDescription("Supervisor, auditor. All that match, newest first, as CSV (RFC 4180, UTF-8, a header line; what a spreadsheet would take for a formula is escaped). Audited.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<Results<Ok<Page<Crossing>>, ProblemHttpResult>> ListAsync(
        [AsParameters] CrossingFilter filter, CrossingRegister crossings, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        Unknown(filter) ?? (await crossings.ListAsync(filter, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Crossing>, ProblemHttpResult>> FindAsync(
        Guid id, CrossingRegister crossings, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await crossings.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ExportAsync(
        [AsParameters] CrossingFilter filter, CrossingRegister crossings, TimeProvider clock, HttpResponse response, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (Unknown(filter) is { } unknown)
            return unknown;
        response.ContentType = Csv;
        response.Headers.ContentDisposition = $"attachment; filename=\"crossings-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}.csv\"";
        var exported = await crossings.ExportAsync(filter, response.Body, user.ToActor(), cancellation);
        if (exported.Succeeded)
            return TypedResults.Empty;
        // The rule that forbids it is known before the first byte: nothing was sent yet.
        response.Headers.ContentDisposition = default;
        return Problems.Of(exported.Problem);
    }

    /// <summary>The parameter that is no word of its enumeration: the framework takes any number for one.</summary>
    private static ProblemHttpResult? Unknown(CrossingFilter filter) =>
        filter.Direction is { } direction && !Enum.IsDefined(direction) ? Problems.Of(RequestRule.ParameterInvalid.Broken("direction", ("parameter", "direction")))
        : filter.Outcome is { } outcome && !Enum.IsDefined(outcome) ? Problems.Of(RequestRule.ParameterInvalid.Broken("outcome", ("parameter", "outcome")))
        : null;
}
