using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Conveyances;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>By what travellers come and go.</summary>
internal static class ConveyanceEndpoints
{
    public static void MapConveyances(this IEndpointRouteBuilder api) =>
        api.MapGroup("/conveyances").WithTags("Crossings").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.Auditor))
            .MapGet("/", OfDayAsync).WithSummary("List a day's conveyances")
            .WithDescription("Officer, supervisor, auditor; a user of a port sees that port's. Flights, ships, trains, buses, vehicles and who walks, with how many entered, left and were refused, and for an announced flight how many are expected; today where no day is given. Whom: /crossings with conveyanceDay, conveyanceKind and conveyance. Names no traveller. Audited.");

    private static async Task<Results<Ok<Page<ConveyanceOfDay>>, ProblemHttpResult>> OfDayAsync(
        ConveyanceRegister register, ClaimsPrincipal user, CancellationToken cancellation, DateOnly? day = null, int offset = 0, int take = 50) =>
        (await register.OfDayAsync(day, offset, take, user.ToActor(), cancellation)).ToResult();
}
