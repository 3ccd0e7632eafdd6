using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rahdari.Border;
using Rahdari.Border.Audit;
using Rahdari.Border.Sites;
using Rahdari.Links;
using Rahdari.Links.Pki;

namespace Rahdari.Bench.Ledger.National;

/// <summary>One end of a link as it runs in the product, without counters' web pages: the site's parts and its line in this process, its broker in one of its own.</summary>
internal sealed class LinkedSite(SiteFolder folder) : IAsyncDisposable
{
    private ServiceProvider? services;
    private Process? broker;

    public SiteFolder Folder => folder;

    public string Node => folder.Settings.Node;

    public string BrokerFolder => Path.Combine(folder.FullPath, "broker");

    /// <summary>How much of a processor the broker has used; none where it does not run.</summary>
    public TimeSpan BrokerTime
    {
        get
        {
            broker?.Refresh();
            return broker?.TotalProcessorTime ?? TimeSpan.Zero;
        }
    }

    /// <summary>The most memory that the broker has had, in bytes.</summary>
    public long BrokerMemory
    {
        get
        {
            broker?.Refresh();
            return broker?.PeakWorkingSet64 ?? 0;
        }
    }

    public static SiteFolder Make(string path, string node, string port, string? postgres) => Known(SiteFolder.Create(
        path, new SiteSettings { Node = node, Port = port, PortName = "Bench", Counters = ["1"], AuthenticatorRequired = false, RescreeningHour = null, IndicatorsHour = null }, postgres));

    /// <summary>Gives a site its certificates, as the authority of headquarters' folder.</summary>
    public static async Task EnrolAsync(SiteFolder headquarters, SiteFolder site)
    {
        await using var there = await OpenAsync(headquarters);
        var authority = new NationalAuthority(headquarters, there.GetRequiredService<AuditLog>(), TimeProvider.System);
        if (!Directory.Exists(Path.Combine(headquarters.FullPath, "authority")))
            Known(await authority.InitAsync("PAK", null, null, Actor.CommandLine));
        var invitation = Known(await authority.InviteAsync(site.Settings.Node, site.Settings.Port, 1, Actor.CommandLine));
        await using var here = await OpenAsync(site);
        var enrolment = new NodeEnrolment(site, here.GetRequiredService<AuditLog>(), TimeProvider.System);
        var request = Known(await enrolment.RequestAsync(invitation.Code, Actor.CommandLine));
        var issued = Known(await authority.IssueAsync(request, Actor.CommandLine));
        Known(await enrolment.InstallAsync(issued.File, invitation.Code, Actor.CommandLine));
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>Starts the site's line, which writes its broker's configuration, and the broker.</summary>
    public async Task StartAsync()
    {
        var parts = new ServiceCollection().AddLogging(logging => logging.AddProvider(new Warnings()));
        services = parts.AddLinks(folder).AddBorder(folder).BuildServiceProvider();
        await services.OpenBorderAsync();
        foreach (var line in services.GetServices<IHostedService>())
            await line.StartAsync(default);
        var configuration = Path.Combine(BrokerFolder, "nats-server.conf");
        while (!File.Exists(configuration))
            await Task.Delay(20);
        broker = Process.Start("/usr/sbin/nats-server", ["-c", configuration, "-l", Path.Combine(BrokerFolder, "log")]);
    }

    /// <summary>Stops the line; the broker goes on.</summary>
    public async Task StopLineAsync()
    {
        if (services is null)
            return;
        foreach (var line in services.GetServices<IHostedService>())
            await line.StopAsync(default);
        await services.DisposeAsync();
        services = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopLineAsync();
        if (broker is { HasExited: false })
        {
            broker.Kill();
            await broker.WaitForExitAsync();
        }
        broker?.Dispose();
        broker = null;
    }

    private static T Known<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw new InvalidOperationException(answer.Problem?.ToString());

    private static async Task<ServiceProvider> OpenAsync(SiteFolder site)
    {
        var opened = new ServiceCollection().AddBorder(site).BuildServiceProvider();
        await opened.OpenBorderAsync();
        return opened;
    }
}
