using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Audit;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Who read or told what of cases and victims' files.</summary>
internal static class CaseworkAuditEndpoints
{
    public static void MapCaseworkAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/casework-audit", ListAsync).WithTags("Audit").RequireAuthorization(Roles.Auditor).WithSummary("Read casework's audit")
            .WithDescription("Auditor. Who read or told what of cases and of victims' files, which stand there by pseudonym; newest first, at most 500 a page. The reading is itself audited.");

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> ListAsync(
        CaseworkAudit audit,
        ClaimsPrincipal user,
        CancellationToken cancellation,
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        string? actor = null,
        string? action = null,
        string? subject = null,
        int offset = 0,
        int take = 100) =>
        (await audit.ListAsync(new AuditFilter { From = from, To = to, Actor = actor, Action = action, SubjectId = subject }, offset, take, user.ToActor(), cancellation)).ToResult();
}
