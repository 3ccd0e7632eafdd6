using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.Received;
using Rahdari.Links.Nodes;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The country's nodes and the links between them.</summary>
internal static class NodeEndpoints
{
    public static void MapNodes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/nodes", ListAsync).WithTags("Nodes").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Auditor, Roles.Supervisor))
            .WithSummary("How the country's nodes stand")
            .WithDescription(
                "Administrator, auditor; supervisor, at headquarters only without a port. At headquarters every certified node with its last report, what headquarters lacks of it, its lists beside headquarters' and its alerts, "
                + "the worst first, and who was turned away at the broker's door within a day; at a port its own link; at a site without links neither. Reports are kept in memory: after headquarters' site was started, a node is `never` until it reports, within seconds. Audited.");
        api.MapGet("/nodes/quarantine", QuarantineAsync).WithTags("Nodes").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Administrator, Roles.Auditor))
            .WithSummary("What was refused on the links")
            .WithDescription("Administrator, auditor. What came over the links and was not taken in, by the node whose link it came over, with the reason; the latest first, at most 200 a page. Audited.");
        api.MapGet("/link", Own).WithTags("Nodes").RequireAuthorization(IdentityRegistration.AnyOf(Roles.Officer, Roles.Supervisor, Roles.Administrator, Roles.Auditor))
            .WithSummary("The site's own link to headquarters")
            .WithDescription("Officer, supervisor, administrator, auditor. At a port whether headquarters answers and how many records wait; null at headquarters and at a site without links. Answered from memory.");
    }

    private static async Task<Results<Ok<NodesView>, ProblemHttpResult>> ListAsync(NodeOverview overview, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await overview.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<Quarantined>>, ProblemHttpResult>> QuarantineAsync(
        Quarantine quarantine, ClaimsPrincipal user, CancellationToken cancellation, string? sender = null, int offset = 0, int take = 50) =>
        (await quarantine.ListAsync(string.IsNullOrWhiteSpace(sender) ? null : sender, offset, take, user.ToActor(), cancellation)).ToResult();

    private static Results<Ok<OwnLink>, ProblemHttpResult> Own(NodeOverview overview, ClaimsPrincipal user) => overview.Own(user.ToActor()).ToResult();
}
