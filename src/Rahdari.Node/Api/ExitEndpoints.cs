using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Border.ExitControl;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>Who may not leave, which minors and workers may, and whom a worker may call.</summary>
internal static class ExitEndpoints
{
    public static void MapExit(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/exit-orders").WithTags("Exit orders").RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.Supervisor, Roles.Auditor));
        orders.MapGet("/", ListOrdersAsync).WithSummary("List orders that bar leaving")
            .WithDescription("Exit control, supervisor, auditor. Newest first, at most 200 a page. Search finds a part of the name, a number, the authority or its reference; state is that of today at the port. Audited.");
        orders.MapGet("/{number:int}", FindOrderAsync).WithSummary("An order that bars leaving").WithProblems(404).WithDescription("Exit control, supervisor, auditor. Audited.");
        orders.MapPost("/", EnterOrderAsync).RequireAuthorization(Roles.ExitControl).WithSummary("Enter an order that bars leaving").WithProblems(422)
            .WithDescription("Exit control. It stops whom it names from the moment of the answer. Needs an identity number, a document's number or a year of birth: a name alone would stop everybody who bears it. The same order sent again is answered with the one that stands. Audited, and signed in the ledger.");
        orders.MapPost("/{number:int}/lifting", AskLiftingAsync).RequireAuthorization(Roles.ExitControl).WithSummary("Ask that an order be lifted").WithProblems(404, 409, 422)
            .WithDescription("Exit control, with the authority's reference and a reason. Until a second person agrees the order stops as before. Audited.");
        orders.MapPost("/{number:int}/lifting/agreement", LiftAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.Supervisor)).WithSummary("Agree that an order is lifted").WithProblems(404, 409, 422)
            .WithDescription("Exit control, supervisor; another person than the one who asked, with the instant of what they agree to: where it was asked for anew since, it is a conflict. From now on the order stops nobody. Audited.");

        var consents = api.MapGroup("/travel-consents").WithTags("Minors who leave").RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.Supervisor, Roles.Auditor));
        consents.MapGet("/", ListConsentsAsync).WithSummary("List consents that minors leave")
            .WithDescription("Exit control, supervisor, auditor. Newest first, at most 200 a page. Search finds a part of a name, a number or a reference. Audited.");
        consents.MapPost("/", EnterConsentAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.Supervisor)).WithSummary("Record a consent that a minor leaves").WithProblems(422)
            .WithDescription("Exit control, supervisor. Without adults the minor may go alone; without destinations anywhere. Audited, and signed in the ledger.");
        consents.MapPost("/{id:guid}/revocation", RevokeConsentAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.Supervisor)).WithSummary("Take a consent back").WithProblems(404, 409, 422)
            .WithDescription("Exit control, supervisor, with a reason. Audited.");

        var clearances = api.MapGroup("/emigration-clearances").WithTags("Workers who leave").RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.EmigrationGateway, Roles.Supervisor, Roles.Auditor));
        clearances.MapGet("/", ListClearancesAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.Supervisor, Roles.Auditor)).WithSummary("List protectors' clearances")
            .WithDescription("Exit control, supervisor, auditor. Newest first, at most 200 a page. Search finds a part of a name, a number or an employer. Audited.");
        clearances.MapPost("/", EnterClearanceAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.EmigrationGateway)).WithSummary("Record a protector's clearance").WithProblems(422)
            .WithDescription("Exit control, emigration gateway. The same clearance sent again is answered with the one that stands. Audited, and signed in the ledger.");
        clearances.MapPost("/{id:guid}/revocation", RevokeClearanceAsync).RequireAuthorization(IdentityRegistration.AnyOf(Roles.ExitControl, Roles.EmigrationGateway)).WithSummary("Take a clearance back").WithProblems(404, 409, 422)
            .WithDescription("Exit control, emigration gateway, with a reason. Audited.");

        var contacts = api.MapGroup("/help-contacts").WithTags("Workers who leave").RequireAuthorization();
        contacts.MapGet("/", ListContactsAsync).WithSummary("Whom a worker abroad may call")
            .WithDescription("Every role. For a State its own contacts first, then those for every State. None come with the system.");
        contacts.MapPut("/", ImportContactsAsync).RequireAuthorization(Roles.ExitControl).WithSummary("Replace the contacts").WithProblems(415, 422)
            .Accepts<string>("text/csv")
            .WithDescription("Exit control. A CSV table (UTF-8) as the body, whose first line is state,kind,name,name_urdu,contact,source,checked_on; all of it or nothing. Audited.");
    }

    private static async Task<Results<Ok<Page<ExitOrder>>, ProblemHttpResult>> ListOrdersAsync(
        ExitOrderRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, Word<ExitOrderState>? state = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(search, state?.Value, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ExitOrder>, ProblemHttpResult>> FindOrderAsync(int number, ExitOrderRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.FindAsync(number, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ExitOrder>, ProblemHttpResult>> EnterOrderAsync(OrderTerms order, ExitOrderRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.EnterAsync(order, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ExitOrder>, ProblemHttpResult>> AskLiftingAsync(int number, LiftingAsked lifting, ExitOrderRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.AskLiftingAsync(number, lifting.AuthorityReference, lifting.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<ExitOrder>, ProblemHttpResult>> LiftAsync(int number, LiftingSeen lifting, ExitOrderRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.LiftAsync(number, lifting.AskedAt, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<TravelConsent>>, ProblemHttpResult>> ListConsentsAsync(
        TravelConsentRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(search, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TravelConsent>, ProblemHttpResult>> EnterConsentAsync(ConsentTerms consent, TravelConsentRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.EnterAsync(consent, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<TravelConsent>, ProblemHttpResult>> RevokeConsentAsync(
        Guid id, RevocationAsked revocation, TravelConsentRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RevokeAsync(id, revocation.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<Page<EmigrationClearance>>, ProblemHttpResult>> ListClearancesAsync(
        EmigrationRegister register, ClaimsPrincipal user, CancellationToken cancellation, string? search = null, int offset = 0, int take = 50) =>
        (await register.ListAsync(search, offset, take, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<EmigrationClearance>, ProblemHttpResult>> EnterClearanceAsync(ClearanceTerms clearance, EmigrationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.EnterAsync(clearance, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<EmigrationClearance>, ProblemHttpResult>> RevokeClearanceAsync(
        Guid id, RevocationAsked revocation, EmigrationRegister register, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await register.RevokeAsync(id, revocation.Reason, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<HelpContact>>, ProblemHttpResult>> ListContactsAsync(HelpContacts contacts, ClaimsPrincipal user, CancellationToken cancellation, string? state = null) =>
        (await contacts.ListAsync(state, user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<IReadOnlyList<HelpContact>>, ProblemHttpResult>> ImportContactsAsync(HttpRequest request, HelpContacts contacts, ClaimsPrincipal user, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        body.Position = 0;
        return (await contacts.ImportAsync(body, user.ToActor(), cancellation)).ToResult();
    }

    /// <summary>That an order is to be lifted.</summary>
    /// <param name="AuthorityReference">The authority's reference for the lifting.</param>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    internal sealed record LiftingAsked(string AuthorityReference, string Reason);

    /// <summary>That the second person agrees.</summary>
    /// <param name="AskedAt">When the lifting that they read was asked for: askedAt of the order's lifting.</param>
    internal sealed record LiftingSeen(DateTimeOffset AskedAt);

    /// <summary>That a consent or a clearance is taken back.</summary>
    /// <param name="Reason">Why; at most 1,000 characters.</param>
    internal sealed record RevocationAsked(string Reason);
}
