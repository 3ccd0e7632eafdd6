using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.Documents.Findings;

namespace Rahdari.Node.Identity;

/// <summary>
/// Makes and changes users. Every change is audited before it is made, so that none can be without its record; one that
/// then fails is audited as not made. Role: administrator. One instance a scope; not thread-safe.
/// </summary>
public sealed partial class UserAccounts(UserManager<SiteUser> users, AccountGate gate, AuditLog audit, SiteSettings settings, TimeProvider clock)
{
    /// <summary>In the place of a port: the user is of headquarters and may see every port. Never meant by silence.</summary>
    public const string AllPorts = "all";

    /// <summary>A user locked by an administrator stays locked.</summary>
    private static readonly DateTimeOffset ForGood = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes a user. Where no password is given a random one is made, returned once, and must be changed at the first sign-in.</summary>
    /// <param name="name">A service number or a function.</param>
    /// <param name="roles">At least one.</param>
    /// <param name="port">The port (UN/LOCODE) that the user may act for, or <see cref="AllPorts"/>.</param>
    /// <param name="password">The password, or null.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="circle">The circle whose cases the user keeps, or <see cref="AllPorts"/>; needed by who investigates.</param>
    /// <param name="organisation">The organisation that the user helps victims for; needed by caseworkers.</param>
    public async Task<Answer<NewAccount>> CreateAsync(
        string name, IReadOnlyCollection<string> roles, string? port, string? password, Actor actor, string? circle = null, string? organisation = null)
    {
        if (Denied(actor) is { } denied)
            return denied;
        name = name.Trim();
        if (!IsName(name))
            return AccountRule.NameInvalid.Broken("name", ("name", name));
        if (WrongRole(roles) is { } wrong)
            return wrong;
        if (port != AllPorts && (port is null || !SiteRules.IsPort(port)))
            return AccountRule.PortInvalid.Broken("port", ("port", port ?? ""), ("all", AllPorts));
        if (WrongPlace(roles, circle, organisation) is { } place)
            return place;
        using var turn = await gate.AdministerAsync();
        if (await users.FindByNameAsync(name) is not null)
            return AccountRule.Exists.Broken("name", ("name", name));
        var user = new SiteUser { UserName = name, Port = port == AllPorts ? null : port, Circle = circle, Organisation = organisation, LockoutEnabled = true, MustChangePassword = password is null };
        var chosen = password ?? NewPassword();
        return await AuditedAsync<NewAccount>(actor, user, $"made: {Told(roles, circle, organisation)} at {port}", async () =>
        {
            if (Problem(await users.CreateAsync(user, chosen), name) is { } problem)
                return problem;
            if (Problem(await users.AddClaimsAsync(user, roles.Distinct().Select(Role)), name) is { } ofRoles)
                return ofRoles;
            return new NewAccount(await AccountAsync(user), password is null ? chosen : null);
        });
    }

    /// <summary>All users, by name.</summary>
    public async Task<Answer<IReadOnlyList<Account>>> ListAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (Denied(actor) is { } denied)
            return denied;
        var accounts = new List<Account>();
        foreach (var user in await users.Users.OrderBy(u => u.UserName).ToListAsync(cancellation))
            accounts.Add(await AccountAsync(user));
        return new Answer<IReadOnlyList<Account>>(accounts);
    }

    /// <summary>Gives a user a new random password, ends a lock-out by failed attempts and, where asked, removes the authenticator.</summary>
    public Task<Answer<NewAccount>> ResetAsync(string name, bool removeAuthenticator, Actor actor) => ChangeAsync(name, actor, user =>
        AuditedAsync<NewAccount>(actor, user, removeAuthenticator ? "password and authenticator reset" : "password reset", async () =>
        {
            var password = NewPassword();
            (user.MustChangePassword, user.AccessFailedCount) = (true, 0);
            if (user.LockoutEnd != ForGood)
                user.LockoutEnd = null;
            if (removeAuthenticator)
                user.TwoFactorEnabled = false;
            if (Problem(await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password), name) is { } problem)
                return problem;
            // Whoever still has the old key could otherwise put it in force again.
            if (removeAuthenticator && Problem(await users.ResetAuthenticatorKeyAsync(user), name) is { } ofKey)
                return ofKey;
            return new NewAccount(await AccountAsync(user), password);
        }));

    /// <summary>Locks a user for good and ends their sessions, or unlocks.</summary>
    public Task<Answer<Account>> SetLockedAsync(string name, bool locked, Actor actor) => ChangeAsync<Account>(name, actor, async user =>
    {
        if (locked && await IsLastAdministratorAsync(user))
            return AccountRule.LastAdministrator.Broken("name", ("name", name));
        return await AuditedAsync<Account>(actor, user, locked ? "locked" : "unlocked", async () =>
        {
            (user.LockoutEnd, user.AccessFailedCount) = (locked ? ForGood : null, 0);
            return Problem(await users.UpdateSecurityStampAsync(user), name) is { } problem ? problem : await AccountAsync(user);
        });
    });

    /// <summary>Replaces a user's roles; their circle and organisation stay where none is given.</summary>
    public Task<Answer<Account>> SetRolesAsync(string name, IReadOnlyCollection<string> roles, Actor actor, string? circle = null, string? organisation = null) => ChangeAsync<Account>(name, actor, async user =>
    {
        if ((WrongRole(roles) ?? WrongPlace(roles, circle ?? user.Circle, organisation ?? user.Organisation)) is { } wrong)
            return wrong;
        if (!roles.Contains(Roles.Administrator) && await IsLastAdministratorAsync(user))
            return AccountRule.LastAdministrator.Broken("name", ("name", name));
        return await AuditedAsync<Account>(actor, user, $"roles: {Told(roles, circle, organisation)}", async () =>
        {
            (user.Circle, user.Organisation) = (circle ?? user.Circle, organisation ?? user.Organisation);
            var before = (await users.GetClaimsAsync(user)).Where(c => c.Type == ClaimTypes.Role).ToArray();
            // First those that are new: who is an administrator before and after is one throughout.
            var changes = new[]
            {
                await users.AddClaimsAsync(user, roles.Distinct().Except(before.Select(c => c.Value)).Select(Role)),
                await users.RemoveClaimsAsync(user, before.Where(c => !roles.Contains(c.Value))),
                await users.UpdateSecurityStampAsync(user),
            };
            return changes.Select(change => Problem(change, name)).FirstOrDefault(p => p is not null) is { } problem ? problem : await AccountAsync(user);
        });
    });

    /// <summary>The roles that a user of this site may have.</summary>
    public static IReadOnlyList<string> RolesOf(SiteKind kind) => kind == SiteKind.Training ? Roles.OfTraining : Roles.All;

    /// <summary>True where the text has the form of a user name.</summary>
    internal static bool IsName(string text) => UserName().IsMatch(text);

    /// <summary>The rule that Identity found broken, or null.</summary>
    internal static Finding? Problem(IdentityResult result, string name)
    {
        if (result.Succeeded)
            return null;
        var codes = result.Errors.Select(e => e.Code).ToArray();
        if (codes.Contains(nameof(IdentityErrorDescriber.ConcurrencyFailure)))
            return AccountRule.ChangedMeanwhile.Broken("name", ("name", name));
        return codes.Any(c => c.StartsWith("Password", StringComparison.Ordinal))
            ? AccountRule.PasswordWeak.Broken("password")
            : throw new InvalidOperationException($"The user could not be stored: {string.Join(", ", codes)}.");
    }

    // 74 bits; letters and digits that are mistaken for each other are left out, for the password is read from a screen.
    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));

    private static Claim Role(string role) => new(ClaimTypes.Role, role);

    private static Finding? Denied(Actor actor) =>
        actor.Is(Roles.Administrator) ? null : RecordRule.RoleRequired.Broken(null, ("roles", Roles.Administrator));

    private Finding? WrongRole(IReadOnlyCollection<string> roles)
    {
        var known = RolesOf(settings.Kind);
        return roles.Count == 0 || roles.Any(r => !known.Contains(r))
            ? AccountRule.RoleUnknown.Broken("roles", ("role", roles.FirstOrDefault(r => !known.Contains(r)) ?? ""), ("roles", string.Join(", ", known)))
            : null;
    }

    /// <summary>Who keeps cases has a circle, who helps victims an organisation and no other role: none of what they read is for the police or the border.</summary>
    private static Finding? WrongPlace(IReadOnlyCollection<string> roles, string? circle, string? organisation)
    {
        if (roles.Contains(Roles.Caseworker) && roles.Any(role => role != Roles.Caseworker))
            return AccountRule.CaseworkerAlone.Broken("roles");
        if (circle is null ? roles.Contains(Roles.Investigator) || roles.Contains(Roles.CaseSupervisor) : circle != AllPorts && !PlaceCode.Is(circle))
            return AccountRule.CircleInvalid.Broken("circle", ("circle", circle ?? ""), ("all", AllPorts));
        if (organisation is null ? roles.Contains(Roles.Caseworker) : !PlaceCode.Is(organisation))
            return AccountRule.OrganisationInvalid.Broken("organisation", ("organisation", organisation ?? ""));
        return null;
    }

    private static string Told(IReadOnlyCollection<string> roles, string? circle, string? organisation) =>
        string.Join(", ", roles.Distinct()) + (circle is null ? "" : $"; circle {circle}") + (organisation is null ? "" : $"; organisation {organisation}");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{1,31}\z")]
    private static partial Regex UserName();

    private async Task<Answer<T>> ChangeAsync<T>(string name, Actor actor, Func<SiteUser, Task<Answer<T>>> change)
        where T : class
    {
        if (Denied(actor) is { } denied)
            return denied;
        using var turn = await gate.AdministerAsync();
        using var turnOfUser = await gate.EnterAsync(name.Trim());
        return await users.FindByNameAsync(name.Trim()) is { } user ? await change(user) : AccountRule.NotFound.Broken("name", ("name", name));
    }

    /// <summary>Nobody locks the site's door from inside: one administrator always stays.</summary>
    private async Task<bool> IsLastAdministratorAsync(SiteUser user)
    {
        var administrators = await users.GetUsersForClaimAsync(Role(Roles.Administrator));
        return administrators.Any(a => a.Id == user.Id) && !administrators.Any(a => a.Id != user.Id && a.LockoutEnd != ForGood);
    }

    private async Task<Account> AccountAsync(SiteUser user)
    {
        var roles = (await users.GetClaimsAsync(user)).Where(c => c.Type == ClaimTypes.Role).Select(c => c.Value).Order(StringComparer.Ordinal);
        return new Account(user.UserName!, [.. roles], user.Port, user.LockoutEnd > clock.GetUtcNow(), user.TwoFactorEnabled, user.Circle, user.Organisation);
    }

    /// <summary>Two databases cannot be one transaction: what was meant is on record before anything is changed.</summary>
    private async Task<Answer<T>> AuditedAsync<T>(Actor actor, SiteUser user, string detail, Func<Task<Answer<T>>> change)
        where T : class
    {
        await audit.RecordAsync(actor.Name, AuditAction.UserChanged, "user", user.UserName, detail);
        var changed = await change();
        if (!changed.Succeeded)
            await audit.RecordAsync(actor.Name, AuditAction.UserChanged, "user", user.UserName, $"not made ({changed.Problem.Code}): {detail}");
        return changed;
    }
}

/// <summary>A user as listed.</summary>
/// <param name="Name">User name.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Port">Port or null.</param>
/// <param name="Locked">Locked now.</param>
/// <param name="TwoFactor">Has an authenticator.</param>
/// <param name="Circle">The circle whose cases the user keeps, <c>all</c>, or null.</param>
/// <param name="Organisation">The organisation that the user helps victims for, or null.</param>
public sealed record Account(string Name, IReadOnlyList<string> Roles, string? Port, bool Locked, bool TwoFactor, string? Circle, string? Organisation);

/// <summary>A new or reset account with its one-time password.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password, where one was made; shown once.</param>
public sealed record NewAccount(Account Account, string? Password);
