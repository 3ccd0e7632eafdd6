using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border;
using Rahdari.Border.Sites;
using Rahdari.Casework;
using Rahdari.Links;
using Rahdari.Node.AdvanceInformation;
using Rahdari.Node.Api;
using Rahdari.Node.Chips;
using Rahdari.Node.Console;
using Rahdari.Node.Identity;
using Rahdari.Node.Interviews;
using Rahdari.Node.Operation;
using Rahdari.Training;

namespace Rahdari.Node;

/// <summary>One running site: API, console, identity. Reads as a table of contents.</summary>
public static class Site
{
    /// <summary>Builds the site, migrates its database and loads its lists; the caller runs it.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons: <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static Task<WebApplication> BuildAsync(SiteFolder folder, string urls, CancellationToken cancellation = default) => BuildAsync(folder, urls, _ => { }, cancellation);

    /// <summary>The same, with a change to what the site is built of: another clock, another log.</summary>
    public static async Task<WebApplication> BuildAsync(SiteFolder folder, string urls, Action<WebApplicationBuilder> arrange, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets(); // Also where it runs from its build folder: ./rahdari does.
        builder.WebHost.UseUrls(urls);
        arrange(builder);
        if (!folder.IsOfTraining)
            builder.Services.AddLinks(folder);
        builder.Services.AddBorder(folder);
        builder.Services.AddNodeOverview();
        if (folder.IsOfTraining)
            builder.Services.AddTraining(folder);
        builder.Services.AddCasework(folder);
        builder.Services.AddSingleton<InterviewRoom>();
        builder.Services.AddSiteIdentity(folder);
        builder.Services.AddOperation(exports: !folder.IsOfTraining);
        builder.Services.AddChips();
        builder.Services.AddHostedService<AdvanceFolder>();
        builder.Services.AddApi();
        builder.Services.AddConsole();

        var app = builder.Build();
        app.UseOperation();
        app.UseSiteIdentity();
        app.MapOperation();
        app.MapApi();
        app.MapConsole();

        await app.Services.OpenBorderAsync(cancellation);
        await app.Services.OpenCaseworkAsync(cancellation);
        await app.Services.OpenIdentityAsync(cancellation);
        return app;
    }
}
