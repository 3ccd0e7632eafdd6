using Microsoft.AspNetCore.Components.Web;

namespace Rahdari.Node.Console;

/// <summary>How a part of a page is kept live.</summary>
internal static class Live
{
    /// <summary>On the server, once the page is open: rendered before it would read, and audit, everything twice.</summary>
    public static InteractiveServerRenderMode Circuit { get; } = new(prerender: false);
}
