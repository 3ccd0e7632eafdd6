using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;
using Rahdari.Documents.Trust;

namespace Rahdari.Border.Trust;

/// <summary>Brings lists of certificates into force: master lists, downloads of ICAO's Public Key Directory, revocation lists. Thread-safe.</summary>
public sealed class TrustImporter
{
    /// <summary>The largest file that is taken.</summary>
    public const int LargestBytes = PkdDownloadReader.LargestBytes;

    private const double LargestLoss = 0.1;

    /// <summary>Rows a statement names: engines bound the parameters.</summary>
    private const int RowsAStatement = 500;

    private readonly TrustStore store;
    private readonly LedgerWriter ledger;

    internal TrustImporter(TrustStore store, LedgerWriter ledger) => (this.store, this.ledger) = (store, ledger);

    /// <summary>
    /// Takes a file, whichever of the three it is. A master list comes into force where all of it verifies to its root; otherwise the
    /// first fault is the answer and nothing changes. Of a download each list, and each signer and revocation list that an authority
    /// in force signed, comes into force; the rest is left out, and told. A list signed before the one in force, or one that loses more
    /// than a tenth of its certificates, is refused unless allowed; a revocation list older than the one in force always. Where nothing
    /// changed no version is made. Role: administrator; audited.
    /// </summary>
    /// <param name="file">The file as published.</param>
    /// <param name="root">Of a master list: its publisher's own country signing certificate, obtained apart from it; null where it is in force already.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="allowShrink">Accept the loss of many certificates.</param>
    /// <param name="allowOlder">Accept an older list.</param>
    /// <param name="cancellation">Stops; what came into force before stays so.</param>
    public async Task<Answer<TrustImport>> ImportAsync(
        ReadOnlyMemory<byte> file, SigningCertificate? root, Actor actor, bool allowShrink = false, bool allowOlder = false, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator) is { } denied)
            return denied;
        var consent = new Consent(actor, allowShrink, allowOlder);
        if (PkdDownloadReader.IsLdif(file.Span))
            return await ImportDownloadAsync(file, root, consent, cancellation);
        if (RevocationList.Read(file) is { } revocations)
        {
            var (taken, leftOut) = await ImportRevocationsAsync([revocations], consent, cancellation);
            return taken.Count == 0 ? leftOut[0] : new TrustImport([], taken, leftOut);
        }
        var imported = await ImportListAsync(file, root, consent, cancellation);
        return imported.Succeeded ? new TrustImport([imported.Value], [], []) : imported.Problem;
    }

    private async Task<Answer<TrustImport>> ImportDownloadAsync(ReadOnlyMemory<byte> file, SigningCertificate? root, Consent consent, CancellationToken cancellation)
    {
        var (download, found) = PkdDownloadReader.Read(file);
        if (download is null)
            return found[0];
        var (versions, leftOut) = (new List<TrustVersion>(), found.ToList());
        // Lists first: those who signed the rest may stand on them.
        foreach (var encoded in download.MasterLists)
            Keep(await ImportListAsync(encoded, root, consent, cancellation));
        var anchors = await store.AnchorsAsync([], cancellation);
        var (verified, unverified) = PkdVerifier.Signers(download.Signers, signer => signer.Certificate, anchors);
        leftOut.AddRange(unverified);
        foreach (var part in verified.GroupBy(signer => signer.Part, signer => signer.Certificate).OrderBy(part => part.Key))
            Keep(await ImportSignersAsync(part.Key == PkdPart.Conforming ? TrustVersion.Directory : TrustVersion.NonConforming, download.Edition, [.. part], consent, cancellation));
        var (revocations, untaken) = await ImportRevocationsAsync(download.RevocationLists, consent, cancellation);
        leftOut.AddRange(untaken);
        if (versions.Count == 0 && revocations.Count == 0)
            return leftOut.FirstOrDefault() ?? TrustRule.ListUnreadable.Found(null, "LDIF");
        return new TrustImport(versions, revocations, leftOut);

        void Keep(Answer<TrustVersion> answer)
        {
            if (answer.Succeeded)
                versions.Add(answer.Value);
            else
                leftOut.Add(answer.Problem);
        }
    }

    private async Task<Answer<TrustVersion>> ImportListAsync(ReadOnlyMemory<byte> encoded, SigningCertificate? root, Consent consent, CancellationToken cancellation)
    {
        var reading = MasterListReader.Read(encoded);
        if (reading.List is not { } list)
            return reading.Findings[0];
        var anchors = await store.AnchorsAsync([], cancellation);
        // Of a download's many lists the root given is one's alone.
        var verification = root is not null && (list.Signer.VerifyBy(root) == SignatureOutcome.Valid || anchors.AuthorityOf(list.Signer) is null)
            ? MasterListVerifier.Verify(list, root)
            : MasterListVerifier.Verify(list, anchors);
        if (reading.Findings.Concat(verification.Findings).FirstOrDefault(f => f.Severity >= Severity.Serious) is { } fault)
            return fault;
        // A certificate may stand in a list twice.
        var standings = verification.Standings.DistinctBy(s => s.Certificate.Fingerprint).ToDictionary(s => s.Certificate.Fingerprint, StringComparer.Ordinal);
        var draft = new TrustVersion
        {
            Publisher = list.Signer.Country,
            Number = 0,
            SignedAt = list.SignedAt,
            Root = verification.Root!.Fingerprint,
            ImportedAt = default,
            ImportedBy = consent.Actor.Name,
            Certificates = standings.Count,
            Added = 0,
            Removed = 0,
        };
        return await ledger.WriteAsync(append => WriteAsync(append, draft, standings.Keys, append.Db.TrustedCertificates, (fingerprint, version) => Row(standings[fingerprint], version), consent, cancellation), cancellation);
    }

    private Task<Answer<TrustVersion>> ImportSignersAsync(string publisher, long edition, IReadOnlyList<SigningCertificate> signers, Consent consent, CancellationToken cancellation)
    {
        var given = signers.ToDictionary(signer => signer.Fingerprint, StringComparer.Ordinal);
        var draft = new TrustVersion
        {
            Publisher = publisher,
            Number = 0,
            SignedAt = null,
            Edition = edition,
            Root = null,
            ImportedAt = default,
            ImportedBy = consent.Actor.Name,
            Certificates = given.Count,
            Added = 0,
            Removed = 0,
        };
        return ledger.WriteAsync(append => WriteAsync(append, draft, given.Keys, append.Db.TrustedSigners, (fingerprint, version) => Row(given[fingerprint], version), consent, cancellation), cancellation);
    }

    private async Task<(IReadOnlyList<RevocationVersion> Taken, IReadOnlyList<Finding> LeftOut)> ImportRevocationsAsync(IReadOnlyList<RevocationList> lists, Consent consent, CancellationToken cancellation)
    {
        if (lists.Count == 0)
            return ([], []);
        var (verified, unverified) = PkdVerifier.Revocations(lists, await store.AnchorsAsync([], cancellation));
        var (taken, leftOut) = (new List<RevocationVersion>(), unverified.ToList());
        foreach (var (list, authority) in verified)
        {
            var answer = await ledger.WriteAsync(append => WriteAsync(append, list, authority, consent.Actor, cancellation), cancellation);
            if (answer.Succeeded)
                taken.Add(answer.Value);
            else
                leftOut.Add(answer.Problem);
        }
        return (taken, leftOut);
    }

    private static async Task<Answer<TrustVersion>> WriteAsync<TRow>(
        LedgerAppend append, TrustVersion draft, IReadOnlyCollection<string> given, DbSet<TRow> rows, Func<string, TrustVersion, TRow> row, Consent consent, CancellationToken cancellation)
        where TRow : TrustedRow
    {
        var (db, publisher) = (append.Db, draft.Publisher);
        var current = await db.TrustVersions.AsNoTracking().Where(v => v.Publisher == publisher).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellation);
        var inForce = rows.Where(c => c.Publisher == publisher && c.UntilVersion == null);
        var known = (await inForce.Select(c => c.Fingerprint).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        string[] removed = [.. known.Except(given)];
        string[] added = [.. given.Where(fingerprint => !known.Contains(fingerprint))];
        if (!consent.AllowOlder && current?.SignedAt is { } before && draft.SignedAt < before)
            return BorderRule.TrustListOlder.Broken("list", ("inForce", $"{before:yyyy-MM-dd}"), ("given", $"{draft.SignedAt:yyyy-MM-dd}"));
        if (!consent.AllowOlder && current?.Edition is { } number && draft.Edition < number)
            return BorderRule.TrustDirectoryOlder.Broken("list", ("inForce", $"{number}"), ("given", $"{draft.Edition}"));
        if (!consent.AllowShrink && removed.Length > known.Count * LargestLoss)
            return BorderRule.TrustListShrinks.Broken("list", ("inForce", $"{known.Count}"), ("lost", $"{removed.Length}"));
        if (current is not null && removed.Length == 0 && added.Length == 0)
        {
            append.Audit(consent.Actor.Name, AuditAction.TrustImported, "trust", $"{publisher}@{current.Number}", null, "0 changes");
            return current with { Added = 0, Removed = 0 };
        }
        var version = draft with { Number = (current?.Number ?? 0) + 1, ImportedAt = append.Now, Added = added.Length, Removed = removed.Length };
        db.TrustVersions.Add(version);
        foreach (var lost in removed.Chunk(RowsAStatement))
            await inForce.Where(c => lost.Contains(c.Fingerprint)).ExecuteUpdateAsync(set => set.SetProperty(c => c.UntilVersion, version.Number), cancellation);
        rows.AddRange(added.Select(fingerprint => row(fingerprint, version)));
        append.Audit(consent.Actor.Name, AuditAction.TrustImported, "trust", $"{publisher}@{version.Number}", null, $"{version.Added} added, {version.Removed} removed{(version.Root is null ? "" : $", root {version.Root}")}");
        return version;
    }

    private static async Task<Answer<RevocationVersion>> WriteAsync(LedgerAppend append, RevocationList list, SigningCertificate authority, Actor actor, CancellationToken cancellation)
    {
        var key = authority.KeyFingerprint;
        var rows = await append.Db.RevocationLists.Where(l => l.AuthorityKey == key && l.IsInForce).ToListAsync(cancellation);
        if (rows.Find(l => l.ThisUpdate >= list.ThisUpdate) is { } inForce)
        {
            return inForce.ThisUpdate == list.ThisUpdate
                ? new RevocationVersion(inForce.Country, inForce.Issuer, inForce.ThisUpdate, inForce.NextUpdate, inForce.Revoked, inForce.ImportedAt, inForce.ImportedBy)
                : BorderRule.RevocationListOlder.Broken("list", ("issuer", list.Issuer), ("inForce", $"{inForce.ThisUpdate:yyyy-MM-dd}"), ("given", $"{list.ThisUpdate:yyyy-MM-dd}"));
        }
        foreach (var row in rows)
            row.IsInForce = false;
        append.Db.RevocationLists.Add(new RevocationListRow
        {
            Id = Guid.CreateVersion7(append.Now),
            Country = authority.Country,
            Issuer = list.Issuer,
            AuthorityKey = key,
            ThisUpdate = list.ThisUpdate,
            NextUpdate = list.NextUpdate,
            Revoked = list.Revoked.Count,
            Encoded = list.Encoded.ToArray(),
            ImportedAt = append.Now,
            ImportedBy = actor.Name,
            IsInForce = true,
        });
        append.Audit(actor.Name, AuditAction.TrustImported, "revocations", list.Issuer, null, $"{list.ThisUpdate:yyyy-MM-dd}, {list.Revoked.Count} revoked");
        return new RevocationVersion(authority.Country, list.Issuer, list.ThisUpdate, list.NextUpdate, list.Revoked.Count, append.Now, actor.Name);
    }

    private static TrustedCertificateRow Row((SigningCertificate Certificate, CertificateStanding Standing) listed, TrustVersion version) => new()
    {
        Id = Guid.CreateVersion7(version.ImportedAt),
        Publisher = version.Publisher,
        Fingerprint = listed.Certificate.Fingerprint,
        Country = listed.Certificate.Country,
        Subject = listed.Certificate.Subject,
        KeyFingerprint = listed.Certificate.KeyFingerprint,
        NotBefore = listed.Certificate.NotBefore,
        NotAfter = listed.Certificate.NotAfter,
        KeyAlgorithm = listed.Certificate.KeyAlgorithm,
        SignatureAlgorithm = listed.Certificate.SignatureAlgorithm,
        Standing = listed.Standing,
        Encoded = listed.Certificate.Encoded.ToArray(),
        FromVersion = version.Number,
    };

    private static TrustedSignerRow Row(SigningCertificate signer, TrustVersion version) => new()
    {
        Id = Guid.CreateVersion7(version.ImportedAt),
        Publisher = version.Publisher,
        Fingerprint = signer.Fingerprint,
        Country = signer.Country,
        Subject = signer.Subject,
        KeyIdentifier = signer.SubjectKeyIdentifier,
        Issuer = signer.Issuer,
        SerialNumber = signer.SignerName.SerialNumber!,
        NotBefore = signer.NotBefore,
        NotAfter = signer.NotAfter,
        Encoded = signer.Encoded.ToArray(),
        FromVersion = version.Number,
    };

    /// <summary>Who imports, and what losses they accept.</summary>
    private sealed record Consent(Actor Actor, bool AllowShrink, bool AllowOlder);
}
