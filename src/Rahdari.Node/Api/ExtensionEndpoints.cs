using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Permissions;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Extensions of stays: recorded as other agencies grant them, revoked, read.</summary>
internal static class ExtensionEndpoints
{
    public static void MapExtensions(this IEndpointRouteBuilder api)
    {
        var extensions = api.MapGroup("/extensions").WithTags("Visas and permits");
        extensions.MapPost("/", GrantAsync).RequireAuthorization(Roles.VisaOfficer).WithSummary("Record an extension of a stay").WithProblems(409, 422)
            .WithDescription("Visa officer; also for a program of the agency that grants them. It lengthens the stay in which it was decided, also where the entry is recorded later. Authority and reference name it: the same sent again gives the same answer, another under a reference that is taken is refused (409). Audited.");
        extensions.MapGet("/", ListAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor)).WithSummary("List extensions of stays")
            .WithDescription("Visa officer, supervisor, auditor. Newest first, at most 200 a page; by the beginning of a reference or of a document's number. Audited.");
        extensions.MapPost("/{id:guid}/revocation", RevokeAsync).RequireAuthorization(Roles.VisaOfficer).WithSummary("Revoke an extension of a stay").WithProblems(404, 409, 422)
            .WithDescription("Visa officer, with a reason. The stay ends when it would have without it. Revoking it again for another reason is refused (409). Audited.");
    }

    private static async Task<Results<Ok<StayExtension>, ProblemHttpResult>> GrantAsync(
        GrantedExtension granted, ExtensionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.GrantAsync(granted, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<StayExtension>>, ProblemHttpResult>> ListAsync(
        ExtensionRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(search, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<StayExtension>, ProblemHttpResult>> RevokeAsync(
        Guid id, PermissionEndpoints.Revocation revocation, ExtensionRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RevokeAsync(id, revocation.Reason, user.ToActor(), cancellation)).ToResult();
}
