using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Tests.Identity;

/// <summary>The authenticator and the own password, through forms as a browser sends them.</summary>
public sealed class SecondFactorTests
{
    public static TheoryData<string> Engines => RunningSite.Engines;

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_has_an_authenticator_signs_in_with_a_code_of_it_which_is_good_once(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine, map: Forms);
        var key = await GiveAuthenticatorAsync(site, "officer1");
        var client = site.Client();
        Assert.Equal("SIGN_IN_CODE_REQUIRED", (await SignInAsync(client, null)).Code);
        Assert.Equal(401, (await client.GetAsync("/api/v1/site")).Status);
        Assert.Equal("AUTHENTICATOR_CODE_WRONG", (await SignInAsync(client, "000000")).Code);

        var code = Authenticator.Code(key, site.Clock.GetUtcNow());
        Assert.Equal(200, (await SignInAsync(client, $"{code[..3]} {code[3..]}")).Status);
        Assert.Equal(200, (await client.GetAsync("/api/v1/site")).Status);
        // Who read it over a shoulder has nothing.
        Assert.Equal("AUTHENTICATOR_CODE_WRONG", (await SignInAsync(site.Client(), code)).Code);
        // Nor has whoever kept one from before it.
        Assert.Equal("AUTHENTICATOR_CODE_WRONG", (await SignInAsync(site.Client(), Authenticator.Code(key, site.Clock.GetUtcNow().AddSeconds(-30)))).Code);
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(200, (await SignInAsync(site.Client(), Authenticator.Code(key, site.Clock.GetUtcNow()))).Status);

        Assert.All(await site.AuditAsync(AuditAction.SignedIn, "officer1"), a => Assert.Equal("password and authenticator", a.Detail));
        Assert.Equal(3, (await site.AuditAsync(AuditAction.SignInFailed, "officer1")).Count(a => a.Detail == "authenticator"));
    }

    [Fact]
    public async Task A_code_half_a_minute_early_or_late_is_taken_and_one_of_another_minute_is_not()
    {
        await using var site = await RunningSite.StartAsync();
        var key = await GiveAuthenticatorAsync(site, "officer1");
        foreach (var (seconds, status) in new[] { (-60, 401), (60, 401), (-30, 200), (30, 200) })
            Assert.Equal(status, (await SignInAsync(site.Client(), Authenticator.Code(key, site.Clock.GetUtcNow().AddSeconds(seconds)))).Status);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_code_may_be_given_on_the_next_page(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine, map: Forms);
        var key = await GiveAuthenticatorAsync(site, "officer1");
        var browser = site.Client();
        Assert.Equal("SIGN_IN_CODE_REQUIRED", await FormAsync(browser, "/form/password", ("name", "officer1"), ("password", RunningSite.Password)));
        Assert.Equal(["rahdari-code"], browser.Cookies.Keys);
        var begun = new Dictionary<string, string>(browser.Cookies);

        Assert.Equal("AUTHENTICATOR_CODE_WRONG", await FormAsync(browser, "/form/code", ("code", "000000")));
        var code = Authenticator.Code(key, site.Clock.GetUtcNow());
        Assert.Equal("", await FormAsync(browser, "/form/code", ("code", code)));
        // The half-finished sign-in is at its end, the session has begun.
        Assert.Equal(["rahdari"], browser.Cookies.Keys);
        Assert.Equal(200, (await browser.GetAsync("/api/v1/site")).Status);
        Assert.Equal("AUTHENTICATOR_CODE_WRONG", await FormAsync(site.ClientWith(begun), "/form/code", ("code", code)));
        Assert.Equal("SIGN_IN_FAILED", await FormAsync(site.Client(), "/form/code", ("code", code)));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_user_however_they_are_sent()
    {
        await using var site = await RunningSite.StartAsync(map: Forms);
        var key = await GiveAuthenticatorAsync(site, "officer1");
        var browser = site.Client();
        await FormAsync(browser, "/form/password", ("name", "officer1"), ("password", RunningSite.Password));
        var wrong = Authenticator.Code(key, site.Clock.GetUtcNow().AddHours(1));
        var codes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0
            ? FormAsync(site.ClientWith(browser.Cookies), "/form/code", ("code", wrong))
            : SignInAsync(site.Client(), wrong).ContinueWith(r => r.Result.Code!, TaskScheduler.Default)));
        Assert.Equal(4, codes.Count(c => c == "AUTHENTICATOR_CODE_WRONG"));
        Assert.Equal(8, codes.Count(c => c == "SIGN_IN_LOCKED_OUT"));
        Assert.Equal("SIGN_IN_LOCKED_OUT", (await SignInAsync(site.Client(), Authenticator.Code(key, site.Clock.GetUtcNow()))).Code);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_new_user_changes_the_password_and_sets_up_an_authenticator_before_any_work(string engine)
    {
        await using var site = await RunningSite.StartAsync(engine, authenticatorRequired: true, map: Forms);
        var made = (await site.OnAccountsAsync(a => a.CreateAsync("officer1", [Roles.Officer], RunningSite.Port, null, Actor.CommandLine))).Value!;
        var browser = site.Client();
        Assert.Equal("", await FormAsync(browser, "/form/password", ("name", "officer1"), ("password", made.Password!)));
        var other = site.ClientWith(browser.Cookies);

        Assert.Equal("changePassword", await PendingAsync(browser));
        Assert.Equal(403, (await browser.GetAsync("/api/v1/site")).Status);
        Assert.Equal("PASSWORD_WRONG", await FormAsync(browser, "/form/change", ("current", "wrong"), ("chosen", RunningSite.Password)));
        Assert.Equal("PASSWORD_WEAK", await FormAsync(browser, "/form/change", ("current", made.Password!), ("chosen", "aaaaaaaaaaaa")));
        Assert.Equal("PASSWORD_SAME", await FormAsync(browser, "/form/change", ("current", made.Password!), ("chosen", made.Password!)));
        Assert.Equal("changePassword", await PendingAsync(browser));
        Assert.Equal("", await FormAsync(browser, "/form/change", ("current", made.Password!), ("chosen", RunningSite.Password)));

        Assert.Equal("setUpAuthenticator", await PendingAsync(browser));
        Assert.Equal(403, (await browser.GetAsync("/api/v1/site")).Status);
        var secret = await FormAsync(browser, "/form/begin");
        Assert.Equal(secret, await FormAsync(browser, "/form/begin"));
        Assert.Equal("AUTHENTICATOR_CODE_WRONG", await FormAsync(browser, "/form/confirm", ("code", "000000")));
        Assert.Equal("", await FormAsync(browser, "/form/confirm", ("code", Authenticator.Code(secret, site.Clock.GetUtcNow()))));
        Assert.Null(await PendingAsync(browser));
        Assert.Equal(200, (await browser.GetAsync("/api/v1/site")).Status);
        // One that is in force is not replaced, and its key is shown to nobody again.
        Assert.Equal("AUTHENTICATOR_EXISTS", await FormAsync(browser, "/form/begin"));
        Assert.Equal("AUTHENTICATOR_EXISTS", await FormAsync(browser, "/form/confirm", ("code", Authenticator.Code(secret, site.Clock.GetUtcNow().AddSeconds(30)))));

        // The session of before the change of the password is over.
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, (await other.GetAsync("/api/v1/session")).Status);
        Assert.Equal(200, (await browser.GetAsync("/api/v1/site")).Status);
        Assert.Equal(["own authenticator set up", "own password changed"], (await site.AuditAsync(AuditAction.UserChanged, "officer1")).Select(a => a.Detail).Order());
        Assert.Single(await site.AuditAsync(AuditAction.SignInFailed, "officer1"));
    }

    [Fact]
    public async Task An_authenticator_that_an_administrator_removed_is_good_for_nothing()
    {
        await using var site = await RunningSite.StartAsync(authenticatorRequired: true, map: Forms);
        var key = await GiveAuthenticatorAsync(site, "officer1");
        var reset = await site.OnAccountsAsync(a => a.ResetAsync("officer1", removeAuthenticator: true, Actor.CommandLine));
        Assert.False(reset.Value!.Account.TwoFactor);
        var browser = site.Client();
        Assert.Equal("", await FormAsync(browser, "/form/password", ("name", "officer1"), ("password", reset.Value.Password!)));
        await FormAsync(browser, "/form/change", ("current", reset.Value.Password!), ("chosen", RunningSite.Password));
        Assert.NotEqual(key, await FormAsync(browser, "/form/begin"));
        Assert.Equal("AUTHENTICATOR_CODE_WRONG", await FormAsync(browser, "/form/confirm", ("code", Authenticator.Code(key, site.Clock.GetUtcNow()))));
    }

    /// <summary>The forms of a console in short: each answers with the code of the rule broken, or with what a page would show.</summary>
    private static void Forms(WebApplication app)
    {
        var form = app.MapGroup("/form").DisableAntiforgery();
        form.MapPost("/password", async ([FromForm] string name, [FromForm] string password, SignIn signIn) => Code(await signIn.WithPasswordAsync(name, password))).AllowAnonymous();
        form.MapPost("/code", async ([FromForm] string code, SignIn signIn) => Code(await signIn.WithCodeAsync(code))).AllowAnonymous();
        var own = form.MapGroup("/").RequireAuthorization(IdentityRegistration.SignedIn);
        own.MapPost("/change", async ([FromForm] string current, [FromForm] string chosen, SignIn signIn, ClaimsPrincipal user) => Code(await signIn.ChangePasswordAsync(user.Identity!.Name!, current, chosen)));
        own.MapPost("/begin", async (SignIn signIn, ClaimsPrincipal user) => await signIn.BeginAuthenticatorAsync(user.Identity!.Name!) is { Succeeded: true } begun ? begun.Value.Key : "AUTHENTICATOR_EXISTS");
        own.MapPost("/confirm", async ([FromForm] string code, SignIn signIn, ClaimsPrincipal user) => Code(await signIn.ConfirmAuthenticatorAsync(user.Identity!.Name!, code)));

        static string Code(Answer<SiteUser> answer) => answer.Problem?.Code ?? "";
    }

    private static async Task<string> FormAsync(SiteClient browser, string path, params (string Name, string Value)[] fields)
    {
        var reply = await browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));
        Assert.True(reply.Status == 200, $"{path}: {reply.Status} {reply.Body}");
        return reply.Body;
    }

    private static async Task<string?> PendingAsync(SiteClient client) => (await client.GetAsync("/api/v1/session")).Json.GetProperty("pending").GetString();

    private static Task<Reply> SignInAsync(SiteClient client, string? code) => client.PostAsync("/api/v1/session", new { name = "officer1", password = RunningSite.Password, code });

    /// <summary>An authenticator in force, and its key.</summary>
    private static async Task<string> GiveAuthenticatorAsync(RunningSite site, string name)
    {
        await site.MakeAsync(name, RunningSite.Port, Roles.Officer);
        await using var scope = site.App.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SiteUser>>();
        var user = (await users.FindByNameAsync(name))!;
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetTwoFactorEnabledAsync(user, true);
        return (await users.GetAuthenticatorKeyAsync(user))!;
    }
}
