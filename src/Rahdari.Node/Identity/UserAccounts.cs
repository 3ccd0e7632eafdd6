using Rahdari.Border;

namespace Rahdari.Node.Identity;

/// <summary>Makes and changes users; every change is audited.</summary>
public sealed class UserAccounts
{
    /// <summary>Makes a user. Where no password is given a random one is made and returned once; it must be changed at the first sign-in.</summary>
    public Task<Answer<NewAccount>> CreateAsync(string name, IReadOnlyCollection<string> roles, string? port, string? password, Actor actor) => throw new NotImplementedException();

    /// <summary>All users, by name.</summary>
    public Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Gives a user a new random password, ends a lock-out and, where asked, removes the authenticator.</summary>
    public Task<Answer<NewAccount>> ResetAsync(string name, bool removeAuthenticator, Actor actor) => throw new NotImplementedException();

    /// <summary>Locks a user for good, or unlocks.</summary>
    public Task<Answer<Account>> SetLockedAsync(string name, bool locked, Actor actor) => throw new NotImplementedException();

    /// <summary>Replaces a user's roles.</summary>
    public Task<Answer<Account>> SetRolesAsync(string name, IReadOnlyCollection<string> roles, Actor actor) => throw new NotImplementedException();
}

/// <summary>A user as listed.</summary>
/// <param name="Name">User name.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Port">Port or null.</param>
/// <param name="Locked">Locked now.</param>
/// <param name="TwoFactor">Has an authenticator.</param>
public sealed record Account(string Name, IReadOnlyList<string> Roles, string? Port, bool Locked, bool TwoFactor);

/// <summary>A new or reset account with its one-time password.</summary>
/// <param name="Account">The account.</param>
/// <param name="Password">The password, where one was made; shown once.</param>
public sealed record NewAccount(Account Account, string? Password);
