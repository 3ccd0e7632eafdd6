using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Permissions;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Visas and permits: recorded as their authorities issue them, revoked, read.</summary>
internal static class PermissionEndpoints
{
    public static void MapPermissions(this IEndpointRouteBuilder api)
    {
        var permissions = api.MapGroup("/permissions").WithTags("Visas and permits");
        permissions.MapPost("/", IssueAsync).RequireAuthorization(Roles.VisaOfficer).WithSummary("Record a visa or permit").WithProblems(409, 422)
            .WithDescription("Visa officer; also for a program of the agency that issues them. Of a class of the rules of entry, bound to a document and a person. Authority and number name it: the same sent again gives the same answer, another under a number that is taken is refused (409). Audited.");
        permissions.MapGet("/", ListAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor)).WithSummary("List visas and permits")
            .WithDescription("Visa officer, supervisor, auditor. Newest first, at most 200 a page; by the beginning of a number of a permission or a document, or of a surname; with standing=true those by which somebody may enter today or later, with false the others. Audited.");
        permissions.MapGet("/{id:guid}", FindAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor)).WithSummary("One visa or permit").WithProblems(404)
            .WithDescription("Visa officer, officer, supervisor, auditor. As issued, with its revocation where it was revoked. Audited.");
        permissions.MapPost("/{id:guid}/revocation", RevokeAsync).RequireAuthorization(Roles.VisaOfficer).WithSummary("Revoke a visa or permit").WithProblems(404, 409, 422)
            .WithDescription("Visa officer, with a reason. From now on nobody enters by it, also who stands at a counter already. What was revoked stays so; revoking it again for another reason is refused (409). Audited.");
    }

    private static async Task<Results<Ok<Permission>, ProblemHttpResult>> IssueAsync(
        IssuedPermission issued, PermissionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.IssueAsync(issued, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<Permission>>, ProblemHttpResult>> ListAsync(
        PermissionRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, bool? standing = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(search, standing, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Permission>, ProblemHttpResult>> FindAsync(
        Guid id, PermissionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Permission>, ProblemHttpResult>> RevokeAsync(
        Guid id, Revocation revocation, PermissionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RevokeAsync(id, revocation.Reason, user.ToActor(), cancellation)).ToResult();

    /// <summary>Why a permission or an extension no longer stands.</summary>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    internal sealed record Revocation(string Reason);
}
