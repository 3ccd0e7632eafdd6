using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Sites;
using Rahdari.Border.Watchlists;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>What a client needs to know of the site before it does anything.</summary>
internal static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder api) =>
        api.MapGet("/site", ShowAsync).WithTags("Site").RequireAuthorization().WithSummary("What this site is")
            .WithDescription("Every role. The port, its counters and rules, the day there, and the lists that travellers are screened against.");

    private static async Task<Results<Ok<SiteOverview>, ProblemHttpResult>> ShowAsync(
        SiteSettings settings, WatchlistRegister register, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var lists = await register.InForceAsync(user.ToActor(), cancellation);
        if (!lists.Succeeded)
            return Problems.Of(lists.Problem);
        return TypedResults.Ok(new SiteOverview(
            settings.Node,
            settings.Port,
            settings.PortName,
            settings.Counters,
            settings.TimeZone,
            settings.LocalDay(clock.GetUtcNow()),
            settings.Country,
            settings.DefaultStayDays,
            settings.AgeOfMajority,
            settings.Demonstration,
            lists.Value));
    }
}

/// <summary>What a site is.</summary>
/// <param name="Node">The node's name.</param>
/// <param name="Port">The port (UN/LOCODE).</param>
/// <param name="PortName">Its name.</param>
/// <param name="Counters">The counters.</param>
/// <param name="TimeZone">The IANA time zone in which the port's days begin.</param>
/// <param name="Today">The day at the port.</param>
/// <param name="Country">The State whose border this is.</param>
/// <param name="DefaultStayDays">Days that an alien may stay unless the officer grants other.</param>
/// <param name="AgeOfMajority">Under this age (years) a traveller is a minor.</param>
/// <param name="Demonstration">True for a demonstration with specimen travellers.</param>
/// <param name="Lists">The version in force of each list.</param>
internal sealed record SiteOverview(
    string Node,
    string Port,
    string PortName,
    IReadOnlyList<string> Counters,
    string TimeZone,
    DateOnly Today,
    string Country,
    int DefaultStayDays,
    int AgeOfMajority,
    bool Demonstration,
    IReadOnlyList<WatchlistVersion> Lists);
