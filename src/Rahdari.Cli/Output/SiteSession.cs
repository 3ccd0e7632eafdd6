using Rahdari.Border;
using Rahdari.Border.Sites;
using Rahdari.Casework;
using Rahdari.Links;
using Rahdari.Node;
using Rahdari.Training;

namespace Rahdari.Cli.Output;

/// <summary>A site opened for the time of one command, without its web server.</summary>
internal sealed class SiteSession : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private SiteSession(SiteFolder folder, ServiceProvider services) => (Folder, provider) = (folder, services);

    /// <summary>The site's folder and settings.</summary>
    public SiteFolder Folder { get; }

    /// <summary>Opens the site: migrates its storage and loads its lists.</summary>
    public static async Task<SiteSession> OpenAsync(SiteFolder folder, TimeProvider clock, CancellationToken cancellation)
    {
        var parts = new ServiceCollection().AddLogging().AddSingleton(clock).AddSenders(folder).AddBorder(folder).AddCasework(folder);
        if (folder.IsOfTraining)
            parts.AddTraining(folder);
        var services = parts.BuildServiceProvider();
        var session = new SiteSession(folder, services);
        try
        {
            await services.OpenBorderAsync(cancellation);
            await services.OpenCaseworkAsync(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs work on the site that the command names, or says why that site cannot be opened.</summary>
    public static async Task<int> WithAsync(Run run, Func<SiteSession, Task<int>> work, CancellationToken cancellation)
    {
        var folder = SiteFolder.Open(run.SiteFolder);
        if (!folder.Succeeded)
            return run.Fail(folder.Problem);
        await using var session = await OpenAsync(folder.Value, TimeProvider.System, cancellation);
        return await work(session);
    }

    /// <summary>All of its parts.</summary>
    public IServiceProvider Services => provider;

    /// <summary>One of the border's or casework's parts.</summary>
    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
