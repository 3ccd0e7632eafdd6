using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Encounters;
using Rahdari.Border.Indicators;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The indicators, what is told of a journey, and what was found in the record.</summary>
internal static class IndicatorEndpoints
{
    public static void MapIndicators(this IEndpointRouteBuilder api)
    {
        var indicators = api.MapGroup("/indicators").WithTags("Indicators");
        indicators.MapGet("/", InForceAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Officer, Roles.Supervisor, Roles.Auditor)).WithSummary("The indicators in force")
            .WithDescription("Watchlist manager, officer, supervisor, auditor. Number 0 and no indicator where none were ever published: nothing is looked for then.");
        indicators.MapGet("/versions", VersionsAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor)).WithSummary("Every publication of indicators")
            .WithDescription("Watchlist manager, supervisor, auditor. Newest first, at most 200 a page.");
        indicators.MapPost("/versions", PublishAsync).RequireAuthorization(Roles.WatchlistManager).WithSummary("Publish indicators").WithProblems(422)
            .WithDescription("Watchlist manager of headquarters, with a reason. They take the place of all before, under the next number, and count from the next traveller on. The same again change nothing. Signed and audited.");
        indicators.MapGet("/indications", IndicationsAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor)).WithSummary("What was found in the record of crossings")
            .WithDescription("Supervisor, auditor. Each with its explanation and the crossings that it saw; newest first, at most 200 a page; those of one's own port. None decides anything. Audited.");
        api.MapPost("/encounters/{id:guid}/journey", TellAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor)).WithTags("Indicators")
            .WithSummary("Tell of the journey, and what is observed").WithProblems(404, 409, 422)
            .WithDescription("Officer, supervisor. Sponsor, phone, address, the document of whoever they travel with, and the codes of observed indicators; it takes the place of what was told before, and is signed with the decision. The advice asks, or refers, and never more. Audited.");
    }

    private static async Task<Results<Ok<IndicatorSet>, ProblemHttpResult>> InForceAsync(IndicatorRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.InForceAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<IndicatorSetVersion>>, ProblemHttpResult>> VersionsAsync(
        IndicatorRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.VersionsAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IndicatorSetVersion>, ProblemHttpResult>> PublishAsync(
        PublishedIndicators published, IndicatorRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.PublishAsync(published.Indicators, published.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<FoundIndication>>, ProblemHttpResult>> IndicationsAsync(
        IndicationRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? code = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(code, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Encounter>, ProblemHttpResult>> TellAsync(Guid id, JourneyTold journey, JourneyDesk desk, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await desk.TellAsync(id, journey, user.ToActor(), cancellation)).ToResult();

    /// <summary>Indicators in the place of all before.</summary>
    /// <param name="Indicators">Every indicator; at most 200.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record PublishedIndicators(IReadOnlyList<Indicator> Indicators, string Reason);
}
