using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Trust;

/// <summary>The country signing certificates that chips are verified against: publishers' master lists, in versions. Thread-safe.</summary>
public sealed class TrustStore
{
    private const int MaximumTake = 1000;
    private const double LargestLoss = 0.1;

    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    // Made anew where a list changes: reading hundreds of certificates takes a second, and every chip needs them.
    private volatile Known? known;

    internal TrustStore(BorderStorage storage, LedgerWriter ledger) => (this.storage, this.ledger) = (storage, ledger);

    /// <summary>
    /// Brings a master list into force as a new version, where all of it verifies to the root; otherwise the first fault is the
    /// answer and nothing changes. A list signed before the one in force, or one that loses more than a tenth of its
    /// certificates, is refused unless allowed. Where nothing changed no version is made. Role: administrator; audited.
    /// </summary>
    /// <param name="encoded">The list as published.</param>
    /// <param name="root">The publisher's own country signing certificate, obtained apart from the list.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="allowShrink">Accept the loss of many certificates.</param>
    /// <param name="allowOlder">Accept an older list.</param>
    /// <param name="cancellation">Stops; nothing is changed.</param>
    public async Task<Answer<TrustVersion>> ImportAsync(
        ReadOnlyMemory<byte> encoded, SigningCertificate root, Actor actor, bool allowShrink = false, bool allowOlder = false, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator) is { } denied)
            return denied;
        var reading = MasterListReader.Read(encoded);
        if (reading.List is not { } list)
            return reading.Findings[0];
        var verification = MasterListVerifier.Verify(list, root);
        if (reading.Findings.Concat(verification.Findings).FirstOrDefault(f => f.Severity >= Severity.Serious) is { } fault)
            return fault;
        // A certificate may stand in a list twice.
        var certificates = verification.Standings.DistinctBy(s => s.Certificate.Fingerprint).ToArray();
        return await ledger.WriteAsync(append => WriteAsync(append, list, root, certificates, actor, allowShrink, allowOlder, cancellation), cancellation);
    }

    /// <summary>The certificates in force, as chips are verified against them.</summary>
    internal async Task<TrustAnchors> AnchorsAsync(CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var versions = await db.TrustVersions.AsNoTracking().GroupBy(v => v.Publisher).Select(g => new { g.Key, Number = g.Max(v => v.Number) }).OrderBy(v => v.Key).ToListAsync(cancellation);
        var inForce = string.Join(' ', versions.Select(v => $"{v.Key}@{v.Number}"));
        if (known is { } before && before.InForce == inForce)
            return before.Anchors;
        var encoded = await db.TrustedCertificates.AsNoTracking().Where(c => c.UntilVersion == null).Select(c => c.Encoded).ToListAsync(cancellation);
        var made = new TrustAnchors(encoded.AsParallel().Select(bytes => SigningCertificate.Read(bytes)).OfType<SigningCertificate>().DistinctBy(c => c.Fingerprint));
        known = new Known(inForce, made);
        return made;
    }

    /// <summary>The version in force of each publisher. Every role.</summary>
    public async Task<Answer<IReadOnlyList<TrustVersion>>> VersionsAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks([.. Roles.All]) is { } denied)
            return denied;
        await using var db = storage.Open();
        var versions = await db.TrustVersions.AsNoTracking()
            .Where(v => !db.TrustVersions.Any(later => later.Publisher == v.Publisher && later.Number > v.Number)).OrderBy(v => v.Publisher).ToListAsync(cancellation);
        return new Answer<IReadOnlyList<TrustVersion>>(versions);
    }

    /// <summary>Certificates in force of a State (of all where null), by State and the newest first. Every role.</summary>
    public async Task<Answer<Page<TrustedCertificate>>> CertificatesAsync(string? country, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks([.. Roles.All]) is { } denied)
            return denied;
        await using var db = storage.Open();
        var state = country?.Trim().ToUpperInvariant() ?? "";
        var inForce = db.TrustedCertificates.AsNoTracking().Where(c => c.UntilVersion == null);
        var wanted = inForce.Where(c => state == "" || c.Country == state);
        var total = await wanted.CountAsync(cancellation);
        var items = await wanted.OrderBy(c => c.Country).ThenByDescending(c => c.NotBefore).ThenBy(c => c.Fingerprint)
            .Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake))
            .Select(c => new TrustedCertificate(
                c.Publisher, c.Country, c.Subject, c.Fingerprint, c.NotBefore, c.NotAfter, c.KeyAlgorithm, c.SignatureAlgorithm, c.Standing,
                inForce.Any(o => o.Country == c.Country && o.KeyFingerprint != c.KeyFingerprint && o.NotBefore > c.NotBefore)))
            .ToListAsync(cancellation);
        return new Page<TrustedCertificate>(items, total, Math.Max(0, offset));
    }

    private sealed record Known(string InForce, TrustAnchors Anchors);

    private static async Task<Answer<TrustVersion>> WriteAsync(
        LedgerAppend append,
        MasterList list,
        SigningCertificate root,
        (SigningCertificate Certificate, CertificateStanding Standing)[] certificates,
        Actor actor,
        bool allowShrink,
        bool allowOlder,
        CancellationToken cancellation)
    {
        var db = append.Db;
        var publisher = list.Signer.Country;
        var current = await db.TrustVersions.AsNoTracking().Where(v => v.Publisher == publisher).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        var inForce = await db.TrustedCertificates.Where(c => c.Publisher == publisher && c.UntilVersion == null).ToListAsync(cancellation);
        var known = inForce.Select(c => c.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var now = certificates.Select(c => c.Certificate.Fingerprint).ToHashSet(StringComparer.Ordinal);
        var removed = inForce.Where(c => !now.Contains(c.Fingerprint)).ToArray();
        var added = certificates.Where(c => !known.Contains(c.Certificate.Fingerprint)).ToArray();
        if (!allowOlder && current?.SignedAt is { } before && list.SignedAt < before)
            return BorderRule.TrustListOlder.Broken("list", ("inForce", $"{before:yyyy-MM-dd}"), ("given", $"{list.SignedAt:yyyy-MM-dd}"));
        if (!allowShrink && removed.Length > inForce.Count * LargestLoss)
            return BorderRule.TrustListShrinks.Broken("list", ("inForce", $"{inForce.Count}"), ("lost", $"{removed.Length}"));
        if (current is not null && removed.Length == 0 && added.Length == 0)
        {
            append.Audit(actor.Name, AuditAction.TrustImported, "trust", $"{publisher}@{current.Number}", null, "0 changes");
            return current with { Added = 0, Removed = 0 };
        }
        var version = new TrustVersion
        {
            Publisher = publisher,
            Number = (current?.Number ?? 0) + 1,
            SignedAt = list.SignedAt,
            Root = root.Fingerprint,
            ImportedAt = append.Now,
            ImportedBy = actor.Name,
            Certificates = certificates.Length,
            Added = added.Length,
            Removed = removed.Length,
        };
        db.TrustVersions.Add(version);
        foreach (var row in removed)
            row.UntilVersion = version.Number;
        db.TrustedCertificates.AddRange(added.Select(c => Row(c.Certificate, c.Standing, version, append.Now)));
        append.Audit(actor.Name, AuditAction.TrustImported, "trust", $"{publisher}@{version.Number}", null, $"{version.Added} added, {version.Removed} removed, root {root.Fingerprint}");
        return version;
    }

    private static TrustedCertificateRow Row(SigningCertificate certificate, CertificateStanding standing, TrustVersion version, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Publisher = version.Publisher,
        Fingerprint = certificate.Fingerprint,
        Country = certificate.Country,
        Subject = certificate.Subject,
        KeyFingerprint = certificate.KeyFingerprint,
        NotBefore = certificate.NotBefore,
        NotAfter = certificate.NotAfter,
        KeyAlgorithm = certificate.KeyAlgorithm,
        SignatureAlgorithm = certificate.SignatureAlgorithm,
        Standing = standing,
        Encoded = certificate.Encoded.ToArray(),
        FromVersion = version.Number,
    };
}
