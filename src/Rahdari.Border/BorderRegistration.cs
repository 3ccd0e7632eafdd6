using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Audit;
using Rahdari.Border.Chips;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Crossings.Corrections;
using Rahdari.Border.Crossings.Imports;
using Rahdari.Border.Distribution;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Indicators;
using Rahdari.Border.Ledger;
using Rahdari.Border.Permissions;
using Rahdari.Border.Pictures;
using Rahdari.Border.Received;
using Rahdari.Border.Retention;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Calibration;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Screening.Vetting;
using Rahdari.Border.Sites;
using Rahdari.Border.Stays;
using Rahdari.Border.Storage;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Travellers.National;
using Rahdari.Border.Trust;
using Rahdari.Border.Visas;
using Rahdari.Border.Watchlists;

namespace Rahdari.Border;

/// <summary>Registers the border's parts for one site.</summary>
public static class BorderRegistration
{
    /// <summary>
    /// Adds <see cref="EncounterDesk"/>, the registers, the screen and the ledger as singletons, on the
    /// <see cref="TimeProvider"/> registered before, or the system's. Call <see cref="OpenBorderAsync"/> once before use.
    /// </summary>
    public static IServiceCollection AddBorder(this IServiceCollection services, SiteFolder site)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(site);
        services.AddSingleton(site.Settings);
        services.AddSingleton(new BorderStorage(site));
        services.AddSingleton(s => new LedgerWriter(site, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISenders>(new NoSenders());
        services.AddSingleton(s => new NodeStanding(site, s.GetRequiredService<BorderStorage>()));
        services.AddSingleton(s => new Outbox(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new Quarantine(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new RecordIntake(
            s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<Quarantine>(), s.GetRequiredService<ISenders>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ReceivedTravellers(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new LedgerVerifier(site, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<AuditLog>(), s.GetRequiredService<ISenders>()));
        services.AddSingleton(s => new SearchedLists(site, s.GetRequiredService<BorderStorage>(), s.GetService<ILogger<SearchedLists>>()));
        services.AddSingleton(s => new PolicyInForce(s.GetRequiredService<BorderStorage>()));
        services.AddSingleton(s => new PolicyRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<PolicyInForce>()));
        services.AddSingleton(s => new PolicyPreview(
            site.Settings,
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<WatchlistScreen>(),
            s.GetRequiredService<PolicyInForce>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new WatchlistScreen(s.GetRequiredService<SearchedLists>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<PolicyInForce>()));
        services.AddSingleton(s => new EntryComparison(
            s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<SearchedLists>(), s.GetRequiredService<PolicyInForce>()));
        services.AddSingleton(s => new WatchlistRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<PolicyPreview>()));
        services.AddSingleton(s => new HeldImports(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new PublishedSeries(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PublishedTopics(site, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ReceivedTopics(
            site, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<WatchlistScreen>(), s.GetRequiredService<PolicyInForce>()));
        services.AddSingleton(s => new TrustStore(s.GetRequiredService<BorderStorage>()));
        services.AddSingleton(s => new TrustImporter(s.GetRequiredService<TrustStore>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new AdvanceRegister(
            s.GetRequiredService<SiteFolder>(),
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<WatchlistScreen>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new HitQueue(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new CountryAlerts(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new Rescreenings(
            site.Settings,
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<WatchlistScreen>(),
            s.GetRequiredService<PolicyInForce>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetService<ILogger<Rescreenings>>()));
        services.AddSingleton(s => new MatchCalibration(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new VettedRegister(
            site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CrossingRegister(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new CorrectionRegister(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new ConveyanceRegister(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CrossingImporter(
            site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new StayRegister(
            site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new AuditLog(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new TravellerRegister(
            site, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<INationalHistory>(), s.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<INationalHistory>(new NoNationalHistory());
        services.AddSingleton(s => new NationalRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<ISenders>()));
        services.AddSingleton(s => new TravellerLinks(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(new EntryRulesInForce());
        services.AddSingleton(s => new EntryAdvice(s.GetRequiredService<EntryRulesInForce>(), site.Settings));
        services.AddSingleton(s => new EntryRulesRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new PermissionRegister(
            site.Settings,
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<EntryRulesInForce>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PermissionIntake(s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<PermissionRegister>()));
        services.AddSingleton(s => new ExtensionRegister(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(new IndicatorsInForce());
        services.AddSingleton(s => new IndicatorAdvice(s.GetRequiredService<IndicatorsInForce>(), site.Settings));
        services.AddSingleton(s => new IndicatorRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new IndicationRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new IndicationScan(
            site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<IndicatorsInForce>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new JourneyDesk(s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<IndicatorAdvice>()));
        services.TryAddSingleton<IInterviews>(new NoInterviews());
        services.AddSingleton(s => new EncounterDesk(
            site,
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<WatchlistScreen>(),
            s.GetRequiredService<EntryAdvice>(),
            s.GetRequiredService<IndicatorAdvice>(),
            s.GetRequiredService<IInterviews>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new ExitOrderRegister(
            site.Settings,
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<WatchlistScreen>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new TravelConsentRegister(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new EmigrationRegister(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new HelpContacts(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new RetentionRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new HoldRegister(s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>()));
        services.AddSingleton(s => new RetentionPurge(site.Settings, s.GetRequiredService<BorderStorage>(), s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<WatchlistScreen>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new VisaDesk(site, s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<TrustStore>(), s.GetRequiredService<EntryAdvice>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new PageDesk(site, s.GetRequiredService<LedgerWriter>(), s.GetRequiredService<IndicatorAdvice>()));
        services.AddSingleton(s => new PictureDesk(
            s.GetRequiredService<SiteFolder>(),
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<TrustStore>(),
            s.GetRequiredService<VisaDesk>()));
        services.AddSingleton(s => new ChipDesk(
            site,
            s.GetRequiredService<BorderStorage>(),
            s.GetRequiredService<LedgerWriter>(),
            s.GetRequiredService<TrustStore>(),
            s.GetRequiredService<WatchlistScreen>(),
            s.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Migrates the database and loads the screening index.</summary>
    public static async Task OpenBorderAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await services.GetRequiredService<BorderStorage>().MigrateAsync(cancellation);
        await services.MakeCrossingMonthsAsync(cancellation);
        await TravellerKeys.FillAsync(
            services.GetRequiredService<BorderStorage>(), services.GetRequiredService<LedgerWriter>(), services.GetService<ILoggerFactory>()?.CreateLogger(typeof(TravellerKeys)), cancellation);
        await services.GetRequiredService<PolicyInForce>().RefreshAsync(cancellation);
        await services.GetRequiredService<WatchlistScreen>().RefreshAsync(cancellation);
    }

    /// <summary>
    /// Makes the partitions of the coming months; nothing on SQLite, which has none. False where somebody was reading all the while: what comes meanwhile stands
    /// in the default partition and moves once it is tried again.
    /// </summary>
    public static async Task<bool> MakeCrossingMonthsAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var db = services.GetRequiredService<BorderStorage>().Open();
        return await CrossingMonths.MakeAheadAsync(db, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellation);
    }

    /// <summary>How many crossings stand in the partition that no month was made for, 1,000 where there are more: 0 where all is well, and on SQLite.</summary>
    public static async Task<long> CrossingsOutsideMonthsAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var db = services.GetRequiredService<BorderStorage>().Open();
        return await CrossingMonths.OutsideAsync(db, cancellation);
    }

    /// <summary>Whether the database answers; for health checks.</summary>
    public static async Task<bool> IsBorderReachableAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await using var db = services.GetRequiredService<BorderStorage>().Open();
        return await db.Database.CanConnectAsync(cancellation);
    }
}
