using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Border.Distribution;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
using Rahdari.Border.Travellers.National;
using Rahdari.Documents.Findings;
using Rahdari.Links.Brokers;
using Rahdari.Links.Lines;
using Rahdari.Links.Nodes;
using Rahdari.Links.Pki;

namespace Rahdari.Links;

/// <summary>Registers what links a site to the others.</summary>
public static class LinksRegistration
{
    /// <summary>Adds the links where the site has <see cref="LinkSettings.FileName"/>; a site without it stands alone. Call before the border is added.</summary>
    /// <exception cref="InvalidOperationException">The settings, or at headquarters the authority, cannot be read.</exception>
    public static IServiceCollection AddLinks(this IServiceCollection services, SiteFolder site)
    {
        services.AddSingleton<LinkState>();
        services.AddSingleton<NodeBoard>();
        var (settings, problem) = LinkSettings.Read(site);
        if (problem is not null)
            throw new InvalidOperationException(problem);
        if (settings is null)
            return services;
        services.AddSingleton(settings);
        if (settings.End == LinkEnd.Port)
        {
            services.AddSingleton<HistoryLine>();
            services.AddSingleton<INationalHistory>(s => s.GetRequiredService<HistoryLine>());
            return services.AddHostedService<PortLine>();
        }
        var trust = NodeTrust.Open(site.FullPath);
        if (!trust.Succeeded)
            throw new InvalidOperationException(LinksSentences.Of(trust.Problem, System.Globalization.CultureInfo.InvariantCulture));
        services.AddSingleton(trust.Value);
        services.AddSingleton(new BrokerFiles(site, settings).Log);
        services.AddSingleton<ISenders>(new EnrolledSenders(trust.Value, site.Settings.Node));
        return services.AddHostedService<HeadquartersLine>();
    }

    /// <summary>Adds <see cref="NodeOverview"/>, also where a site stands alone.</summary>
    public static IServiceCollection AddNodeOverview(this IServiceCollection services) => services.AddSingleton(s => new NodeOverview(
        s.GetRequiredService<SiteSettings>(),
        s.GetService<LinkSettings>(),
        s.GetService<NodeTrust>(),
        s.GetService<NodeBoard>(),
        s.GetService<LinkState>(),
        s.GetService<BrokerLog>(),
        s.GetRequiredService<RecordIntake>(),
        s.GetRequiredService<Quarantine>(),
        s.GetRequiredService<NodeStanding>(),
        s.GetRequiredService<PublishedSeries>(),
        s.GetRequiredService<AuditLog>(),
        s.GetRequiredService<TimeProvider>()));

    /// <summary>Adds whose records the site takes in, for whoever reads or verifies them without being linked. Call before the border is added.</summary>
    public static IServiceCollection AddSenders(this IServiceCollection services, SiteFolder site) =>
        Senders(site) is { } senders ? services.AddSingleton(senders) : services;

    /// <summary>Whose records a site takes in; null where it takes in nobody's: a port, a site that stands alone, headquarters that has no authority yet.</summary>
    public static ISenders? Senders(SiteFolder site) =>
        LinkSettings.Read(site).Settings?.End == LinkEnd.Headquarters && NodeTrust.Open(site.FullPath).Value is { } trust ? new EnrolledSenders(trust, site.Settings.Node) : null;

    /// <summary>Why the links of a site cannot be opened, or null.</summary>
    public static Finding? Problem(SiteFolder site)
    {
        var (settings, problem) = LinkSettings.Read(site);
        if (problem is not null)
            return LinksRule.SettingsInvalid.Broken(null, ("file", LinkSettings.FileName), ("reason", problem));
        return settings?.End == LinkEnd.Headquarters ? NodeTrust.Open(site.FullPath).Problem : null;
    }
}
