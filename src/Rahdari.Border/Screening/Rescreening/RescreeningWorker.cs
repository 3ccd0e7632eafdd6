using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Encounters;
using Rahdari.Border.Ledger;
using Rahdari.Border.Screening.Policy;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Mrz;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>Screens the travellers of a run, some hundreds at a time, and commits what was found of them with how far it is.</summary>
internal sealed class RescreeningWorker(SiteSettings settings, BorderStorage storage, LedgerWriter ledger, int chunk)
{
    // On half of the cores: the counters go on.
    private static readonly int Threads = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Works to the end, or until the run is cancelled or taken over.</summary>
    /// <param name="work">The run.</param>
    /// <param name="progress">Receives the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops at once; what is committed stays.</param>
    public async Task<RescreeningRun> WorkAsync(RescreeningWork work, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (position, parallel) = (work.Position, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation });
        while (true)
        {
            IReadOnlyList<EncounterRow> travellers;
            await using (var db = storage.Open())
                (travellers, position) = await TravellersInCountry.AfterAsync(db, position, chunk, cancellation);
            var screened = new (MrzFields Document, Screened Screened)?[travellers.Count];
            Parallel.For(0, screened.Length, parallel, i => screened[i] = Screen(work, travellers[i], cancellation));
            var run = await ledger.WriteAsync(append => CommitAsync(append, work, travellers, position, screened, cancellation), cancellation);
            progress?.Report(Math.Min(1, (double)run.Done / Math.Max(1, run.Total)));
            if (run.State != RescreeningState.Running || travellers.Count < chunk)
                return run;
        }
    }

    /// <summary>Null where what is stored of a traveller cannot be read: the others are screened all the same.</summary>
    private static (MrzFields, Screened)? Screen(RescreeningWork work, EncounterRow encounter, CancellationToken cancellation)
    {
        try
        {
            if (EncounterContent.Of(encounter.Content) is { Document: { } document } content)
                return (document, work.Screen.Screen(document, content.Chip?.SignedPlaceOfBirth, ScreeningPurpose.Rescreening, cancellation));
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What was found of some travellers, and that they are done: in one transaction, so that nobody is lost or found twice whenever the process ends.</summary>
    private async Task<RescreeningRun> CommitAsync(
        LedgerAppend append, RescreeningWork work, IReadOnlyList<EncounterRow> travellers, Guid last, (MrzFields Document, Screened Screened)?[] screened, CancellationToken cancellation)
    {
        var row = await append.Db.Rescreenings.SingleAsync(r => r.Id == work.Run.Id, cancellation);
        if (row.State != RescreeningState.Running || row.Worker != work.Worker)
            return RescreeningRows.Of(row, append.Now) with { State = row.State == RescreeningState.Running ? RescreeningState.Interrupted : row.State }; // Cancelled meanwhile, or taken over.
        var today = settings.LocalDay(append.Now);
        for (var i = 0; i < screened.Length; i++)
        {
            var encounter = travellers[i];
            if (screened[i] is not var (document, answer))
            {
                row.Failed++;
                append.Audit(row.StartedBy, AuditAction.RescreeningFailed, "encounter", encounter.Id.ToString(), encounter.Port, row.Id.ToString());
                continue;
            }
            if (answer.Hits.Count == 0)
                continue;
            var known = await append.Db.Hits.AsNoTracking().Where(h => h.EncounterId == encounter.Id).ToListAsync(cancellation);
            var found = await answer.AddAsync(append, encounter, document, [.. known.Select(EncounterView.Of)], today, row.StartedBy, cancellation, row.Id);
            row.Alerts += found.Count(h => h.State == HitState.Open);
        }
        (row.Done, row.WorkedAt, row.Position) = (row.Done + travellers.Count, append.Now, last);
        if (travellers.Count < chunk)
            RescreeningRows.End(append, row, RescreeningState.Done, row.StartedBy);
        return RescreeningRows.Of(row, append.Now);
    }

    /// <summary>Leaves a run that is cut short.</summary>
    public Task<RescreeningRun> LeaveAsync(RescreeningWork work, RescreeningState state) => ledger.WriteAsync(
        async append =>
        {
            var row = await append.Db.Rescreenings.SingleAsync(r => r.Id == work.Run.Id);
            if (row.State == RescreeningState.Running && row.Worker == work.Worker)
                RescreeningRows.End(append, row, state, row.StartedBy);
            return RescreeningRows.Of(row, append.Now);
        },
        CancellationToken.None);
}

/// <summary>A run, and what its worker needs.</summary>
/// <param name="Run">The run as it was begun or taken up.</param>
/// <param name="Worker">The worker's own mark in the run's row.</param>
/// <param name="Position">The last traveller done.</param>
/// <param name="Screen">By what everybody is screened.</param>
internal sealed record RescreeningWork(RescreeningRun Run, Guid Worker, Guid Position, FixedScreen Screen);
