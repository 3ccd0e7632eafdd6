using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border;
using Rahdari.Border.Watchlists;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Reading the watchlists of the site.</summary>
internal static class WatchlistEndpoints
{
    public static void MapWatchlists(this IEndpointRouteBuilder api)
    {
        api.MapGet("/watchlists", InForceAsync).WithTags("Watchlists").RequireAuthorization().WithSummary("The version in force of each list")
            .WithDescription("Every role.");
        var lists = api.MapGroup("/watchlists/{list}").WithTags("Watchlists")
            .RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor));
        lists.MapGet("/versions", VersionsAsync).WithSummary("A list's versions").WithProblems(404)
            .WithDescription("Watchlist manager, supervisor, auditor. Newest first; at most 500 a page.");
        lists.MapGet("/versions/{number:int}/changes", ChangesAsync).WithSummary("What a version changed").WithProblems(404)
            .WithDescription("Watchlist manager, supervisor, auditor. Each entry added, changed or delisted, before and after, by reference. Audited.");
        lists.MapGet("/entries", EntriesAsync).WithSummary("A list's entries in force").WithProblems(404)
            .WithDescription("Watchlist manager, supervisor, auditor. Entries whose reference or any name contains the text, whatever its case; all of them without. At most 500 a page. Audited.");
    }

    private static async Task<Results<Ok<IReadOnlyList<WatchlistVersion>>, ProblemHttpResult>> InForceAsync(
        WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.InForceAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<WatchlistVersion>>, ProblemHttpResult>> VersionsAsync(
        string list, WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.VersionsAsync(list, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<WatchlistChange>>, ProblemHttpResult>> ChangesAsync(
        string list, int number, WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.ChangesAsync(list, number, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<WatchlistEntry>>, ProblemHttpResult>> EntriesAsync(
        string list, WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, int offset = 0, int take = 50) =>
        (await register.EntriesAsync(list, search, offset, take, user.ToActor(), cancellation)).ToResult();
}
