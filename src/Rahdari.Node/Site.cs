using Microsoft.AspNetCore.Builder;
using Rahdari.Border.Sites;

namespace Rahdari.Node;

/// <summary>One running site: API, console, identity. Reads as a table of contents.</summary>
public static class Site
{
    /// <summary>Builds the site, migrates its database and loads its lists; the caller runs it.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons: <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="cancellation">Stops the start.</param>
    public static Task<WebApplication> BuildAsync(SiteFolder folder, string urls, CancellationToken cancellation = default) => throw new NotImplementedException();
}
