using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Border.Watchlists;
using Rahdari.Border.Watchlists.Reading;

namespace Rahdari.Border.Crossings.Imports;

/// <summary>
/// Takes in the crossings of a legacy system, some thousands in one transaction with how far the file was read and one signed fact of them. Whatever ends
/// a call, the next goes on behind the last transaction. The site may be running. Thread-safe.
/// </summary>
public sealed class CrossingImporter
{
    private const int LargestMapping = 512 * 1024;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;
    private readonly TimeProvider clock;

    internal CrossingImporter(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, TimeProvider clock) =>
        (this.settings, this.storage, this.ledger, this.clock) = (settings, storage, ledger, clock);

    /// <summary>Imports the file, or goes on with it where an earlier call was ended; audited. Role: administrator.</summary>
    /// <param name="order">What, and how it is written.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="progress">Receives the share read, 0 to 1.</param>
    /// <param name="cancellation">Ends the call with <see cref="OperationCanceledException"/>; what is written stays, and the next call goes on behind it.</param>
    public async Task<Answer<CrossingImport>> ImportAsync(CrossingImportOrder order, Actor actor, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Administrator) is { } denied)
            return denied;
        var name = Path.GetFileName(order.File);
        if (!ListName.IsName(order.Source))
            return Unreadable(name, "source", order.Source);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(order.TimeZone ?? settings.TimeZone, out var zone))
            return Unreadable(name, "time zone", order.TimeZone ?? settings.TimeZone);
        var errors = new ListErrors();
        var mappingBytes = order.Mapping is null ? [] : await StartAsync(order.Mapping, cancellation);
        if ((order.Mapping is null ? LegacyMapping.None : LegacyMapping.Read(Path.GetFileName(order.Mapping), mappingBytes, errors)) is not { } mapping)
            return errors.Reading(new PublishedList("", null, [])).Errors[0].Problem;
        await using var stream = new FileStream(order.File, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 1 << 20 });
        var fileHash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        stream.Position = 0;
        using var file = await LegacyFile.OpenAsync(name, stream, mapping, cancellation);
        if (file.Failure is { } failure)
            return Unreadable(name, failure);
        var reader = new LegacyCrossingReader(mapping, file.Header!, name, order.Source, settings.Node, zone, clock.GetUtcNow());
        file.Use(reader.Columns);
        if (reader.Missing() is { } missing)
            return missing.Problem;
        var rejects = Path.GetFullPath(order.Rejects ?? order.File + ".rejects.csv");
        if (RejectsFile.Is(rejects, order.File) || (order.Mapping is not null && RejectsFile.Is(rejects, order.Mapping)))
            return Unreadable(name, "rejects", $"{rejects} is read itself");
        var told = new CrossingImport
        {
            Run = Guid.Empty,
            Source = order.Source,
            File = name,
            Read = 0,
            Imported = 0,
            Rejected = 0,
            AlreadyThere = 0,
            ResumedAfter = 0,
            NewTravellers = 0,
            Rejects = rejects,
            DryRun = order.DryRun,
        };
        if (order.DryRun)
            return await TryAsync(told, file, reader, actor, progress, cancellation);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{fileHash} {order.Source} {zone.Id} {Convert.ToHexStringLower(SHA256.HashData(mappingBytes))}")));
        return await new Run(this, actor, fileHash, fingerprint).ImportAsync(told, file, reader, progress, cancellation);
    }

    /// <summary>Counts what an import would do, and writes the rejects.</summary>
    private async Task<Answer<CrossingImport>> TryAsync(CrossingImport told, LegacyFile file, LegacyCrossingReader reader, Actor actor, IProgress<double>? progress, CancellationToken cancellation)
    {
        await ledger.AuditAsync(actor, AuditAction.CrossingsImported, "import", told.Source, null, $"dry run of {told.File}", cancellation);
        using var rejects = RejectsFile.TryCreate(told.Rejects, out var reason);
        if (rejects is null)
            return Unreadable(told.File, "rejects", reason!);
        var length = rejects.Write(0, []);
        await foreach (var batch in LegacyBatch.ReadAsync(file, reader, 0, cancellation))
        {
            await using var db = storage.Open();
            var sorted = await SortedBatch.OfAsync(db, settings.Node, batch, told.File, cancellation);
            length = rejects.Write(length, sorted.Rejects);
            told = told with
            {
                Read = batch.Last,
                Imported = told.Imported + sorted.Fresh.Count,
                Rejected = told.Rejected + sorted.Rejects.Count,
                AlreadyThere = told.AlreadyThere + sorted.AlreadyThere,
            };
            progress?.Report(batch.Share);
        }
        return file.Failure is { } failure ? Unreadable(told.File, failure) : told;
    }

    private static async Task<byte[]> StartAsync(string path, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(path);
        var bytes = new byte[LargestMapping];
        return bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation)];
    }

    private static Documents.Findings.Finding Unreadable(string file, ListError error) => error.Code == BorderRule.ImportUnreadable.Code
        ? error.Problem
        : Unreadable(file, $"{error.Line}", BorderSentences.Of(error.Problem, CultureInfo.InvariantCulture).TrimEnd('.'));

    private static Documents.Findings.Finding Unreadable(string file, string place, string reason) =>
        BorderRule.ImportUnreadable.Broken(null, ("file", file), ("place", place), ("reason", reason));

    /// <summary>One call's work on a run.</summary>
    private sealed class Run(CrossingImporter importer, Actor actor, string fileHash, string fingerprint)
    {
        private const int MostTries = 20;

        private readonly Guid worker = Guid.CreateVersion7(importer.clock.GetUtcNow());
        private readonly HashSet<DateTimeOffset> months = [];
        private RejectsFile rejects = null!;

        public async Task<Answer<CrossingImport>> ImportAsync(CrossingImport told, LegacyFile file, LegacyCrossingReader reader, IProgress<double>? progress, CancellationToken cancellation)
        {
            try
            {
                try
                {
                    told = await BeginAsync(told, cancellation);
                }
                catch (IOException e)
                {
                    return Unreadable(told.File, "rejects", e.Message); // Another import writes to it.
                }
                await file.SkipAsync(told.Read, cancellation);
                progress?.Report(file.Share);
                await foreach (var batch in LegacyBatch.ReadAsync(file, reader, told.Read, cancellation))
                {
                    var written = await WriteAsync(told, batch, cancellation);
                    if (!written.Succeeded)
                        return written;
                    told = written.Value;
                    progress?.Report(batch.Share);
                }
                if (file.Failure is { } failure)
                    return Unreadable(told.File, failure);
                await EndAsync(told, cancellation);
                return told;
            }
            finally
            {
                rejects?.Dispose();
            }
        }

        /// <summary>Takes up the run of this very file that was left, or begins one.</summary>
        private async Task<CrossingImport> BeginAsync(CrossingImport told, CancellationToken cancellation)
        {
            var left = await LeftAsync(cancellation);
            rejects = (left is null ? null : RejectsFile.Resume(told.Rejects, left.RejectsLength)) ?? RejectsFile.Create(told.Rejects);
            // Rejects that are gone cannot be told again without reading the file again: what is imported is found to be there.
            var resumes = left is not null && new FileInfo(told.Rejects).Length >= left.RejectsLength;
            return await importer.ledger.WriteAsync(
                async append =>
                {
                    var row = resumes ? await append.Db.CrossingImports.SingleAsync(i => i.Id == left!.Id, cancellation) : null;
                    if (row is null)
                    {
                        row = new CrossingImportRow
                        {
                            Id = Guid.CreateVersion7(append.Now),
                            Fingerprint = fingerprint,
                            Source = told.Source,
                            File = told.File,
                            StartedAt = append.Now,
                            StartedBy = actor.Name,
                            Worker = worker,
                            Read = 0,
                            Imported = 0,
                            Rejected = 0,
                            Existing = 0,
                            RejectsLength = rejects.Write(0, []),
                        };
                        append.Db.CrossingImports.Add(row);
                    }
                    row.Worker = worker;
                    append.Audit(actor.Name, AuditAction.CrossingsImported, "import", row.Id.ToString(), null, row.Read == 0 ? $"begun: {told.Source} from {told.File}, SHA-256 {fileHash}" : $"taken up behind record {row.Read}");
                    return Told(told, row) with { ResumedAfter = row.Read };
                },
                cancellation);
        }

        private async Task<CrossingImportRow?> LeftAsync(CancellationToken cancellation)
        {
            await using var db = importer.storage.Open();
            return await db.CrossingImports.AsNoTracking().Where(i => i.Fingerprint == fingerprint && i.EndedAt == null).OrderByDescending(i => i.StartedAt).FirstOrDefaultAsync(cancellation);
        }

        private async Task<Answer<CrossingImport>> WriteAsync(CrossingImport told, LegacyBatch batch, CancellationToken cancellation)
        {
            await MakeMonthsAsync(batch, cancellation);
            return await importer.ledger.WriteAsync<Answer<CrossingImport>>(
                async append =>
                {
                    var db = append.Db;
                    var row = await db.CrossingImports.SingleAsync(i => i.Id == told.Run, cancellation);
                    if (row.Worker != worker)
                        return BorderRule.ImportSuperseded.Broken(null, ("file", told.File));
                    var sorted = await SortedBatch.OfAsync(db, importer.settings.Node, batch, told.File, cancellation);
                    var travellers = await ImportedTravellers.OfAsync(db, sorted.Fresh, cancellation);
                    var id = Guid.CreateVersion7(append.Now);
                    Crossing[] crossings = [.. sorted.Fresh.Select(c => c with { TravellerId = travellers.Resolve(c, append.Now), ImportId = id })];
                    Array.Sort(crossings, (a, b) => a.Id.CompareTo(b.Id));
                    // Hashed while the server takes the rows in.
                    var fact = Task.Run(() => Fact(id, told, batch, crossings), CancellationToken.None);
                    await BulkRows.InsertAsync(db, travellers.Travellers, cancellation);
                    await BulkRows.InsertAsync(db, travellers.Documents, cancellation);
                    await BulkRows.InsertAsync(db, travellers.Keys, cancellation);
                    await BulkRows.InsertAsync(db, crossings, cancellation);
                    await LastCrossings.FollowAsync(db, crossings, cancellation);
                    await EarlierSeen.FollowAsync(append, crossings, cancellation);
                    await BulkRows.InsertAsync(db, [.. sorted.Fresh.Select(c => new CrossingKeyRow { Node = c.Node, IdempotencyKey = c.IdempotencyKey, CrossingId = c.Id })], cancellation);
                    if (crossings.Length > 0)
                        append.Imported(await fact);
                    // Again and again the same bytes in the same place, should this be run again.
                    row.RejectsLength = rejects.Write(row.RejectsLength, sorted.Rejects);
                    (row.Read, row.Imported, row.Rejected, row.Existing) =
                        (batch.Last, row.Imported + crossings.Length, row.Rejected + sorted.Rejects.Count, row.Existing + sorted.AlreadyThere);
                    return Told(told, row) with { NewTravellers = told.NewTravellers + travellers.Travellers.Count };
                },
                cancellation);
        }

        private Task<bool> EndAsync(CrossingImport told, CancellationToken cancellation) => importer.ledger.WriteAsync(
            async append =>
            {
                var row = await append.Db.CrossingImports.SingleAsync(i => i.Id == told.Run, cancellation);
                row.EndedAt = append.Now;
                append.Audit(
                    actor.Name, AuditAction.CrossingsImported, "import", row.Id.ToString(), null,
                    string.Create(CultureInfo.InvariantCulture, $"ended: {row.Read} read, {row.Imported} imported, {row.Rejected} rejected, {row.Existing} already there"));
                return true;
            },
            cancellation);

        private async Task MakeMonthsAsync(LegacyBatch batch, CancellationToken cancellation)
        {
            foreach (var month in batch.Rows.Select(r => CrossingMonths.First(r.Crossing.At)).Distinct().Where(months.Add).ToArray())
            {
                await using var db = importer.storage.Open();
                var tries = 1;
                while (!await CrossingMonths.TryMakeAsync(db, month, cancellation))
                {
                    if (++tries > MostTries)
                        throw new TimeoutException($"The partition of crossings of {month:yyyy-MM} could not be made: somebody reads crossings all the while. Go on later.");
                }
            }
        }

        private ImportFact Fact(Guid id, CrossingImport told, LegacyBatch batch, Crossing[] crossings)
        {
            var (hash, marks) = ImportedRows.Digest(crossings);
            return new ImportFact
            {
                Id = id,
                Run = told.Run,
                Source = told.Source,
                File = told.File,
                FileHash = fileHash,
                First = batch.First,
                Last = batch.Last,
                Rows = crossings.Length,
                Hash = hash,
                Marks = marks,
            };
        }

        private static CrossingImport Told(CrossingImport told, CrossingImportRow row) =>
            told with { Run = row.Id, Read = row.Read, Imported = row.Imported, Rejected = row.Rejected, AlreadyThere = row.Existing };
    }
}
