using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rahdari.Casework.Laws;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The laws under which cases are registered.</summary>
internal static class LawEndpoints
{
    public static void MapLaws(this IEndpointRouteBuilder api)
    {
        var laws = api.MapGroup("/laws").WithTags("Cases");
        laws.MapGet("/", InForceAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.Investigator, Roles.CaseSupervisor, Roles.Auditor, Roles.Analyst)).WithSummary("The laws that count")
            .WithDescription("Investigator, case supervisor, auditor, analyst. With their sections, penalties, procedure and time limits; number 0 for those that are shipped and were never published.");
        laws.MapPost("/versions", PublishAsync).RequireAuthorization(Roles.CaseSupervisor).WithSummary("Publish laws").WithProblems(413, 422)
            .WithMetadata(new RequestSizeLimitAttribute(LawBooks.Largest))
            .WithDescription("Case supervisor of headquarters, with a reason. They take the place of all before, under the next number, for what is told from then on. The same again change nothing. Signed and audited.");
    }

    private static async Task<Ok<LawBook>> InForceAsync(LawRegister register, CancellationToken cancellation) => TypedResults.Ok(await register.InForceAsync(cancellation));

    private static async Task<Results<Ok<LawBook>, ProblemHttpResult>> PublishAsync(PublishedBook published, LawRegister register, ClaimsPrincipal user, CancellationToken cancellation)
    {
        // As a file is read, so that what is written by hand anywhere is held to the same.
        var book = LawBooks.Read(System.Text.Encoding.UTF8.GetBytes(LawBooks.Written(new LawBook { Laws = published.Laws, Procedures = published.Procedures })));
        return book.Succeeded ? (await register.PublishAsync(book.Value, published.Reason, user.ToActor(), cancellation)).ToResult() : Problems.Of(book.Problem);
    }

    /// <summary>Laws in the place of all before.</summary>
    /// <param name="Laws">The laws.</param>
    /// <param name="Procedures">The procedures that they follow.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record PublishedBook(IReadOnlyList<Law> Laws, IReadOnlyList<Procedure> Procedures, string Reason);
}
