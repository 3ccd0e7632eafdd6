using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening;
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
        api.MapGet("/watchlists/held", HeldAsync).WithTags("Watchlists").RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor))
            .WithSummary("Imports that wait for a second person")
            .WithDescription("Watchlist manager, supervisor, auditor. With the entries because of which each waits, and how many travellers of the last 30 days each would have stopped. Audited.");
        api.MapPost("/watchlists/{list}/held/decision", DecideHeldAsync).WithTags("Watchlists").RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor))
            .WithSummary("Bring a held import into force, or drop it").WithProblems(404, 409, 422)
            .WithDescription("Watchlist manager, supervisor, other than who imported it; who imported it may drop it. heldAt is when the import that was looked at was imported, as held tells it: one that has taken its place is not meant. To drop with a reason. Audited.");
        var lists = api.MapGroup("/watchlists/{list}").WithTags("Watchlists")
            .RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor));
        lists.MapGet("/versions", VersionsAsync).WithSummary("A list's versions").WithProblems(404)
            .WithDescription("Watchlist manager, supervisor, auditor. Newest first; at most 500 a page.");
        lists.MapGet("/versions/{number:int}/changes", ChangesAsync).WithSummary("What a version changed").WithProblems(404)
            .WithDescription("Watchlist manager, supervisor, auditor. Each entry added, changed or delisted, before and after, by reference. Audited.");
        lists.MapGet("/entries", EntriesAsync).WithSummary("A list's entries in force").WithProblems(404)
            .WithDescription("Watchlist manager, supervisor, auditor. Entries whose reference or any name contains the text, whatever its case; all of them without. A reported document (kind document) goes by its State and number for a name, and report says what happened to it. At most 500 a page. Audited.");
    }

    private static async Task<Results<Ok<IReadOnlyList<WatchlistVersion>>, ProblemHttpResult>> InForceAsync(
        WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.InForceAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<HeldImport>>, ProblemHttpResult>> HeldAsync(HeldImports held, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await held.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<WatchlistVersion>, ProblemHttpResult>> DecideHeldAsync(
        string list, HeldDecision decision, HeldImports held, WatchlistScreen screen, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var decided = await held.DecideAsync(list, decision.HeldAt, decision.Approve, decision.Reason, user.ToActor(), cancellation);
        if (decided.Succeeded && decision.Approve)
            await screen.RefreshAsync(CancellationToken.None);
        return decided.ToResult();
    }

    private static async Task<Results<Ok<Page<WatchlistVersion>>, ProblemHttpResult>> VersionsAsync(
        string list, WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.VersionsAsync(list, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<WatchlistChange>>, ProblemHttpResult>> ChangesAsync(
        string list, int number, WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.ChangesAsync(list, number, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<WatchlistEntry>>, ProblemHttpResult>> EntriesAsync(
        string list, WatchlistRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, int offset = 0, int take = 50) =>
        (await register.EntriesAsync(list, search, offset, take, user.ToActor(), cancellation)).ToResult();

    /// <summary>What a second person says of a held import.</summary>
    /// <param name="HeldAt">When it was imported, as read.</param>
    /// <param name="Approve">True to bring it into force, false to drop it.</param>
    /// <param name="Reason">Why; needed to drop it.</param>
    internal sealed record HeldDecision(DateTimeOffset HeldAt, bool Approve, string? Reason = null);
}
