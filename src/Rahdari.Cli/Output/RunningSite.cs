using System.Net.Sockets;
using Rahdari.Border.Sites;
using Rahdari.Cli.CommandLine;
using Rahdari.Node;

namespace Rahdari.Cli.Output;

/// <summary>A site's web server, from its start to its orderly end.</summary>
internal static class RunningSite
{
    /// <summary>Runs the site; <paramref name="ready"/> is told its services and addresses once it answers.</summary>
    public static async Task<int> RunAsync(
        Run run,
        SiteFolder folder,
        string urls,
        Func<IServiceProvider, IReadOnlyCollection<string>, Task<int>> ready,
        CancellationToken cancellation,
        Action<IServiceCollection>? arrange = null)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https"))
                return run.Fail(CliRule.AddressInvalid.Broken("urls", ("value", url)), ExitCode.Usage);
        }

        await using var site = await Site.BuildAsync(folder, urls, builder => arrange?.Invoke(builder.Services), cancellation);
        try
        {
            await site.StartAsync(cancellation);
        }
        catch (IOException e) when (IsTaken(e))
        {
            return run.Fail(CliRule.AddressInUse.Broken("urls", ("value", urls)), ExitCode.Environment);
        }

        var exit = await ready(site.Services, [.. site.Urls]);
        await Console.Out.FlushAsync(CancellationToken.None);
        if (exit == ExitCode.Ok)
            await site.WaitForShutdownAsync(cancellation);
        else
            await site.StopAsync(CancellationToken.None);
        return exit;
    }

    private static bool IsTaken(Exception? e) =>
        e is not null && (e is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } || IsTaken(e.InnerException));
}
