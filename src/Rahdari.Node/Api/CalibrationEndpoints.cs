using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Whether the scores of the site keep their word.</summary>
internal static class CalibrationEndpoints
{
    public static void MapCalibration(this IEndpointRouteBuilder api) =>
        api.MapGet("/calibration", ReadAsync).WithTags("Screening policy").RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor))
            .WithSummary("Scores told against matches resolved")
            .WithDescription("Watchlist manager, supervisor, auditor; a user of a port sees that port's. For all lists and each, by band of the score told: how many matches were resolved in the period (at or after from, before to; without them the last 365 days), how many confirmed, the mean told, and the share confirmed with its 95 % interval (Wilson). A traveller and an entry count once, as resolved last. The verdict is tooFew below 20. Audited.");

    private static async Task<Results<Ok<SiteCalibration>, ProblemHttpResult>> ReadAsync(
        MatchCalibration calibration, ClaimsPrincipal user, CancellationToken cancellation, DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        (await calibration.ReadAsync(from, to, user.ToActor(), cancellation)).ToResult();
}
