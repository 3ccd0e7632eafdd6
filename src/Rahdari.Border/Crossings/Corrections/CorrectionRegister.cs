using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Audit;
using Rahdari.Border.Conveyances;
using Rahdari.Border.Ledger;
using Rahdari.Border.Sites;
using Rahdari.Border.Storage;
using Rahdari.Documents.Findings;

namespace Rahdari.Border.Crossings.Corrections;

/// <summary>Corrects crossings by new facts. Every read is audited. Thread-safe.</summary>
public sealed class CorrectionRegister
{
    private const int LongestStayDays = 3660;

    private readonly SiteSettings settings;
    private readonly BorderStorage storage;
    private readonly LedgerWriter ledger;

    internal CorrectionRegister(SiteSettings settings, BorderStorage storage, LedgerWriter ledger) => (this.settings, this.storage, this.ledger) = (settings, storage, ledger);

    /// <summary>The corrections of a crossing, the first first. Roles: officer, supervisor, auditor.</summary>
    public async Task<Answer<IReadOnlyList<Correction>>> OfAsync(Guid crossingId, Actor actor, CancellationToken cancellation = default)
    {
        if (actor.Lacks(Roles.Officer, Roles.Supervisor, Roles.Auditor) is { } denied)
            return denied;
        await using var db = storage.Open();
        var crossing = await CrossingMonths.FindAsync(db, crossingId, cancellation);
        if (Reached(crossing, crossingId, actor) is { } unreached)
            return unreached;
        await ledger.AuditAsync(actor, AuditAction.CrossingRead, "crossing", crossingId.ToString(), crossing!.Port, "corrections", cancellation);
        return new Answer<IReadOnlyList<Correction>>(await ReadAsync(db, [crossingId], cancellation));
    }

    /// <summary>
    /// Corrects a crossing; the stays and lists follow at once. The same order sent again by the same user is answered with the correction that it
    /// made. Role: supervisor, at the crossing's port, and not who decided it.
    /// </summary>
    public Task<Answer<Correction>> CorrectAsync(Guid crossingId, CorrectionOrder order, Actor actor, CancellationToken cancellation = default) =>
        actor.Lacks(Roles.Supervisor) is { } denied
            ? Task.FromResult<Answer<Correction>>(denied)
            : ledger.WriteAsync(append => CorrectAsync(append, crossingId, order, actor, cancellation), cancellation);

    /// <summary>Those of some crossings, each crossing's first first.</summary>
    internal static async Task<List<Correction>> ReadAsync(BorderContext db, IReadOnlyCollection<Guid> crossings, CancellationToken cancellation)
    {
        var rows = await db.Corrections.AsNoTracking().Where(c => crossings.Contains(c.CrossingId)).OrderBy(c => c.CrossingId).ThenBy(c => c.Number).ToListAsync(cancellation);
        return [.. rows.Select(row => row.Fact()).OfType<Correction>()];
    }

    /// <summary>Takes in a correction that another node signed, of a crossing of its own.</summary>
    internal static async Task ApplyAsync(BorderContext db, Crossing crossing, Correction correction, CancellationToken cancellation)
    {
        db.Corrections.Add(CorrectionRow.Of(correction));
        await db.SaveChangesAsync(cancellation);
        await StandAsync(db, crossing, correction, cancellation);
    }

    private async Task<Answer<Correction>> CorrectAsync(LedgerAppend append, Guid crossingId, CorrectionOrder order, Actor actor, CancellationToken cancellation)
    {
        var db = append.Db;
        var crossing = await CrossingMonths.FindAsync(db, crossingId, cancellation);
        if (Reached(crossing, crossingId, actor) is { } unreached)
            return unreached;
        if (crossing!.DecidedBy == actor.Name)
            return BorderRule.CorrectionOfOwn.Broken(null, ("crossing", crossingId.ToString()));
        if (ReasonText.Check(order.Reason, required: true) is { } ofReason)
            return ofReason;
        if (Conveyance.Check(order.Conveyance, settings.LocalDay(crossing.At), out var conveyance) is { } ofConveyance)
            return ofConveyance;
        var before = await ReadAsync(db, [crossingId], cancellation);
        if (Repeated(before, order, conveyance, actor) is { } repeated)
        {
            append.Audit(actor.Name, AuditAction.CrossingRead, "crossing", crossingId.ToString(), crossing.Port, "correction sent again");
            return repeated;
        }
        if (order.Seen != before.Count)
            return BorderRule.CorrectionUnread.Broken("seen", ("seen", $"{order.Seen}"), ("made", $"{before.Count}"));
        var stands = CorrectedFields.Of(crossing);
        var corrected = With(order, conveyance, stands, settings.LocalDay(crossing.At));
        if (Problem(corrected, stands, crossing) is { } problem)
            return problem;
        if (corrected == stands)
            return BorderRule.CorrectionEmpty.Broken();
        var correction = new Correction
        {
            Id = Guid.CreateVersion7(append.Now),
            Node = append.Node,
            CrossingId = crossingId,
            Number = before.Count + 1,
            At = append.Now,
            By = actor.Name,
            Reason = ReasonText.Recorded(order.Reason)!,
            Before = stands,
            After = corrected,
        };
        append.Correction(correction, crossing.Port);
        await StandAsync(db, crossing, correction, cancellation);
        return correction;
    }

    /// <summary>Makes the crossing stand as it was corrected, with what follows from it.</summary>
    private static async Task StandAsync(BorderContext db, Crossing crossing, Correction correction, CancellationToken cancellation)
    {
        var corrected = correction.After;
        await db.Crossings.Where(c => c.Id == crossing.Id && c.At == crossing.At).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Direction, corrected.Direction)
                .SetProperty(c => c.Outcome, corrected.Outcome)
                .SetProperty(c => c.PermittedUntil, corrected.PermittedUntil)
                .SetProperty(c => c.ConveyanceKind, corrected.ConveyanceKind)
                .SetProperty(c => c.Conveyance, corrected.Conveyance)
                .SetProperty(c => c.ConveyanceDay, corrected.ConveyanceDay)
                .SetProperty(c => c.CorrectedAt, correction.At),
            cancellation);
        await LastCrossings.AgainAsync(db, [crossing.TravellerId], cancellation);
    }

    private static Finding? Reached(Crossing? crossing, Guid id, Actor actor) =>
        crossing is null ? BorderRule.CrossingNotFound.Broken(null, ("crossing", id.ToString())) : actor.IsElsewhere(crossing.Port);

    /// <summary>The correction that the order made before its answer was lost.</summary>
    private static Correction? Repeated(List<Correction> made, CorrectionOrder order, Conveyance? conveyance, Actor actor) =>
        made is [.., var last] && order.Seen == made.Count - 1 && last.By == actor.Name && last.Reason == ReasonText.Recorded(order.Reason)
        && With(order, conveyance, last.Before, last.After.ConveyanceDay ?? default) == last.After
            ? last
            : null;

    private static CorrectedFields With(CorrectionOrder order, Conveyance? conveyance, CorrectedFields stands, DateOnly day)
    {
        var direction = order.Direction ?? stands.Direction;
        var outcome = order.Outcome ?? (direction == stands.Direction ? stands.Outcome : Turned(stands.Outcome));
        return stands with
        {
            Direction = direction,
            Outcome = outcome,
            PermittedUntil = order.PermittedUntil ?? (outcome == CrossingOutcome.Admitted ? stands.PermittedUntil : null),
            ConveyanceKind = conveyance?.Kind ?? stands.ConveyanceKind,
            Conveyance = conveyance is null ? stands.Conveyance : conveyance.Number,
            ConveyanceDay = conveyance is null ? stands.ConveyanceDay : conveyance.Day ?? stands.ConveyanceDay ?? day,
        };
    }

    private static CrossingOutcome Turned(CrossingOutcome outcome) => outcome switch
    {
        CrossingOutcome.Admitted => CrossingOutcome.Departed,
        CrossingOutcome.Departed => CrossingOutcome.Admitted,
        _ => outcome,
    };

    private Finding? Problem(CorrectedFields corrected, CorrectedFields stands, Crossing crossing)
    {
        if (!Enum.IsDefined(corrected.Direction) || !Enum.IsDefined(corrected.Outcome)
            || corrected.Outcome == (corrected.Direction == Direction.Entry ? CrossingOutcome.Departed : CrossingOutcome.Admitted))
            return BorderRule.CorrectionOutcome.Broken("outcome", ("direction", $"{corrected.Direction}"), ("outcome", $"{corrected.Outcome}"));
        var entered = settings.LocalDay(crossing.At);
        // Whoever entered after all overstays one day, like everybody else.
        var isMissing = corrected is { Outcome: CrossingOutcome.Admitted, PermittedUntil: null } && stands.Outcome != CrossingOutcome.Admitted && crossing.Nationality != settings.Country;
        var until = corrected.PermittedUntil == stands.PermittedUntil && corrected.Outcome == stands.Outcome ? null : corrected.PermittedUntil;
        return !isMissing && (until is null || (corrected.Outcome == CrossingOutcome.Admitted && until >= entered && until <= entered.AddDays(LongestStayDays)))
            ? null
            : BorderRule.PermittedUntilInvalid.Broken("permittedUntil", ("earliest", $"{entered:yyyy-MM-dd}"), ("latest", $"{entered.AddDays(LongestStayDays):yyyy-MM-dd}"));
    }
}
