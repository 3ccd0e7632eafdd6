using Microsoft.EntityFrameworkCore;
using Rahdari.Casework.Cases;
using Rahdari.Casework.Consultations;
using Rahdari.Casework.Interviews;

namespace Rahdari.Casework.Storage;

/// <summary>The tables of the case register. Nobody who can read them learns who a victim is: that stands in the shelter's own store, encrypted.</summary>
internal abstract class CaseworkContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<AuditRecord> Audit => Set<AuditRecord>();

    public DbSet<CaseRow> Cases => Set<CaseRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<CaseReferralRow> CaseReferrals => Set<CaseReferralRow>();

    public DbSet<InterviewDraftRow> InterviewDrafts => Set<InterviewDraftRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<EvidencePartRow> EvidenceParts => Set<EvidencePartRow>();

    public DbSet<VaultCheckRow> VaultChecks => Set<VaultCheckRow>();

    public DbSet<LawBookRow> LawBooks => Set<LawBookRow>();

    public DbSet<StrategyRow> Strategy => Set<StrategyRow>();

    public DbSet<ContributionTextRow> ContributionTexts => Set<ContributionTextRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<CaseStage>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<StrategyKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<CaseReferralStage>().HaveConversion<string>().HaveMaxLength(16);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LedgerEntry>(t =>
        {
            t.ToTable("casework_ledger").HasKey(e => new { e.Node, e.Sequence });
            t.HasIndex(e => e.Id).IsUnique();
        });
        modelBuilder.Entity<LedgerHead>().ToTable("casework_ledger_heads").HasKey(h => h.Node);
        modelBuilder.Entity<AuditRecord>(t =>
        {
            t.ToTable("casework_audit");
            t.Property(a => a.Id).ValueGeneratedNever();
            t.HasIndex(a => a.At);
            t.HasIndex(a => new { a.SubjectId, a.At });
            t.HasIndex(a => new { a.Actor, a.At });
        });
        modelBuilder.Entity<CaseRow>(t =>
        {
            t.ToTable("cases");
            t.Property(c => c.Id).ValueGeneratedNever();
            t.HasIndex(c => c.Number).IsUnique();
            t.HasIndex(c => new { c.Circle, c.Stage });
            t.HasIndex(c => new { c.Circle, c.NextDue });
        });
        modelBuilder.Entity<EventRow>(t =>
        {
            t.ToTable("casework_events").HasKey(e => new { e.SubjectId, e.Number });
            t.HasIndex(e => e.Id).IsUnique();
        });
        modelBuilder.Entity<CaseReferralRow>(t =>
        {
            t.ToTable("case_referrals");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.Encounter).IsUnique();
            t.HasIndex(r => r.Number).IsUnique();
            t.HasIndex(r => new { r.Circle, r.Stage });
            t.HasIndex(r => r.Organisation);
        });
        modelBuilder.Entity<InterviewDraftRow>().ToTable("interview_drafts").HasKey(d => d.Encounter);
        modelBuilder.Entity<EvidenceRow>(t =>
        {
            t.ToTable("evidence");
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.CaseId, e.Item }).IsUnique();
            t.HasIndex(e => e.ContentId);
        });
        modelBuilder.Entity<EvidencePartRow>(t =>
        {
            t.ToTable("evidence_parts").HasKey(p => new { p.ContentId, p.Number });
            t.HasIndex(p => p.At);
        });
        modelBuilder.Entity<VaultCheckRow>(t =>
        {
            t.ToTable("vault_check").HasKey(c => c.Id);
            t.Property(c => c.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<LawBookRow>(t =>
        {
            t.ToTable("law_books").HasKey(b => b.Number);
            t.Property(b => b.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<StrategyRow>(t =>
        {
            t.ToTable("strategy_records");
            t.Property(r => r.Id).ValueGeneratedNever();
            t.HasIndex(r => r.Number).IsUnique();
            t.HasIndex(r => new { r.Kind, r.ParentId });
        });
        modelBuilder.Entity<ContributionTextRow>(t =>
        {
            t.ToTable("contribution_texts").HasKey(w => w.ContributionId);
            t.Property(w => w.ContributionId).ValueGeneratedNever();
            t.HasIndex(w => w.ReceiptHash).IsUnique();
        });
    }
}
