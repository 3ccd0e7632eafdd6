using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening.Policy;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Who is alerted for what: the policy, its versions, and what another one would do.</summary>
internal static class PolicyEndpoints
{
    public static void MapPolicy(this IEndpointRouteBuilder api)
    {
        var policy = api.MapGroup("/policy").WithTags("Screening policy").RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor, Roles.Auditor));
        policy.MapGet("/", InForceAsync).WithSummary("The policy in force")
            .WithDescription("Watchlist manager, supervisor, auditor. Its rules by list and purpose; a list without one alerts at 0.01. Number 0 where no policy was ever approved.");
        policy.MapGet("/versions", ListAsync).WithSummary("Every policy")
            .WithDescription("Watchlist manager, supervisor, auditor. Newest first, at most 200 a page; those that wait for a second person among them.");
        policy.MapPost("/versions", ProposeAsync).RequireAuthorization(Roles.WatchlistManager).WithSummary("Propose a policy").WithProblems(422)
            .WithDescription("Watchlist manager, with a reason. The rules take the place of all those in force: at once, or, where a list is switched off, a threshold raised or a weight lowered, when a second person approves. At most 400 rules. Audited.");
        policy.MapPost("/versions/{number:int}/decision", DecideAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor)).WithSummary("Approve or reject a policy").WithProblems(404, 409, 422)
            .WithDescription("Watchlist manager, supervisor, other than who proposed it; who proposed it may reject it. To reject with a reason. A policy that was proposed before another took effect can no longer be approved. Audited.");
        policy.MapPost("/preview", PreviewAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.WatchlistManager, Roles.Supervisor)).WithSummary("What a policy would do").WithProblems(422)
            .WithDescription("Watchlist manager, supervisor. How many of the travellers who crossed or were refused in the last 30 days would alert more and fewer than now, by list, with a sample of 20; those whom a supervisor told apart from an entry are left out. Takes minutes where there were many; closing the request ends it. Audited.");
    }

    private static async Task<Results<Ok<ScreeningPolicy>, ProblemHttpResult>> InForceAsync(PolicyRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.InForceAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<ScreeningPolicy>>, ProblemHttpResult>> ListAsync(
        PolicyRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.ListAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ScreeningPolicy>, ProblemHttpResult>> ProposeAsync(
        ProposedPolicy proposed, PolicyRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ProposeAsync(proposed.Rules, proposed.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ScreeningPolicy>, ProblemHttpResult>> DecideAsync(
        int number, PolicyDecision decision, PolicyRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.DecideAsync(number, decision.Approve, decision.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<PolicyEffect>, ProblemHttpResult>> PreviewAsync(
        PreviewedPolicy previewed, PolicyPreview preview, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await preview.EffectAsync(previewed.Rules, previewed.Purpose, user.ToActor(), cancellation: cancellation)).ToResult();

    /// <summary>Rules in the place of those in force.</summary>
    /// <param name="Rules">Every rule that says more than the default.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    internal sealed record ProposedPolicy(IReadOnlyList<PolicyRule> Rules, string Reason);

    /// <summary>What a second person says of a policy.</summary>
    /// <param name="Approve">True to let it take effect, false to reject it.</param>
    /// <param name="Reason">Why; needed to reject.</param>
    internal sealed record PolicyDecision(bool Approve, string? Reason = null);

    /// <summary>Rules whose effect is asked for.</summary>
    /// <param name="Rules">Every rule that says more than the default.</param>
    /// <param name="Purpose">As if everybody had been screened for it.</param>
    internal sealed record PreviewedPolicy(IReadOnlyList<PolicyRule> Rules, ScreeningPurpose Purpose = ScreeningPurpose.Counter);
}
