using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Screening;
using Rahdari.Matching;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Screening a person by hand, without an encounter.</summary>
internal static class ScreeningEndpoints
{
    private const int MostHits = 200;

    public static void MapScreenings(this IEndpointRouteBuilder api) =>
        api.MapGroup("/screenings").WithTags("Screenings").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.WatchlistManager))
            .MapPost("/", ScreenAsync).WithSummary("Screen a person").WithProblems(422)
            .WithDescription("Officer, supervisor, watchlist manager. The best 200 hits on all lists in force, each with every part of its score and the names token by token. Audited.");

    private static async Task<Results<Ok<Page<Hit>>, ProblemHttpResult>> ScreenAsync(
        PersonToScreen request, WatchlistScreen screen, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (request.Threshold is not (>= 0 and <= 1))
            return Problems.Of(RequestRule.ThresholdInvalid.Broken("threshold"));
        var hits = await screen.ScreenByHandAsync(request.Person, request.Threshold, user.ToActor(), cancellation);
        return hits.Succeeded ? TypedResults.Ok(new Page<Hit>([.. hits.Value.Take(MostHits)], hits.Value.Count, 0)) : Problems.Of(hits.Problem);
    }
}

/// <summary>Whom to screen.</summary>
/// <param name="Person">The person, as far as known.</param>
/// <param name="Threshold">The least score (0 to 1) of a hit.</param>
internal sealed record PersonToScreen(PersonQuery Person, double Threshold = ScreeningIndex.AlertThreshold);
