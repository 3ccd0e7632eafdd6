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

    public DbSet<CaseEventRow> CaseEvents => Set<CaseEventRow>();

    public DbSet<CaseReferralRow> CaseReferrals => Set<CaseReferralRow>();

    public DbSet<CaseReferralEventRow> CaseReferralEvents => Set<CaseReferralEventRow>();

    public DbSet<InterviewDraftRow> InterviewDrafts => Set<InterviewDraftRow>();

    public DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    public DbSet<EvidenceEventRow> EvidenceEvents => Set<EvidenceEventRow>();

    public DbSet<EvidencePartRow> EvidenceParts => Set<EvidencePartRow>();

    public DbSet<VaultCheckRow> VaultChecks => Set<VaultCheckRow>();

    public DbSet<LawBookRow> LawBooks => Set<LawBookRow>();

    public DbSet<StrategyRow> Strategy => Set<StrategyRow>();

    public DbSet<StrategyChangeRow> StrategyChanges => Set<StrategyChangeRow>();

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
        modelBuilder.Entity<CaseEventRow>(t =>
        {
            t.ToTable("case_events").HasKey(e => new { e.CaseId, e.Number });
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
        modelBuilder.Entity<CaseReferralEventRow>(t =>
        {
            t.ToTable("case_referral_events").HasKey(e => new { e.ReferralId, e.Number });
            t.HasIndex(e => e.Id).IsUnique();
        });
        modelBuilder.Entity<InterviewDraftRow>().ToTable("interview_drafts").HasKey(d => d.Encounter);
        modelBuilder.Entity<EvidenceRow>(t =>
        {
            t.ToTable("evidence");
            t.Property(e => e.Id).ValueGeneratedNever();
            t.HasIndex(e => new { e.CaseId, e.Item }).IsUnique();
            t.HasIndex(e => e.ContentId);
        });
        modelBuilder.Entity<EvidenceEventRow>(t =>
        {
            t.ToTable("evidence_events").HasKey(e => new { e.EvidenceId, e.Number });
            t.HasIndex(e => e.Id).IsUnique();
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
        modelBuilder.Entity<StrategyChangeRow>(t =>
        {
            t.ToTable("strategy_changes").HasKey(c => new { c.SubjectId, c.Version });
            t.HasIndex(c => c.Id).IsUnique();
        });
        modelBuilder.Entity<ContributionTextRow>(t =>
        {
            t.ToTable("contribution_texts").HasKey(w => w.ContributionId);
            t.Property(w => w.ContributionId).ValueGeneratedNever();
            t.HasIndex(w => w.ReceiptHash).IsUnique();
        });
    }
}
