using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Sites;
using Rahdari.Node.Cabinets;
using Rahdari.Node.Identity.Storage;

namespace Rahdari.Node.Identity;

/// <summary>Who may sign in, how, and what a sign-in is good for. Whatever names no policy is denied to everyone who is not signed in and ready to work.</summary>
public static class IdentityRegistration
{
    /// <summary>Policy: signed in, even where a <see cref="PendingStep"/> is left; for the pages that take that step.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Signed in, with no <see cref="PendingStep"/> left: what everything needs that names nothing else.</summary>
    public static AuthorizationPolicy Ready { get; } =
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(c => c.User.PendingStep() is null).Build();

    /// <summary>The name of the cookie that is the session.</summary>
    public const string CookieName = "rahdari";

    /// <summary>That of a training site: a browser sends cookies to every port of a machine, and signing in to one kind ends no session of the other.</summary>
    public const string TrainingCookieName = "rahdari-training";

    private const int ShortestPassword = 12;
    private const string SignedInAt = "signed-in-at";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    // A shift; a session that is never idle does not go on for ever (OWASP ASVS 5.0, 7.3.2).
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>Adds ASP.NET Core Identity on the site's database, the cookie, one policy a role (its name) and the fallback policy.</summary>
    public static IServiceCollection AddSiteIdentity(this IServiceCollection services, SiteFolder site)
    {
        services.AddScoped(_ => IdentityStorage.Open(site));
        services.AddIdentityCore<SiteUser>(options =>
        {
            options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-._";
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            // Length is what counts (NIST SP 800-63B §5.1.1.2); forced character classes make passwords guessable.
            options.Password.RequiredLength = ShortestPassword;
            options.Password.RequiredUniqueChars = 5;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        })
            .AddEntityFrameworkStores<IdentityContext>()
            .AddClaimsPrincipalFactory<SiteUserClaims>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddSingleton<AccountGate>();
        services.AddScoped<UserAccounts>();
        services.AddScoped<SignIn>();
        services.AddSingleton<OpenCabinets>();
        var name = NameOf(site.Settings);
        services.AddDataProtection().SetApplicationName(name).PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(site.FullPath, "cookie-keys")));

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(cookie => Session(cookie, name));
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Harden(cookie.Cookie, name + "-code"));
        });
        // A user who is locked or whose roles change loses the session within this time.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddAuthorization(Policies);
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        return services;
    }

    /// <summary>The policy of whatever one of several roles may do.</summary>
    public static AuthorizationPolicy AnyOf(params string[] roles) => new AuthorizationPolicyBuilder(Ready).RequireRole(roles).Build();

    /// <summary>Authenticates every request, takes up the language that its user chose, and authorizes it.</summary>
    public static WebApplication UseSiteIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseRequestLocalization(); // In between: it depends on the user, and a refusal is told in it.
        app.UseAuthorization();
        return app;
    }

    /// <summary>Migrates the users' tables.</summary>
    public static async Task OpenIdentityAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityContext>().Database.MigrateAsync(cancellation);
    }

    /// <summary>The name of the session's cookie at a site.</summary>
    internal static string NameOf(SiteSettings settings) => settings.Kind == SiteKind.Training ? TrainingCookieName : CookieName;

    private static void Session(CookieAuthenticationOptions options, string name)
    {
        Harden(options.Cookie, name);
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/denied";
        options.Events.OnSigningIn = context =>
        {
            // Kept when the cookie is renewed: the time of the sign-in itself.
            context.Properties.Items.TryAdd(SignedInAt, $"{context.Options.TimeProvider!.GetUtcNow().ToUnixTimeSeconds()}");
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = async context =>
        {
            if (IsOver(context))
                context.RejectPrincipal();
            else
                await SecurityStampValidator.ValidatePrincipalAsync(context);
        };
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    private static bool IsOver(CookieValidatePrincipalContext context) =>
        !context.Properties.Items.TryGetValue(SignedInAt, out var text)
        || !long.TryParse(text, out var seconds)
        || context.Options.TimeProvider!.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds) > LongestSession;

    /// <summary>A person is led to the page, a program gets the status.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // Plain HTTP on the loopback address is allowed; a proxy with TLS makes it secure.
    }

    private static void Policies(AuthorizationOptions options)
    {
        options.DefaultPolicy = Ready;
        options.FallbackPolicy = Ready;
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var role in Roles.All.Union(Roles.OfTraining))
            options.AddPolicy(role, AnyOf(role));
    }
}
