using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Api;

/// <summary>The administrator's work: users.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder api)
    {
        var users = api.MapGroup("/users").WithTags("Users").RequireAuthorization(Roles.Administrator);
        users.MapGet("/", ListAsync).WithSummary("List users").WithDescription("Administrator. All of them, by name.");
        users.MapPost("/", CreateAsync).WithSummary("Make a user").WithProblems(409, 422)
            .WithDescription("Administrator. The password is made at random, stands in this answer alone, and must be changed at the first sign-in. Audited.");
        users.MapPost("/{name}/reset", ResetAsync).WithSummary("Reset a user's password").WithProblems(404, 409)
            .WithDescription("Administrator. A new random password, as for a new user; ends a lock-out by failed attempts and the user's sessions, and where asked removes the authenticator. Audited.");
        users.MapPost("/{name}/lock", (string name, UserAccounts accounts, ClaimsPrincipal user) => SetLockedAsync(name, true, accounts, user)).WithSummary("Lock a user")
            .WithProblems(404, 409).WithDescription("Administrator. Until unlocked; the user's sessions end within half a minute. The last administrator cannot be locked. Audited.");
        users.MapPost("/{name}/unlock", (string name, UserAccounts accounts, ClaimsPrincipal user) => SetLockedAsync(name, false, accounts, user)).WithSummary("Unlock a user")
            .WithProblems(404, 409).WithDescription("Administrator. Audited.");
        users.MapPut("/{name}/roles", SetRolesAsync).WithSummary("Replace a user's roles").WithProblems(404, 409, 422)
            .WithDescription("Administrator. The user's sessions end within half a minute. The last administrator stays one. Audited.");
    }

    private static async Task<Results<Ok<IReadOnlyList<Account>>, ProblemHttpResult>> ListAsync(
        UserAccounts accounts, ClaimsPrincipal user, CancellationToken cancellation) =>
        (await accounts.ListAsync(user.ToActor(), cancellation)).ToResult();

    private static async Task<Results<Ok<NewAccount>, ProblemHttpResult>> CreateAsync(NewUser wanted, UserAccounts accounts, ClaimsPrincipal user) =>
        (await accounts.CreateAsync(wanted.Name, wanted.Roles, wanted.Port, password: null, user.ToActor(), wanted.Circle, wanted.Organisation)).ToResult();

    private static async Task<Results<Ok<NewAccount>, ProblemHttpResult>> ResetAsync(
        string name, UserAccounts accounts, ClaimsPrincipal user, bool removeAuthenticator = false) =>
        (await accounts.ResetAsync(name, removeAuthenticator, user.ToActor())).ToResult();

    private static async Task<Results<Ok<Account>, ProblemHttpResult>> SetLockedAsync(string name, bool locked, UserAccounts accounts, ClaimsPrincipal user) =>
        (await accounts.SetLockedAsync(name, locked, user.ToActor())).ToResult();

    private static async Task<Results<Ok<Account>, ProblemHttpResult>> SetRolesAsync(string name, RolesOfUser wanted, UserAccounts accounts, ClaimsPrincipal user) =>
        (await accounts.SetRolesAsync(name, wanted.Roles, user.ToActor(), wanted.Circle, wanted.Organisation)).ToResult();
}

/// <summary>A user to be made.</summary>
/// <param name="Name">A service number or a function, never a personal name: 2 to 32 of a–z, 0–9, hyphen, full stop, underscore.</param>
/// <param name="Roles">At least one.</param>
/// <param name="Port">The port (UN/LOCODE) that the user may act for, or <c>all</c> for headquarters; never left out.</param>
/// <param name="Circle">The circle whose cases the user keeps, or <c>all</c> for headquarters; for investigators and case supervisors.</param>
/// <param name="Organisation">The organisation that the user helps victims for; for caseworkers, who have no other role.</param>
internal sealed record NewUser(string Name, IReadOnlyList<string> Roles, string? Port = null, string? Circle = null, string? Organisation = null);

/// <summary>The roles that a user shall have.</summary>
/// <param name="Roles">At least one; those not named are taken away.</param>
/// <param name="Circle">The circle; left out, it stays.</param>
/// <param name="Organisation">The organisation; left out, it stays.</param>
internal sealed record RolesOfUser(IReadOnlyList<string> Roles, string? Circle = null, string? Organisation = null);
