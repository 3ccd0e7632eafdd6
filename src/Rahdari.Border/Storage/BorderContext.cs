using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rahdari.Border.AdvanceInformation;
using Rahdari.Border.Advice;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Crossings;
using Rahdari.Border.Encounters;
using Rahdari.Border.ExitControl;
using Rahdari.Border.Received;
using Rahdari.Border.Screening;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Screening.Rescreening;
using Rahdari.Border.Travellers;
using Rahdari.Border.Travellers.Links;
using Rahdari.Border.Trust;
using Rahdari.Border.Watchlists;
using Rahdari.Dates;
using Rahdari.Documents.AdvanceInformation;
using Rahdari.Documents.Mrz;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Storage;

/// <summary>
/// The border's tables. No foreign keys between travellers' rows: keys are UUIDv7, so that tables can later be
/// partitioned by month or distributed by traveller.
/// </summary>
internal abstract class BorderContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<LedgerReceipt> LedgerReceipts => Set<LedgerReceipt>();

    public DbSet<QuarantineRow> Quarantine => Set<QuarantineRow>();

    public DbSet<UnlinkedTravellerRow> UnlinkedTravellers => Set<UnlinkedTravellerRow>();

    public DbSet<Crossing> Crossings => Set<Crossing>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<CrossingKeyRow> CrossingKeys => Set<CrossingKeyRow>();

    /// <summary>Of the transaction of the ledger's writer; null where nobody else is kept from writing.</summary>
    public UnitNotes? Notes { get; set; }

    public DbSet<LastCrossingRow> LastCrossings => Set<LastCrossingRow>();

    public DbSet<CrossingSpanRow> CrossingSpans => Set<CrossingSpanRow>();

    public DbSet<CrossingImportRow> CrossingImports => Set<CrossingImportRow>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<EncounterRow> Encounters => Set<EncounterRow>();

    public DbSet<EncounterChipRow> EncounterChips => Set<EncounterChipRow>();

    public DbSet<EncounterPictureRow> EncounterPictures => Set<EncounterPictureRow>();

    public DbSet<HitRow> Hits => Set<HitRow>();

    public DbSet<VettedRow> Vetted => Set<VettedRow>();

    public DbSet<PolicyRow> Policies => Set<PolicyRow>();

    public DbSet<RescreeningRow> Rescreenings => Set<RescreeningRow>();

    public DbSet<PermissionRow> Permissions => Set<PermissionRow>();

    public DbSet<StayExtensionRow> StayExtensions => Set<StayExtensionRow>();

    public DbSet<EntryRulesRow> EntryRules => Set<EntryRulesRow>();

    public DbSet<TravellerRow> Travellers => Set<TravellerRow>();

    public DbSet<TravellerDocument> TravellerDocuments => Set<TravellerDocument>();

    public DbSet<TravellerKeyRow> TravellerKeys => Set<TravellerKeyRow>();

    public DbSet<TravellerLinkRow> TravellerLinks => Set<TravellerLinkRow>();

    public DbSet<LinkChangeRow> LinkChanges => Set<LinkChangeRow>();

    public DbSet<WatchlistVersion> WatchlistVersions => Set<WatchlistVersion>();

    public DbSet<WatchlistEntryRow> WatchlistEntries => Set<WatchlistEntryRow>();

    public DbSet<WatchlistImportRow> WatchlistImports => Set<WatchlistImportRow>();

    public DbSet<TrustVersion> TrustVersions => Set<TrustVersion>();

    public DbSet<TrustedCertificateRow> TrustedCertificates => Set<TrustedCertificateRow>();

    public DbSet<TrustedSignerRow> TrustedSigners => Set<TrustedSignerRow>();

    public DbSet<RevocationListRow> RevocationLists => Set<RevocationListRow>();

    public DbSet<AdvanceMessageRow> AdvanceMessages => Set<AdvanceMessageRow>();

    public DbSet<ExpectedTravellerRow> ExpectedTravellers => Set<ExpectedTravellerRow>();

    public DbSet<ExitOrderRow> ExitOrders => Set<ExitOrderRow>();

    public DbSet<ExitPaperRow> ExitPapers => Set<ExitPaperRow>();

    public DbSet<HelpContactRow> HelpContacts => Set<HelpContactRow>();

    public DbSet<RetentionRow> RetentionSchedules => Set<RetentionRow>();

    public DbSet<HoldRow> LegalHolds => Set<HoldRow>();

    public DbSet<IndicatorSetRow> IndicatorSets => Set<IndicatorSetRow>();

    public DbSet<JourneyRow> Journeys => Set<JourneyRow>();

    public DbSet<IndicationRow> Indications => Set<IndicationRow>();

    public DbSet<IndicationScanRow> IndicationScans => Set<IndicationScanRow>();

    public DbSet<HeldTopicRow> HeldTopics => Set<HeldTopicRow>();

    /// <summary>A transaction that only reads and sees one state throughout, without keeping anybody from writing.</summary>
    public abstract Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancellation);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateText>().HaveMaxLength(10);
        foreach (var type in new[] { typeof(Direction), typeof(CrossingOutcome), typeof(ConveyanceKind), typeof(AdviceLevel), typeof(EncounterState), typeof(HitState), typeof(PolicyState), typeof(RescreeningState), typeof(Sex), typeof(WatchlistEntryKind), typeof(CertificateStanding), typeof(AdvanceRole), typeof(Boarding), typeof(ExitPaperKind), typeof(LinkState), typeof(LinkStrength), typeof(Refusal) })
            configurationBuilder.Properties(type).HaveConversion<string>().HaveMaxLength(16);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LedgerEntry>(t =>
        {
            t.ToTable("ledger").HasKey(e => new { e.Node, e.Sequence });
            t.HasIndex(e => e.Id).IsUnique();
            t.HasIndex(e => e.Sequence).HasFilter("kind = 'purge'");
        });
        modelBuilder.Entity<LedgerHead>().ToTable("ledger_heads").HasKey(h => h.Node);
        modelBuilder.Entity<LedgerReceipt>().ToTable("ledger_receipts").HasKey(r => new { r.Node, r.Destination });
        modelBuilder.Entity<QuarantineRow>(t =>
        {
            t.ToTable("quarantine");
            t.Property(q => q.Id).ValueGeneratedNever();
            t.HasIndex(q => new { q.Sender, q.Fingerprint }).IsUnique();
            t.HasIndex(q => q.LastAt);
        });
        modelBuilder.Entity<UnlinkedTravellerRow>(t =>
        {
            t.ToTable("unlinked_travellers").HasKey(u => u.TravellerId);
            t.Property(u => u.TravellerId).ValueGeneratedNever();
        });
        modelBuilder.Entity<Crossing>(t =>
        {
            // On PostgreSQL partitioned by month of At, its primary key (id, at): CrossingMonths.
            t.ToTable("crossings");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.ImportId).HasFilter("import_id IS NOT NULL");
            t.HasIndex(c => new { c.TravellerId, c.At });
            t.HasIndex(c => new { c.Port, c.At });
            t.HasIndex(c => c.At);
            t.HasIndex(c => c.DocumentNumber);
            t.HasIndex(c => c.PrimaryIdentifier);
            t.HasIndex(c => c.PermissionId).HasFilter("permission_id IS NOT NULL");
        });
        modelBuilder.Entity<CorrectionRow>(t =>
        {
            t.ToTable("corrections");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => new { c.CrossingId, c.Number }).IsUnique();
        });
        modelBuilder.Entity<PermissionRow>(t =>
        {
            t.ToTable("permissions");
            t.Property(p => p.Id).ValueGeneratedNever();
            t.Property(p => p.Sequence).HasDefaultValue(1L); // Of those from before it was counted.
            // What headquarters sent and what was recorded here may bear the same number: both are found.
            t.HasIndex(p => new { p.Authority, p.Number, p.Node }).IsUnique();
            t.HasIndex(p => new { p.Node, p.Sequence });
            t.HasIndex(p => p.NumberAsRead);
            t.HasIndex(p => p.DocumentNumber);
            t.HasIndex(p => p.PrimaryIdentifier);
            t.HasIndex(p => p.RecordedAt);
        });
        modelBuilder.Entity<StayExtensionRow>(t =>
        {
            t.ToTable("stay_extensions");
            t.Property(x => x.Id).ValueGeneratedNever();
            t.Property(x => x.Sequence).HasDefaultValue(1L);
            t.HasIndex(x => new { x.Authority, x.Reference, x.Node }).IsUnique();
            t.HasIndex(x => new { x.Node, x.Sequence });
            t.HasIndex(x => x.DocumentNumber);
            t.HasIndex(x => x.RecordedAt);
        });
        modelBuilder.Entity<EntryRulesRow>(t =>
        {
            t.ToTable("entry_rules");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.Number).IsUnique();
        });
        modelBuilder.Entity<CrossingKeyRow>().ToTable("crossing_keys").HasKey(k => new { k.Node, k.IdempotencyKey });
        modelBuilder.Entity<LastCrossingRow>(t =>
        {
            t.ToTable("last_crossings").HasKey(l => l.TravellerId);
            t.Property(l => l.TravellerId).ValueGeneratedNever();
            t.HasIndex(l => new { l.Nationality, l.PermittedUntil }).HasFilter("outcome = 'Admitted' AND permitted_until IS NOT NULL");
        });
        modelBuilder.Entity<CrossingSpanRow>(t =>
        {
            t.ToTable("crossing_spans").HasKey(s => s.TravellerId);
            t.Property(s => s.TravellerId).ValueGeneratedNever();
        });
        modelBuilder.Entity<CrossingImportRow>(t =>
        {
            t.ToTable("crossing_imports");
            t.Property(i => i.Id).ValueGeneratedNever();
            t.HasIndex(i => i.Fingerprint);
        });
        modelBuilder.Entity<AuditRecord>(t =>
        {
            t.ToTable("audit");
            t.Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => a.At);
            t.HasIndex(a => new { a.Actor, a.At });
            t.HasIndex(a => a.SubjectId);
        });
        modelBuilder.Entity<EncounterRow>(t =>
        {
            t.ToTable("encounters");
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.State, e.OpenedAt });
            t.HasIndex(e => new { e.TravellerId, e.State });
            t.HasIndex(e => new { e.Port, e.ReferralKey }).IsUnique();
        });
        modelBuilder.Entity<EncounterChipRow>(t =>
        {
            t.ToTable("encounter_chips").HasKey(c => c.EncounterId);
            t.Property(c => c.EncounterId).ValueGeneratedNever();
        });
        modelBuilder.Entity<EncounterPictureRow>(t =>
        {
            t.ToTable("encounter_pictures").HasKey(p => p.EncounterId);
            t.Property(p => p.EncounterId).ValueGeneratedNever();
        });
        modelBuilder.Entity<HitRow>(t =>
        {
            t.ToTable("hits");
            t.Property(h => h.Id).ValueGeneratedNever();
            t.HasIndex(h => h.EncounterId);
            t.HasIndex(h => new { h.State, h.FoundAt });
            t.HasIndex(h => h.VettedId);
            t.HasIndex(h => new { h.RunId, h.State });
        });
        modelBuilder.Entity<VettedRow>(t =>
        {
            t.ToTable("vetted_decisions");
            t.Property(v => v.Id).ValueGeneratedNever();
            t.Ignore(v => v.Identity);
            t.HasIndex(v => v.TravellerId);
            t.HasIndex(v => v.HitId).IsUnique();
            t.HasIndex(v => v.At);
        });
        modelBuilder.Entity<PolicyRow>(t =>
        {
            t.ToTable("screening_policies");
            t.Property(p => p.Id).ValueGeneratedNever();
            t.HasIndex(p => p.Number).IsUnique();
        });
        modelBuilder.Entity<RescreeningRow>(t =>
        {
            t.ToTable("rescreenings");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.StartedAt);
        });
        modelBuilder.Entity<TravellerRow>(t =>
        {
            t.ToTable("travellers");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.PersonId);
            t.HasIndex(r => r.KeysVersion);
        });
        modelBuilder.Entity<TravellerDocument>(t =>
        {
            t.ToTable("traveller_documents");
            t.Property(d => d.Id).ValueGeneratedNever();
            t.HasIndex(d => new { d.IssuingState, d.DocumentCode, d.DocumentNumber });
            t.HasIndex(d => d.TravellerId);
            t.HasIndex(d => new { d.DateOfBirth, d.PrimaryIdentifier });
        });
        modelBuilder.Entity<TravellerKeyRow>(t =>
        {
            t.ToTable("traveller_keys").HasKey(k => new { k.Key, k.TravellerId });
            t.HasIndex(k => k.TravellerId);
        });
        modelBuilder.Entity<TravellerLinkRow>(t =>
        {
            t.ToTable("traveller_links");
            t.Property(l => l.Id).ValueGeneratedNever();
            t.HasIndex(l => new { l.OneId, l.OtherId }).IsUnique();
            t.HasIndex(l => l.OtherId);
            t.HasIndex(l => new { l.State, l.FoundAt });
        });
        modelBuilder.Entity<LinkChangeRow>(t =>
        {
            t.ToTable("traveller_link_changes");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => new { c.LinkId, c.Number }).IsUnique();
        });
        modelBuilder.Entity<TrustVersion>().ToTable("trust_versions").HasKey(v => new { v.Publisher, v.Number });
        modelBuilder.Entity<TrustedCertificateRow>(t =>
        {
            t.ToTable("trusted_certificates");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => new { c.Publisher, c.Fingerprint, c.FromVersion }).IsUnique();
            t.HasIndex(c => new { c.Country, c.NotBefore });
        });
        modelBuilder.Entity<TrustedSignerRow>(t =>
        {
            t.ToTable("trusted_signers");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => new { c.Publisher, c.Fingerprint, c.FromVersion }).IsUnique();
            t.HasIndex(c => c.SerialNumber);
            t.HasIndex(c => c.KeyIdentifier);
        });
        modelBuilder.Entity<AdvanceMessageRow>(t =>
        {
            t.ToTable("advance_messages");
            t.Property(m => m.Id).ValueGeneratedNever();
            t.HasIndex(m => m.Fingerprint).IsUnique();
        });
        modelBuilder.Entity<ExpectedTravellerRow>(t =>
        {
            t.ToTable("expected_travellers");
            t.Property(e => e.Id).ValueGeneratedNever();
            t.Property(e => e.Reference).HasDefaultValue("");
            t.Property(e => e.Boarding).HasDefaultValue(Boarding.Announced);
            t.HasIndex(e => new { e.Day, e.Flight });
            t.HasIndex(e => new { e.DocumentNumber, e.Day });
        });
        modelBuilder.Entity<RevocationListRow>(t =>
        {
            t.ToTable("revocation_lists");
            t.Property(l => l.Id).ValueGeneratedNever();
            t.HasIndex(l => new { l.AuthorityKey, l.ThisUpdate });
        });
        modelBuilder.Entity<WatchlistVersion>().ToTable("watchlist_versions").HasKey(v => new { v.List, v.Number });
        modelBuilder.Entity<WatchlistEntryRow>(t =>
        {
            t.ToTable("watchlist_entries");
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.List, e.Reference, e.FromVersion }).IsUnique();
            t.HasIndex(e => new { e.List, e.FromVersion });
            t.HasIndex(e => new { e.List, e.UntilVersion });
        });
        modelBuilder.Entity<ExitOrderRow>(t =>
        {
            t.ToTable("exit_orders");
            t.Property(o => o.Id).ValueGeneratedNever();
            t.Ignore(o => o.Reference);
            t.HasIndex(o => o.Number).IsUnique();
        });
        modelBuilder.Entity<ExitPaperRow>(t =>
        {
            t.ToTable("exit_papers");
            t.Property(p => p.Id).ValueGeneratedNever();
            t.Ignore(p => p.Revocation);
            t.HasIndex(p => p.DocumentNumber);
            t.HasIndex(p => p.PersonalNumber);
            t.HasIndex(p => p.DateOfBirth);
            t.HasIndex(p => new { p.Kind, p.EnteredAt });
        });
        modelBuilder.Entity<HelpContactRow>(t =>
        {
            t.ToTable("help_contacts");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.State);
        });
        modelBuilder.Entity<RetentionRow>(t =>
        {
            t.ToTable("retention_schedules");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.Number).IsUnique();
        });
        modelBuilder.Entity<HoldRow>(t =>
        {
            t.ToTable("legal_holds");
            t.Property(h => h.Id).ValueGeneratedNever();
            t.HasIndex(h => h.Number).IsUnique();
        });
        modelBuilder.Entity<IndicatorSetRow>(t =>
        {
            t.ToTable("indicator_sets");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.Number).IsUnique();
        });
        modelBuilder.Entity<JourneyRow>(t =>
        {
            t.ToTable("journeys");
            t.Property(j => j.Id).ValueGeneratedNever();
            t.HasIndex(j => j.EncounterId);
            t.HasIndex(j => j.CrossingId).HasFilter("crossing_id IS NOT NULL");
            t.HasIndex(j => new { j.SponsorKey, j.At }).HasFilter("sponsor_key IS NOT NULL");
            t.HasIndex(j => new { j.PhoneKey, j.At }).HasFilter("phone_key IS NOT NULL");
            t.HasIndex(j => new { j.AddressKey, j.At }).HasFilter("address_key IS NOT NULL");
        });
        modelBuilder.Entity<IndicationRow>(t =>
        {
            t.ToTable("indications");
            t.Property(i => i.Id).ValueGeneratedNever();
            t.HasIndex(i => new { i.Code, i.Subject });
            t.HasIndex(i => i.CrossingId);
            t.HasIndex(i => new { i.Port, i.CrossedAt });
            t.HasIndex(i => i.CrossedAt);
        });
        modelBuilder.Entity<IndicationScanRow>(t =>
        {
            t.ToTable("indication_scans").HasKey(s => s.Node);
        });
        modelBuilder.Entity<HeldTopicRow>().ToTable("held_topics").HasKey(h => h.Topic);
        modelBuilder.Entity<WatchlistImportRow>().ToTable("watchlist_imports").HasKey(i => i.List);
    }

    private sealed class PartialDateText() : ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));
}
