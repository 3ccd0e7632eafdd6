using System.Security.Cryptography;
using Rahdari.Node.Identity;

namespace Rahdari.Cli.Demo;

/// <summary>A user of a demonstration with the password that is printed once.</summary>
/// <param name="Name">To sign in with.</param>
/// <param name="Role">The one role.</param>
/// <param name="Password">Random for this demonstration.</param>
/// <param name="Passphrase">What opens the cabinet of a caseworker; null for everybody else.</param>
internal sealed record DemoUser(string Name, string Role, string Password, string? Passphrase = null)
{
    /// <summary>The officer who records the earlier crossings.</summary>
    public const string Officer = "officer1";

    /// <summary>Makes one user of each role.</summary>
    public static async Task<IReadOnlyList<DemoUser>> MakeAsync(UserAccounts accounts, string port, DemoShelter shelter)
    {
        (string Name, string Role, string Port)[] wanted =
        [
            (Officer, Roles.Officer, port),
            ("supervisor1", Roles.Supervisor, port),
            ("lists1", Roles.WatchlistManager, UserAccounts.AllPorts),
            ("visas1", Roles.VisaOfficer, UserAccounts.AllPorts),
            ("auditor1", Roles.Auditor, UserAccounts.AllPorts),
            ("admin1", Roles.Administrator, UserAccounts.AllPorts),
            ("gateway1", Roles.CarrierGateway, UserAccounts.AllPorts),
            ("exits1", Roles.ExitControl, UserAccounts.AllPorts),
            ("protector1", Roles.EmigrationGateway, UserAccounts.AllPorts),
            ("investigator1", Roles.Investigator, UserAccounts.AllPorts),
            ("head1", Roles.CaseSupervisor, UserAccounts.AllPorts),
            ("caseworker1", Roles.Caseworker, UserAccounts.AllPorts),
            ("caseworker2", Roles.Caseworker, UserAccounts.AllPorts),
            ("analyst1", Roles.Analyst, UserAccounts.AllPorts),
            ("strategy1", Roles.Strategy, UserAccounts.AllPorts),
            ("strategy2", Roles.Strategy, UserAccounts.AllPorts),
        ];
        var users = new List<DemoUser>();
        foreach (var (name, role, at) in wanted)
        {
            var password = NewPassword();
            var made = await accounts.CreateAsync(
                name,
                [role],
                at,
                password,
                Actor.CommandLine,
                role is Roles.Investigator or Roles.CaseSupervisor ? DemoCases.Circle : null,
                role == Roles.Caseworker ? DemoShelter.OrganisationOf(name) : null);
            if (!made.Succeeded)
                throw new InvalidOperationException($"The user {name} of the demonstration was not made: {made.Problem.Code}.");
            users.Add(new DemoUser(name, role, password, shelter.PassphraseOf(name)));
        }

        return users;
    }

    /// <summary>A random password.</summary>
    // 60 bits; letters that are mistaken for digits are left out, for the password is read from a screen.
    public static string NewPassword() =>
        $"{RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 5)}-{RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz", 5)}-{RandomNumberGenerator.GetString("23456789", 5)}";
}
