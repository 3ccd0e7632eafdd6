using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Travellers.Links;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Who is taken for one person, and who says so.</summary>
internal static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder api)
    {
        var links = api.MapGroup("/links").WithTags("Links").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Supervisor, Roles.Auditor));
        links.MapGet("/", ListAsync).WithSummary("List links between travellers")
            .WithDescription("Supervisor, auditor; for a user of one port those of travellers who were presented there. Oldest first, at most 200 a page; of those that are proposed only those whose travellers are not one person by other links. Audited.");
        links.MapGet("/{id:guid}", FindAsync).WithSummary("A link, both travellers and the evidence").WithProblems(404)
            .WithDescription("Supervisor, auditor. With how it became what it is. Audited.");
        links.MapPost("/{id:guid}/confirmation", ConfirmAsync).RequireAuthorization(Roles.Supervisor).WithSummary("Say that both are one person").WithProblems(404, 409, 422)
            .WithDescription("Supervisor, with a reason; of what is proposed, was rejected or undone. Audited.");
        links.MapPost("/{id:guid}/rejection", RejectAsync).RequireAuthorization(Roles.Supervisor).WithSummary("Say that both are two people").WithProblems(404, 409, 422)
            .WithDescription("Supervisor, with a reason; of what is proposed. They are not linked automatically again. Audited.");
        links.MapPost("/{id:guid}/undoing", UndoAsync).RequireAuthorization(Roles.Supervisor).WithSummary("Take back that both are one person").WithProblems(404, 409, 422)
            .WithDescription("Supervisor, with a reason; of what stands. Every crossing stays with its traveller, and both are not linked automatically again. Audited.");
    }

    private static async Task<Results<Ok<Page<TravellerLink>>, ProblemHttpResult>> ListAsync(
        TravellerLinks register, ClaimsPrincipal user, CancellationToken cancellation, Word<LinkState>? state = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(state?.Value, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TravellerLink>, ProblemHttpResult>> FindAsync(Guid id, TravellerLinks register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(id, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TravellerLink>, ProblemHttpResult>> ConfirmAsync(
        Guid id, LinkReason body, TravellerLinks register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.ConfirmAsync(id, body.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TravellerLink>, ProblemHttpResult>> RejectAsync(
        Guid id, LinkReason body, TravellerLinks register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RejectAsync(id, body.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TravellerLink>, ProblemHttpResult>> UndoAsync(
        Guid id, LinkReason body, TravellerLinks register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.UndoAsync(id, body.Reason, user.ToActor(), cancellation)).ToResult();

    /// <summary>Why.</summary>
    /// <param name="Reason">At most 1,000 characters.</param>
    internal sealed record LinkReason(string Reason);
}
