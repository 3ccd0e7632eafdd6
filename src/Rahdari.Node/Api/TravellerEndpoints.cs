using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Travellers;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>What the site knows of a traveller.</summary>
internal static class TravellerEndpoints
{
    public static void MapTravellers(this IEndpointRouteBuilder api) =>
        api.MapGroup("/travellers").WithTags("Travellers").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.Auditor))
            .MapGet("/{id:guid}", HistoryAsync).WithSummary("Read a traveller's history").WithProblems(404)
            .WithDescription("Officer, supervisor, auditor. Of the person that the traveller is, by whatever documents: documents, crossings and refusals (the newest 500), the open stay, stays and links. Audited. "
                + "At a port that is linked to headquarters, national tells what headquarters knows of the person's crossings at other ports (the newest 100, without those in crossings), or that only this port's are known and why; "
                + "headquarters is awaited for a second at most, and audits the reading, too. With national=false nobody is asked. A site that stands alone has no national.");

    private static async Task<Results<Ok<TravellerHistory>, ProblemHttpResult>> HistoryAsync(
        Guid id, TravellerRegister travellers, ClaimsPrincipal user, CancellationToken cancellation, bool national = true)
    {
        var actor = user.ToActor();
        var history = await travellers.HistoryAsync(id, actor, cancellation);
        return (history.Succeeded && national ? await travellers.WithNationalAsync(history.Value, actor, cancellation) : history).ToResult();
    }
}
