using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Networks;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>What cases are connected with.</summary>
internal static class NetworkEndpoints
{
    public static void MapNetwork(this IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{id:guid}/network", AroundAsync).WithTags("Cases").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor))
            .WithSummary("The network around a case").WithProblems(404)
            .WithDescription("Investigator, case supervisor of the circle. Accused people, telephones, addresses and other things within some steps (1 to 8 links) of the case, at most 150, and how they are joined. Of other circles' cases it tells number and circle alone; victims are never in it. Audited.");

    private static async Task<Results<Ok<NetworkView>, ProblemHttpResult>> AroundAsync(
        Guid id, NetworkRegister register, ClaimsPrincipal user, CancellationToken cancellation, int steps = 4) =>
        (await register.AroundAsync(id, steps, user.ToActor(), cancellation)).ToResult();
}
