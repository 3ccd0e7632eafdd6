using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Everybody in the country screened again: runs, and what they found.</summary>
internal static class RescreeningEndpoints
{
    public static void MapRescreenings(this IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/rescreenings").WithTags("Screening everybody again").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.WatchlistManager, Roles.Auditor));
        var start = IdentityRegistration.AnyOf(Roles.Supervisor, Roles.WatchlistManager);
        runs.MapGet("/", ListAsync).WithSummary("List runs")
            .WithDescription("Supervisor, watchlist manager, auditor. Newest first, at most 200 a page; how far each is, and how many alerts it found. Names nobody.");
        runs.MapGet("/{id:guid}", FindAsync).WithSummary("One run").WithProblems(404)
            .WithDescription("Supervisor, watchlist manager, auditor. Ask again to see how far it is.");
        runs.MapPost("/", StartAsync).RequireAuthorization(start).WithSummary("Start a run").WithProblems(409)
            .WithDescription("Supervisor, watchlist manager. Screens everybody whose latest crossing is an entry against the lists in force, by the policy's rules for rescreening, with the document presented last. Answers at once; the run goes on. Refused while another runs. Audited.");
        runs.MapPost("/{id:guid}/cancellation", CancelAsync).RequireAuthorization(start).WithSummary("Cancel a run").WithProblems(404, 409)
            .WithDescription("Supervisor, watchlist manager. It stops within seconds; what it found stays, and it can be resumed. Audited.");
        runs.MapPost("/{id:guid}/resumption", ResumeAsync).RequireAuthorization(start).WithSummary("Resume a run").WithProblems(404, 409)
            .WithDescription("Supervisor, watchlist manager. A run that was cancelled or interrupted goes on where it stopped; one that still runs is taken over. Where a list or the policy has changed since, another run is begun and answered. Audited.");
        runs.MapGet("/alerts", AlertsAsync).RequireAuthorization(Roles.Supervisor).WithSummary("What runs have found")
            .WithDescription("Supervisor. Open ones oldest first, others newest first, at most 200 a page; for a user of one port of travellers who crossed last, or tried to, at that port. Each is resolved as any hit, by POST /hits/{id}/resolution. Audited.");
    }

    private static async Task<Results<Ok<Page<RescreeningRun>>, ProblemHttpResult>> ListAsync(
        Rescreenings runs, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await runs.ListAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RescreeningRun>, ProblemHttpResult>> FindAsync(Guid id, Rescreenings runs, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await runs.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RescreeningRun>, ProblemHttpResult>> StartAsync(Rescreenings runs, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await runs.StartAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RescreeningRun>, ProblemHttpResult>> CancelAsync(Guid id, Rescreenings runs, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await runs.CancelAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<RescreeningRun>, ProblemHttpResult>> ResumeAsync(Guid id, Rescreenings runs, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await runs.StartAgainAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<CountryAlert>>, ProblemHttpResult>> AlertsAsync(
        CountryAlerts alerts, ClaimsPrincipal user, CancellationToken cancellation, Word<HitState>? state = null, int offset = 0, int take = 50) =>
        (await alerts.ListAsync(state?.Value, offset, take, user.ToActor(), cancellation)).ToResult();
}
