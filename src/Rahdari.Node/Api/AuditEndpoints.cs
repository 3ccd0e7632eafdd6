using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The auditor's work: who did or read what, and whether the record is whole.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", ListAsync).WithTags("Audit").RequireAuthorization(Roles.Auditor).WithSummary("List audit records")
            .WithDescription("Auditor. Newest first, at most 500 a page. The reading is itself audited.");
        api.MapPost("/ledger/verification", VerifyAsync).WithTags("Audit").RequireAuthorization(Roles.Auditor).WithSummary("Verify the ledger")
            .WithDescription(
                "Auditor. Walks the signed chain from its first record and compares the tables with it; takes a while on a long chain, and ends when the request is closed. "
                + "Keep the anchor of the answer elsewhere: given to a later verification it proves that the chain's end was not cut off. Audited.");
    }

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> ListAsync(
        [AsParameters] AuditFilter filter, AuditLog audit, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await audit.ListAsync(filter, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<VerifiedLedger>, ProblemHttpResult>> VerifyAsync(
        LedgerVerifier verifier, ClaimsPrincipal user, CancellationToken cancellation, LedgerAnchor? from = null)
    {
        var verified = await verifier.VerifyAsync(from?.Anchor, user.ToActor(), cancellation: cancellation);
        return verified.Succeeded ? TypedResults.Ok(VerifiedLedger.Of(verified.Value)) : Problems.Of(verified.Problem);
    }
}

/// <summary>What an earlier verification noted.</summary>
/// <param name="Anchor"><c>sequence:hash</c>, which must still be in the chain; or null.</param>
internal sealed record LedgerAnchor(string? Anchor = null);

/// <summary>The result of walking the chain.</summary>
/// <param name="Node">The node.</param>
/// <param name="Checked">Records walked.</param>
/// <param name="Anchor">The chain's end (<c>sequence:hash</c>), to be kept elsewhere; null where the chain is empty.</param>
/// <param name="Faults">Everything wrong, by place; empty where the chain is whole.</param>
internal sealed record VerifiedLedger(string Node, long Checked, string? Anchor, IReadOnlyList<LedgerFault> Faults)
{
    public static VerifiedLedger Of(LedgerVerification verification) => new(
        verification.Node, verification.Checked, verification.HeadHash is null ? null : $"{verification.Head}:{verification.HeadHash}", verification.Faults);
}
