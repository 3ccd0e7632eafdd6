using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console.Access;

/// <summary>
/// The user of a request or a circuit. A circuit outlives its request, so its user is looked up again as often as a cookie
/// would be: who was locked or has other roles is signed out of it.
/// </summary>
internal sealed class CircuitUser(ILoggerFactory log, IServiceScopeFactory scopes, IOptions<SecurityStampValidatorOptions> sessions, IOptions<IdentityOptions> identity)
    : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => sessions.Value.ValidationInterval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SiteUser>>();
        return await users.GetUserAsync(authenticationState.User) is { } user
            && !await users.IsLockedOutAsync(user)
            && authenticationState.User.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user);
    }
}
