using Microsoft.Extensions.DependencyInjection;
using Rahdari.Casework.Funnels;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Consultations;

/// <summary>Registers the parts of the consultation.</summary>
internal static class ConsultationRegistration
{
    public static IServiceCollection AddConsultations(this IServiceCollection services, CaseworkHome home)
    {
        services.AddSingleton(s => new StrategyMeasure(
            home, s.GetRequiredService<FunnelReport>(), s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<ShelterStorage>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ConsultationRegister(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>()));
        services.AddSingleton(s => new ContributionDesk(home, s.GetRequiredService<CaseworkWriter>()));
        services.AddSingleton(s => new RecommendationRegister(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>()));
        services.AddSingleton(s => new ActionRegister(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<StrategyMeasure>()));
        services.AddSingleton(s => new PublicStrategy(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<StrategyMeasure>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
