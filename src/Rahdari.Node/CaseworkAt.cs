using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Encounters;
using Rahdari.Border.Sites;
using Rahdari.Casework;
using Rahdari.Casework.Interviews;
using Rahdari.Node.Interviews;

namespace Rahdari.Node;

/// <summary>Where a site keeps casework: in the same database file on SQLite, on PostgreSQL in schemas of its own.</summary>
public static class CaseworkAt
{
    /// <summary>The environment variable with a PostgreSQL connection string for casework alone, so that its login is not the border's; where it is not set, the site's.</summary>
    public const string DatabaseVariable = "RAHDARI_CASEWORK_DATABASE";

    /// <summary>The environment variable with a PostgreSQL connection string for the victims' store alone; where it is not set, casework's.</summary>
    public const string ShelterDatabaseVariable = "RAHDARI_SHELTER_DATABASE";

    /// <summary>Adds casework's parts, and lets the border ask them how an interview stands.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services, SiteFolder site) =>
        services.AddCasework(Home(site)).AddSingleton<IInterviews>(s => new BorderInterviews(s.GetRequiredService<InterviewDesk>()));

    /// <summary>Casework's home at a site.</summary>
    public static CaseworkHome Home(SiteFolder site)
    {
        var own = site.PostgresConnection is null ? null : Environment.GetEnvironmentVariable(DatabaseVariable);
        var shelter = site.PostgresConnection is null ? null : Environment.GetEnvironmentVariable(ShelterDatabaseVariable);
        return new CaseworkHome(site.Settings.Node, site.SqliteFile, string.IsNullOrEmpty(own) ? site.PostgresConnection : own, site.OpenKey, site.Settings.LocalDay)
        {
            OpenVault = site.OpenVault,
            ShelterConnection = string.IsNullOrEmpty(shelter) ? null : shelter,
        };
    }
}
