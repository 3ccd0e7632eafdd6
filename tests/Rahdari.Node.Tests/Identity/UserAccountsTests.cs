using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Tests.Identity;

public sealed class UserAccountsTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    // A site as it is in service: that of the other tests hashes with fewer.
    [Fact]
    public async Task A_site_hashes_a_password_with_at_least_100000_rounds()
    {
        using var folder = new TemporaryFolder();
        var site = SiteFolder.Create(folder["site"], new SiteSettings { Node = "khi-1", Port = "PKKHI", PortName = "Karachi (test)", Counters = ["1"] }).Value!;
        await using var app = await Site.BuildAsync(site, "http://127.0.0.1:0", TestContext.Current.CancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SiteUser>>();
        var hash = Convert.FromBase64String(users.PasswordHasher.HashPassword(new SiteUser(), RunningSite.Password));
        // The form of ASP.NET Core Identity: version 3, then the function (2 is SHA-512) and the rounds.
        Assert.Equal((1, 2u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1))));
        Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)), 100_000u, uint.MaxValue);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_administrator_makes_users_and_changes_their_roles_over_HTTP(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var administrator = await site.SignInAsync(Roles.Administrator);
        var made = await administrator.PostAsync("/api/v1/users", new { name = "officer17", roles = new[] { "officer" }, port = "PKKHI" });
        Assert.Equal(200, made.Status);
        Assert.Equal(17, made.Json.GetProperty("password").GetString()!.Length);

        foreach (var (body, status, code) in new (object, int, string)[]
        {
            (new { name = "officer17", roles = new[] { "officer" }, port = "PKKHI" }, 409, "USER_EXISTS"),
            (new { name = "officer18", roles = new[] { "officer" } }, 422, "USER_PORT_INVALID"), // Headquarters is never meant by silence.
            (new { name = "A Person's Name", roles = new[] { "officer" } }, 422, "USER_NAME_INVALID"),
            (new { name = "officer18", roles = new[] { "king" } }, 422, "USER_ROLE_UNKNOWN"),
            (new { name = "officer18", roles = new string?[] { null } }, 422, "USER_ROLE_UNKNOWN"),
            (new { name = "officer18", roles = Array.Empty<string>() }, 422, "USER_ROLE_UNKNOWN"),
            (new { name = "officer18", roles = new[] { "officer" }, port = "Karachi" }, 422, "USER_PORT_INVALID"),
            (new { name = (string?)null, roles = new[] { "officer" } }, 400, "REQUEST_BODY_INVALID"),
        })
        {
            var refused = await administrator.PostAsync("/api/v1/users", body);
            Assert.Equal((status, code), (refused.Status, refused.Code));
        }

        Assert.Equal(200, (await PutRolesAsync(administrator, "officer17", "officer", "supervisor")).Status);
        Assert.Equal(404, (await PutRolesAsync(administrator, "nobody", "officer")).Status);
        var users = (await administrator.GetAsync("/api/v1/users")).Json.EnumerateArray().ToArray();
        Assert.Equal(["administrator", "officer17"], users.Select(u => u.GetProperty("name").GetString()));
        Assert.Equal(["officer", "supervisor"], users[1].GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(["made: officer at PKKHI", "roles: officer, supervisor"], (await site.AuditAsync(AuditAction.UserChanged, Roles.Administrator)).Select(a => a.Detail).Order());
    }

    [Fact]
    public async Task What_cannot_be_audited_is_not_changed()
    {
        await using var site = await RunningSite.StartAsync();
        await site.MakeAsync("officer1", RunningSite.Port, Roles.Officer);
        await using (var db = new SqliteConnection($"Data Source={site.Get<SiteFolder>().SqliteFile}"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = "ALTER TABLE audit RENAME TO audit_elsewhere";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var changes = new Func<UserAccounts, Task>[]
        {
            a => a.SetLockedAsync("officer1", true, Actor.CommandLine),
            a => a.SetRolesAsync("officer1", [Roles.Auditor], Actor.CommandLine),
            a => a.ResetAsync("officer1", false, Actor.CommandLine),
            a => a.CreateAsync("officer2", [Roles.Officer], RunningSite.Port, null, Actor.CommandLine),
        };
        foreach (var change in changes)
            await Assert.ThrowsAnyAsync<DbUpdateException>(() => site.OnAccountsAsync(async a => { await change(a); return true; }));
        var account = Assert.Single((await site.OnAccountsAsync(a => a.ListAsync(Actor.CommandLine))).Value!);
        Assert.False(account.Locked);
        Assert.Equal([Roles.Officer], account.Roles);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_last_administrator_can_be_neither_locked_nor_made_something_else(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var administrator = await site.SignInAsync(Roles.Administrator);
        Assert.Equal("USER_LAST_ADMINISTRATOR", (await administrator.PostAsync("/api/v1/users/administrator/lock")).Code);
        Assert.Equal("USER_LAST_ADMINISTRATOR", (await PutRolesAsync(administrator, "administrator", "auditor")).Code);

        // Of two who lock each other at the same moment one stays.
        await site.MakeAsync("admin2", null, Roles.Administrator);
        var both = await Task.WhenAll(
            site.OnAccountsAsync(a => a.SetLockedAsync("administrator", true, Actor.CommandLine)),
            site.OnAccountsAsync(a => a.SetLockedAsync("admin2", true, Actor.CommandLine)));
        Assert.Single(both, a => a.Problem?.Code == "USER_LAST_ADMINISTRATOR");
        // Who is locked for good is no administrator to count on.
        var accounts = (await site.OnAccountsAsync(a => a.ListAsync(Actor.CommandLine))).Value!;
        Assert.Single(accounts, a => !a.Locked);
    }

    [Fact]
    public async Task A_user_who_tries_to_sign_in_all_the_while_is_locked_all_the_same()
    {
        await using var site = await RunningSite.StartAsync();
        await site.MakeAsync("officer1", null, Roles.Officer);
        await site.MakeAsync("administrator", null, Roles.Administrator);
        var client = site.Client();
        var attempts = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.PostAsync("/api/v1/session", new { name = "officer1", password = "wrong" })));
        var locked = await site.OnAccountsAsync(a => a.SetLockedAsync("officer1", true, Actor.CommandLine));
        await attempts;
        Assert.True(locked.Succeeded, locked.Problem?.Code);
        var account = (await site.OnAccountsAsync(a => a.ListAsync(Actor.CommandLine))).Value!.Single(a => a.Name == "officer1");
        Assert.True(account.Locked);
        // For good, not for the quarter of an hour of too many attempts.
        var reset = await site.OnAccountsAsync(a => a.ResetAsync("officer1", false, Actor.CommandLine));
        Assert.True(reset.Value!.Account.Locked);
    }

    private static Task<Reply> PutRolesAsync(SiteClient client, string name, params string[] roles) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Put, $"/api/v1/users/{name}/roles") { Content = System.Net.Http.Json.JsonContent.Create(new { roles }) });
}
