using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rahdari.Casework.Audit;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Evidence;
using Rahdari.Casework.Funnels;
using Rahdari.Casework.Interviews;
using Rahdari.Casework.Laws;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Casework.Networks;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework;

/// <summary>Registers casework's parts for one site.</summary>
public static class CaseworkRegistration
{
    /// <summary>Adds the registers as singletons, on the <see cref="TimeProvider"/> registered before, or the system's. Call <see cref="OpenCaseworkAsync"/> once before use.</summary>
    public static IServiceCollection AddCasework(this IServiceCollection services, CaseworkHome home)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(home);
        services.AddSingleton(new CaseworkStorage(home));
        services.AddSingleton(s => new CaseworkWriter(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<TimeProvider>()));
        services.AddShelter(home);
        services.AddSingleton(s => new CaseworkVerifier(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<ShelterVerifier>()));
        services.AddSingleton(s => new LawRegister(s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>()));
        services.AddSingleton(s => new CaseRegister(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new Vault(home));
        services.AddSingleton(s => new Inboxes(s.GetRequiredService<ShelterWriter>()));
        services.AddSingleton(s => new InterviewDesk(
            home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<Inboxes>(), s.GetRequiredService<Vault>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CaseReferralRegister(s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>()));
        services.AddSingleton(s => new EvidenceContent(s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<Vault>()));
        services.AddSingleton(s => new EvidenceRegister(home, s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<EvidenceContent>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new FunnelReport(
            home, s.GetRequiredService<CaseRegister>(), s.GetRequiredService<LawRegister>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CaseworkAudit(s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>()));
        services.AddSingleton(s => new NetworkRegister(s.GetRequiredService<CaseRegister>(), s.GetRequiredService<CaseworkWriter>()));
        services.AddConsultations(home);
        return services;
    }

    /// <summary>Migrates casework's tables and those of the victims' store.</summary>
    public static async Task OpenCaseworkAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await services.GetRequiredService<CaseworkStorage>().MigrateAsync(cancellation);
        await services.GetRequiredService<ShelterStorage>().MigrateAsync(cancellation);
        await services.GetRequiredService<Vault>().RecogniseAsync(services.GetRequiredService<CaseworkStorage>(), cancellation);
    }
}
