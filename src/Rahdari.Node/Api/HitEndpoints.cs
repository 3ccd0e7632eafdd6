using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Screening;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The second line's work on possible watchlist matches.</summary>
internal static class HitEndpoints
{
    public static void MapHits(this IEndpointRouteBuilder api)
    {
        var hits = api.MapGroup("/hits").WithTags("Hits").RequireAuthorization(Roles.Supervisor);
        hits.MapGet("/", ListAsync).WithSummary("List hits")
            .WithDescription("Supervisor. Open ones oldest first, others newest first; at most 200 a page. Audited.");
        hits.MapPost("/{id:guid}/resolution", ResolveAsync).WithSummary("Resolve a hit").WithProblems(404, 409, 422)
            .WithDescription("Supervisor, other than who opened the encounter. Dismisses (not this person) or confirms (this person), with a reason. Audited.");
    }

    private static async Task<Results<Ok<Page<ScreeningHit>>, ProblemHttpResult>> ListAsync(
        HitQueue hits, ClaimsPrincipal user, CancellationToken cancellation, HitState? state = null, int offset = 0, int take = 50) =>
        (await hits.ListAsync(state, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ScreeningHit>, ProblemHttpResult>> ResolveAsync(
        Guid id, HitResolution resolution, HitQueue hits, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await hits.ResolveAsync(id, resolution.Resolution, resolution.Reason, user.ToActor(), cancellation)).ToResult();
}

/// <summary>How a hit is resolved.</summary>
/// <param name="Resolution"><c>dismissed</c> or <c>confirmed</c>.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
internal sealed record HitResolution(HitState Resolution, string Reason);
