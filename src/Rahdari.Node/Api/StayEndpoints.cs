using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Stays;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Stays in the country.</summary>
internal static class StayEndpoints
{
    public static void MapStays(this IEndpointRouteBuilder api) =>
        api.MapGroup("/stays").WithTags("Stays").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor))
            .MapGet("/", ListAsync).WithSummary("List stays that no exit has ended")
            .WithDescription("Supervisor, auditor; for a user of one port those who entered there. Aliens in the country (where nothing is asked), who of them has overstayed (extensions counted; the earliest day granted on entry first), or whose exit is missing since an entry of the last year, at most 500 a page. Audited.");

    private static async Task<Results<Ok<Page<ListedStay>>, ProblemHttpResult>> ListAsync(
        StayRegister register, ClaimsPrincipal user, CancellationToken cancellation, Word<StayListing>? listing = null, string? nationality = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(listing?.Value ?? StayListing.InCountry, nationality, offset, take, user.ToActor(), cancellation)).ToResult();
}
