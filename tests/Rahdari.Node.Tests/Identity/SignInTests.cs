using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Tests.Identity;

public sealed class SignInTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_user_signs_in_with_name_and_password_and_out_again(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await site.MakeAsync("officer1", "PKKHI", Roles.Officer, Roles.Supervisor);
        var client = site.Client();

        var signedIn = await SignInAsync(client, "OFFICER1 ", RunningSite.Password);
        Assert.Equal(200, signedIn.Status);
        Assert.Equal("officer1", signedIn.Json.GetProperty("name").GetString());
        var cookie = Assert.Single(signedIn.SetCookies);
        Assert.StartsWith("rahdari=", cookie);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);

        var shown = (await client.GetAsync("/api/v1/session")).Json;
        Assert.Equal(["officer", "supervisor"], shown.GetProperty("roles").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal("PKKHI", shown.GetProperty("port").GetString());

        var copy = new Dictionary<string, string>(client.Cookies);
        Assert.Equal(204, (await client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session"))).Status);
        Assert.Empty(client.Cookies);
        Assert.Equal(401, (await client.GetAsync("/api/v1/session")).Status);
        // A copy of the cookie is worth nothing, either.
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, (await site.ClientWith(copy).GetAsync("/api/v1/session")).Status);

        Assert.Equal("password", Assert.Single(await site.AuditAsync(AuditAction.SignedIn, "officer1")).Detail);
        Assert.Single(await site.AuditAsync(AuditAction.SignedOut, "officer1"));
    }

    [Fact]
    public async Task Over_TLS_that_a_proxy_on_the_same_machine_ends_the_cookie_is_secure()
    {
        await using var site = await RunningSite.StartAsync();
        await site.MakeAsync("officer1", "PKKHI", Roles.Officer);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { name = "officer1", password = RunningSite.Password }),
        };
        request.Headers.Add("X-Forwarded-Proto", "https");
        Assert.Contains("; secure", Assert.Single((await site.Client().SendAsync(request)).SetCookies), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Five_wrong_passwords_lock_the_user_until_the_time_is_over(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        await site.MakeAsync("officer1", "PKKHI", Roles.Officer);
        var client = site.Client();
        for (var attempt = 1; attempt <= 4; attempt++)
            Assert.Equal("SIGN_IN_FAILED", (await SignInAsync(client, "officer1", "wrong")).Code);
        var fifth = await SignInAsync(client, "officer1", "wrong");
        Assert.Equal((429, "SIGN_IN_LOCKED_OUT"), (fifth.Status, fifth.Code));
        // Also the right password is of no use now.
        Assert.Equal("SIGN_IN_LOCKED_OUT", (await SignInAsync(client, "officer1", RunningSite.Password)).Code);
        Assert.Equal(6, (await site.AuditAsync(AuditAction.SignInFailed, "officer1")).Count);

        await using (var scope = site.App.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<SiteUser>>();
            var user = (await users.FindByNameAsync("officer1"))!;
            Assert.InRange(user.LockoutEnd!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
            // As if the quarter of an hour were over.
            await users.SetLockoutEndDateAsync(user, DateTimeOffset.UtcNow.AddSeconds(-1));
        }
        Assert.Equal(200, (await SignInAsync(client, "officer1", RunningSite.Password)).Status);
    }

    [Fact]
    public async Task Guesses_sent_side_by_side_are_each_counted()
    {
        await using var site = await RunningSite.StartAsync();
        await site.MakeAsync("officer1", "PKKHI", Roles.Officer);
        var client = site.Client();
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignInAsync(client, "officer1", "wrong")));
        Assert.Equal(4, replies.Count(r => r.Code == "SIGN_IN_FAILED"));
        Assert.Equal(16, replies.Count(r => r.Code == "SIGN_IN_LOCKED_OUT"));
    }

    [Fact]
    public async Task A_reset_ends_a_lock_out_and_gives_a_password_that_must_be_changed()
    {
        await using var site = await RunningSite.StartAsync();
        await site.MakeAsync("officer1", "PKKHI", Roles.Officer);
        var client = site.Client();
        for (var attempt = 1; attempt <= 5; attempt++)
            await SignInAsync(client, "officer1", "wrong");
        var administrator = await site.SignInAsync(Roles.Administrator);
        var reset = await administrator.PostAsync("/api/v1/users/officer1/reset");
        Assert.Equal(200, reset.Status);
        var password = reset.Json.GetProperty("password").GetString()!;

        Assert.Equal(401, (await SignInAsync(client, "officer1", RunningSite.Password)).Status);
        Assert.Equal(200, (await SignInAsync(client, "officer1", password)).Status);
        Assert.Equal("changePassword", (await client.GetAsync("/api/v1/session")).Json.GetProperty("pending").GetString());
        Assert.Equal(403, (await client.GetAsync("/api/v1/site")).Status);
        Assert.Contains(await site.AuditAsync(AuditAction.UserChanged, Roles.Administrator), a => a is { SubjectId: "officer1", Detail: "password reset" });
    }

    [Fact]
    public async Task A_name_that_no_user_has_is_refused_like_a_wrong_password_and_not_written_down()
    {
        await using var site = await RunningSite.StartAsync();
        await site.MakeAsync("officer1", "PKKHI", Roles.Officer);
        var client = site.Client();
        var unknown = await SignInAsync(client, "my-secret-password", "officer1");
        var wrong = await SignInAsync(client, "officer1", "wrong");
        Assert.Equal((wrong.Status, wrong.Code, wrong.Json.GetProperty("detail").GetString()), (unknown.Status, unknown.Code, unknown.Json.GetProperty("detail").GetString()));
        Assert.All(await site.AuditAsync(AuditAction.SignInFailed), a => Assert.Contains(a.Actor, new[] { "?", "officer1" }));
        // What no user can be called is asked of no database.
        foreach (var name in new[] { "", "\0", "o\0", "\u202Eadmin", new string('x', 5000), "officer1\n.", "' OR 1=1 --" })
            Assert.Equal("SIGN_IN_FAILED", (await SignInAsync(client, name, "wrong")).Code);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_user_whom_an_administrator_locks_loses_the_session_and_stays_out(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine);
        var officer = await site.SignInAsync(Roles.Officer);
        var administrator = await site.SignInAsync(Roles.Administrator);
        Assert.Equal(200, (await officer.GetAsync("/api/v1/site")).Status);

        Assert.Equal(200, (await administrator.PostAsync("/api/v1/users/officer/lock")).Status);
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, (await officer.GetAsync("/api/v1/site")).Status);
        Assert.Equal("SIGN_IN_LOCKED_OUT", (await SignInAsync(officer, "officer", RunningSite.Password)).Code);
        // A reset of the password does not open what an administrator has locked.
        await administrator.PostAsync("/api/v1/users/officer/reset");
        Assert.Equal("SIGN_IN_LOCKED_OUT", (await SignInAsync(officer, "officer", RunningSite.Password)).Code);

        Assert.Equal(200, (await administrator.PostAsync("/api/v1/users/officer/unlock")).Status);
        Assert.NotEqual("SIGN_IN_LOCKED_OUT", (await SignInAsync(officer, "officer", RunningSite.Password)).Code);
        Assert.Equal(["locked", "password reset", "unlocked"], (await site.AuditAsync(AuditAction.UserChanged, Roles.Administrator)).Select(a => a.Detail).Order());
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_within_half_a_minute()
    {
        await using var site = await RunningSite.StartAsync();
        var supervisor = await site.SignInAsync("somebody", RunningSite.Port, Roles.Supervisor, Roles.Officer);
        var administrator = await site.SignInAsync(Roles.Administrator);
        Assert.Equal(200, (await supervisor.GetAsync("/api/v1/hits")).Status);
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/users/somebody/roles") { Content = System.Net.Http.Json.JsonContent.Create(new { roles = new[] { Roles.Officer } }) };
        Assert.Equal(200, (await administrator.SendAsync(request)).Status);
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, (await supervisor.GetAsync("/api/v1/hits")).Status);
        await SignInAsync(supervisor, "somebody", RunningSite.Password);
        Assert.Equal(403, (await supervisor.GetAsync("/api/v1/hits")).Status);
        Assert.Equal(200, (await supervisor.GetAsync("/api/v1/crossings")).Status);
    }

    [Fact]
    public async Task A_session_ends_when_nothing_is_done_for_half_an_hour_and_after_twelve_hours_whatever_is_done()
    {
        await using var site = await RunningSite.StartAsync();
        var idle = await site.SignInAsync(Roles.Officer);
        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddMinutes(29));
        Assert.Equal(200, (await idle.GetAsync("/api/v1/site")).Status);
        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddMinutes(31));
        Assert.Equal(401, (await idle.GetAsync("/api/v1/site")).Status);

        var busy = await site.SignInAsync(Roles.Officer);
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            Assert.Equal(200, (await busy.GetAsync("/api/v1/site")).Status);
            site.Clock.AdjustTime(site.Clock.GetUtcNow().AddMinutes(20));
        }
        site.Clock.AdjustTime(site.Clock.GetUtcNow().AddMinutes(1));
        Assert.Equal(401, (await busy.GetAsync("/api/v1/site")).Status);
    }

    private static Task<Reply> SignInAsync(SiteClient client, string name, string password, string? code = null) =>
        client.PostAsync("/api/v1/session", new { name, password, code });
}
