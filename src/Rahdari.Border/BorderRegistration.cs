using Microsoft.Extensions.DependencyInjection;
using Rahdari.Border.Sites;

namespace Rahdari.Border;

/// <summary>Registers the border's parts for one site.</summary>
public static class BorderRegistration
{
    /// <summary>
    /// Adds <see cref="Encounters.EncounterDesk"/>, the registers, the screen and the ledger as singletons. Call
    /// <see cref="OpenBorderAsync"/> once before use.
    /// </summary>
    public static IServiceCollection AddBorder(this IServiceCollection services, SiteFolder site) => throw new NotImplementedException();

    /// <summary>Migrates the database and loads the screening index.</summary>
    public static Task OpenBorderAsync(this IServiceProvider services, CancellationToken cancellation = default) => throw new NotImplementedException();
}
