using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Audit;
using Rahdari.Border.Received;
using Rahdari.Border.Sites;
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
        services.AddSingleton<PortStanding>();
        if (settings.End == LinkEnd.Port)
        {
            new BrokerFiles(site, settings).Write([]);
            return services.AddHostedService<PortLine>();
        }
        var trust = NodeTrust.Open(site.FullPath);
        if (!trust.Succeeded)
            throw new InvalidOperationException(LinksSentences.Of(trust.Problem, System.Globalization.CultureInfo.InvariantCulture));
        services.AddSingleton(trust.Value);
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
        s.GetRequiredService<RecordIntake>(),
        s.GetRequiredService<Quarantine>(),
        s.GetRequiredService<NodeStanding>(),
        s.GetRequiredService<AuditLog>(),
        s.GetRequiredService<TimeProvider>()));
}
