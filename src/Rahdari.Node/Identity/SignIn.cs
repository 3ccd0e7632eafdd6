using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Node.Cabinets;

namespace Rahdari.Node.Identity;

/// <summary>Signing in and out, the own password and the own authenticator; everything is audited. Needs a request; not thread-safe.</summary>
public sealed class SignIn(SignInManager<SiteUser> signIn, UserManager<SiteUser> users, AccountGate gate, AuditLog audit, OpenCabinets cabinets, TimeProvider clock)
{
    private const string Issuer = "Rahdari";

    /// <summary>Stands in the audit for a name that no user has: what was typed may be a password.</summary>
    private const string Nobody = "?";

    /// <summary>Signs in. A user with an authenticator must give its code, now or with <see cref="WithCodeAsync"/>.</summary>
    /// <param name="name">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="code">The authenticator's six digits, or null.</param>
    /// <returns>The user; <see cref="AccountRule.SignInFailed"/>, <see cref="AccountRule.LockedOut"/>, <see cref="AccountRule.CodeRequired"/> or <see cref="AccountRule.CodeWrong"/>.</returns>
    public async Task<Answer<SiteUser>> WithPasswordAsync(string name, string password, string? code = null)
    {
        name = name.Trim();
        using var turn = await gate.EnterAsync(name);
        if (!UserAccounts.IsName(name.ToLowerInvariant()) || await users.FindByNameAsync(name) is not { } user)
        {
            // As long as for a user who exists, so that names cannot be guessed by the clock.
            users.PasswordHasher.VerifyHashedPassword(new SiteUser(), Decoy.Value, password);
            await audit.RecordAsync(Nobody, AuditAction.SignInFailed, "user", null, "unknown user");
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
        return result.Succeeded ? await SucceededAsync(user, "password") : await FailedAsync(user, "password", AccountRule.SignInFailed);
    }

    /// <summary>Ends a sign-in that <see cref="WithPasswordAsync"/> began in an earlier request, at most five minutes ago.</summary>
    public async Task<Answer<SiteUser>> WithCodeAsync(string code)
    {
        var begun = await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var id = begun.Principal?.FindFirstValue(ClaimTypes.Name);
        // The name alone: the user is read once it is this sign-in's turn.
        if (id is null || await users.Users.Where(u => u.Id == id).Select(u => u.UserName).SingleOrDefaultAsync() is not { } name)
            return AccountRule.SignInFailed.Broken();
        using var turn = await gate.EnterAsync(name);
        return await users.FindByIdAsync(id) is { } user ? await VerifiedAsync(user, code) : AccountRule.SignInFailed.Broken();
    }

    /// <summary>Signs out, everywhere: a copy of the cookie is worth nothing any more.</summary>
    public async Task SignOutAsync(Actor actor)
    {
        using var turn = await gate.EnterAsync(actor.Name);
        if (await users.FindByNameAsync(actor.Name) is { } user)
            await users.UpdateSecurityStampAsync(user);
        await signIn.SignOutAsync();
        cabinets.CloseAll(actor.Name);
        await audit.RecordAsync(actor.Name, AuditAction.SignedOut, "user", actor.Name);
    }

    /// <summary>Replaces the own password and ends the user's other sessions.</summary>
    public async Task<Answer<SiteUser>> ChangePasswordAsync(string name, string current, string chosen)
    {
        using var turn = await gate.EnterAsync(name);
        if (await users.FindByNameAsync(name) is not { } user)
            return AccountRule.NotFound.Broken("name", ("name", name));
        if (await users.IsLockedOutAsync(user))
            return AccountRule.LockedOut.Broken();
        if (!await users.CheckPasswordAsync(user, current))
        {
            await users.AccessFailedAsync(user);
            return await FailedAsync(user, "own password not changed: the current one was wrong", AccountRule.PasswordWrong, "current");
        }
        if (current == chosen)
            return AccountRule.PasswordSame.Broken("password");
        (user.MustChangePassword, user.AccessFailedCount) = (false, 0);
        if (UserAccounts.Problem(await users.ChangePasswordAsync(user, current, chosen), name) is { } problem)
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
        using var turn = await gate.EnterAsync(name);
        if (await users.FindByNameAsync(name) is not { } user)
            return AccountRule.NotFound.Broken("name", ("name", name));
        if (user.TwoFactorEnabled)
            return AccountRule.AuthenticatorExists.Broken();
        if (!await TakesAsync(user, code))
            return AccountRule.CodeWrong.Broken("code");
        if (UserAccounts.Problem(await users.SetTwoFactorEnabledAsync(user, true), name) is { } problem)
            return problem;
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

    private async Task<Answer<SiteUser>> VerifiedAsync(SiteUser user, string code)
    {
        if (await users.IsLockedOutAsync(user))
            return await FailedAsync(user, "authenticator", AccountRule.LockedOut);
        if (!user.TwoFactorEnabled || !await TakesAsync(user, code))
        {
            await users.AccessFailedAsync(user);
            return await FailedAsync(user, "authenticator", AccountRule.CodeWrong, "code");
        }
        await users.ResetAccessFailedCountAsync(user);
        await signIn.SignInAsync(user, isPersistent: false, authenticationMethod: "mfa");
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        return await SucceededAsync(user, "password and authenticator");
    }

    /// <summary>Whether the code is one of the user's authenticator that was not used before; it then counts as used.</summary>
    private async Task<bool> TakesAsync(SiteUser user, string code)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key || OneTimeCode.StepOf(key, code, clock.GetUtcNow(), user.LastCodeStep) is not { } step)
            return false;
        user.LastCodeStep = step;
        return (await users.UpdateAsync(user)).Succeeded; // Where another process took the same code first, it does not.
    }

    private async Task<Answer<SiteUser>> SucceededAsync(SiteUser user, string method)
    {
        await audit.RecordAsync(user.UserName!, AuditAction.SignedIn, "user", user.UserName, method);
        return user;
    }

    private async Task<Answer<SiteUser>> FailedAsync(SiteUser user, string method, AccountRule rule, string? field = null)
    {
        var locked = await users.IsLockedOutAsync(user);
        await audit.RecordAsync(user.UserName!, AuditAction.SignInFailed, "user", user.UserName, locked ? $"{method}; locked" : method);
        return locked ? AccountRule.LockedOut.Broken() : rule.Broken(field);
    }
}

/// <summary>The secret of a new authenticator (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
/// <param name="Key">Base 32, to be typed.</param>
/// <param name="Uri">The <c>otpauth:</c> address, to be shown as a QR code.</param>
public sealed record AuthenticatorSecret(string Key, string Uri);
