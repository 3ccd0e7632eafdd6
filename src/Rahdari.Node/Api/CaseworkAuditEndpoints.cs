using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Audit;
using Rahdari.Casework.Shelter;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Who read or told what of cases, and of victims' files.</summary>
internal static class CaseworkAuditEndpoints
{
    public static void MapCaseworkAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/casework-audit", CasesAsync).WithTags("Audit").RequireAuthorization(Roles.Auditor).WithSummary("Read the audit of cases")
            .WithDescription("Auditor. Who read or told what of cases; newest first, at most 500 a page. The reading is itself audited.");
        api.MapGet("/shelter-audit", FilesAsync).WithTags("Audit").RequireAuthorization(Roles.Auditor).WithSummary("Read the audit of victims' files")
            .WithDescription("Auditor. Who read or wrote what of victims' files, which stand there by pseudonym; newest first, at most 200 a page. The reading is itself audited.");
    }

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> CasesAsync(
        CaseworkAudit audit, ClaimsPrincipal user, [AsParameters] AuditQuery query, CancellationToken cancellation, int offset = 0, int take = 100) =>
        (await audit.ListAsync(query.Filter(), offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<AuditRecord>>, ProblemHttpResult>> FilesAsync(
        ShelterAudit audit, ClaimsPrincipal user, [AsParameters] AuditQuery query, CancellationToken cancellation, int offset = 0, int take = 100) =>
        (await audit.ListAsync(query.Filter(), offset, take, user.ToActor(), cancellation)).ToResult();

    /// <summary>Which records.</summary>
    internal sealed record AuditQuery
    {
        /// <summary>At or after.</summary>
        public DateTimeOffset? From { get; init; }

        /// <summary>Before.</summary>
        public DateTimeOffset? To { get; init; }

        /// <summary>The user name.</summary>
        public string? Actor { get; init; }

        /// <summary>The action.</summary>
        public string? Action { get; init; }

        /// <summary>The key or pseudonym of the thing concerned.</summary>
        public string? SubjectId { get; init; }

        public AuditFilter Filter() => new() { From = From, To = To, Actor = Actor, Action = Action, SubjectId = SubjectId };
    }
}
