using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Crossings;

/// <summary>Reads crossings. Every read is audited; a user of a port sees that port's crossings only.</summary>
public sealed class CrossingRegister
{
    /// <summary>The largest page.</summary>
    public const int MaximumTake = 500;

    private static readonly string[] Header =
    [
        "id", "at", "port", "counter", "direction", "outcome", "issuing_state", "document_code", "document_number", "nationality",
        "surname", "given_names", "date_of_birth", "sex", "advice", "advice_reasons", "reason", "permitted_until", "decided_by",
        "permission", "source", "conveyance", "visa_number", "personal_number", "conveyance_kind", "conveyance_day", "corrected_at",
    ];

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal CrossingRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger) => (this.settings, this.storage, this.ledger) = (settings, storage, ledger);

    /// <summary>Newest first. Roles: officer, supervisor, auditor.</summary>
    public async Task<Answer<Page<Crossing>>> ListAsync(CrossingFilter filter, int offset, int take, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var crossings = Matching(db, filter, actor);
        var total = await crossings.CountAsync(cancellation);
        var items = await NewestFirst(crossings).Skip(Math.Max(0, offset)).Take(Math.Clamp(take, 1, MaximumTake)).ToListAsync(cancellation);
        await ledger.AuditAsync(actor, AuditAction.CrossingsRead, null, null, actor.Port, Text(filter), cancellation);
        return new Page<Crossing>(items, total, Math.Max(0, offset));
    }

    /// <summary>One crossing. Roles: officer, supervisor, auditor.</summary>
    public async Task<Answer<Crossing>> FindAsync(Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var crossing = await CrossingMonths.FindAsync(db, id, cancellation);
        if (crossing is null)
            return BorderRule.CrossingNotFound.Broken(null, ("crossing", id.ToString()));
        if (actor.IsElsewhere(crossing.Port) is { } elsewhere)
            return elsewhere;
        await ledger.AuditAsync(actor, AuditAction.CrossingRead, "crossing", id.ToString(), crossing.Port, null, cancellation);
        return crossing;
    }

    /// <summary>Writes all matching crossings, newest first, as CSV (RFC 4180, UTF-8, header line, formula characters escaped); audited. Roles: supervisor, auditor.</summary>
    public async Task<Answer<CsvExport>> ExportAsync(CrossingFilter filter, Stream to, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        // Before the first byte leaves: an export that breaks off was still read.
        await ledger.AuditAsync(actor, AuditAction.CrossingsExported, null, null, actor.Port, Text(filter), cancellation);
        await using var db = storage.Open();
        await using var csv = CsvWriter.Create(to, new CsvWriterOptions { Injection = CsvInjection.Escape, NewLine = "\r\n" }, leaveOpen: true);
        await csv.WriteRecordAsync(Header, cancellation);
        var rows = 0;
        await foreach (var crossing in NewestFirst(Matching(db, filter, actor)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            await csv.WriteRecordAsync(Fields(crossing), cancellation);
            rows++;
        }
        await csv.FlushAsync(cancellation);
        return new CsvExport(rows);
    }

    private IQueryable<Crossing> Matching(BorderContext db, CrossingFilter filter, Actor actor)
    {
        var crossings = db.Crossings.AsNoTracking();
        if (actor.Port is { } port)
            crossings = crossings.Where(c => c.Port == port);
        if (filter.From is { } from)
            crossings = crossings.Where(c => c.At >= from.ToUniversalTime());
        if (filter.To is { } to)
            crossings = crossings.Where(c => c.At < to.ToUniversalTime());
        if (filter.Direction is { } direction)
            crossings = crossings.Where(c => c.Direction == direction);
        if (filter.Outcome is { } outcome)
            crossings = crossings.Where(c => c.Outcome == outcome);
        if (Upper(filter.Nationality) is { } nationality)
            crossings = crossings.Where(c => c.Nationality == nationality);
        if (Upper(filter.DocumentNumber) is { } number)
            crossings = crossings.Where(c => c.DocumentNumber == number);
        if (Upper(filter.Surname) is { } surname)
            crossings = crossings.Where(c => c.PrimaryIdentifier.StartsWith(surname));
        if (filter.Counter is { Length: > 0 } counter)
            crossings = crossings.Where(c => c.Counter == counter);
        if (filter.ConveyanceKind is { } kind)
            crossings = crossings.Where(c => c.ConveyanceKind == kind);
        if (Upper(filter.Conveyance) is { } conveyance)
            crossings = crossings.Where(c => c.Conveyance == conveyance);
        if (filter.ConveyanceDay is { } day)
            crossings = ConveyanceRegister.Of(crossings, day, settings);
        if (filter.TravellerId is { } traveller)
            crossings = crossings.Where(c => c.TravellerId == traveller);
        return crossings;
    }

    /// <summary>As machine readable zones are stored.</summary>
    private static string? Upper(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToUpperInvariant();

    private static IOrderedQueryable<Crossing> NewestFirst(IQueryable<Crossing> crossings) =>
        crossings.OrderByDescending(c => c.At).ThenByDescending(c => c.Id);

    private static string? Text(CrossingFilter filter)
    {
        var text = JsonSerializer.Serialize(filter, BorderJson.Default.CrossingFilter);
        return text == "{}" ? null : text;
    }

    private static string[] Fields(Crossing crossing) =>
    [
        crossing.Id.ToString(),
        crossing.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        crossing.Port,
        crossing.Counter,
        crossing.Direction.ToString(),
        crossing.Outcome.ToString(),
        crossing.IssuingState,
        crossing.DocumentCode,
        crossing.DocumentNumber,
        crossing.Nationality,
        crossing.PrimaryIdentifier,
        crossing.SecondaryIdentifier,
        crossing.DateOfBirth.ToString(),
        crossing.Sex.ToString(),
        crossing.Source is null ? crossing.Advice.ToString() : "", // Nobody was advised by this system.
        crossing.AdviceReasons,
        crossing.Reason ?? "",
        crossing.PermittedUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        crossing.DecidedBy,
        crossing.Permission ?? "",
        crossing.Source ?? "",
        crossing.Conveyance ?? "",
        crossing.VisaNumber ?? "",
        crossing.PersonalNumber ?? "",
        crossing.ConveyanceKind?.ToString() ?? "",
        crossing.ConveyanceDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        crossing.CorrectedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? "",
    ];
}

/// <summary>What was exported.</summary>
/// <param name="Rows">Rows written, without the header.</param>
public sealed record CsvExport(int Rows);
