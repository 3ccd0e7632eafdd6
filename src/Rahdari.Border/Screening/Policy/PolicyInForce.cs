using Microsoft.EntityFrameworkCore;
using Rahdari.Border.Distribution;
using Rahdari.Border.Storage;

namespace Rahdari.Border.Screening.Policy;

/// <summary>The policy that screening goes by now; replaced whole when another comes into force. Thread-safe.</summary>
public sealed class PolicyInForce : IDisposable
{
    private readonly BorderStorage storage;
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile ScreeningRules rules = ScreeningRules.None;

    internal PolicyInForce(BorderStorage storage) => this.storage = storage;

    /// <summary>Its number; 0 where none is in force.</summary>
    public int Number => rules.Number;

    internal ScreeningRules Rules => rules;

    /// <summary>Takes up a policy that came into force, perhaps by another process; true where one did.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellation = default)
    {
        await using var db = storage.Open();
        return await RefreshAsync(db, cancellation);
    }

    /// <summary>As <see cref="RefreshAsync(CancellationToken)"/>, of what a transaction sees.</summary>
    internal async Task<bool> RefreshAsync(BorderContext db, CancellationToken cancellation)
    {
        if (db.Notes is { IsPolicyFollowed: true })
            return false;
        // One after the other: what was read first must not be set last.
        await refreshing.WaitAsync(cancellation);
        try
        {
            var now = await ReadAsync(db, cancellation);
            if (db.Notes is { } notes)
                notes.IsPolicyFollowed = true;
            if (now.Number == rules.Number && now.Published == rules.Published)
                return false;
            rules = now;
            return true;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => refreshing.Dispose();

    /// <summary>The policy of headquarters where it governs; otherwise the site's own.</summary>
    internal static async Task<PolicyRow?> RowAsync(BorderContext db, CancellationToken cancellation) =>
        await Governed.HashAsync(db, Topic.Policy, cancellation) is null ? await OwnAsync(db, cancellation) : PublishedDocuments.Policy(await Governed.RowAsync(db, Topic.Policy, cancellation));

    /// <summary>The approved policy of the site's own with the highest number; null where none ever was.</summary>
    internal static Task<PolicyRow?> OwnAsync(BorderContext db, CancellationToken cancellation) =>
        db.Policies.AsNoTracking().Where(p => p.State == PolicyState.Approved).OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancellation);

    /// <summary>Its rules.</summary>
    internal static async Task<ScreeningRules> ReadAsync(BorderContext db, CancellationToken cancellation)
    {
        var row = await RowAsync(db, cancellation);
        return row is null ? ScreeningRules.None : new ScreeningRules(row.Number, row.ReadRules()) { Published = await Governed.HashAsync(db, Topic.Policy, cancellation) };
    }
}
