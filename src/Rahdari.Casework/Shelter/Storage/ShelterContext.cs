using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Shelter.Alerts;
using Rahdari.Casework.Shelter.Beds;
using Rahdari.Casework.Shelter.Consents;
using Rahdari.Casework.Shelter.Files;
using Rahdari.Casework.Shelter.Organisations;
using Rahdari.Casework.Shelter.Referrals;

namespace Rahdari.Casework.Shelter.Storage;

/// <summary>The tables of the victims' store, with a chain and an audit of their own: a role of the database that reads cases needs no right here.</summary>
internal abstract class ShelterContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<OrganisationRow> Organisations => Set<OrganisationRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<FileRow> Files => Set<FileRow>();

    public DbSet<SectionRow> Sections => Set<SectionRow>();

    public DbSet<WrapRow> Wraps => Set<WrapRow>();

    public DbSet<ConsentRow> Consents => Set<ConsentRow>();

    public DbSet<ReferralRow> Referrals => Set<ReferralRow>();

    public DbSet<BedRow> Beds => Set<BedRow>();

    public DbSet<StayRow> Stays => Set<StayRow>();

    public DbSet<WaitingRow> Waiting => Set<WaitingRow>();

    public DbSet<AlertRow> Alerts => Set<AlertRow>();

    public DbSet<PoliceAlertRow> PoliceAlerts => Set<PoliceAlertRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<OrganisationKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<FileSection>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Purpose>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<ReferralState>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<Suitability>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<AlertLevel>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<AlertKind>().HaveConversion<string>().HaveMaxLength(24);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LedgerEntry>(t =>
        {
            t.ToTable("shelter_ledger").HasKey(e => new { e.Node, e.Sequence });
            t.HasIndex(e => e.Id).IsUnique();
        });
        modelBuilder.Entity<LedgerHead>().ToTable("shelter_ledger_heads").HasKey(h => h.Node);
        modelBuilder.Entity<AuditRecord>(t =>
        {
            t.ToTable("shelter_audit");
            t.Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => a.At);
            t.HasIndex(a => new { a.SubjectId, a.At });
        });
        modelBuilder.Entity<OrganisationRow>().ToTable("shelter_organisations").HasKey(o => o.Code);
        modelBuilder.Entity<MemberRow>().ToTable("shelter_members").HasKey(m => new { m.Organisation, m.Name });
        modelBuilder.Entity<FileRow>(t =>
        {
            t.ToTable("shelter_files").Property(f => f.Id).ValueGeneratedNever();
            t.HasIndex(f => f.Pseudonym).IsUnique();
            t.HasIndex(f => f.Owner);
        });
        modelBuilder.Entity<SectionRow>().ToTable("shelter_sections").HasKey(s => new { s.FileId, s.Section });
        modelBuilder.Entity<WrapRow>(t =>
        {
            t.ToTable("shelter_wraps").HasKey(w => new { w.FileId, w.Section, w.Organisation });
            t.HasIndex(w => w.Organisation);
        });
        modelBuilder.Entity<ConsentRow>(t =>
        {
            t.ToTable("shelter_consents").Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.FileId);
        });
        modelBuilder.Entity<ReferralRow>(t =>
        {
            t.ToTable("shelter_referrals").Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.FileId);
            t.HasIndex(r => r.To);
        });
        modelBuilder.Entity<BedRow>(t =>
        {
            t.ToTable("shelter_beds").Property(b => b.Id).ValueGeneratedNever();
            t.HasIndex(b => new { b.Organisation, b.Shelter });
        });
        modelBuilder.Entity<StayRow>(t =>
        {
            t.ToTable("shelter_stays").Property(s => s.Id).ValueGeneratedNever();
            t.HasIndex(s => new { s.BedId, s.From });
            t.HasIndex(s => s.Organisation);
        });
        modelBuilder.Entity<WaitingRow>(t =>
        {
            t.ToTable("shelter_waiting").Property(w => w.Id).ValueGeneratedNever();
            t.HasIndex(w => new { w.Organisation, w.Since });
        });
        modelBuilder.Entity<AlertRow>(t =>
        {
            t.ToTable("shelter_alerts").Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => new { a.To, a.At });
        });
        modelBuilder.Entity<PoliceAlertRow>(t =>
        {
            t.ToTable("shelter_police_alerts").Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => new { a.Circle, a.At });
        });
    }
}

/// <summary>The tables on PostgreSQL, in the schema <c>shelter</c>.</summary>
internal sealed class PostgresShelterContext(DbContextOptions<PostgresShelterContext> options) : ShelterContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("shelter");
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>The tables on SQLite, beside casework's.</summary>
internal sealed class SqliteShelterContext(DbContextOptions<SqliteShelterContext> options) : ShelterContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private sealed class UnixMilliseconds() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
