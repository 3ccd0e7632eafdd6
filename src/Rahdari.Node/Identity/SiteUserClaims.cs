using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Rahdari.Border.Sites;

namespace Rahdari.Node.Identity;

/// <summary>What a signed-in user's cookie says of them: roles, port, language, and what they must still do.</summary>
internal sealed class SiteUserClaims(UserManager<SiteUser> users, IOptions<IdentityOptions> options, SiteSettings settings)
    : UserClaimsPrincipalFactory<SiteUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SiteUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ActorClaims.Language, user.Language));
        if (user.Port is { } port)
            identity.AddClaim(new Claim(ActorClaims.Port, port));
        if (user.Circle is { } circle)
            identity.AddClaim(new Claim(ActorClaims.Circle, circle));
        if (user.Organisation is { } organisation)
            identity.AddClaim(new Claim(ActorClaims.Organisation, organisation));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(ActorClaims.Pending, nameof(PendingStep.ChangePassword)));
        else if (settings.AuthenticatorRequired && !user.TwoFactorEnabled)
            identity.AddClaim(new Claim(ActorClaims.Pending, nameof(PendingStep.SetUpAuthenticator)));
        return identity;
    }
}
