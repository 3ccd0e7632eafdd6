using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
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
            .WithDescription("Supervisor, other than who opened the encounter. Dismisses (not this person) or confirms (this person), with a reason. Who is dismissed is vetted: the entry does not alert for the traveller again until the entry, or the name, date of birth, nationality, sex or personal number in the document, changes, the day in until is over, or a supervisor withdraws it. Audited.");
    }

    private static async Task<Results<Ok<Page<ScreeningHit>>, ProblemHttpResult>> ListAsync(
        HitQueue hits, ClaimsPrincipal user, CancellationToken cancellation, Word<HitState>? state = null, int offset = 0, int take = 50) =>
        (await hits.ListAsync(state?.Value, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ScreeningHit>, ProblemHttpResult>> ResolveAsync(
        Guid id, HitResolution resolution, HitQueue hits, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await hits.ResolveAsync(id, resolution.Resolution, resolution.Reason, user.ToActor(), resolution.Until, cancellation)).ToResult();
}

/// <summary>How a hit is resolved.</summary>
/// <param name="Resolution"><c>dismissed</c> or <c>confirmed</c>.</param>
/// <param name="Reason">Why; at most 1,000 characters.</param>
/// <param name="Until">Of a dismissal: the last day, at the port, for which the traveller is vetted; without it the site's default, which may be no end.</param>
internal sealed record HitResolution(HitState Resolution, string Reason, DateOnly? Until = null);
