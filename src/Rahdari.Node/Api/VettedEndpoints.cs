using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Who is not alerted for what, because a supervisor told both apart.</summary>
internal static class VettedEndpoints
{
    public static void MapVetted(this IEndpointRouteBuilder api)
    {
        var vetted = api.MapGroup("/vetted").WithTags("Vetted decisions").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor));
        vetted.MapGet("/", ListAsync).WithSummary("List vetted decisions")
            .WithDescription("Supervisor, auditor; for a user of one port those of travellers who were presented there. Newest first, at most 200 a page. Search finds a part of the traveller's or the entry's name, a reference, or the key of a traveller or decision; standing tells those that still keep an entry from alerting from those that no longer do. Audited.");
        vetted.MapGet("/{id:guid}", FindAsync).WithSummary("A vetted decision and what it suppressed").WithProblems(404)
            .WithDescription("Supervisor, auditor. With the newest 200 hits that it kept from alerting. Audited.");
        vetted.MapPost("/{id:guid}/withdrawal", WithdrawAsync).RequireAuthorization(Roles.Supervisor).WithSummary("Withdraw a vetted decision").WithProblems(404, 409, 422)
            .WithDescription("Supervisor, with a reason. From now on the entry alerts for the traveller again, also in an encounter that nobody has decided. Audited.");
    }

    private static async Task<Results<Ok<Page<VettedDecision>>, ProblemHttpResult>> ListAsync(
        VettedRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, bool? standing = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(search, standing, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VettedHistory>, ProblemHttpResult>> FindAsync(Guid id, VettedRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VettedDecision>, ProblemHttpResult>> WithdrawAsync(
        Guid id, Withdrawal withdrawal, VettedRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.WithdrawAsync(id, withdrawal.Reason, user.ToActor(), cancellation)).ToResult();

    /// <summary>That a decision is taken back.</summary>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    internal sealed record Withdrawal(string Reason);
}
