using System.Globalization;
using Rahdari.Border.Audit;
using Rahdari.Border.Ledger;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Rescreening;

/// <summary>Makes, ends and shows runs as stored.</summary>
internal static class RescreeningRows
{
    /// <summary>A chunk takes seconds: whoever has not worked for so long has ended.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);

    public static RescreeningRow Row(DateTimeOffset now, Actor actor, string against, int total) => new()
    {
        Id = Guid.CreateVersion7(now),
        StartedAt = now,
        StartedBy = actor.Name,
        Against = against,
        Total = total,
        Done = 0,
        Alerts = 0,
        Failed = 0,
        Position = Guid.Empty,
        Worker = Guid.NewGuid(),
        WorkedAt = now,
        State = RescreeningState.Running,
    };

    /// <summary>Where a run ends, with what it found.</summary>
    public static void End(LedgerAppend append, RescreeningRow row, RescreeningState state, string actor)
    {
        (row.State, row.WorkedAt) = (state, append.Now);
        append.Audit(actor, AuditAction.RescreeningEnded, "rescreening", row.Id.ToString(), null, string.Create(CultureInfo.InvariantCulture, $"{state}, {row.Done} of {row.Total} travellers, {row.Alerts} alerts, {row.Failed} not screened"));
    }

    /// <summary>Where a run stands: one that nobody works on any more is interrupted, whatever killed its process.</summary>
    public static RescreeningState StateOf(RescreeningRow row, DateTimeOffset now) =>
        row.State == RescreeningState.Running && now - row.WorkedAt > Abandoned ? RescreeningState.Interrupted : row.State;

    public static RescreeningRun Of(RescreeningRow row, DateTimeOffset now) => new()
    {
        Id = row.Id,
        StartedAt = row.StartedAt,
        StartedBy = row.StartedBy,
        Against = row.Against.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Total = row.Total,
        Done = row.Done,
        Alerts = row.Alerts,
        Failed = row.Failed,
        WorkedAt = row.WorkedAt,
        State = StateOf(row, now),
    };
}
