using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Node.Console.Access;
using Rahdari.Node.Console.Consultations;
using Rahdari.Node.Console.Crossings;
using Rahdari.Node.Console.Evidence;
using Rahdari.Node.Console.Shared;
using Rahdari.Node.Console.Shelter;
using Rahdari.Node.Console.Texts;
using Rahdari.Node.Identity;

namespace Rahdari.Node.Console;

/// <summary>The console: Blazor pages for each role.</summary>
public static class ConsoleRegistration
{
    /// <summary>Adds the console's services, its languages, and a policy for each of its sections.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<ConsoleText>();
        services.AddSingleton<PortTime>();
        services.AddSingleton<PublicDoor>();
        services.AddKeyedSingleton<PublicDoor>(PublicDoor.OfWithdrawal);
        services.AddExceptionHandler<PersonsPages>();
        services.AddScoped<AuthenticationStateProvider, CircuitUser>();
        services.Configure<AuthorizationOptions>(options =>
        {
            foreach (var section in Section.All)
                options.AddPolicy(section.Policy, IdentityRegistration.AnyOf([.. section.Roles]));
        });
        return services;
    }

    /// <summary>Maps the console's pages, sign-in included, and its assets.</summary>
    public static WebApplication MapConsole(this WebApplication app)
    {
        PersonsPages.Use(app);
        app.UseAntiforgery();
        app.MapLanguage();
        app.MapSignOut();
        app.MapCrossingExport();
        app.MapProgressFiles();
        app.MapEvidenceDownload();
        app.MapShelterActions();
        var pages = app.MapRazorComponents<App>()
            // The site's own header forbids frames altogether.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        // The list of assets is made for the program that is started; a site inside of another program has no console files to serve.
        var assets = Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json");
        if (File.Exists(assets))
        {
            app.MapStaticAssets(assets).AllowAnonymous();
            pages.WithStaticAssets(assets);
        }
        return app;
    }
}
