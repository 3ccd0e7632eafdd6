using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Permissions;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The rules of entry: which classes of permission there are, and every number under which they were published.</summary>
internal static class EntryRulesEndpoints
{
    public static void MapEntryRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/entry-rules").WithTags("Visas and permits");
        rules.MapGet("/", InForceAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.VisaOfficer, Roles.Officer, Roles.Supervisor, Roles.Auditor)).WithSummary("The rules of entry in force")
            .WithDescription("Visa officer, officer, supervisor, auditor. Number 0 and no class where none were ever published: visas are not checked then.");
        rules.MapGet("/versions", VersionsAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.VisaOfficer, Roles.Supervisor, Roles.Auditor)).WithSummary("Every publication of rules of entry")
            .WithDescription("Visa officer, supervisor, auditor. Newest first, at most 200 a page.");
        rules.MapPost("/versions", PublishAsync).RequireAuthorization(Roles.VisaOfficer).WithSummary("Publish rules of entry").WithProblems(422)
            .WithDescription("Visa officer, with a reason. The classes take the place of all before, under the next number, and count from the next traveller on; a class that is left out lets nobody in any more. The same classes again change nothing. Signed and audited.");
    }

    private static async Task<Results<Ok<EntryRules>, ProblemHttpResult>> InForceAsync(EntryRulesRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.InForceAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<EntryRulesVersion>>, ProblemHttpResult>> VersionsAsync(
        EntryRulesRegister register, ClaimsPrincipal user, CancellationToken cancellation, int offset = 0, int take = 50) =>
        (await register.VersionsAsync(offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<EntryRulesVersion>, ProblemHttpResult>> PublishAsync(
        PublishedRules published, EntryRulesRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.PublishAsync(published.Classes, published.Reason, user.ToActor(), cancellation)).ToResult();

    /// <summary>Rules of entry in the place of all before.</summary>
    /// <param name="Classes">Every class; at most 1,000.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record PublishedRules(IReadOnlyList<PermissionClass> Classes, string Reason);
}
