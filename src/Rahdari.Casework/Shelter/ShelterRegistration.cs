using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rahdari.Casework.Ledger;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Arrivals;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Keys;
using Rahdari.Casework.Shelter.Ledger;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;
using Rahdari.Casework.Shelter.Storage;
using Rahdari.Casework.Storage;

namespace Rahdari.Casework.Shelter;

/// <summary>Registers the parts of the victims' store.</summary>
internal static class ShelterRegistration
{
    public static IServiceCollection AddShelter(this IServiceCollection services, CaseworkHome home)
    {
        services.TryAddSingleton(KeyStrength.Standard);
        services.AddSingleton(new ShelterStorage(home));
        services.AddSingleton(s => new ShelterWriter(home, s.GetRequiredService<ShelterStorage>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ShelterVerifier(home, s.GetRequiredService<ShelterStorage>()));
        services.AddSingleton(s => new OrganisationRegister(
            s.GetRequiredService<ShelterWriter>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<KeyStrength>(), s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<Inboxes>()));
        services.AddSingleton(s => new CaseDataDesk(home, s.GetRequiredService<ShelterWriter>(), s.GetRequiredService<VictimFiles>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ArrivalDesk(s.GetRequiredService<CaseworkStorage>(), s.GetRequiredService<CaseworkWriter>(), s.GetRequiredService<ShelterWriter>(), s.GetRequiredService<VictimFiles>()));
        services.AddSingleton(s => new VictimFiles(s.GetRequiredService<ShelterWriter>(), home));
        services.AddSingleton(s => new ConsentRegister(s.GetRequiredService<ShelterWriter>()));
        services.AddSingleton(s => new ReferralDesk(s.GetRequiredService<ShelterWriter>()));
        services.AddSingleton(s => new BedRegister(s.GetRequiredService<ShelterWriter>()));
        services.AddSingleton(s => new AlertDesk(s.GetRequiredService<ShelterWriter>()));
        services.AddSingleton(s => new PoliceAlerts(s.GetRequiredService<ShelterWriter>()));
        services.AddSingleton(s => new ShelterAudit(s.GetRequiredService<ShelterWriter>()));
        return services;
    }
}
