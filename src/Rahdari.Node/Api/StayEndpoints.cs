using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Stays;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Stays in the country.</summary>
internal static class StayEndpoints
{
    public static void MapStays(this IEndpointRouteBuilder api) =>
        api.MapGroup("/overstays").WithTags("Stays").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor))
            .MapGet("/", ListAsync).WithSummary("List overstays")
            .WithDescription("Supervisor, auditor; for a user of one port those who entered there. Who is in the country past the last permitted day, longest over first, at most 500 a page. Audited.");

    private static async Task<Results<Ok<Page<Overstay>>, ProblemHttpResult>> ListAsync(
        OverstayRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? nationality = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(nationality, offset, take, user.ToActor(), cancellation)).ToResult();
}
