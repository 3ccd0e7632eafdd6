using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Matching;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Screening a person by hand, without an encounter.</summary>
internal static class ScreeningEndpoints
{
    private const int MostHits = 200;

    public static void MapScreenings(this IEndpointRouteBuilder api)
    {
        var screenings = api.MapGroup("/screenings").WithTags("Screenings").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.WatchlistManager));
        screenings.MapPost("/", ScreenAsync).WithSummary("Screen a person").WithProblems(422)
            .WithDescription("Officer, supervisor, watchlist manager. The best 200 hits on all lists in force, each with every part of its score and the names token by token. Audited.");
        screenings.MapPost("/comparison", CompareAsync).WithSummary("Why an entry is no hit").WithProblems(404, 422)
            .WithDescription("Officer, supervisor, watchlist manager. How a named entry compares with a person by the lists and the policy in force, and why it does not alert where it does not: its score is below the list's threshold, its name is a weak alias, the list is switched off for the purpose, or the entry is no person, has no name that can be compared, or is not in the version searched. Audited with the name and the entry.");
    }

    private static async Task<Results<Ok<Page<Hit>>, ProblemHttpResult>> ScreenAsync(
        PersonToScreen request, WatchlistScreen screen, ClaimsPrincipal user, CancellationToken cancellation)
    {
        if (request.Threshold is not (null or (>= 0 and <= 1)))
            return Problems.Of(RequestRule.ThresholdInvalid.Broken("threshold"));
        var hits = await screen.ScreenByHandAsync(request.Person, request.Threshold, user.ToActor(), cancellation);
        return hits.Succeeded ? TypedResults.Ok(new Page<Hit>([.. hits.Value.Take(MostHits)], hits.Value.Count, 0)) : Problems.Of(hits.Problem);
    }

    private static async Task<Results<Ok<ToldComparison>, ProblemHttpResult>> CompareAsync(
        PersonToCompare request, EntryComparison comparison, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var compared = await comparison.CompareAsync(request.Person, request.List, request.Reference, request.Purpose, user.ToActor(), cancellation);
        return compared.Succeeded ? TypedResults.Ok(ToldComparison.Of(compared.Value)) : Problems.Of(compared.Problem);
    }
}

/// <summary>Whom to screen.</summary>
/// <param name="Person">The person, as far as known.</param>
/// <param name="Threshold">The least score (0 to 1) of a hit on any list; without it each list's own for screening by hand, which is 0.01 unless the policy says other.</param>
internal sealed record PersonToScreen(PersonQuery Person, double? Threshold = null);

/// <summary>Whom to compare with which entry.</summary>
/// <param name="Person">The person, as far as known.</param>
/// <param name="List">The list: <c>un</c>.</param>
/// <param name="Reference">The list's own reference, letter by letter: <c>QDi.430</c>.</param>
/// <param name="Purpose">What the person is screened for.</param>
internal sealed record PersonToCompare(PersonQuery Person, string List, string Reference, ScreeningPurpose Purpose = ScreeningPurpose.ByHand);

/// <summary>A comparison with its sentence.</summary>
/// <param name="List">The list.</param>
/// <param name="Reference">The list's own reference.</param>
/// <param name="Purpose">What the person is screened for.</param>
/// <param name="Threshold">The score from which on the list alerts for the purpose, 0 to 1.</param>
/// <param name="Match">Every part of the comparison; null where there was nothing to compare.</param>
/// <param name="WhyNot">Why the entry does not alert; null where it does.</param>
internal sealed record ToldComparison(string List, string Reference, ScreeningPurpose Purpose, double Threshold, Hit? Match, ToldFinding? WhyNot)
{
    public static ToldComparison Of(ComparedEntry entry) =>
        new(entry.List, entry.Reference, entry.Purpose, entry.Threshold, entry.Match, entry.WhyNot is null ? null : ToldFinding.Of(entry.WhyNot));
}
