using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Storage;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Trust;

/// <summary>
/// What chips and seals are verified against: the country signing certificates of publishers' master lists, the signers of ICAO's
/// Public Key Directory and the States' revocation lists, in versions. Thread-safe.
/// </summary>
public sealed class TrustStore
{
    private const int MaximumTake = 1000;

    private readonly BorderStorage storage;

    // Made anew where something changes: reading hundreds of certificates takes a second, and every chip needs them.
    private volatile Known? known;

    internal TrustStore(BorderStorage storage) => this.storage = storage;

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

    /// <summary>The revocation lists in force, by State. Every role.</summary>
    public async Task<Answer<IReadOnlyList<RevocationVersion>>> RevocationsAsync(Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks([.. Roles.All]) is { } denied)
            return denied;
        await using var db = storage.Open();
        var lists = await db.RevocationLists.AsNoTracking().Where(l => l.IsInForce).OrderBy(l => l.Country).ThenBy(l => l.Issuer).ThenBy(l => l.ThisUpdate)
            .Select(l => new RevocationVersion(l.Country, l.Issuer, l.ThisUpdate, l.NextUpdate, l.Revoked, l.ImportedAt, l.ImportedBy)).ToListAsync(cancellation);
        return new Answer<IReadOnlyList<RevocationVersion>>(lists);
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

    /// <summary>The authorities and revocation lists in force, as documents are verified against them, with the signers that a document names.</summary>
    internal async Task<TrustAnchors> AnchorsAsync(IReadOnlyCollection<SignerName> named, CancellationToken cancellation)
    {
        await using var db = storage.Open();
        var anchors = await AuthoritiesAsync(db, cancellation);
        if (named.Count == 0)
            return anchors;
        string?[] keys = [.. named.Select(name => name.KeyIdentifier).OfType<string>()];
        string?[] numbers = [.. named.Select(name => name.SerialNumber).OfType<string>()];
        var encoded = await db.TrustedSigners.AsNoTracking().Where(s => s.UntilVersion == null && (keys.Contains(s.KeyIdentifier) || numbers.Contains(s.SerialNumber))).Select(s => s.Encoded).ToListAsync(cancellation);
        return anchors.With(encoded.Select(bytes => SigningCertificate.Read(bytes)).OfType<SigningCertificate>().Where(signer => named.Any(name => name.Names(signer))));
    }

    private async Task<TrustAnchors> AuthoritiesAsync(BorderContext db, CancellationToken cancellation)
    {
        var versions = await db.TrustVersions.AsNoTracking().GroupBy(v => v.Publisher).Select(g => new { g.Key, Number = g.Max(v => v.Number) }).OrderBy(v => v.Key).ToListAsync(cancellation);
        var lists = await db.RevocationLists.AsNoTracking().Where(l => l.IsInForce).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(cancellation);
        var inForce = $"{string.Join(' ', versions.Select(v => $"{v.Key}@{v.Number}"))} {string.Join(' ', lists)}";
        if (known is { } before && before.InForce == inForce)
            return before.Anchors;
        var encoded = await db.TrustedCertificates.AsNoTracking().Where(c => c.UntilVersion == null).Select(c => c.Encoded).ToListAsync(cancellation);
        var revocations = await db.RevocationLists.AsNoTracking().Where(l => lists.Contains(l.Id)).Select(l => l.Encoded).ToListAsync(cancellation);
        var made = new TrustAnchors(
            encoded.AsParallel().Select(bytes => SigningCertificate.Read(bytes)).OfType<SigningCertificate>().DistinctBy(c => c.Fingerprint),
            revocations: revocations.Select(bytes => RevocationList.Read(bytes)).OfType<RevocationList>());
        known = new Known(inForce, made);
        return made;
    }

    private sealed record Known(string InForce, TrustAnchors Anchors);
}
