using Microsoft.AspNetCore.Identity;
using Rahdari.Border;
using Rahdari.Border.Audit;

namespace Rahdari.Node.Identity;

/// <summary>Signing in and out, the own password and the own authenticator; everything is audited. Needs a request; not thread-safe.</summary>
public sealed class SignIn(SignInManager<SiteUser> signIn, UserManager<SiteUser> users, AuditLog audit)
{
    private const string Issuer = "Rahdari";

    /// <summary>Signs in. A user with an authenticator must give its code, now or with <see cref="WithCodeAsync"/>.</summary>
    /// <param name="name">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="code">The authenticator's six digits, or null.</param>
    /// <returns>The user; <see cref="AccountRule.SignInFailed"/>, <see cref="AccountRule.LockedOut"/>, <see cref="AccountRule.CodeRequired"/> or <see cref="AccountRule.CodeWrong"/>.</returns>
    public async Task<Answer<SiteUser>> WithPasswordAsync(string name, string password, string? code = null)
    {
        name = name.Trim();
        var user = await users.FindByNameAsync(name);
        if (user is null)
        {
            // As long as for a user who exists, so that names cannot be guessed by the clock.
            users.PasswordHasher.VerifyHashedPassword(new SiteUser(), Decoy.Value, password);
            await FailedAsync(name, "unknown user");
            return AccountRule.SignInFailed.Broken();
        }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            if (string.IsNullOrWhiteSpace(code))
                return AccountRule.CodeRequired.Broken("code");
            // The half-finished sign-in is in this response's cookie, which this request does not have: verified here.
            return await VerifiedAsync(user, code);
        }
        return await OutcomeAsync(user, result.Succeeded, "password");
    }

    /// <summary>Ends a sign-in that <see cref="WithPasswordAsync"/> began in an earlier request.</summary>
    public async Task<Answer<SiteUser>> WithCodeAsync(string code) =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is { } user ? await VerifiedAsync(user, code) : AccountRule.SignInFailed.Broken();

    /// <summary>Signs out.</summary>
    public async Task SignOutAsync(Actor actor)
    {
        await signIn.SignOutAsync();
        await audit.RecordAsync(actor.Name, AuditAction.SignedOut, "user", actor.Name);
    }

    /// <summary>Replaces the own password and ends the user's other sessions.</summary>
    public async Task<Answer<SiteUser>> ChangePasswordAsync(string name, string current, string chosen)
    {
        if (await users.FindByNameAsync(name) is not { } user)
            return AccountRule.NotFound.Broken("name", ("name", name));
        if (await users.IsLockedOutAsync(user))
            return AccountRule.LockedOut.Broken();
        if (!await users.CheckPasswordAsync(user, current))
        {
            await users.AccessFailedAsync(user);
            return AccountRule.PasswordWrong.Broken("current");
        }
        if (current == chosen)
            return AccountRule.PasswordSame.Broken("password");
        user.MustChangePassword = false;
        if (UserAccounts.Problem(await users.ChangePasswordAsync(user, current, chosen)) is { } problem)
            return problem;
        await signIn.RefreshSignInAsync(user);
        await audit.RecordAsync(name, AuditAction.UserChanged, "user", name, "own password changed");
        return user;
    }

    /// <summary>
    /// The secret for a new authenticator: shown to its user alone, in force once <see cref="ConfirmAuthenticatorAsync"/> has
    /// seen a code of it. One already in force is replaced only after an administrator has removed it.
    /// </summary>
    public async Task<Answer<AuthenticatorSecret>> BeginAuthenticatorAsync(string name)
    {
        if (await users.FindByNameAsync(name) is not { } user)
            return AccountRule.NotFound.Broken("name", ("name", name));
        if (user.TwoFactorEnabled)
            return AccountRule.AuthenticatorExists.Broken();
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            // A new key changes the security stamp: the session goes on with a new cookie.
            await users.ResetAuthenticatorKeyAsync(user);
            await signIn.RefreshSignInAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }
        return new AuthenticatorSecret(key, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(name)}?secret={key}&issuer={Issuer}&digits=6");
    }

    /// <summary>Puts the new authenticator in force where the code is one of it.</summary>
    public async Task<Answer<SiteUser>> ConfirmAuthenticatorAsync(string name, string code)
    {
        if (await users.FindByNameAsync(name) is not { } user)
            return AccountRule.NotFound.Broken("name", ("name", name));
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Digits(code)))
            return AccountRule.CodeWrong.Broken("code");
        await users.SetTwoFactorEnabledAsync(user, true);
        await signIn.RefreshSignInAsync(user);
        await audit.RecordAsync(name, AuditAction.UserChanged, "user", name, "own authenticator set up");
        return user;
    }

    /// <summary>Keeps the user's language for the next sign-in.</summary>
    public async Task SetLanguageAsync(string name, string language)
    {
        if (language is not ("en" or "ur") || await users.FindByNameAsync(name) is not { } user || user.Language == language)
            return;
        user.Language = language;
        await users.UpdateAsync(user);
        await signIn.RefreshSignInAsync(user);
    }

    private static readonly Lazy<string> Decoy = new(() => new PasswordHasher<SiteUser>().HashPassword(new SiteUser(), Guid.NewGuid().ToString()));

    private static string Digits(string code) => new([.. code.Where(char.IsAsciiDigit)]);

    private async Task<Answer<SiteUser>> VerifiedAsync(SiteUser user, string code)
    {
        if (await users.IsLockedOutAsync(user))
            return await OutcomeAsync(user, false, "locked out");
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Digits(code)))
        {
            await users.AccessFailedAsync(user);
            await FailedAsync(user.UserName!, "authenticator code");
            return await users.IsLockedOutAsync(user) ? AccountRule.LockedOut.Broken() : AccountRule.CodeWrong.Broken("code");
        }
        await users.ResetAccessFailedCountAsync(user);
        await signIn.SignInAsync(user, isPersistent: false, authenticationMethod: "mfa");
        return await OutcomeAsync(user, true, "password and authenticator");
    }

    private async Task<Answer<SiteUser>> OutcomeAsync(SiteUser user, bool succeeded, string method)
    {
        if (succeeded)
        {
            await audit.RecordAsync(user.UserName!, AuditAction.SignedIn, "user", user.UserName, method);
            return user;
        }
        await FailedAsync(user.UserName!, method);
        return await users.IsLockedOutAsync(user) ? AccountRule.LockedOut.Broken() : AccountRule.SignInFailed.Broken();
    }

    private Task FailedAsync(string name, string method) =>
        audit.RecordAsync(name.Length > 64 ? name[..64] : name, AuditAction.SignInFailed, "user", null, method);
}

/// <summary>The secret of a new authenticator (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
/// <param name="Key">Base 32, to be typed.</param>
/// <param name="Uri">The <c>otpauth:</c> address, to be shown as a QR code.</param>
public sealed record AuthenticatorSecret(string Key, string Uri);
